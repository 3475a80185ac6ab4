// What PowerShell users make of a list in one cell, and how to get its members back.
import test from 'ava'
import fc from 'fast-check'
import { Stop } from '../../engine/diagnostics/diagnostic.ts'
import { lostList, lostListFix, members } from '../../engine/inputs/lists.ts'

const where = { file: 'export.csv', line: 7, column: 'Recipients' }

const x500 = '/o=Org/ou=Exchange Administrative Group (FYDIBOHF23SPDLT)/cn=Recipients/cn=Ann Lee'
const smith = 'CN=Smith\\, J,OU=x,DC=y'
const lee = 'CN=Lee (Sales) A\\;B,OU=Tier 0,DC=corp,DC=example,DC=com'

const lists: readonly { title: string, cell: string, gives: readonly string[] }[] = [
  { title: 'a blank cell has no member', cell: '', gives: [] },
  { title: 'blanks and separators alone are no member', cell: ' ; ,; ', gives: [] },
  { title: 'one address', cell: 'a@x.com', gives: ['a@x.com'] },
  { title: "-join ';'", cell: 'a@x.com;b@x.com', gives: ['a@x.com', 'b@x.com'] },
  { title: 'a blank member is left out', cell: ';a@x.com;;b@x.com;', gives: ['a@x.com', 'b@x.com'] },
  { title: "-join '; '", cell: 'a@x.com; b@x.com', gives: ['a@x.com', 'b@x.com'] },
  { title: "-join ','", cell: 'a@x.com,b@x.com', gives: ['a@x.com', 'b@x.com'] },
  { title: "-join ', '", cell: 'a@x.com, b@x.com', gives: ['a@x.com', 'b@x.com'] },
  { title: "-join '|'", cell: 'a@x.com|b@x.com', gives: ['a@x.com', 'b@x.com'] },
  { title: '-join "`r`n"', cell: 'a@x.com\r\nb@x.com\n', gives: ['a@x.com', 'b@x.com'] },
  { title: '[string]$_.Recipients', cell: 'a@x.com b@x.com', gives: ['a@x.com', 'b@x.com'] },
  { title: 'separators of two kinds', cell: 'a@x.com; b@x.com, c@x.com', gives: ['a@x.com', 'b@x.com', 'c@x.com'] },
  { title: 'Format', cell: '{a@x.com, b@x.com}', gives: ['a@x.com', 'b@x.com'] },
  { title: 'Format of one member', cell: '{a@x.com}', gives: ['a@x.com'] },
  { title: 'Format of an empty list', cell: '{}', gives: [] },
  { title: 'Format of DNs', cell: `{${smith}, ${lee}}`, gives: [smith, lee] },
  { title: 'dots inside a member cut nothing', cell: '{a...b@x.com}', gives: ['a...b@x.com'] },
  { title: 'apostrophes belong to names', cell: "o'brien@x.com,d'arc@x.com", gives: ["o'brien@x.com", "d'arc@x.com"] },
  { title: 'letters of any language', cell: 'jiří@x.cz;žofie@x.cz', gives: ['jiří@x.cz', 'žofie@x.cz'] },
  {
    title: 'a quoted local part keeps its separators', cell: '"a;b"@x.com;"c, d"@x.com',
    gives: ['"a;b"@x.com', '"c, d"@x.com'],
  },
  {
    title: 'a display form keeps together', cell: '"Lee, Ann" <a@x.com>; "B; C" <b@x.com>',
    gives: ['"Lee, Ann" <a@x.com>', '"B; C" <b@x.com>'],
  },
  {
    title: 'a display form without quotes', cell: 'Lee, Ann <a@x.com>, Bob <b@x.com>',
    gives: ['Lee, Ann <a@x.com>', 'Bob <b@x.com>'],
  },
  {
    title: 'a display form whose name is the address', cell: 'a@x.com <a@x.com>, b@x.com',
    gives: ['a@x.com <a@x.com>', 'b@x.com'],
  },
  { title: 'a lone DN', cell: smith, gives: [smith] },
  {
    title: 'a lone DN with blanks after its commas', cell: 'CN=Lee Ann, OU=A B, DC=y, DC=com',
    gives: ['CN=Lee Ann, OU=A B, DC=y, DC=com'],
  },
  { title: 'a DN with a quoted value', cell: 'CN="Smith; J",OU=x,DC=y', gives: ['CN="Smith; J",OU=x,DC=y'] },
  {
    title: 'a DN with an address in its name', cell: 'CN=a@x.com,OU=x,DC=y;CN=b@x.com,OU=x,DC=y',
    gives: ['CN=a@x.com,OU=x,DC=y', 'CN=b@x.com,OU=x,DC=y'],
  },
  { title: "MemberOf -join ';'", cell: `${smith};${lee}`, gives: [smith, lee] },
  { title: "MemberOf -join '|'", cell: `${smith}|${lee}`, gives: [smith, lee] },
  { title: 'a bar inside a DN', cell: 'CN=A|B,OU=x,DC=y', gives: ['CN=A|B,OU=x,DC=y'] },
  { title: "MemberOf -join ','", cell: `${smith},${lee}`, gives: [smith, lee] },
  { title: '[string]$_.MemberOf', cell: `${smith} ${lee}`, gives: [smith, lee] },
  { title: 'shortened DNs', cell: 'CN=Dan Jump;CN=Adam Barr', gives: ['CN=Dan Jump', 'CN=Adam Barr'] },
  { title: 'a legacyExchangeDN', cell: x500, gives: [x500] },
  { title: 'addresses and a legacyExchangeDN', cell: `a@x.com ${x500} b@x.com`, gives: ['a@x.com', x500, 'b@x.com'] },
  {
    title: '[string]$_.proxyAddresses',
    cell: `SMTP:a@x.com smtp:c@x.com X500:${x500} SIP:a@x.com`,
    gives: ['SMTP:a@x.com', 'smtp:c@x.com', `X500:${x500}`, 'SIP:a@x.com'],
  },
  {
    title: "proxyAddresses -join ','",
    cell: `X500:${x500},smtp:c@x.com,X500:/o=Org/cn=Lee, Ann`,
    gives: [`X500:${x500}`, 'smtp:c@x.com', 'X500:/o=Org/cn=Lee, Ann'],
  },
  {
    title: 'an X400 address is made of ;',
    cell: 'X400:C=US;A= ;P=Org;O=Exchange;S=Lee;;SMTP:a@x.com;EUM:123;phone-context=p.x.com',
    gives: ['X400:C=US;A= ;P=Org;O=Exchange;S=Lee', 'SMTP:a@x.com', 'EUM:123;phone-context=p.x.com'],
  },
  { title: 'names', cell: 'Sales, Marketing & PR', gives: ['Sales', 'Marketing & PR'] },
  { title: 'names with commas', cell: 'Smith, John; Doe, Jane', gives: ['Smith, John', 'Doe, Jane'] },
  { title: 'a name with blanks is one', cell: 'Sales Europe', gives: ['Sales Europe'] },
]

