// Why a condition holds or does not: which parts were asked, what they gave, and which of them decided.
import test from 'ava'
import fc from 'fast-check'
import { type Reason, reasonsOf, valueReasons } from '../../engine/explain/condition.ts'
import { compileCondition } from '../../engine/expression/compile.ts'
import { judge } from '../../engine/expression/judge.ts'
import { parse } from '../../engine/expression/parse.ts'
import type { Scope } from '../../engine/expression/scope.ts'
import type { Argument, Expression } from '../../engine/expression/tree.ts'
import { written } from '../../engine/expression/written.ts'
import { masking } from '../../engine/report/masking.ts'
import type { Cell } from '../../engine/spec/field.ts'
import { field, row, scope } from '../expression/example-rows.ts'
import { expression as anyExpression, row as anyRow } from '../expression/generated.ts'

const names = [...scope.fields.keys()]

function explained(source: string, changed: Readonly<Record<string, Cell>> = {}, reasons = reasonsOf): Reason {
  const { expression } = parse(source)
  const cells: Readonly<Record<string, Cell>> = { ...row, ...changed }
  return reasons(expression!, { scope, slot: name => names.indexOf(name), row: names.map(name => cells[name]!), mask: masking([], false) })
}

/** `>` before what decided, its value, its text, and what it looks at; parts further in. */
const lines = ({ text, joins, value, decides, parts, facts }: Reason, depth = 0): readonly string[] => [
  `${'  '.repeat(depth)}${decides && parts.length === 0 ? '>' : ' '} ${value ?? '-'} ${joins && joins !== 'choice' ? joins : text}${facts.map(fact => ` | ${fact.text}: ${fact.value}`).join('')}`,
  ...parts.flatMap(part => lines(part, depth + 1)),
]

const cases: readonly { readonly about: string, readonly source: string, readonly changed?: Readonly<Record<string, Cell>>, readonly why: readonly string[] }[] = [
  { about: 'a comparison that holds', source: 'event = "DELIVER"', why: ['> true event = "DELIVER" | event: "DELIVER"'] },
  { about: 'a comparison that does not', source: 'event != "DELIVER"', why: ['> false event != "DELIVER" | event: "DELIVER"'] },
  { about: 'an order', source: 'size > 20', why: ['> false size > 20 | size: 12'] },
  { about: 'of two fields', source: 'sender = address', why: ['> true sender = address | sender: person-1@own | address: address-1'] },
  { about: 'in a list of words', source: 'event in ["SEND", "SENDEXTERNAL"]', why: ['> false event in ["SEND", "SENDEXTERNAL"] | event: "DELIVER"'] },
  { about: 'in a parameter', source: '$substringAfter(address, "@") in $params.domains', why: ['> true $substringAfter(address, "@") in $params.domains | $substringAfter(address, "@"): name-1 | $params.domains: [example.com, example.org] | address: address-1'] },
  { about: 'a false part decides an `and` alone, and ends it', source: 'event = "DELIVER" and size > 20 and hidden', why: ['  false and', '    true event = "DELIVER" | event: "DELIVER"', '  > false size > 20 | size: 12', '    - hidden'] },
  { about: 'all parts of an `and` that holds decide', source: 'event = "DELIVER" and size = 12', why: ['  true and', '  > true event = "DELIVER" | event: "DELIVER"', '  > true size = 12 | size: 12'] },
  { about: 'a true part decides an `or` alone, and ends it', source: 'hidden or size = 12 or event = "SEND"', why: ['  true or', '    false hidden | hidden: false', '  > true size = 12 | size: 12', '    - event = "SEND"'] },
  { about: 'all parts of an `or` that does not hold decide', source: 'hidden or event = "SEND"', why: ['  false or', '  > false hidden | hidden: false', '  > false event = "SEND" | event: "DELIVER"'] },
  { about: 'below a part that did not decide, nothing does', source: '(hidden or size > 20) and event = "SEND" or size = 12', why: ['  true or', '    false and', '      false or', '        false hidden | hidden: false', '        false size > 20 | size: 12', '      - event = "SEND"', '  > true size = 12 | size: 12'] },
  { about: '$not turns around, and its part decides', source: '$not($inside(sender))', why: ['  false not', '  > true $inside(sender) | sender: person-1@own'] },
  { about: '$not of a value is asked as a whole', source: '$not(subject)', why: ['> false $not(subject) | subject: text-1(12)'] },
  { about: '$contains', source: '$contains(subject, "Lunch")', why: ['> true $contains(subject, "Lunch") | subject: text-1(12)'] },
  { about: '$contains with a pattern', source: '$contains($lowercase(subject), /^lunch/)', why: ['> true $contains($lowercase(subject), /^lunch/) | $lowercase(subject): text-1(12) | subject: text-2(12)'] },
  { about: 'a condition chooses between conditions', source: '$inside(sender) ? size > 20 : hidden', why: ['  false $inside(sender) ? size > 20 : hidden', '  > true $inside(sender) | sender: person-1@own', '  > false size > 20 | size: 12', '    - hidden'] },
  { about: 'without another branch', source: 'hidden ? size > 20', why: ['  false hidden ? size > 20', '  > false hidden | hidden: false', '    - size > 20'] },
  { about: 'a value as a condition', source: 'tags and size', changed: { tags: [] }, why: ['  false and', '  > false tags | tags: []', '    - size'] },
  { about: 'fields inside a function count', source: '$count($filter(recipients, function($r){ $inside($r) })) > 1', why: ['> true $count($filter(recipients, function($r) { $inside($r) })) > 1 | $count($filter(recipients, function($r) { $inside($r) })): number-1 | recipients: [person-1@cloud, +2]'] },
  { about: 'names with a hyphen', source: '`message-id` = ""', why: ['> false `message-id` = "" | `message-id`: message-1'] },
  { about: 'a part that fails', source: 'size > 5', changed: { size: '' }, why: ['> fails size > 5 | size: blank'] },
]

