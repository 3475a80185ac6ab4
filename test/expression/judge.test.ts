// What is known before any row: types, marks, reads, and mistakes that would only show in data.
import test from 'ava'
import { judge, parse } from '../../engine/expression/index.ts'
import { kindsAsked } from '../../engine/expression/kinds.ts'
import type { Field } from '../../engine/spec/field.ts'
import { problemsOf, scope } from './example-rows.ts'

const judged = (source: string): ReturnType<typeof judge> => judge(parse(source).expression!, scope)

type Result = Partial<Field>
const results: readonly { readonly source: string, readonly field: Result }[] = [
  // a field read as it is stays what it is
  { source: 'event', field: { type: 'word', list: false, mark: 'open', values: ['DELIVER', 'SEND'] } },
  { source: '(`message-id`)', field: { type: 'message-id', list: false, mark: 'sensitive' } },
  { source: 'recipients', field: { type: 'account', list: true, mark: 'identity' } },
  { source: 'id', field: { type: 'pseudonym', list: false, mark: 'pseudonym' } },
  { source: '$params.domains', field: { type: 'text', list: true, mark: 'open' } },
  { source: '$params.most', field: { type: 'integer', list: false, mark: 'open' } },
  // literals and choices of literals are closed lists
  { source: '"Email"', field: { type: 'text', list: false, mark: 'open', values: ['Email'] } },
  { source: 'hidden ? "a" : event', field: { type: 'text', list: false, mark: 'open', values: ['a', 'DELIVER', 'SEND'] } },
  { source: 'hidden ? "a"', field: { type: 'text', list: false, mark: 'open', values: ['a'] } },
  { source: 'hidden ? time : ""', field: { type: 'time', list: false, mark: 'open' } },
  { source: 'hidden ? time : size', field: { type: 'text', list: false, mark: 'open' } },
  { source: '["a", "b"]', field: { type: 'text', list: true, mark: 'open', values: ['a', 'b'] } },
  // the choice itself tells something of what it asks
  { source: 'subject = "x" ? "a" : "b"', field: { type: 'text', list: false, mark: 'sensitive', values: ['a', 'b'] } },
  // conditions
  { source: 'address = "a" and size > 1', field: { type: 'boolean', list: false, mark: 'identity' } },
  { source: 'event in $params.domains', field: { type: 'boolean', list: false, mark: 'open' } },
  { source: '$not(subject)', field: { type: 'boolean', list: false, mark: 'sensitive' } },
  // numbers: integers are a type, others are text
  { source: 'size + 1', field: { type: 'integer', list: false, mark: 'open' } },
  { source: '-size % 2', field: { type: 'integer', list: false, mark: 'open' } },
  { source: 'size / 2', field: { type: 'text', list: false, mark: 'open' } },
  { source: 'size * 0.5', field: { type: 'text', list: false, mark: 'open' } },
  { source: '$round(size / 2)', field: { type: 'integer', list: false, mark: 'open' } },
  { source: '$count(recipients)', field: { type: 'integer', list: false, mark: 'identity' } },
  // texts
  { source: '$lowercase(sender) & id', field: { type: 'text', list: false, mark: 'identity' } },
  { source: '$split(subject, ",")', field: { type: 'text', list: true, mark: 'sensitive' } },
  // what may be known of an account without knowing who it is
  { source: '$inside(sender) and $not($remote(sender))', field: { type: 'boolean', list: false, mark: 'open' } },
  { source: '$kind(sender)', field: { type: 'text', list: false, mark: 'open' } },
  { source: '$map(recipients, function($r){ $kind($r) })', field: { type: 'text', list: true, mark: 'open' } },
  { source: '$reduce(recipients, function($n, $r){ $inside($r) ? $n + 1 : $n }, 0)', field: { type: 'integer', list: false, mark: 'open' } },
  { source: '$map(recipients, function($r){ $kind($r) & $r })', field: { type: 'text', list: true, mark: 'identity' } },
  { source: '$map(recipients, function($r){ 1 })', field: { type: 'integer', list: true, mark: 'identity' } },
  { source: '$map(tags, function($x){ $x & sender })', field: { type: 'text', list: true, mark: 'identity' } },
  { source: '$map(recipients, function($r, $i, $all){ $kind($r) & $join($all) })', field: { type: 'text', list: true, mark: 'identity' } },
  { source: '$reduce(recipients, function($n, $r){ $n & $kind($r) }, sender)', field: { type: 'text', list: false, mark: 'identity' } },
  { source: '$map($filter(recipients, function($r){ $inside($r) }), function($r){ $kind($r) })', field: { type: 'text', list: true, mark: 'open' } },
  // accounts stay accounts where only some of them are taken
  { source: '$filter(recipients, function($r){ $inside($r) })', field: { type: 'account', list: true, mark: 'identity' } },
  { source: '$distinct($append(sender, recipients))', field: { type: 'account', list: true, mark: 'identity' } },
  { source: '$append(sender, "x")', field: { type: 'text', list: true, mark: 'identity' } },
  { source: 'hidden ? sender : ""', field: { type: 'account', list: false, mark: 'identity' } },
  { source: '$reduce(recipients, function($a, $r){ $inside($a) ? $a : $r })', field: { type: 'account', list: false, mark: 'identity' } },
  { source: '$sort(recipients)', field: { type: 'text', list: true, mark: 'identity' } },
]

