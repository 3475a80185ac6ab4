import test from 'ava'
import type { Diagnostic, Place } from '../../engine/diagnostics/diagnostic.ts'
import { toText } from '../../engine/diagnostics/text.ts'

const emails = `version: 1
steps:
  one: { explode: { field: recipient, splt: ";" } }
`

const at = (file: string, line: number, column: number, length: number): Place =>
  ({ file, range: { start: { line, column }, end: { line, column: column + length } } })

const sourceOf = (file: string): string | undefined => file === 'rules/emails.yaml' ? emails : undefined

const unknownKey: Diagnostic = {
  code: 'unknown-key', severity: 'error', message: 'step "explode" has no option "splt"',
  place: at('rules/emails.yaml', 3, 39, 4), hint: 'did you mean "split"?',
}

const text = (diagnostics: readonly Diagnostic[], color = false): string => toText(diagnostics, sourceOf, { color })

test('a finding with its frame and hint', t => {
  t.is(text([unknownKey]), `rules/emails.yaml:3:39 error unknown-key step "explode" has no option "splt"
  2 | steps:
> 3 |   one: { explode: { field: recipient, splt: ";" } }
    |                                       ^^^^
  hint: did you mean "split"?
`)
})

test('a trail tells the way, with files where they change', t => {
  const personal: Diagnostic = {
    code: 'personal-reaches-output', severity: 'error', message: 'column "owner" still holds personal data',
    place: at('rules/customers/acme/emails.yaml', 4, 3, 5),
    trail: [
      { place: at('rules/emails.yaml', 12, 1, 1), text: 'sender is declared identity' },
      { place: at('rules/customers/acme/emails.yaml', 4, 3, 5), text: 'owner is written as it is' },
      { text: 'nothing hashes it' },
    ],
  }
  t.is(text([personal]), `rules/customers/acme/emails.yaml:4:3 error personal-reaches-output column "owner" still holds personal data
  rules/emails.yaml:12  sender is declared identity
  line 4                owner is written as it is
                        nothing hashes it
`)
})

test('the order is that of the files, and what has no place comes first', t => {
  const finding = (file: string, line: number, column: number): Diagnostic =>
    ({ code: 'wrong-type', severity: 'warning', message: 'm', place: at(file, line, column, 1) })
  const shown = text([finding('b', 1, 1), finding('a', 10, 1), finding('a', 9, 5), finding('a', 9, 2), { code: 'usage', severity: 'error', message: 'm' }])
  t.deepEqual(shown.split('\n\n').map(block => block.trim()), [
    'error usage m', 'a:9:2 warning wrong-type m', 'a:9:5 warning wrong-type m', 'a:10:1 warning wrong-type m', 'b:1:1 warning wrong-type m',
  ])
})

test('the same mistake in a library that two pipelines include is shown once', t => {
  t.is(text([unknownKey, { ...unknownKey }]), text([unknownKey]))
})

test('nothing found is nothing written', t => { t.is(text([]), '') })

test('colours only when asked for, and the same text under them', t => {
  const colored = text([unknownKey], true)
  t.true(colored.includes('\u001B[31;1merror\u001B[0m'))
  // oxlint-disable-next-line no-control-regex
  t.is(colored.replaceAll(/\u001B\[[\d;]*m/g, ''), text([unknownKey]))
  t.false(text([unknownKey]).includes('\u001B'))
})
