// What rule authors can rely on: JSONata's ways, and how its values become cells.
import test from 'ava'
import { compileCondition, ExpressionFailed, limits, parse } from '../../engine/expression/index.ts'
import type { Cell } from '../../engine/spec/field.ts'
import { anna, cloe, evaluate, john, room, scope } from './example-rows.ts'

const cases: readonly { readonly about: string, readonly source: string, readonly gives: Cell, readonly changed?: Readonly<Record<string, Cell>> }[] = [
  { about: 'and binds closer than or', source: 'event = "X" and hidden or size = 12', gives: true },
  { about: 'types are not mixed: a number never equals a text', source: '$string(size) = "12" and ("12" = 12) = false', gives: true },
  { about: 'lists are equal by their members', source: '["a", "b"] = ["a", "b"]', gives: true },
  { about: 'in asks for a member', source: '"a" in tags', gives: true },
  { about: 'in with a single value asks for equality', source: '"DELIVER" in event', gives: true },
  { about: 'in with many members', source: 'event in ["A", "B", "C", "D", "DELIVER"]', gives: true },
  { about: 'a blank field is blank, not missing', source: 'subject = ""', changed: { subject: '' }, gives: true },
  { about: 'a blank is false', source: 'subject ? "text" : "blank"', changed: { subject: '' }, gives: 'blank' },
  { about: 'zero is false', source: '0 or ""', gives: false },
  { about: 'a list is true when a member is', source: '$boolean(["", "0"])', gives: true },
  { about: '& spells lists as JSON', source: '"x" & tags', gives: 'x["b","a","b"]' },
  { about: '& spells numbers to 15 digits', source: '0.1 + 0.2 & ""', gives: '0.3' },
  { about: 'length counts characters', source: '$length("a😀")', gives: 2 },
  { about: 'substring does not cut a character', source: '$substring("😀ab", -3, 2)', gives: '😀a' },
  { about: 'without the separator, all of it', source: '$substringBefore("abc", "@")', gives: 'abc' },
  { about: 'a pattern may look at case', source: '$contains(subject, /lunch/)', gives: false },
  { about: 'a pattern with flag i may not', source: '$contains(subject, /lunch/i)', gives: true },
  { about: 'flag m: at each line', source: '$contains("a\\nb", /^b$/m)', gives: true },
  { about: '$distinct of a filtered list can be one value', source: '$distinct($filter(tags, function($x){ $x = "b" })) & ""', gives: 'b' },
  { about: '$distinct of a field stays a list', source: '$distinct(tags) & ""', changed: { tags: ['b', 'b'] }, gives: '["b"]' },
  { about: 'a result list of one is a list in a list field', source: '$filter(tags, function($x){ $x = "a" })', gives: ['a'] },
  { about: 'a result list of none is an empty list', source: '$filter(tags, function($x){ $x = "z" })', gives: [] },
  { about: 'no value is a blank', source: 'hidden ? "x"', gives: '' },
  { about: 'no value of a number is a blank', source: '$max([])', gives: '' },
  { about: 'null is a blank', source: 'null', gives: '' },
  { about: 'numbers with decimals are text', source: 'size / 8', gives: '1.5' },
  { about: 'there is no negative zero', source: '-0 * size', gives: 0 },
  { about: 'parameters', source: '$params.prefix & $params.most & $params.strict', gives: 'EX3true' },
  { about: 'inline functions see the fields, and each other\'s parameters', source: '$map(tags, function($x){ $join($map(tags, function($y, $i){ $x & $y & $i & event })) })', changed: { tags: ['a', 'b'] }, gives: ['aa0DELIVERab1DELIVER', 'ba0DELIVERbb1DELIVER'] },
  // accounts
  { about: 'an account reads as its address', source: '$substringAfter(sender, "@")', gives: 'example.com' },
  { about: 'an account equals its address', source: 'sender = "anna@example.com" and sender = address', gives: true },
  { about: 'accounts in a list read as addresses', source: '"john@partner.com" in recipients', gives: true },
  { about: 'a field read as it is stays an account', source: 'sender', gives: anna },
  { about: 'some of the accounts', source: '$filter(recipients, function($r){ $inside($r) and $kind($r) = "person" })', gives: [cloe] },
  { about: 'an account is true, even as a condition within a function', source: '$filter(recipients, function($r){ $r })', gives: [cloe, room, john] },
  { about: 'all participants, each once', source: '$distinct($append(sender, recipients))', changed: { recipients: [anna, john] }, gives: [anna, john] },
  { about: 'the first account inside', source: '$reduce(recipients, function($a, $r){ $inside($a) ? $a : $r })', changed: { recipients: [john, room] }, gives: room },
  { about: 'addresses put together, also of a single one', source: '$reduce(recipients, function($a, $r){ $a & ";" & $r })', changed: { recipients: [john] }, gives: 'john@partner.com' },
  { about: 'addresses put together', source: '$reduce(recipients, function($a, $r){ $a & ";" & $r })', changed: { recipients: [john, anna] }, gives: 'john@partner.com;anna@example.com' },
  { about: 'a blank instead of an account', source: '$kind(sender) & $inside(sender)', changed: { sender: '' }, gives: 'nonefalse' },
  { about: 'account or blank', source: '$inside(sender) ? sender : ""', changed: { sender: john }, gives: '' },
  { about: 'kinds in a list', source: '$map(recipients, function($r){ $kind($r) })', gives: ['person', 'room', 'outside'] },
]