for (const { about, source, changed, why } of cases) {
  test(`${about}: ${source}`, t => {
    t.deepEqual(lines(explained(source, changed)), why)
  })
}

const values: typeof cases = [
  { about: 'a value', source: '$uppercase(event)', why: ['> "DELIVER" $uppercase(event) | event: "DELIVER"'] },
  { about: 'a personal one', source: 'sender', why: ['> person-1@own sender | sender: person-1@own'] },
  { about: 'a choice', source: 'subject = "" ? "" : "x" & subject', why: ['  text-1(13) subject = "" ? "" : "x" & subject', '  > false subject = "" | subject: text-2(12)', '    - ""', '  > text-1(13) "x" & subject | subject: text-2(12)'] },
  { about: 'a choice in a choice', source: 'hidden ? "a" : size > 20 ? "b" : "c"', why: ['  "c" hidden ? "a" : size > 20 ? "b" : "c"', '  > false hidden | hidden: false', '    - "a"', '    "c" size > 20 ? "b" : "c"', '    > false size > 20 | size: 12', '      - "b"', '    > "c" "c"'] },
]

for (const { about, source, changed, why } of values) {
  test(`what a field is set to, ${about}: ${source}`, t => {
    t.deepEqual(lines(explained(source, changed, valueReasons)), why)
  })
}

/** The fields of generated expressions; accounts are texts here. */
const fields = new Map([
  ['t', field('text')], ['u', field('word')], ['n', field('integer')], ['yes', field('boolean')], ['l', field('text', 'open', true)],
  ['who', field('text', 'identity')], ['all', field('text', 'identity', true)],
])
const anyScope: Scope = { fields, params: new Map([['p', { type: 'text', value: 'a' }], ['q', { type: 'list', value: ['b', 'c'] }]]) }

const sound = (source: string): Expression | undefined => {
  const { expression, problems } = parse(source)
  return expression && problems.length === 0 && judge(expression, anyScope).problems.length === 0 ? expression : undefined
}

/** The tree without places. */
const bare = (node: Argument): unknown => JSON.parse(JSON.stringify(node, (key, value: unknown) => key === 'offset' || key === 'length' ? undefined : value))

test('an expression that was written out reads as the same tree', t => {
  fc.assert(fc.property(anyExpression, source => {
    const { expression, problems } = parse(source)
    fc.pre(expression !== undefined && problems.length === 0)
    t.deepEqual(bare(parse(written(expression)).expression!), bare(expression))
  }), { numRuns: 1000 })
})

test('the reasons of any expression come to what the engine comes to, and some part decides', t => {
  fc.assert(fc.property(anyExpression, anyRow, (source, cells) => {
    const expression = sound(source)
    fc.pre(expression !== undefined)
    const slot = (name: string): number => [...fields.keys()].indexOf(name)
    const values = [...fields.keys()].map(name => (cells as Readonly<Record<string, Cell>>)[name]!)
    const reason = reasonsOf(expression, { scope: anyScope, slot, row: values, mask: masking([], false) })
    t.is(reason.value, holdsIn(expression, slot, values), source)
    t.is(reason.failure !== undefined, reason.value === 'fails')
    t.true(decidedIn(reason), source)
  }), { numRuns: 1000 })
})

function holdsIn(expression: Expression, slot: (name: string) => number, values: Cell[]): string {
  try {
    return String(compileCondition(expression, anyScope, slot)(values))
  } catch {
    return 'fails'
  }
}

const decidedIn = ({ decides, parts }: Reason): boolean => parts.length === 0 ? decides : parts.some(decidedIn)
