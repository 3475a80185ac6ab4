// Plain readers of what the writers leave, for the tests of the generator: they share nothing with the writers.

/** The sound CSV of objects and tables aside, this is the raw shape: rows by header, alerts apart. Plain rows only. */
export const readRawCsv = (text: string): readonly { readonly cells: ReadonlyMap<string, string>, readonly alerts: string }[] => {
  let header: readonly string[] = []
  return text.split('\r\n').filter(line => line !== '').flatMap(line => {
    if (line.startsWith('Local Log Time,')) {
      header = line.split(',')
      return []
    }
    // A quote opens a cell behind a comma, and closes it before one.
    const parts = line.match(/(?:^|,)(?:"[^"]*"(?=,|$)|[^,]*)/g) ?? []
    const cells = parts.map(part => part.replace(/^,/, '').replace(/^"(.*)"$/s, '$1'))
    return [{
      cells: new Map(header.map((name, place) => [name, cells[place] ?? ''])), alerts: cells.slice(header.length).join(','),
    }]
  })
}

/** The properties of the items of an XML file that need not be well-formed, by the names of its elements. */
export const readXml = (text: string): readonly ReadonlyMap<string, string>[] =>
  text.split('<CalendarLogAnalysis logtime="').slice(1).map(item => new Map([
    ['Local Log Time', item.slice(0, item.indexOf('"'))],
    ...[...item.matchAll(/^ {6}<(\w+) Type="[\w.]+">(.*?)<\/\1>\r$/gms)]
      .map(([, name = '', value = '']) => [name, value] as const),
  ]))

export type ReadException = {
  readonly original: number
  readonly flags: number
  /** The 8-bit texts, then those of two bytes a letter: subject before place. */
  readonly narrow: readonly string[]
  readonly wide: readonly string[]
}

export type ReadBlob = {
  readonly deleted: readonly number[]
  readonly modified: readonly number[]
  readonly from: number
  readonly to: number
  readonly exceptions: readonly ReadException[]
  /** Bytes behind the end. */
  readonly left: number
}

/** A recurrence blob by calendar-domain.md (a), whole forms only; throws where it is short. Times in milliseconds since 1970. */
export const readBlob = (hex: string): ReadBlob => {
  const bytes = Buffer.from(hex, 'hex')
  let at = 0
  const number = (size: number): number => {
    const value = bytes.readUIntLE(at, size)
    at += size
    return value
  }
  const many = <T>(count: number, read: () => T): T[] => Array.from({ length: count }, read)
  const time = (): number => Date.UTC(1601, 0, 1) + number(4) * 60_000
  const text = (size: number, encoding: 'latin1' | 'utf16le'): string => bytes.toString(encoding, at, at += size)
  at = 6
  const type = number(2)
  at = 22
  at += type === 0 ? 0 : type === 3 ? 8 : 4
  at += 12
  const deleted = many(number(4), time)
  const modified = many(number(4), time)
  at += 12
  const writer = number(4)
  const from = number(4)
  const to = number(4)
  const narrow = (): string => {
    const longer = number(2)
    const size = number(2)
    if (longer !== size + 1) throw new Error('the two lengths of a text do not fit')
    return text(size, 'latin1')
  }
  const infos = many(number(2), () => {
    at += 8
    const original = time()
    const flags = number(2)
    const texts: string[] = []
    for (const flag of [1, 2, 4, 8, 0x10, 0x20, 0x40, 0x80, 0x100]) {
      if ((flags & flag) === 0) continue
      if (flag === 1 || flag === 0x10) texts.push(narrow())
      else at += 4
    }
    return { original, flags, narrow: texts }
  })
  const whole = at < bytes.length
  if (whole) at += 4 + bytes.readUInt32LE(at)
  const exceptions = infos.map(info => {
    if (!whole) return { ...info, wide: [] }
    if (writer >= 0x3009) at += 4 + bytes.readUInt32LE(at)
    at += 4 + bytes.readUInt32LE(at)
    if ((info.flags & 0x11) === 0) return { ...info, wide: [] }
    at += 12
    const wide = many(info.narrow.length, () => text(2 * number(2), 'utf16le'))
    at += 4 + bytes.readUInt32LE(at)
    return { ...info, wide }
  })
  if (whole) at += 4 + bytes.readUInt32LE(at)
  return { deleted, modified, from, to, exceptions, left: bytes.length - at }
}
