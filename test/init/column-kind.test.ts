// What a column of an unknown export is taken for: the mark is a proposal, and never lower than what the cells show.
import test from 'ava'
import fc from 'fast-check'
import { kindOf } from '../../engine/init/column-kind.ts'

const kinds: readonly { readonly column: string, readonly texts: readonly string[], readonly type: string, readonly privacy: string, readonly list?: true }[] = [
  { column: 'Timestamp', texts: ['2024-05-20T08:00:00Z', ''], type: 'time', privacy: 'open' },
  { column: 'When', texts: ['13.05.2024 10:00'], type: 'time', privacy: 'open' },
  { column: 'Hired', texts: ['2020-05-01'], type: 'date', privacy: 'open' },
  { column: 'Hired', texts: ['13/05/2020'], type: 'date', privacy: 'open' },
  { column: 'Enabled', texts: ['True', 'False', ''], type: 'boolean', privacy: 'open' },
  { column: 'Minutes', texts: ['12', '12', '0'], type: 'integer', privacy: 'open' },
  { column: 'Rate', texts: ['1.5', '2'], type: 'number', privacy: 'open' },
  { column: 'EmployeeNumber', texts: ['12', '13'], type: 'id', privacy: 'identity' },
  { column: 'Badge', texts: ['00123'], type: 'id', privacy: 'identity' },
  { column: 'Count', texts: Array.from({ length: 40 }, (_, index) => String(1000 + index)), type: 'id', privacy: 'identity' },
  { column: 'ObjectGUID', texts: ['9f47c89a-4ee3-46e2-89c9-18a4678952f0'], type: 'id', privacy: 'identity' },
  { column: 'X', texts: ['<m1@mail.contoso.example>'], type: 'message-id', privacy: 'sensitive' },
  { column: 'X', texts: ['Anna <anna@contoso.example>'], type: 'text', privacy: 'identity' },
  { column: 'X', texts: ['a@x.example;b@x.example', 'c@x.example'], type: 'text', privacy: 'identity', list: true },
  { column: 'X', texts: ['CN=Anna,OU=Staff,DC=contoso'], type: 'text', privacy: 'identity' },
  { column: 'DisplayName', texts: ['Hansen, Anna'], type: 'id', privacy: 'identity' },
  { column: 'Subject', texts: ['lunch?', 'merger with Fabrikam'], type: 'text', privacy: 'sensitive' },
  { column: 'Comment', texts: ['', ''], type: 'text', privacy: 'sensitive' },
]
for (const { column, texts, type, privacy, list = false } of kinds) {
  test(`${column}: ${texts[0] === '' ? 'blanks' : texts[0]} is ${type}, ${privacy}`, t => {
    const kind = kindOf(column, texts)
    t.deepEqual([kind.type, kind.privacy, kind.list], [type, privacy, list])
  })
}

test('a text with an @ is never open, whatever stands around it', t => {
  fc.assert(fc.property(fc.string(), fc.array(fc.string()), fc.string(), (column, others, text) => {
    t.not(kindOf(column, [...others, `${text}@${column}`]).privacy, 'open')
  }))
})

test('what is open is of a type that bounds it', t => {
  fc.assert(fc.property(fc.string(), fc.array(fc.oneof(fc.string(), fc.integer().map(String), fc.constantFrom('true', '2024-05-20')), { minLength: 1 }), (column, texts) => {
    const { privacy, type } = kindOf(column, texts)
    t.true(privacy !== 'open' || ['time', 'date', 'boolean', 'integer', 'number'].includes(type))
  }))
})
