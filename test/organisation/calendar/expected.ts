// The lines of meetings.csv that the truth asks for, given a way to hash.
import { vendorColumns } from './columns.ts'
import { scrubbedEventId } from './event-id.ts'
import type { MeetingTruth } from './row.ts'
import type { Actor } from './spellings.ts'

export type Hashing = {
  /** The pseudonym of an address. */
  readonly hash: (address: string) => string
  /** HMAC-SHA256 under the key. */
  readonly mac: (bytes: Buffer) => Buffer
  /** The vendor's table writes `1.0` for the state; default false. */
  readonly fractions?: boolean
}

/**
 * The 23 cells, in the page's order; undefined for the id of a meeting that had none anyone could read, which must come
 * out as another id (`04000000…`, 112 hex digits), equal for equal texts.
 */
export const meetingCells = (truth: MeetingTruth, hashing: Hashing): readonly (string | undefined)[] =>
  vendorColumns.map(column => {
    switch (column) {
      case 'sentrepresentingemailaddress': return named(truth.organiser, hashing)
      case 'senderemailaddress': return named(truth.sender, hashing)
      case 'responsibleusername': return named(truth.responsible, hashing)
      case 'globalobjectid': return scrubbedEventId(truth.event.id, truth.event.day, hashing.mac)
      case 'appointmentstate': return hashing.fractions === true ? `${truth.open[column]}.0` : truth.open[column]
      default: return truth.open[column]
    }
  })

/** Persons have a pseudonym, the same as in all other files; machines that are insiders have none. */
const named = ({ kind, address }: Actor, { hash }: Hashing): string =>
  kind === 'person' ? hash(address) : kind === 'outside' ? 'external' : kind === 'none' ? ''
    : kind === 'system' ? 'Microsoft System Attendant' : 'internal'
