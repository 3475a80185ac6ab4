// What runs and hardly does what was meant: words that a field never is, lists taken for texts, conditions without a choice.
import test from 'ava'
import { judge, parse } from '../../engine/expression/index.ts'
import { constantOf } from '../../engine/expression/constant.ts'
import type { Scope } from '../../engine/expression/scope.ts'
import { scope } from './example-rows.ts'

const within: Scope = {
  ...scope, kinds: ['person', 'room'],
  params: new Map([...scope.params, ['disabled', { type: 'text', values: ['keep', 'drop'] }], ['groups', { type: 'list', values: ['Office', 'Group'] }]]),
}

const judged = (source: string) => judge(parse(source).expression!, within).problems.map(({ code, severity = 'error', offset, length, hint = '', fix }) =>
  ({ said: `${severity} ${code}`, at: source.slice(offset, offset + length), hint, replace: fix?.replace }))

const warnings: readonly { readonly source: string, readonly said: string, readonly at: string, readonly hint: string, readonly replace?: string }[] = [
  // words that a closed list does not have
  { source: 'event = "DELIVERD"', said: 'warning unknown-value', at: 'DELIVERD', hint: 'did you mean "DELIVER"?', replace: 'DELIVER' },
  { source: '"deliver" != event', said: 'warning unknown-value', at: 'deliver', hint: 'did you mean "DELIVER"?', replace: 'DELIVER' },
  { source: "event in ['SEND', 'RECEIVE']", said: 'warning unknown-value', at: 'RECEIVE', hint: 'it can be: DELIVER, SEND' },
  { source: '(hidden ? "in" : event) = "out" and event = "X"', said: 'warning unknown-value', at: 'X', hint: 'it can be: DELIVER, SEND' },
  { source: '$params.disabled = "dropp"', said: 'warning unknown-value', at: 'dropp', hint: 'did you mean "drop"?', replace: 'drop' },
  { source: '"Groups" in $params.groups', said: 'warning unknown-value', at: 'Groups', hint: 'did you mean "Group"?', replace: 'Group' },
  { source: '"rom" in $map(recipients, function($r){ $kind($r) })', said: 'warning unknown-value', at: 'rom', hint: 'did you mean "room"?', replace: 'room' },
  { source: '$kind(sender) = "rom"', said: 'error unknown-kind', at: 'rom', hint: 'did you mean "room"?', replace: 'room' },
  // one value where a list is meant, and the other way round
  { source: '"@example.com" in address', said: 'warning wrong-argument', at: 'in', hint: 'write $contains(address, "@example.com") for a part of it, or "@example.com" = address' },
  { source: 'tags & "x"', said: 'warning wrong-argument', at: '&', hint: 'write $join(tags, ", ")' },
  { source: '$count(subject) > 0', said: 'warning wrong-argument', at: 'subject', hint: 'write subject != ""' },
]

for (const { source, said, at, hint, replace } of warnings) {
  test(`${said}: ${source}`, t => { t.deepEqual(judged(source), [{ said, at, hint, replace }]) })
}

for (const source of [
  'event = ""', 'event in ["SEND", ""]', 'event = $params.prefix', 'id = "external"', '$params.prefix = "x"', '"a" in tags', 'event in $params.domains',
  '$kind(sender) in ["room", "person"]', '$count($split(subject, ","))', '$join(tags) & "x"', 'subject in ["a", "b"]',
]) {
  test(`nothing is said of ${source}`, t => { t.deepEqual(judged(source), []) })
}

// null: rows, or runs, can differ.
const conditions: Readonly<Record<string, boolean | null>> = {
  'true': true, 'false': false, '"x"': true, '""': false, '0': false, 'null': false, '[]': false, '["", 0]': false, '["", 1]': true,
  '1 = 1': true, '"a" = "b"': false, '"a" in ["a", "b"]': true, '1 in []': false, 'event in []': false, '2 < 1': false,
  'sender = sender': true, 'size != size': false, 'size >= size': true,
  'hidden or true': true, 'hidden and false': false, 'hidden and true': null, 'false or hidden': null, 'true and "x" = "x"': true,
  '$not(false)': true, '$not(hidden)': null, '$boolean("x")': true, '(true)': true,
  'hidden ? true : true': true, 'hidden ? true : false': null, 'true ? hidden : false': null, 'true ? false : hidden': false, 'hidden ? false': false,
  'hidden': null, '$params.strict': null, 'size > 5': null, '1 < "a"': null, '$count(tags) = 0': null,
}

for (const [source, expect] of Object.entries(conditions)) {
  test(`${source} ${expect === null ? 'can differ' : `is always ${expect}`}`, t => { t.is(constantOf(parse(source).expression!) ?? null, expect) })
}
