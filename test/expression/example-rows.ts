// The fields that the tests of expressions speak about, and a way to evaluate one of them.
import { compile, judge, parse } from '../../engine/expression/index.ts'
import type { Scope } from '../../engine/expression/scope.ts'
import type { Account, Cell, Field, FieldType, Mark } from '../../engine/spec/field.ts'

export const field = (type: FieldType, mark: Mark = 'open', list = false): Field => ({ type, list, mark, trail: [] })

export const scope: Scope = {
  fields: new Map<string, Field>([
    ['event', { ...field('word'), values: ['DELIVER', 'SEND'] }],
    ['size', field('integer')],
    ['state', field('number')],
    ['hidden', field('boolean')],
    ['time', field('time')],
    ['subject', field('text', 'sensitive')],
    ['message-id', field('message-id', 'sensitive')],
    ['address', field('text', 'identity')],
    ['tags', field('text', 'open', true)],
    ['sender', field('account', 'identity')],
    ['recipients', field('account', 'identity', true)],
    ['id', field('pseudonym', 'pseudonym')],
  ]),
  params: new Map([
    ['domains', { type: 'list', value: ['example.com', 'example.org'] }],
    ['cloud-domains', { type: 'list', value: [] }],
    ['prefix', { type: 'text', value: 'EX' }],
    ['most', { type: 'integer', value: 3 }],
    ['strict', { type: 'boolean', value: true }],
  ]),
}

export const anna: Account = { text: 'anna@example.com', kind: 'person', inside: true, remote: false }
export const cloe: Account = { text: 'cloe@example.com', kind: 'person', inside: true, remote: true }
export const room: Account = { text: 'oslo@example.com', kind: 'room', inside: true, remote: false }
export const john: Account = { text: 'john@partner.com', kind: 'outside', inside: false, remote: false }

export const row: Readonly<Record<string, Cell>> = {
  event: 'DELIVER', size: 12, hidden: false, time: '2023-06-01T08:45:12.876Z', subject: 'Lunch, 12:00', 'message-id': '<1@x>',
  address: 'anna@example.com', tags: ['b', 'a', 'b'], sender: anna, recipients: [cloe, room, john], id: 'ab12',
}

/** The cell an expression gives for the row above with some cells changed. */
export function evaluate(source: string, changed: Readonly<Record<string, Cell>> = {}, within: Scope = scope): Cell {
  const { expression, problems } = parse(source)
  if (!expression || problems.length) throw new Error(problems.map(problem => problem.message).join('; '))
  const names = [...within.fields.keys()]
  const cells: Readonly<Record<string, Cell>> = { ...row, ...changed }
  return compile(expression, within, name => names.indexOf(name))(names.map(name => cells[name]!))
}

/** Everything parse and judge have to say, with the piece of source it is about. */
export function problemsOf(source: string): readonly { readonly code: string, readonly at: string, readonly message: string, readonly hint?: string }[] {
  const { expression, problems } = parse(source)
  return [...problems, ...expression ? judge(expression, scope).problems : []].map(({ code, offset, length, message, hint }) =>
    ({ code, at: source.slice(offset, offset + length), message, ...hint === undefined ? {} : { hint } }))
}
