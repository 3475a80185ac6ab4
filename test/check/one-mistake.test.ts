// One mistake gives one finding: our own rule files, each with one thing changed as a hand slips.
import { readFileSync } from 'node:fs'
import { normalize } from 'node:path'
import test from 'ava'
import { checkRules } from '../../engine/check/rules.ts'
import { loadRules } from '../../engine/load/rules.ts'

const emails = 'rules/emails.yaml'
const users = 'rules/users.yaml'
const meetings = 'rules/meetings.yaml'
const library = 'rules/organisation.yaml'
const fabrikam = 'rules/customers/fabrikam/emails.yaml'

/** Where the file is a library, the pipeline is checked; `gives` is all that is said. */
const slips: readonly { readonly title: string, readonly file: string, readonly from: string | RegExp, readonly to: string, readonly gives: string }[] = [
  // keys and sections
  { title: 'a section', file: emails, from: 'steps: ', to: 'stesp:', gives: 'unknown-key' },
  { title: 'inputs', file: emails, from: 'inputs:', to: 'inptus:', gives: 'unknown-key' },
  { title: 'include', file: emails, from: 'include:', to: 'inclde:', gives: 'unknown-key' },
  { title: 'extends', file: fabrikam, from: 'extends:', to: 'extend:', gives: 'unknown-key' },
  { title: 'fields of an input', file: emails, from: 'fields:  ', to: 'filds:   ', gives: 'unknown-key' },
  { title: 'columns of an output', file: emails, from: 'columns:', to: 'colums:', gives: 'unknown-key' },
  { title: 'kinds of a lookup', file: library, from: 'kinds: ', to: 'kinsd: ', gives: 'unknown-key' },
  { title: 'an option of a step', file: emails, from: '{ fields: [sender, recipient], in: people }', to: '{ feilds: [sender, recipient], in: people }', gives: 'unknown-key' },
  { title: 'a step type', file: emails, from: '{ identify: {', to: '{ identfy: {', gives: 'unknown-step-type' },
  { title: 'the reason of a step that a test names', file: emails, from: "event in [\"SENDEXTERNAL\", \"SEND\"]', because:", to: "event in [\"SENDEXTERNAL\", \"SEND\"]', becuase:", gives: 'unknown-key' },
  { title: 'privacy left out', file: meetings, from: 'privacy: open,      type: local-time }', to: 'type: local-time }', gives: 'missing-key' },
  { title: 'a privacy that is none', file: emails, from: /(sender: .*)identity/, to: '$1identty', gives: 'wrong-value' },
  { title: 'a type that is none', file: meetings, from: /(start: .*)local-time/, to: '$1localtime', gives: 'wrong-value' },
  { title: 'the fields of a hash left out', file: emails, from: 'fields: [message, sender, recipient], profile', to: 'profile', gives: 'missing-key' },
  // what other tools call it
  { title: 'the reason of a step', file: emails, from: 'because: bounces and', to: 'reason: bounces and', gives: 'unknown-key' },
  { title: 'a step type by another name', file: emails, from: 'explode:  { field', to: 'split:  { field', gives: 'unknown-step-type' },
  { title: 'the privacy of a field', file: emails, from: /(sender: .*)privacy:/, to: '$1sensitivity:', gives: 'unknown-key' },
  { title: 'the columns of an output', file: emails, from: 'columns:', to: 'fields:', gives: 'unknown-key' },
  { title: 'an operator', file: emails, from: 'envelope = "<>"', to: 'envelope == "<>"', gives: 'expression-syntax' },
  { title: 'a hyphen without backticks', file: users, from: '`employee-id` = ""', to: 'employee-id = ""', gives: 'unknown-field' },
  { title: 'a pattern that meets nothing', file: library, from: '"noreply@*"', to: '"noreply@"', gives: 'bad-wildcard' },
  { title: 'a list that was meant to grow', file: fabrikam, from: 'steps: {', to: 'steps: { people-only: { drop: { accounts: [outside] } },', gives: 'overlay-replaces-list' },
  // columns of the text
  { title: 'a step in the one before', file: users, from: '\n  group-ids:', to: '\n    group-ids:', gives: 'duplicate-key' },
  { title: 'columns beside their map', file: users, from: '\n      supervisor_id: {', to: '\n    supervisor_id: {', gives: 'yaml-syntax' },
  // names
  { title: 'a field of a hash', file: emails, from: 'fields: [message, sender, recipient], profile', to: 'fields: [mesage, sender, recipient], profile', gives: 'unknown-field' },
  { title: 'a field of identify', file: emails, from: 'fields: [sender, recipient], in', to: 'fields: [sendr, recipient], in', gives: 'unknown-field' },
  { title: 'a lookup', file: emails, from: 'fields: [sender, recipient], in: people', to: 'fields: [sender, recipient], in: poeple', gives: 'unknown-lookup' },
  { title: 'the field of explode', file: emails, from: 'field: recipient', to: 'field: recipent', gives: 'unknown-field' },
  { title: 'a field of set that others read', file: users, from: 'department: $trim(department)', to: 'department: $trim(departmnt)', gives: 'unknown-field' },
  { title: 'a function of set whose field others read', file: users, from: 'all-groups:  { set:      { ids: \'$append(', to: 'all-groups:  { set:      { ids: \'$apend(', gives: 'unknown-function' },
  { title: 'an input', file: emails, from: 'from: tracking', to: 'from: trackin', gives: 'unknown-input' },
  { title: 'a kind of account', file: emails, from: 'accounts: [room,', to: 'accounts: [rom,', gives: 'unknown-kind' },
  { title: 'a step of the base', file: fabrikam, from: 'machine-mail:', to: 'machin-mail:', gives: 'overlay-names-nothing' },
  { title: 'an input that is near to none', file: emails, from: 'from: tracking', to: 'from: 5', gives: 'wrong-type' },
  { title: 'a default that the declaration does not have', file: library, from: 'default: ascii-hex', to: 'default: ascii', gives: 'wrong-value' },
  { title: 'the line with the name of a section', file: emails, from: /\ninputs:.*\n/, to: '\n\n', gives: 'unknown-key' },
  // YAML
  { title: 'a line less indented', file: emails, from: '  machine-mail:  ', to: ' machine-mail:  ', gives: 'yaml-syntax' },
  { title: 'a line more indented', file: emails, from: '  journal:  ', to: '   journal:  ', gives: 'yaml-syntax' },
  { title: 'a tab', file: emails, from: '  machine-mail:  ', to: '\t machine-mail:  ', gives: 'yaml-syntax' },
  { title: 'a quote left out', file: emails, from: "'envelope = \"<>\"'", to: "'envelope = \"<>\"", gives: 'yaml-syntax' },
  { title: 'quotes left out around a text first', file: emails, from: "'traffic != \"\" and", to: "\"\" != traffic and", gives: 'yaml-syntax' },
  { title: 'a bracket left out', file: emails, from: 'in: [sender, recipient], because', to: 'in: [sender, recipient, because', gives: 'yaml-syntax' },
  { title: 'a comma left out', file: emails, from: /(traffic: .*)open, +type/, to: '$1open type', gives: 'yaml-syntax' },
  { title: 'the line with the name of an output', file: users, from: '  employees_groups:\n    from:', to: '\n    from:', gives: 'duplicate-key' },
  { title: 'a library that is no YAML, under a customer', file: library, from: 'optional: true, type: integer }', to: 'optional: true, type: integer', gives: 'yaml-syntax' },
]

const tops: Readonly<Record<string, string>> = { [library]: fabrikam }

for (const { title, file, from, to, gives } of slips) {
  test(`${gives}: ${title}`, t => {
    const broken = readFileSync(file, 'utf8').replace(from, to)
    t.true(broken !== readFileSync(file, 'utf8'), `${file} has no ${String(from)} any more`)
    const codes: string[] = []
    const loaded = loadRules(tops[file] ?? file, path => normalize(path) === file ? broken : readFileSync(path, 'utf8'), ({ code }) => { codes.push(code) })
    if (loaded) codes.push(...checkRules(loaded, new Map(), true).diagnostics.map(({ code }) => code))
    t.deepEqual(codes, [gives])
  })
}