for (const { source, field } of results) {
  test(`${source} gives ${field.list ? 'a list of ' : ''}${field.type}, ${field.mark}`, t => {
    const result = judged(source)
    t.deepEqual(result.problems, [])
    const { chosen: _, ...rest } = result.field
    t.deepEqual(rest, { ...field, trail: [] } as unknown as Field)
  })
}

const choices: readonly { readonly source: string, readonly chosen?: Field['mark'], readonly mark: Field['mark'] }[] = [
  // as it was read, or all members of a list: nothing was chosen
  { source: 'sender', mark: 'identity' },
  { source: '$distinct($append(sender, $reverse(recipients)))', mark: 'identity' },
  // chosen by what is open
  { source: 'hidden ? sender : ""', mark: 'identity' },
  { source: '$inside(sender) ? sender : ""', mark: 'identity' },
  { source: '$filter(recipients, function($r){ $kind($r) = "person" })', mark: 'identity' },
  // chosen by what is not, or a part of it
  { source: '$contains(sender, "a") ? sender : ""', mark: 'identity', chosen: 'identity' },
  { source: 'subject = "" ? sender : ""', mark: 'identity', chosen: 'sensitive' },
  { source: '$filter(recipients, function($r){ $contains($r, "a") })', mark: 'identity', chosen: 'identity' },
  { source: '$substring(subject, 0, 1)', mark: 'sensitive', chosen: 'sensitive' },
  { source: 'subject & ""', mark: 'sensitive', chosen: 'sensitive' },
  // a function that lowers marks does not lower those
  { source: '$map($filter(recipients, function($r){ $contains($r, "a") }), function($r){ $inside($r) })', mark: 'identity', chosen: 'identity' },
  { source: '$reduce($filter(recipients, function($r){ $contains($r, "a") }), function($n, $r){ $inside($r) ? $n + 1 : $n }, 0)', mark: 'identity', chosen: 'identity' },
  { source: '$map(recipients, function($r){ $inside($r) })', mark: 'open' },
]

for (const { source, mark, chosen } of choices) {
  test(`${source} was chosen by what is ${chosen ?? 'open'}`, t => {
    const { field } = judged(source)
    t.deepEqual([field.mark, field.chosen], [mark, chosen])
  })
}

test('every field read is named once, also those only seen through $inside', t => {
  t.deepEqual(judged('$inside(sender) and event = "SEND" and $count($filter(recipients, function($r){ $r = sender })) > 0').reads,
    ['sender', 'event', 'recipients'])
})

