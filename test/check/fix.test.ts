// Fixes are written into the text of a file: names become what they were meant to be, all else stays as it stands.
import test from 'ava'
import fc from 'fast-check'
import { fixed } from '../../engine/check/fix.ts'
import { checkRules } from '../../engine/check/rules.ts'
import { changes } from '../../engine/diagnostics/changes.ts'
import type { Diagnostic } from '../../engine/diagnostics/diagnostic.ts'
import { loadRules } from '../../engine/load/rules.ts'

const rules = (step: string): string => `version: 1
name: mails   # the export
from: log
inputs: { log: { fields: { event: { privacy: open, values: [SEND, DELIVER] }, total-bytes: { privacy: open, type: integer }, sender: { privacy: identity } } } }
lookups: { people: { from: log, domains: [x.example], address: [sender] } }
steps:
${step}
outputs: { mails: { csv: { file: mails.csv }, columns: { size: total-bytes } } }
`

function findingsIn(text: string): readonly Diagnostic[] {
  const findings: Diagnostic[] = []
  const loaded = loadRules('mails.yaml', () => text, finding => { findings.push(finding) })
  return [...findings, ...loaded ? checkRules(loaded, new Map(), true).diagnostics : []]
}

const fix = (text: string): string => fixed(text, 'mails.yaml', findingsIn(text))

const cases: readonly { readonly title: string, readonly step: string, readonly expect: string }[] = [
  { title: 'a key', step: "  a: { keep: { whn: 'event = \"SEND\"', because: abc } }   # why", expect: "  a: { keep: { when: 'event = \"SEND\"', because: abc } }   # why" },
  { title: 'a step type', step: "  a: { kep: { when: 'event = \"SEND\"', because: abc } }", expect: "  a: { keep: { when: 'event = \"SEND\"', because: abc } }" },
  { title: 'a field in an expression', step: "  a: { keep: { when: 'evnt = \"SEND\"', because: abc } }", expect: "  a: { keep: { when: 'event = \"SEND\"', because: abc } }" },
  { title: 'a field that needs backticks', step: "  a: { keep: { when: '`total-byte` > 5', because: abc } }", expect: "  a: { keep: { when: '`total-bytes` > 5', because: abc } }" },
  { title: 'a hyphen without backticks', step: "  a: { keep: { when: '5 < total-bytes', because: abc } }", expect: "  a: { keep: { when: '5 < `total-bytes`', because: abc } }" },
  { title: 'a hyphen without backticks in a misspelt name', step: "  a: { keep: { when: 'total-bytess = 5', because: abc } }", expect: "  a: { keep: { when: '`total-bytes` = 5', because: abc } }" },
  { title: 'operators of another language', step: "  a: { keep: { when: 'event == \"SEND\" && sender <> <> adn sender like \"%x%\"', because: abc } }", expect: "  a: { keep: { when: 'event = \"SEND\" and sender != \"<>\" and $contains(sender, \"x\")', because: abc } }" },
  { title: 'the name that another tool has for a key', step: "  a: { keep: { condition: 'event = \"SEND\"', reason: abc } }", expect: "  a: { keep: { when: 'event = \"SEND\"', because: abc } }" },
  { title: 'a function', step: "  a: { keep: { when: '$contians(event, \"S\")', because: abc } }", expect: "  a: { keep: { when: '$contains(event, \"S\")', because: abc } }" },
  { title: 'a function without its sign', step: "  a: { keep: { when: 'contains(event, \"S\")', because: abc } }", expect: "  a: { keep: { when: '$contains(event, \"S\")', because: abc } }" },
  { title: 'a word in escaped quotes', step: '  a: { keep: { when: "event = \\"SENT\\"", because: abc } }', expect: '  a: { keep: { when: "event = \\"SEND\\"", because: abc } }' },
  { title: 'a field in a block', step: '  a:\n    keep:\n      because: abc\n      when: >-\n        event = "SEND" or\n        evnt = ""  \n', expect: '  a:\n    keep:\n      because: abc\n      when: >-\n        event = "SEND" or\n        event = ""  \n' },
  { title: 'a name in quotes keeps them', step: "  a: { identify: { fields: ['sendr'], in: people } }\n  b: { identify: { fields: [sender], in: \"peple\" } }", expect: "  a: { identify: { fields: ['sender'], in: people } }\n  b: { identify: { fields: [sender], in: \"people\" } }" },
  { title: 'a number where an expression stands', step: '  a: { set: { x: 5 } }', expect: "  a: { set: { x: '5' } }" },
  { title: 'a list where an expression stands', step: '  a: { set: { x: ["a", "b"] } }', expect: `  a: { set: { x: '["a", "b"]' } }` },
  // no answer, or more than one
  { title: 'nothing is near', step: "  a: { keep: { when: 'colour = 5', because: abc } }", expect: "  a: { keep: { when: 'colour = 5', because: abc } }" },
  { title: 'a fix that would be no YAML: a plain value cannot begin with a backtick', step: '  a: { keep: { when: total_bytes > 5, because: abc } }', expect: '  a: { keep: { when: total_bytes > 5, because: abc } }' },
  { title: 'nothing at all in a file that is no YAML', step: "  a: { kep: { when: 'evnt', because: abc }", expect: "  a: { kep: { when: 'evnt', because: abc }" },
]