for (const { title, cell, gives } of lists) {
  test(`members: ${title}`, t => t.deepEqual(members(cell, where), gives))
}

const lostNames = [
  'System.String[]', 'System.Object[]', 'System.Byte[]', 'System.Management.Automation.PSObject[]',
  'Microsoft.ActiveDirectory.Management.ADPropertyValueCollection',
  'Microsoft.Exchange.Data.MultiValuedProperty`1[System.String]',
  'Microsoft.Exchange.Data.Directory.ADMultiValuedProperty`1[Microsoft.Exchange.Data.Directory.ADObjectId]',
  'Microsoft.Exchange.Data.ProxyAddressCollection',
  'System.Collections.ArrayList', 'System.Collections.Generic.List`1[System.String]',
  'System.Collections.Generic.Dictionary`2[System.String,System.Object]',
]
const otherNames = [
  '', 'System', 'System.string@x.com', 'Microsoft.Exchange', 'System.String', 'Systems.A[]', 'a System.String[]',
  'MicrosoftExchange329e71ec88ae4615bbc36ab6ce41109e@x.com',
]

for (const name of lostNames) {
  test(`lost: ${name}`, t => {
    t.true(lostList(name))
    t.is(t.throws(() => members(name, where), { instanceOf: Stop })?.diagnostic.code, 'list-lost')
  })
}
for (const name of otherNames) test(`not lost: "${name}"`, t => t.false(lostList(name)))

