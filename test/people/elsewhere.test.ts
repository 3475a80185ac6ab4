// The accounts of one directory in another that has other addresses of them.
import test from 'ava'
import { buildDirectory } from '../../engine/people/directory.ts'
import { ownDomains } from '../../engine/people/domains.ts'
import { elsewhere } from '../../engine/people/elsewhere.ts'
import { accountOfWord } from '../../engine/people/words.ts'
import type { Cell } from '../../engine/spec/field.ts'

const domains = ownDomains(['contoso.example'], [])
function directoryOf(rows: readonly Readonly<Record<string, Cell>>[]) {
  const builder = buildDirectory({ address: ['mail'], also: ['aliases'], id: ['address'], kinds: [] }, domains)
  for (const row of rows) builder.add(new Map(Object.entries(row)))
  return builder.finish()
}

const home = directoryOf([
  { mail: 'anna@contoso.example', aliases: ['smtp:a.hansen@contoso.example', 'smtp:anna.h@contoso.example'] },
  { mail: 'ben@contoso.example' },
])

const cases: readonly { readonly title: string, readonly list: readonly string[], readonly asked: string, readonly department: string | undefined }[] = [
  { title: 'by its own address', list: ['anna@contoso.example'], asked: 'anna@contoso.example', department: 'of anna@contoso.example' },
  { title: 'by another address that it has at home', list: ['a.hansen@contoso.example'], asked: 'anna@contoso.example', department: 'of a.hansen@contoso.example' },
  { title: 'whatever name was asked for at home', list: ['a.hansen@contoso.example'], asked: 'Anna.H@contoso.example', department: 'of a.hansen@contoso.example' },
  { title: 'its own address first', list: ['a.hansen@contoso.example', 'anna@contoso.example'], asked: 'anna@contoso.example', department: 'of anna@contoso.example' },
  { title: 'not where two of the list are one person at home', list: ['a.hansen@contoso.example', 'anna.h@contoso.example'], asked: 'anna@contoso.example', department: undefined },
  { title: 'not by an address of somebody else', list: ['a.hansen@contoso.example'], asked: 'ben@contoso.example', department: undefined },
  { title: 'a stranger at home by the address', list: ['eva@contoso.example'], asked: 'eva@contoso.example', department: 'of eva@contoso.example' },
]

for (const { title, list, asked, department } of cases) {
  test(title, t => {
    const find = elsewhere(directoryOf(list.map(mail => ({ mail, department: `of ${mail}` }))), home)
    t.is(find(home.identify(asked)).entry?.get('department'), department)
  })
}

test('a word and a blank are nobody, though the list has such a text', t => {
  const find = elsewhere(directoryOf([{ mail: 'external@contoso.example' }]), home)
  for (const account of [accountOfWord('external')!, home.identify('')]) t.is(find(account), account)
})