for (const { about, source, gives, changed } of cases) {
  test(`${about}: ${source}`, t => {
    t.deepEqual(evaluate(source, changed), gives)
  })
}

const failures = [
  { source: 'subject > 5', reason: 'wrong-type' },
  { source: 'size > 5', changed: { size: '' }, reason: 'wrong-type' },
  { source: 'hidden < true', reason: 'wrong-type' },
  { source: '$number(subject)', reason: 'wrong-type' },
  { source: '$sort(["a", 1])', reason: 'wrong-type' },
  { source: '$replace(subject, "", "x")', reason: 'wrong-type' },
  { source: 'size / 0', reason: 'no-number' },
  { source: '1e308 * 10 + 1', reason: 'no-number' },
  { source: '$split(subject, / */)', reason: 'empty-match' },
  { source: '$replace("aaaaaaaaaa", "a", $join(tags))', changed: { tags: Array(10_000).fill('x') as string[] }, reason: 'too-long' },
  { source: '$join(tags, subject)', changed: { tags: Array(100).fill('') as string[], subject: 'x'.repeat(1_000) }, reason: 'too-long' },
  { source: 'subject & subject', changed: { subject: 'x'.repeat(40_000) }, reason: 'too-long' },
  { source: '$string(tags)', changed: { tags: ['x'.repeat(40_000), 'x'.repeat(40_000)] }, reason: 'too-long' },
  { source: '$reduce(tags, function($a, $x){ $append($a, $a) }, ["a", "b"])', changed: { tags: Array(40).fill('') as string[] }, reason: 'too-long' },
] as const

for (const { source, reason, ...more } of failures) {
  test(`${source} ends with ${reason}`, t => {
    const changed: Readonly<Record<string, Cell>> = 'changed' in more ? more.changed : {}
    const failure = t.throws(() => evaluate(source, changed), { instanceOf: ExpressionFailed })
    t.is(failure.reason, reason)
    t.notRegex(failure.message, /Lunch|12:00|x{3}/)
  })
}

test('a text as long as the limit is still built', t => {
  t.is(evaluate('subject & subject', { subject: 'x'.repeat(limits.text / 2) }), 'x'.repeat(limits.text))
})

test('a pattern that would take the JavaScript engine for ever takes no time', t => {
  t.is(evaluate('$contains(subject, /^(a+)+$/)', { subject: `${'a'.repeat(5_000)}!` }), false)
})

test('an expression in a plan, written and read as JSON, runs the same', t => {
  const { expression } = parse('-0 < 1 and $contains($replace(subject, /L(un)/, "$1"), "unch")')
  const holds = compileCondition(JSON.parse(JSON.stringify(expression)) as typeof expression & {}, scope, () => 0)
  t.true(holds(['Lunch']))
})

test('a condition sees numbers that a cell would spell as text', t => {
  const names = [...scope.fields.keys()]
  const holds = compileCondition(parse('size / 2 - 6').expression!, scope, name => names.indexOf(name))
  t.false(holds(['', 12]))
  t.true(holds(['', 13]))
})
