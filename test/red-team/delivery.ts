// The delivery that the red team attacks: two people who must show nowhere, in every column there is.
import { stringify } from 'yaml'

/** What must not show, in the letters that an export may have. */
export const canaries = ['xaverine', 'qvist', 'wombat', '48123456789', '40417'] as const

const mails = [
  ['message', 'sender', 'to', 'subject', 'phone', 'born', 'note', 'time', 'event', 'zone', 'display-name'],
  ['<1@x>', 'xaverine.qvist@contoso.example', 'bob@contoso.example', 'Project Wombat', '48123456789', '1985-03-17', 'Qvist', '2023-06-01T08:00:00Z', 'qvist@wombat.example', 'The zone of Xaverine', 'Xaverine Qvist'],
  ['<2@x>', 'bob@contoso.example', 'john@partner.example', 'Lunch', '48000000000', '1990-01-01', '', '2023-06-01T09:00:00Z', '', 'UTC', 'Bob'],
  ['<3@x>', 'bob@contoso.example', 'xaverine.qvist@contoso.example', 'Lunch', '48000000000', '1990-01-01', '', '2023-06-01T10:00:00Z', '', 'UTC', 'Bob'],
] as const

const people = [
  ['mail', 'login', 'number', 'type', 'department'],
  ['xaverine.qvist@contoso.example', 'xaverine', '40417', '1', 'Wombat'], ['bob@contoso.example', 'bob', '7', '1', 'Sales'],
] as const

const csv = (rows: readonly (readonly string[])[]): string => rows.map(cells => `${cells.join(',')}\r\n`).join('')

/** The inputs as files; a way may bring its own in place of one. */
export const exported = { mails: csv(mails), people: csv(people) } as const

export type Rules = {
  readonly params?: unknown
  readonly fields?: Readonly<Record<string, unknown>>
  readonly steps?: Readonly<Record<string, unknown>>
  readonly columns?: Readonly<Record<string, unknown>>
  readonly allow?: Readonly<Record<string, string>>
  readonly csv?: Readonly<Record<string, unknown>>
  readonly expect?: unknown
  readonly outputs?: Readonly<Record<string, unknown>>
  readonly kinds?: readonly unknown[]
  readonly tests?: unknown
}

/** A rule file in which everybody is identified as `sender` and `to`, and `steps` come behind. */
export const ruleFile = ({ params, fields, steps, columns = { when: 'time' }, allow, csv, expect, outputs, kinds, tests }: Rules): string => stringify({
  version: 1, name: 'attack', about: 'A way out.',
  ...params ? { params } : {},
  inputs: {
    mails: {
      fields: {
        message: { privacy: 'sensitive', type: 'message-id' }, sender: { privacy: 'identity' }, to: { privacy: 'identity', type: 'list' },
        subject: { privacy: 'sensitive' }, phone: { privacy: 'sensitive' }, event: { privacy: 'sensitive' }, zone: { privacy: 'sensitive' },
        time: { privacy: 'open', type: 'time' }, ...fields,
      },
    },
    people: { fields: { mail: { privacy: 'identity' }, login: { privacy: 'identity' }, number: { privacy: 'identity', type: 'id' }, type: { privacy: 'open', type: 'integer' }, department: { privacy: 'sensitive' } } },
  },
  lookups: { people: { from: 'people', domains: ['contoso.example'], address: ['mail'], also: ['login'], id: ['number', 'address'], ...kinds ? { kinds } : {} } },
  from: 'mails',
  steps: { who: { identify: { fields: ['sender', 'to'], in: 'people' } }, ...steps },
  outputs: outputs ?? { out: { csv: { file: 'out.csv', ...csv }, columns, ...allow ? { allow } : {}, ...expect ? { expect } : {} } },
  ...tests ? { tests } : {},
}, { lineWidth: 0 })
