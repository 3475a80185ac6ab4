// A mistake at the n-th character of an expression is shown exactly there: in every style of YAML, in a library, in a base.
import test from 'ava'
import { checkRules } from '../../engine/check/rules.ts'
import type { Diagnostic } from '../../engine/diagnostics/diagnostic.ts'
import { offsetsOf } from '../../engine/diagnostics/offsets.ts'
import { loadRules } from '../../engine/load/rules.ts'

const library = 'version: 1\ninputs: { log: { fields: { event: { privacy: open, type: word }, time: { privacy: open, type: time } } } }\n'
const around = (step: string): string => `version: 1
name: mails
include: [./company.yaml]
from: log
steps:
${step}
outputs: { mails: { csv: { file: mails.csv }, columns: { when: time } } }
`

/** The step has one misspelt field, `evnt`, which stands in the file as `written`. */
const styles: readonly { readonly title: string, readonly step: string, readonly at: string, readonly written?: string }[] = [
  { title: 'plain', step: '  a: { keep: { when: evnt = "X", because: abc } }', at: '6:22' },
  { title: 'plain, further right', step: '  a: { keep: { when: event = "X" or evnt = "Y", because: abc } }', at: '6:37' },
  { title: 'plain over lines', step: '  a:\n    keep:\n      when: event = "X"\n        or evnt = "Y"\n      because: abc', at: '9:12' },
  { title: 'single quotes', step: `  a: { keep: { when: 'event = "X" or evnt = "Y"', because: abc } }`, at: '6:38' },
  { title: "single quotes with '' before", step: "  a: { keep: { when: '''a'' = event or evnt = ''b''', because: abc } }", at: '6:40' },
  { title: 'single quotes over lines', step: `  a: { keep: { when: 'event = "X"\n\n    or evnt = "Y"', because: abc } }`, at: '8:8' },
  { title: 'double quotes with \\"', step: '  a: { keep: { when: "event = \\"X\\" or evnt = \\"Y\\"", because: abc } }', at: '6:40' },
  { title: 'double quotes with \\u before', step: '  a: { keep: { when: "event = \\"\\u0142\\U0001F600\\x41\\" or evnt = 1", because: abc } }', at: '6:59' },
  { title: 'double quotes with \\u in the word', step: '  a: { keep: { when: "e\\u0076nt = 1", because: abc } }', at: '6:23', written: 'e\\u0076nt' },
  { title: 'double quotes with an escaped line end', step: '  a: { keep: { when: "event = 1 or \\\n    evnt = 2", because: abc } }', at: '7:5' },
  { title: 'letters of two units before', step: `  a: { keep: { when: 'event = "😀ł" or evnt = "Y"', because: abc } }`, at: '6:40' },
  { title: 'literal', step: '  a:\n    keep:\n      because: abc\n      when: |\n        event = "X" or\n          evnt = "Y"', at: '11:11' },
  { title: 'literal that keeps its last lines', step: '  a:\n    keep:\n      because: abc\n      when: |+\n        event = "X"\n        or evnt = "Y"\n', at: '11:12' },
  { title: 'literal with a given indentation', step: '  a:\n    keep:\n      because: abc\n      when: |2-\n          event = "X"\n        or evnt = "Y"', at: '11:12' },
  { title: 'folded', step: '  a:\n    keep:\n      because: abc\n      when: >-\n        event = "X" or\n        evnt = "Y"', at: '11:9' },
  { title: 'folded with empty and deeper lines', step: '  a:\n    keep:\n      because: abc\n      when: >\n\n        event = "X"\n\n          or evnt = "Y"\n        or event = "Z"', at: '13:14' },
  { title: 'folded with a comment behind the sign', step: '  a:\n    keep:\n      because: abc\n      when: >- # why\n        evnt = "Y"', at: '10:9' },
  { title: 'a tab before', step: '  a: { keep: { when:\tevnt = "Y", because: abc } }', at: '6:22' },
  { title: 'in a list of maps', step: `  a: { rows: [{ x: event }, { x: 'event & evnt' }] }`, at: '6:43' },
]

type Check = (files: Readonly<Record<string, string>>, top: string) => readonly Diagnostic[]
const check: Check = (files, top) => {
  const findings: Diagnostic[] = []
  const loaded = loadRules(top, path => files[path], finding => { findings.push(finding) })
  return [...findings, ...checkRules(loaded!, new Map(), true).diagnostics].filter(({ code }) => code === 'unknown-field')
}

for (const { title, step, at, written = 'evnt' } of styles) {
  const text = around(step)
  const variants: readonly { readonly where: string, readonly files: Readonly<Record<string, string>>, readonly top: string, readonly file: string, readonly at: string }[] = [
    { where: 'in the file itself', files: { 'mails.yaml': text }, top: 'mails.yaml', file: 'mails.yaml', at },
    { where: 'with Windows line ends', files: { 'mails.yaml': text.replaceAll('\n', '\r\n') }, top: 'mails.yaml', file: 'mails.yaml', at },
    { where: 'behind a byte order mark', files: { 'mails.yaml': `\uFEFF${text}` }, top: 'mails.yaml', file: 'mails.yaml', at },
    { where: 'in an extended base', files: { 'mails.yaml': text, 'c/a.yaml': 'version: 1\nextends: ../mails.yaml\n' }, top: 'c/a.yaml', file: 'mails.yaml', at },
  ]
  for (const { where, files, top, file, at: expected } of variants) {
    test(`${title}: ${where}`, t => {
      const [finding, ...others] = check({ ...files, 'company.yaml': library }, top)
      t.deepEqual(others, [])
      const { start } = finding!.place!.range
      t.is(finding!.place!.file, file)
      t.is(`${start.line}:${start.column}`, expected)
      const whole = files[file]!
      const { from, to } = offsetsOf(whole, finding!.place!.range)
      t.is(whole.slice(from, to), written)
    })
  }
}

// Libraries hold no steps; their parameters, patterns and zones are shown in them all the same.
for (const { title, text, code, at } of [
  { title: 'a zone', text: `version: 1\ninputs: { log: { zone: "Europe/\\u0057arszawa", fields: { time: { privacy: open, type: time } } } }\n`, code: 'unknown-zone', at: '2:24' },
  { title: 'a regular expression', text: 'version: 1\ninputs: { log: { fields: { time: { privacy: open, type: time }, x: { privacy: open, pattern: "(" } } } }\n', code: 'bad-pattern', at: '2:94' },
  { title: 'a parameter that is not there', text: 'version: 1\ninputs: { log: { files: { param: logs }, fields: { time: { privacy: open, type: time } } } }\n', code: 'unknown-param', at: '2:34' },
]) {
  test(`in an included library: ${title}`, t => {
    const files: Readonly<Record<string, string>> = { 'mails.yaml': around('  a: { keep: { when: time != "", because: abc } }'), 'company.yaml': text }
    const loaded = loadRules('mails.yaml', path => files[path], () => {})
    const found = checkRules(loaded!, new Map(), true).diagnostics.filter(one => one.code === code)
    t.deepEqual(found.map(({ place }) => `${place!.file}:${place!.range.start.line}:${place!.range.start.column}`), [`company.yaml:${at}`])
  })
}
