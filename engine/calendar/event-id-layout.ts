// The parts of a GlobalObjectId (calendar-domain.md (b), MS-OXOCAL 2.2.1.27).
import { isUtf8 } from 'node:buffer'
import { isDay } from '../time/calendar.ts'

/** The first 16 bytes of every GlobalObjectId. */
export const classId = '040000008200E00074C5B7101A82E008'
const classBytes = Buffer.from(classId, 'hex')

/** Bytes before Data. */
export const headerSize = 40

/** `vCal-Uid` and a version: the Data of an id that was made for the UID of another program begins with it. */
const label = Buffer.from('7643616C2D55696401000000', 'hex')

export const hasClassId = (id: Buffer): boolean => id.length >= headerSize && id.subarray(0, 16).equals(classBytes)

/** Year (big-endian), month and day of the occurrence that an exception replaces; zero in the id of a series. */
export function hasSoundDate(id: Buffer): boolean {
  const year = id.readUInt16BE(16)
  return id.readUInt32BE(16) === 0 || year >= 1601 && year <= 4500 && isDay(year, id.readUInt8(18), id.readUInt8(19))
}

/** Date, time of creation and X are what every writer puts there: the time is of 1979 to 2514, or zero; X is zero. */
export function hasSoundHeader(id: Buffer): boolean {
  const highest = id.readUInt16LE(26)
  const created = highest >= 0x01a8 && highest <= 0x03ff || id.readBigUInt64LE(20) === 0n
  return hasClassId(id) && hasSoundDate(id) && created && id.readBigUInt64LE(28) === 0n
}

/** The size says how much Data follows. */
export const hasSoundSize = (id: Buffer): boolean => id.length >= headerSize && id.readUInt32LE(36) === id.length - headerSize

/**
 * A GUID, as Outlook and Exchange have for Data: its two variant bits (RFC 9562 §4.1) are set as no ASCII text has them,
 * and letters beyond ASCII in UTF-8 are none either. Some programs write sixteen random bytes instead: those are taken
 * for one where no word can be read in them.
 */
export const isGuid = (data: Buffer): boolean =>
  data.length === 16 && !isUtf8(data) && ((data.readUInt8(8) & 0xc0) === 0x80 || !word.test(data.toString('latin1')))

/** Six letters or digits of ASCII in a row, nine of Latin-1, or three of UTF-16 in either byte order; in random bytes one in fifty. */
const word = /[\w@.-]{6}|[\w@. À-ÿ-]{9}|(?:[\w@.-]\0){3}|(?:\0[\w@.-]){3}/

/** Random bytes as a GUID of version 4, which is what `isGuid` takes them for. */
export function guidOf(bytes: Buffer): Buffer {
  const guid = Buffer.from(bytes.subarray(0, 16))
  guid.writeUInt8(guid.readUInt8(7) & 0x0f | 0x40, 7)
  guid.writeUInt8(guid.readUInt8(8) & 0x3f | 0x80, 8)
  return guid
}

/** The bytes of the UID in Data; writers end it with a NUL or not, so one is cut. Undefined where Data holds no UID. */
export function uidOf(data: Buffer): Buffer | undefined {
  const name = data.toString('latin1', 0, 8).toLowerCase()
  if (name !== 'vcal-uid' || data.length <= label.length || !data.subarray(8, 12).equals(label.subarray(8))) return undefined
  return data.subarray(label.length, data.at(-1) === 0 ? -1 : undefined)
}

/** An id of the class id, a date (4 bytes), zeros, and Data. */
export function idWith(date: Buffer, data: Buffer): Buffer {
  const header = Buffer.alloc(headerSize)
  classBytes.copy(header)
  date.copy(header, 16)
  header.writeUInt32LE(data.length, 36)
  return Buffer.concat([header, data])
}

/** Data for a UID of ASCII text. */
export const uidData = (uid: string): Buffer => Buffer.concat([label, Buffer.from(`${uid}\0`, 'latin1')])
