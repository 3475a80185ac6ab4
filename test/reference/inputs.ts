// The input that generated pipelines read: a field of every type, in several spellings, and the directory beside it.
import type { Chooser } from './chooser.ts'
import type { Fields, Known } from './known.ts'
import { ends, nasty, people, plainMembers, usual } from './texts.ts'
import type { ExportRecord } from './value.ts'

type Column = {
  readonly field: string
  /** As it stands in the rule file. */
  readonly declared: Readonly<Record<string, unknown>>
  readonly known: Known
  /** The column of the export, and the texts in it. */
  readonly column: string
  readonly texts: readonly string[]
}

const text = (mark: Known['mark'], type: Known['type'] = 'text', list = false): Known => ({ type, list, mark })

export const columns: readonly Column[] = [
  { field: 'sender', declared: { from: ['sender-address', 'Sender'], privacy: 'identity' }, known: text('identity'), column: 'Sender', texts: ends },
  { field: 'to', declared: { from: ['recipient-address', 'Recipients'], privacy: 'identity', type: 'list' }, known: text('identity', 'text', true), column: 'RECIPIENTS', texts: ends },
  { field: 'event', declared: { from: ['event-id', 'EventId'], privacy: 'open', type: 'word' }, known: text('open'), column: 'event-id', texts: usual.event },
  { field: 'time', declared: { from: ['date-time'], privacy: 'open', type: 'time' }, known: text('open', 'time'), column: 'Date-Time', texts: usual.time },
  { field: 'message', declared: { from: ['message-id'], privacy: 'sensitive', type: 'message-id', or: ['fallback'] }, known: text('sensitive'), column: 'message-id', texts: usual.message },
  { field: 'size', declared: { privacy: 'open', type: 'integer' }, known: text('open', 'integer'), column: 'size', texts: usual.size },
  { field: 'subject', declared: { privacy: 'sensitive' }, known: text('sensitive'), column: 'Subject', texts: nasty },
  { field: 'level', declared: { privacy: 'open', values: ['low', 'mid', 'high'] }, known: { ...text('open'), bounded: true }, column: 'level', texts: usual.level },
  { field: 'seen', declared: { privacy: 'open', type: 'boolean' }, known: text('open', 'boolean'), column: 'seen', texts: usual.seen },
  { field: 'start', declared: { from: ['StartTime'], privacy: 'open', type: 'local-time', optional: true }, known: text('open', 'local-time'), column: 'starttime', texts: usual.start },
  { field: 'state', declared: { privacy: 'open', type: 'number', pattern: '.*[0-9]', optional: true }, known: text('open', 'number'), column: 'state', texts: usual.state },
  { field: 'day', declared: { from: ['hired on'], privacy: 'open', type: 'date', optional: true }, known: text('open', 'date'), column: 'HiredOn', texts: usual.day },
  { field: 'note', declared: { privacy: 'open', optional: true }, known: text('open'), column: 'note', texts: nasty },
  { field: 'tags', declared: { privacy: 'open', type: 'list', optional: true }, known: text('open', 'text', true), column: 'tags', texts: plainMembers },
  { field: 'number', declared: { privacy: 'identity', type: 'id', optional: true }, known: text('identity', 'id'), column: 'number', texts: usual.number },
]

/** Records with a cell for every column save those left out; `real` lists can hold anything, joined ones cannot. */
export function recordOf(choose: Chooser, absent: ReadonlySet<string>, real: boolean): ExportRecord {
  const cells = columns.filter(({ field }) => !absent.has(field)).map(({ column, texts, known }): [string, string | readonly string[]] => {
    if (!known.list) return [column, choose.one(texts)]
    const members = real ? texts : texts.filter(member => /^[\w.@-]+$/.test(member))
    return [column, [...choose.some([...members, ...members], 0, 4)].filter(member => member !== '')]
  })
  return Object.fromEntries([...cells, ['fallback', choose.one(usual.fallback)], ['never declared', 'secret']])
}

export const directoryFields = {
  dn: { privacy: 'identity' }, mail: { privacy: 'identity' }, proxies: { privacy: 'identity', type: 'list' }, login: { privacy: 'identity' },
  employee: { privacy: 'identity', type: 'id' }, type: { privacy: 'open', type: 'integer' },
} as const

export const directoryKnown: Fields = new Map([
  ['dn', text('identity')], ['mail', text('identity')], ['proxies', text('identity', 'text', true)], ['login', text('identity')],
  ['employee', text('identity', 'id')], ['type', text('open', 'integer')],
])

/** An account that is called as one of the receiver's words is not that word, which the reference cannot tell by the text. */
const names = ends.filter(text => !['external', 'internal', 'error'].includes(text))

/** Somebody put together from what several have, so that names and addresses are often those of two. */
export const personOf = (choose: Chooser): ExportRecord => Object.fromEntries([...directoryKnown.keys()].map(name => {
  const texts: readonly ExportRecord[string][] = people.map(person => person[name as keyof typeof person])
  return [name, choose.one(['mail', 'dn'].includes(name) && choose.rarely(4) ? names : texts)]
}))

export const lookup = {
  from: 'people', domains: { param: 'domains' }, address: ['proxies', 'mail'], also: ['proxies', 'mail', 'dn', 'login'], id: ['employee', 'address'],
  remote: { type: [2147483648] }, kinds: [{ room: { type: [16] } }, { outside: { type: [64] } }, { service: { login: ['svc-*'], address: ['svc-*'] } }],
} as const

export const kinds = ['room', 'outside', 'service', 'person', 'unknown', 'none'] as const