test('a lost list inside a joined one is lost too', t => {
  const stop = t.throws(() => members('a@x.com;System.String[]', where), { instanceOf: Stop })
  t.is(stop?.diagnostic.code, 'list-lost')
})

for (const cell of ['{a@x.com, b@x.com, c@x.com, d@x.com...}', '{a@x.com, b@x.com…}', '{a@x.com, b@x...']) {
  test(`cut: ${cell}`, t => {
    const stop = t.throws(() => members(cell, where), { instanceOf: Stop })
    t.is(stop?.exit, 3)
    t.is(stop?.diagnostic.code, 'list-cut')
    t.deepEqual(stop?.diagnostic.place?.range.start, { line: 7, column: 1 })
    t.false(JSON.stringify(stop?.diagnostic).includes('@x'), 'no value in a message')
  })
}

const fixes: readonly { column: string, has: string }[] = [
  {
    column: 'Recipients',
    has: "Select-Object *, @{n='Recipients';e={$_.Recipients -join ';'}} -ExcludeProperty Recipients |",
  },
  {
    column: '$_.Recipients',
    has: "Select-Object *, @{n='Recipients';e={$_.Recipients -join ';'}} -ExcludeProperty Recipients |",
  },
  { column: 'member of', has: "@{n='member of';e={$_.'member of' -join ';'}} -ExcludeProperty 'member of' |" },
  { column: "it's", has: "@{n='it''s';e={$_.'it''s' -join ';'}} -ExcludeProperty 'it''s' |" },
]
for (const { column, has } of fixes) {
  test(`fix for column ${column}`, t => t.true(lostListFix(column).includes(has), lostListFix(column)))
}

const address = fc.stringMatching(/^[a-z][a-z.'_-]{0,9}@[a-z]{1,8}\.com$/)
const part = fc.stringMatching(/^[A-Za-z](?:[A-Za-z ().#-]|\\[,;+"]){0,10}[A-Za-z]$/)
const domain = fc.stringMatching(/^[a-z]{1,8}$/)
const dn = fc.tuple(part, part, domain).map(([cn, ou, dc]) => `CN=${cn},OU=${ou},DC=${dc},DC=com`)

test('addresses come back from every way of joining', t => {
  const separators = fc.constantFrom(';', ',', ', ', '; ', '|', ' ', '\n', '\r\n')
  fc.assert(fc.property(fc.array(address), separators, (all, separator) => {
    t.deepEqual(members(all.join(separator), where), all)
  }))
  t.pass()
})

test('DNs come back from every way of joining', t => {
  fc.assert(fc.property(fc.array(dn), fc.constantFrom(';', ',', ', ', '|', ' ', '\n'), (all, separator) => {
    t.deepEqual(members(all.join(separator), where), all)
  }))
  t.pass()
})

const names = `${'a,'.repeat(250_000)}<${'b'.repeat(499_999)}`
for (const unit of ['a,', '<', '"\\",', ' ', '"', 'CN=a,', '/o=a ', 'X400:a; ', 'a@x, ', 'a <', '\\', names]) {
  test(`a cell of a million characters "${unit.slice(0, 10)}" takes linear time`, t => {
    const start = performance.now()
    members(unit.repeat(1_000_000 / unit.length), where)
    t.true(performance.now() - start < 3000)
  })
}

test('any text: no member is blank, none holds a character the cell lacks, no endless loop', t => {
  const unit = fc.constantFrom(...'ab@;,| "<>\\=/:{}\n'.split(''), 'CN=', 'DC=', 'smtp:', '/o=')
  fc.assert(fc.property(fc.string({ unit }), cell => {
    const found = members(cell, where)
    t.true(found.every(member => member !== '' && cell.includes(member)))
  }), { numRuns: 2000 })
  t.pass()
})
