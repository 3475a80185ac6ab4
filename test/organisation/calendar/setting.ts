// Who meets, and whose calendar logs are collected.
import type { Organisation } from '../organisation.ts'
import type { Account, Kind } from '../party.ts'
import { random as randomFrom } from '../random.ts'
import type { Random } from '../random.ts'

export type CalendarOptions = {
  readonly seed: number
  /** How many meetings besides one of every kind; default 60. */
  readonly meetings?: number
  /** How many mailboxes are collected; default 5, at least 2. */
  readonly mailboxes?: number
  /** Only these kinds (see kinds/); default all. */
  readonly kinds?: readonly string[]
  /** Leave out rows that the raw CSV spoils (see raw-cells.ts); default false. */
  readonly plain?: boolean
}

export type Setting = {
  readonly random: Random
  readonly accounts: readonly Account[]
  /** Everybody with a mailbox, leavers and cloud colleagues included. */
  readonly colleagues: readonly Account[]
  /** Those whose logs are collected. */
  readonly collected: readonly Account[]
  readonly domain: string
  /** Midnight of the first day, milliseconds since 1970 on the wall clock. */
  readonly start: number
}

export const settingOf = (organisation: Organisation, { seed, mailboxes = 5 }: CalendarOptions): Setting => {
  const random = randomFrom(seed)
  const colleagues = organisation.accounts.filter(({ kind, legacyDn }) => kind === 'person' && legacyDn !== '')
  return {
    random,
    accounts: organisation.accounts,
    colleagues,
    collected: random.some(colleagues.filter(({ server }) => server !== undefined), Math.max(2, mailboxes)),
    domain: organisation.domains[0] ?? '',
    // A Monday.
    start: Date.UTC(2024, 4, 13),
  }
}

export const anyone = (setting: Setting, ...kinds: readonly Kind[]): Account =>
  setting.random.pick(setting.accounts.filter(({ kind, legacyDn }) => kinds.includes(kind) && legacyDn !== ''))

/** Two whose logs are collected: who invites, and who is invited. */
export const pair = ({ random, collected }: Setting): readonly [Account, Account] => {
  const [one, other] = random.some(collected, 2)
  if (!one || !other) throw new Error('Two mailboxes at least: a meeting is between people.')
  return [one, other]
}