for (const { title, step, expect } of cases) {
  test(title, t => {
    t.is(fix(rules(step)), rules(expect))
    for (const other of [(text: string) => text.replaceAll('\n', '\r\n'), (text: string) => `\uFEFF${text}`]) t.is(fix(other(rules(step))), other(rules(expect)))
  })
}

test('two names that are equally near are no answer', t => {
  const text = rules("  a: { keep: { when: 'total-byte = 1', because: abc } }").replace('sender:', 'total-byten: { privacy: open }, sender:')
  t.is(fix(text), text)
})

test('a name that is unknown in several places may be right there, and misspelt where it is declared', t => {
  const text = rules("  a: { keep: { when: 'evnt = \"SEND\"', because: abc } }\n  b: { keep: { when: 'evnt = \"SEND\"', because: abc } }")
  t.is(fix(text), text)
})

test('of two findings that want other things of one spot neither is fixed', t => {
  const text = 'a: bcd\n'
  const place = (from: number, to: number) => ({ file: 'mails.yaml', range: { start: { line: 1, column: from }, end: { line: 1, column: to } } })
  const finding = (from: number, to: number, replace: string): Diagnostic => ({ code: 'unknown-key', severity: 'error', message: '', place: place(from, to), fix: { replace } })
  t.is(fixed(text, 'mails.yaml', [finding(4, 7, 'x'), finding(4, 7, 'y')]), text)
  t.is(fixed(text, 'mails.yaml', [finding(4, 6, 'x'), finding(5, 7, 'y')]), text)
  t.is(fixed(text, 'mails.yaml', [finding(4, 7, 'x'), finding(4, 7, 'x')]), 'a: x\n')
})

test('the misspelt names of any step are mended, and what was right is never touched', t => {
  const right = rules("  who: { identify: { fields: [sender], in: people } }\n  big: { keep: { when: '`total-bytes` > 5 and event = \"SEND\"', because: abc } }")
  t.deepEqual(findingsIn(right), [])
  const words = ['identify', 'fields', 'people', 'keep', 'when', 'event', 'SEND', 'because']
  fc.assert(fc.property(fc.constantFrom(...words), fc.nat(), (word, seed) => {
    const at = 1 + seed % (word.length - 2)
    const slip = word.slice(0, at) + word.slice(at + 1)
    const [head, steps = ''] = right.split('steps:\n')
    const broken = `${head}steps:\n${steps.replace(new RegExp(`\\b${word}\\b`), slip)}`
    t.is(fix(broken), right, broken)
  }))
})

test('changes show each line as it was and as it is', t => {
  t.is(changes('a.yaml', '\uFEFFa: 1\r\nb: 2\r\n', '\uFEFFa: 1\r\nb: 3\r\n'), 'a.yaml\n- 2 | b: 2\n+ 2 | b: 3\n')
})