const mistakes: readonly { readonly source: string, readonly code: string, readonly at: string, readonly says?: string, readonly hint?: string }[] = [
  { source: 'evnt = "SEND"', code: 'unknown-field', at: 'evnt', says: 'no field "evnt" at this step', hint: 'did you mean "event"?' },
  { source: '$params.domain', code: 'unknown-param', at: '$params.domain', says: 'no parameter "domain"', hint: 'did you mean "domains"?' },
  { source: 'recipient = ""', code: 'unknown-field', at: 'recipient', hint: 'did you mean "recipients"?' },
  { source: 'length in ["1"]', code: 'unknown-field', at: 'length', hint: 'there is: event, size' },
  { source: 'message-id = ""', code: 'unknown-field', at: 'message-id', hint: '`message-id`' },
  { source: 'event in $params.cloud-domains', code: 'unknown-param', at: '$params.cloud-domains', hint: '$params.`cloud-domains`' },
  { source: '$contians(event, "x")', code: 'unknown-function', at: '$contians', hint: '$contains' },
  { source: '$now() > time', code: 'expression-not-allowed', at: '$now', hint: '$params.name' },
  { source: '$contains(event)', code: 'wrong-argument', at: '$contains', says: 'takes 2 arguments, not 1', hint: '$contains(text, pattern)' },
  { source: '$lowercase(event, 1)', code: 'wrong-argument', at: '$lowercase', says: 'takes 1 argument, not 2' },
  // lists
  { source: 'recipients = "a@x"', code: 'wrong-argument', at: '=', hint: '"a@x" in recipients' },
  { source: '"x" != tags', code: 'wrong-argument', at: '!=', hint: '$not("x" in tags)' },
  { source: 'tags = ""', code: 'wrong-argument', at: '=', hint: '$count(tags) = 0' },
  { source: '$filter(tags, function($x){ true }) = "a"', code: 'wrong-argument', at: '=' },
  { source: 'tags > 1', code: 'wrong-argument', at: '>', hint: '$count(tags)' },
  { source: '-tags', code: 'wrong-argument', at: '-' },
  { source: 'tags in ["a"]', code: 'wrong-argument', at: 'in', hint: '$filter(tags' },
  { source: '$contains(tags, "x")', code: 'wrong-argument', at: 'tags', hint: '$count($filter(tags, function($x){ $contains($x, "x") })) > 0' },
  { source: '$lowercase(tags)', code: 'wrong-argument', at: 'tags', hint: '$map(tags, function($x){ $lowercase($x) })' },
  { source: '$length(tags) > 2', code: 'wrong-argument', at: 'tags', hint: '$count(tags)' },
  { source: '[["a"]]', code: 'wrong-argument', at: '[', says: 'within a list' },
  { source: '$map(tags, function($x){ $split($x, ".") })', code: 'wrong-argument', at: 'function', says: 'list of lists' },
  // types
  { source: 'size = "12"', code: 'wrong-argument', at: '=', hint: 'without quotes' },
  { source: 'state = 1', code: 'wrong-argument', at: '=', hint: '$number(state)' },
  { source: 'state = true', code: 'wrong-argument', at: '=', hint: '"true" in quotes' },
  { source: 'hidden = "true"', code: 'wrong-argument', at: '=', hint: 'true or false' },
  { source: 'event != 5', code: 'wrong-argument', at: '!=', hint: '"5" in quotes' },
  { source: 'subject + 1', code: 'wrong-argument', at: '+', hint: '$number(subject)' },
  { source: '$contains(size, "1")', code: 'wrong-argument', at: 'size', hint: '$string(size)' },
  { source: '$round(subject)', code: 'wrong-argument', at: 'subject', hint: '$number(subject)' },
  { source: '$sum(tags)', code: 'wrong-argument', at: 'tags', hint: '$number($x)' },
  // functions and patterns in their places
  { source: '$map(tags, event)', code: 'wrong-argument', at: 'event', says: 'needs a function' },
  { source: '$count(function($x){ 1 })', code: 'wrong-argument', at: 'function', says: 'takes no function' },
  { source: '$reduce(tags, function($x){ $x })', code: 'wrong-argument', at: 'function', says: 'needs 2 to 4' },
  { source: '$lowercase(/a/)', code: 'wrong-argument', at: '/a/', says: 'no regular expression' },
  // accounts
  { source: '$inside(address)', code: 'wrong-argument', at: 'address', hint: 'put identify before this step' },
  { source: '$inside(recipients)', code: 'wrong-argument', at: 'recipients', hint: '$filter(recipients, function($x){ $inside($x) })' },
  { source: '$kind($lowercase(sender))', code: 'wrong-argument', at: '$lowercase', hint: 'name a field' },
  { source: '$map(tags, function($x){ $kind($x) })', code: 'wrong-argument', at: '$x', hint: 'put identify before this step' },
]

for (const { source, code, at, says, hint } of mistakes) {
  test(`${code}: ${source}`, t => {
    const [problem, ...others] = problemsOf(source)
    t.deepEqual(others, [])
    t.is(problem!.code, code)
    t.is(problem!.at, at)
    if (says) t.true(problem!.message.includes(says), problem!.message)
    if (hint) t.true(problem!.hint?.includes(hint), problem!.hint)
  })
}

test('a kind is one of the words that accounts can have, where those are known', t => {
  const of = (source: string): readonly string[] | undefined =>
    judge(parse(source).expression!, { ...scope, kinds: ['person', 'room'] }).field.values
  t.deepEqual(of('$kind(sender)'), ['person', 'room'])
  t.deepEqual(of('hidden ? $kind(sender) : "hidden"'), ['person', 'room', 'hidden'])
  t.deepEqual(of('$map(recipients, function($r){ $kind($r) })'), ['person', 'room'])
  t.is(of('$kind(sender) & "s"'), undefined)
})

const asked: readonly { readonly source: string, readonly kinds: readonly string[] | undefined }[] = [
  { source: '$kind(sender) = "room" or "group" != ($kind(sender))', kinds: ['room', 'group'] },
  { source: '$kind(sender) in ["room", "group"] ? size > 1 : hidden', kinds: ['room', 'group'] },
  { source: '$count($filter(recipients, function($r){ $not($kind($r) = "room") })) > 0', kinds: ['room'] },
  { source: '$kind(sender) in $params.domains', kinds: ['example.com', 'example.org'] },
  { source: '$inside(sender)', kinds: [] },
  { source: '$kind(sender)', kinds: undefined },
  { source: '$kind(sender) = event', kinds: undefined },
  { source: '$contains($kind(sender), "ro")', kinds: undefined },
]

for (const { source, kinds } of asked) {
  test(`${source} asks for ${kinds === undefined ? 'any kind' : `the kinds ${kinds.join(', ') || '(none)'}`}`, t => {
    t.deepEqual(kindsAsked(parse(source).expression!, scope.params), kinds)
  })
}

test('a blank test is right for every type', t => {
  for (const name of ['event', 'size', 'hidden', 'time', 'subject', 'sender']) t.deepEqual(problemsOf(`${name} = ""`), [], name)
})

test('refused parts hide no other mistake', t => {
  t.deepEqual(problemsOf('evnt = list[0] or $contians(event, "x")').map(problem => problem.code),
    ['expression-not-allowed', 'unknown-field', 'unknown-function'])
})
