// The calendar logs of a synthetic organisation, and what the meeting export must say of them.
import type { Organisation } from '../organisation.ts'
import type { Account } from '../party.ts'
import { everyday, kinds } from './kinds/all.ts'
import { isPlainInRawCsv } from './raw-cells.ts'
import type { CalendarRow, Entry, MeetingTruth } from './row.ts'
import { settingOf } from './setting.ts'
import type { CalendarOptions } from './setting.ts'

/** What one call of the cmdlet prints: the rows of one meeting in one mailbox, under a header of its own. */
export type Call = {
  readonly rows: readonly CalendarRow[]
  /** Alerts ask for further columns, and columns that tell nothing can be missing. */
  readonly header: 'plain' | 'alerts' | 'short'
}

export type Mailbox = { readonly account: Account, readonly calls: readonly Call[] }

export type Calendar = {
  /** In input order: files are named by number. */
  readonly mailboxes: readonly Mailbox[]
  /** The rows `meetings.csv` must hold, before hashing, in input order. */
  readonly truth: readonly MeetingTruth[]
  /** For each kind of meeting (see kinds/): how many rows it has in the logs, and how many of them must be written. */
  readonly kinds: ReadonlyMap<string, { readonly rows: number, readonly written: number }>
}

/**
 * Every kind of meeting once, then a mix. The same options give the same calendar; the organisation is not changed.
 * Nothing of the engine is used: this is what it is measured against.
 */
export const generateCalendar = (organisation: Organisation, options: CalendarOptions): Calendar => {
  const setting = settingOf(organisation, options)
  const { random } = setting
  const names = options.kinds ?? Object.keys(kinds)
  const made = Array.from({ length: names.length + (options.meetings ?? 60) }, (_, number) => {
    const name = names[number] ?? random.pick(options.kinds === undefined && random.chance(0.6) ? everyday : names)
    const rows = kinds[name]?.(setting) ?? []
    return [name, rows.filter(({ mailbox, row }) =>
      setting.collected.includes(mailbox) && (options.plain !== true || isPlainInRawCsv(row)))] as const
  })
  const mailboxes = setting.collected.map(account => ({
    account,
    calls: callsOf(made.flatMap(([, entries]) => entries.filter(({ mailbox }) => mailbox === account)))
      .map((rows, place) => ({ rows, header: (['plain', 'plain', 'alerts', 'short'] as const)[place % 4] ?? 'plain' })),
  }))
  return { mailboxes, truth: truthOf(mailboxes), kinds: countsOf(made) }
}

/** All rows in input order. */
export const rowsOf = (mailboxes: readonly Mailbox[]): readonly CalendarRow[] =>
  mailboxes.flatMap(({ calls }) => calls.flatMap(({ rows }) => rows))

/** Rows that are equal in all that is read are one; they are the same row here, for times are exact enough. */
export const truthOf = (mailboxes: readonly Mailbox[]): readonly MeetingTruth[] =>
  [...new Set(rowsOf(mailboxes))].flatMap(({ truth }) => truth === undefined ? [] : [truth])

/** The rows of one mailbox by meeting, in the order they were logged. */
const callsOf = (entries: readonly Entry[]): readonly (readonly CalendarRow[])[] => {
  const calls = new Map<unknown, CalendarRow[]>()
  for (const { row } of entries) {
    const key = row.properties.CleanGlobalObjectId
    calls.set(key, [...calls.get(key) ?? [], row])
  }
  const at = ({ properties: { OriginalLastModifiedTime: time } }: CalendarRow): number =>
    typeof time === 'object' ? time.ticks : 0
  return [...calls.values()].map(rows => rows.toSorted((one, other) => at(one) - at(other)))
}

const countsOf = (made: readonly (readonly [string, readonly Entry[]])[]): Calendar['kinds'] => {
  const counts = new Map<string, { readonly rows: number, readonly written: number }>()
  for (const [name, entries] of made) {
    const { rows, written } = counts.get(name) ?? { rows: 0, written: 0 }
    const kept = new Set(entries.map(({ row }) => row).filter(({ truth }) => truth !== undefined))
    counts.set(name, { rows: rows + entries.length, written: written + kept.size })
  }
  return counts
}
