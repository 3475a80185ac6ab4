// The mark that some writers put before text, in bytes and in text.

const marks = [
  { encoding: 'utf-8', bytes: [0xef, 0xbb, 0xbf] },
  { encoding: 'utf-16le', bytes: [0xff, 0xfe] },
  { encoding: 'utf-16be', bytes: [0xfe, 0xff] },
] as const

/** The encoding that the first bytes of a file announce, and the length of the announcement in bytes. */
export const markOf = (head: Buffer): { readonly encoding: string, readonly length: number } | undefined => {
  const mark = marks.find(({ bytes }) => bytes.every((byte, index) => head[index] === byte))
  return mark && { encoding: mark.encoding, length: mark.bytes.length }
}

/**
 * The length of a mark at `from` in a block of text, 0 when there is none. Files put together with `copy a+b` have one
 * before each part. In one-character-a-byte text (see TextBlock) the mark of UTF-8 is three characters.
 */
export const markLength = (text: string, from: number): 0 | 1 | 3 => {
  const first = text.charCodeAt(from)
  if (first < 0xef) return 0
  if (first === 0xfeff) return 1
  return first === 0xef && text.charCodeAt(from + 1) === 0xbb && text.charCodeAt(from + 2) === 0xbf ? 3 : 0
}
