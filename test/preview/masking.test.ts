// What is shown of a cell: nothing personal, and yet enough to tell one from another.
import test from 'ava'
import fc from 'fast-check'
import { ownDomains } from '../../engine/people/domains.ts'
import { masking } from '../../engine/report/masking.ts'
import type { Account, Cell, Field } from '../../engine/spec/field.ts'
import { anna, cloe, field, john, room } from '../expression/example-rows.ts'

const domains = [ownDomains(['example.com'], ['cloud.example.com'])]
const hex = 'b0a1c2d3e4f5061728394a5b6c7d8e9fb0a1c2d3e4f5061728394a5b6c7d8e9f'

const cases: readonly { readonly about: string, readonly field: Field | undefined, readonly cells: readonly Cell[], readonly shown: readonly string[] }[] = [
  { about: 'accounts by kind, those inside with their side', field: field('account', 'identity'), cells: [anna, john, cloe, room, anna], shown: ['person-1@own', 'outside-1', 'person-2@cloud', 'room-1@own', 'person-1@own'] },
  { about: 'nobody is blank', field: field('account', 'identity'), cells: [{ text: '', kind: 'none', inside: false, remote: false }], shown: [''] },
  { about: 'addresses by domain', field: field('text', 'identity'), cells: ['Anna@Example.com', 'x@cloud.example.com', 'j@partner.com'], shown: ['address-1@own', 'address-2@cloud', 'address-3@outside'] },
  { about: 'spellings are told apart', field: field('text', 'identity'), cells: ['anna@example.com', 'SMTP:anna@example.com'], shown: ['address-1@own', 'address-2@own'] },
  { about: 'X500 addresses, distinguished names and logins', field: field('text', 'identity'), cells: ['/o=Org/ou=Site/cn=Recipients/cn=anna', 'CN=Anna,OU=Staff,DC=example,DC=com', 'EXAMPLE\\anna'], shown: ['x500-1', 'dn-1', 'name-1'] },
  { about: 'what can be read as none of them', field: field('text', 'identity'), cells: ['sip:anna@example.com'], shown: ['text-1(20)'] },
  { about: 'the null sender is nobody\'s', field: field('text', 'identity'), cells: ['<>', ''], shown: ['<>', ''] },
  { about: 'numbers of employees', field: field('id', 'identity'), cells: ['4711', '4712', '4711'], shown: ['id-1', 'id-2', 'id-1'] },
  { about: 'sensitive texts by length', field: field('text', 'sensitive'), cells: ['Merger', 'Lunch, 12:00', 'Merger', ''], shown: ['text-1(6)', 'text-2(12)', 'text-1(6)', ''] },
  { about: 'messages', field: field('message-id', 'sensitive'), cells: ['1@x', '2@x'], shown: ['message-1', 'message-2'] },
  { about: 'sensitive numbers, times and dates', field: field('integer', 'sensitive'), cells: [23, 24], shown: ['number-1', 'number-2'] },
  { about: 'true and false tell nobody', field: field('boolean', 'identity'), cells: [true, false], shown: ['true', 'false'] },
  { about: 'open values as they are', field: field('word'), cells: ['DELIVER', 12, true], shown: ['DELIVER', '12', 'true'] },
  { about: 'an address in an open field is none the less one', field: field('text'), cells: ['to anna@example.com'], shown: ['text-1(19)'] },
  { about: 'pseudonyms in short, the words beside them whole', field: field('pseudonym', 'pseudonym'), cells: [hex, 'external', 'Microsoft System Attendant'], shown: ['b0a1c2d3…', 'external', 'Microsoft System Attendant'] },
  { about: 'ids of meetings by their end', field: field('event-id', 'pseudonym'), cells: [`040000008200E00074C5B7101A82E008${'0'.repeat(24)}AB12CD34`], shown: ['…AB12CD34'] },
  { about: 'lists with their first member', field: field('text', 'identity', true), cells: [['a@example.com', 'b@example.com', 'c@partner.com'], ['b@example.com'], []], shown: ['[address-1@own, +2]', '[address-2@own]', '[]'] },
  { about: 'open lists whole', field: field('text', 'open', true), cells: [['a', 'b']], shown: ['[a, b]'] },
  { about: 'fields of which nothing is known', field: undefined, cells: ['DELIVER'], shown: ['text-1(7)'] },
  { about: 'what a terminal would act on', field: field('text'), cells: ['\u001b[31mred'], shown: ['\ufffd[31mred'] },
]

for (const { about, field: of, cells, shown } of cases) {
  test(about, t => {
    const mask = masking(domains, false)
    t.deepEqual(cells.map(cell => mask.cell(cell, of)), shown)
  })
}

test('in a sentence, open text has quotes and a blank a word', t => {
  const mask = masking(domains, false)
  t.deepEqual([mask.phrase('SEND', field('word')), mask.phrase('', field('word')), mask.phrase(anna, field('account', 'identity')), mask.phrase([], field('text', 'open', true))],
    ['"SEND"', 'blank', 'person-1@own', '[]'])
})

test('columns of lists are written as JSON, and shown like lists', t => {
  const mask = masking(domains, false)
  t.is(mask.written(JSON.stringify([hex, hex]), field('pseudonym', 'pseudonym', true)), '[b0a1c2d3…, +1]')
  t.is(mask.written('', field('pseudonym', 'pseudonym', true)), '')
})

test('whoever asked for values sees them', t => {
  const mask = masking(domains, true)
  t.deepEqual([mask.cell(anna, field('account', 'identity')), mask.cell('Merger', field('text', 'sensitive')), mask.cell(['a@x.com', 'b@x.com'], field('text', 'identity', true))],
    ['anna@example.com (person)', 'Merger', '[a@x.com, b@x.com]'])
})

test('nothing of a personal value is shown, and equal values look alike', t => {
  const personal = fc.constantFrom<Field>(field('text', 'identity'), field('text', 'sensitive'), field('id', 'identity'), field('message-id', 'sensitive'), field('text', 'identity', true))
  // Letters that stand in no stand-in, so that finding them is no chance.
  const secret = fc.string({ unit: fc.constantFrom('Q', 'Z', 'J', '@', '.', '\\', '=', '/', ' ', '<', '>', ':'), minLength: 3, maxLength: 12 }).filter(text => /[QZJ]/.test(text) && text.trim() === text)
  fc.assert(fc.property(personal, fc.array(secret, { minLength: 1, maxLength: 6 }), (of, values) => {
    const mask = masking(domains, false)
    const shown = values.map(value => mask.cell(of.list ? [value] : value, of))
    t.notRegex(shown.join(' '), /[QZJ]/)
    for (const [one, value] of values.entries()) for (const [other, twin] of values.entries()) t.is(shown[one] === shown[other], value === twin)
  }))
})

test('an account is known by its text alone', t => {
  const mask = masking(domains, false)
  const twice = (account: Account): string => mask.cell({ ...account }, field('account', 'identity'))
  t.is(twice(anna), twice(anna))
})
