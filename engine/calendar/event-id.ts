// GlobalObjectIds without foreign UIDs: those hold addresses, host names and names of products, in hex that anyone reads.
import { isUtf8 } from 'node:buffer'
import {
  classId, guidOf, hasClassId, hasSoundDate, hasSoundHeader, hasSoundSize, headerSize, idWith, isGuid, uidData, uidOf,
} from './event-id-layout.ts'
import { bytesOfHex, hexOfBytes } from './hex.ts'

/** HMAC-SHA256 of bytes under the customer's key. */
export type Mac = (bytes: Uint8Array) => Buffer

/** `odd`: of no known form. */
export type ScrubbedId = { readonly id: string, readonly odd: boolean }

const noDate = Buffer.alloc(4)

/**
 * The id of a cell as one that tells of no one, in upper-case hex and still of the shape of a GlobalObjectId; the same for
 * the same meeting in every mailbox. Exceptions keep their date, so they join with their series once the hex digits 32 to
 * 39 are zeroed. Ids that Outlook and Exchange made stay, blank stays blank, and a result stays itself.
 *
 * A UID counts by its bytes: `ABC` and `abc` become two, since to another program they may be two.
 *
 * Source: calendar-domain.md (b), "Suggested redaction".
 */
export function scrubEventId(text: string, mac: Mac): ScrubbedId {
  const cell = text.trim()
  const kept = cell === '' ? cell : harmlessId(cell)
  if (kept !== undefined) return { id: kept, odd: false }
  const bytes = bytesOfHex(cell)
  const known = bytes !== undefined && hasClassId(bytes)
  const date = known && hasSoundDate(bytes) ? bytes.subarray(16, 20) : noDate
  const uid = known && hasSoundSize(bytes) ? uidOf(bytes.subarray(headerSize)) : undefined
  if (uid) return { id: hexOfBytes(idWith(date, uidData(labelled('uid:', uid, mac).toString('hex')))), odd: false }
  const whole = bytes && bytes.length >= headerSize ? Buffer.from(bytes) : Buffer.from(cell)
  // Without its date, the id of an exception is that of its series.
  if (date !== noDate) whole.fill(0, 16, 20)
  return { id: hexOfBytes(idWith(date, guidOf(labelled('goid:', whole, mac)))), odd: true }
}

/** Whether a cell is what `scrubEventId` can give. */
export const isScrubbedEventId = (text: string): boolean => text === '' || harmlessId(text) === text

/** The label keeps a UID that is an address from getting the pseudonym of that person. */
const labelled = (label: string, bytes: Buffer, mac: Mac): Buffer => mac(Buffer.concat([Buffer.from(label), bytes]))

/** The id in upper-case, where it may leave: one that Outlook or Exchange made, one made here, or one cut before its Data. */
function harmlessId(cell: string): string | undefined {
  if (isCutId(cell.toUpperCase())) return cell.toUpperCase()
  const bytes = bytesOfHex(cell)
  if (!bytes || bytes.length <= headerSize || !hasSoundHeader(bytes) || !hasSoundSize(bytes)) return undefined
  const data = bytes.subarray(headerSize)
  return isGuid(data) || isOwnForm(bytes) ? hexOfBytes(bytes) : undefined
}

/**
 * An id that was made here from a UID is known by its form, so that scrubbing it again changes nothing. A foreign UID of
 * exactly 64 lower-case hex digits has that form as well, and passes: it is a digest of some other program, which says no
 * more about anyone than the ids of Outlook that stay. Digits that spell a text are no digest and do not pass.
 */
function isOwnForm(id: Buffer): boolean {
  const uid = uidOf(id.subarray(headerSize))?.toString('latin1')
  return uid !== undefined && /^[0-9a-f]{64}$/.test(uid) && !isUtf8(Buffer.from(uid, 'hex')) && idWith(id.subarray(16, 20), uidData(uid)).equals(id)
}

/** The vendor's page shows `060000008...`; and views cut long cells. What stands before Data is no text, if it is sound. */
function isCutId(cell: string): boolean {
  const [, digits = ''] = /^([0-9A-F]{8,80})\.*$/.exec(cell) ?? []
  if (digits.length <= classId.length) return digits === '060000008' || digits.length >= 8 && classId.startsWith(digits)
  const header = Buffer.from(digits.padEnd(headerSize * 2, '0'), 'hex')
  return hasSoundHeader(header) && header.readUInt32LE(36) <= 0xffff
}
