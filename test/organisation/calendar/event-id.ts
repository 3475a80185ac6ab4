// GlobalObjectId: which meeting a row is about, the same in every mailbox (calendar-domain.md (b)).

export type EventId =
  /** Made by Outlook or Exchange: a time and a GUID. */
  | { readonly kind: 'native', readonly created: number, readonly guid: string }
  /** Made elsewhere: the foreign UID stands inside, one byte a letter; some writers leave out the NUL behind it. */
  | { readonly kind: 'uid', readonly uid: string, readonly ended: boolean }
  /** No id that anyone could read: the text of the cell. */
  | { readonly kind: 'odd', readonly text: string }

/** The cell: upper-case hex. `day` is the day of the occurrence an exception stands for. */
export const eventIdHex = (id: EventId, day?: number): string => {
  if (id.kind === 'odd') return id.text
  if (id.kind === 'native') return hexOf(day, filetime(id.created), Buffer.from(id.guid, 'hex'))
  return hexOf(day, nothing, Buffer.concat([label, Buffer.from(id.uid, 'latin1'), Buffer.alloc(id.ended ? 1 : 0)]))
}

/**
 * What may leave of it: a native id as it is; of a foreign UID its HMAC, so that the meeting still joins. Undefined for
 * odd ones, which must come out as some id that tells nothing. `mac` is HMAC-SHA256 under the key of the run.
 */
export const scrubbedEventId = (id: EventId, day: number | undefined, mac: (bytes: Buffer) => Buffer): string | undefined => {
  if (id.kind === 'odd') return undefined
  if (id.kind === 'native') return eventIdHex(id, day)
  const pseudonym = mac(Buffer.from(`uid:${id.uid}`, 'latin1')).toString('hex')
  return hexOf(day, nothing, Buffer.concat([label, Buffer.from(pseudonym), Buffer.alloc(1)]))
}

const classId = Buffer.from('040000008200E00074C5B7101A82E008', 'hex')
const label = Buffer.from('vCal-Uid\u0001\0\0\0', 'latin1')
const nothing = Buffer.alloc(8)

const hexOf = (day: number | undefined, created: Buffer, data: Buffer): string => {
  const date = new Date(day ?? 0)
  const when = day === undefined ? Buffer.alloc(4)
    : Buffer.from([date.getUTCFullYear() >> 8, date.getUTCFullYear() & 255, date.getUTCMonth() + 1, date.getUTCDate()])
  const size = Buffer.from(Uint32Array.of(data.length).buffer)
  return Buffer.concat([classId, when, created, Buffer.alloc(8), size, data]).toString('hex').toUpperCase()
}

/** Tenths of microseconds since 1601. */
const filetime = (at: number): Buffer =>
  Buffer.from(BigUint64Array.of(BigInt(at - Date.UTC(1601, 0, 1)) * 10_000n).buffer)
