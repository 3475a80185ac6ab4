// What bytes say: as UTF-8, as UTF-16, and where digits of hex or Base64 stand for bytes.

export type Reading = {
  readonly text: string
  readonly name?: string
  /** Mostly characters that no text has: what is found in it by chance must be long. */
  readonly binary: boolean
}

/** The texts that bytes can stand for. Bytes that are no UTF-8 become `?`, one each, as in texts that lost their letters. */
export function readingsOf(bytes: Buffer): readonly Reading[] {
  const utf8 = bytes.toString('utf8')
  const strange = utf8.match(unprintable)?.length ?? 0
  const binary = strange * 5 > utf8.length
  return [
    { text: strange > 0 ? utf8.replaceAll('\ufffd', '?') : utf8, binary },
    ...binary ? (utf8.match(readable) ?? []).map(text => ({ text, binary: false })) : [],
    ...strange > 0 && bytes.length >= 8 ? utf16(bytes) : [],
  ]
}

const unprintable = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\ufffd]/g
/** Readable stretches in bytes of another kind, long enough not to be there by chance. */
const readable = /[^\u0000-\u001f\u007f-\u009f\ufffd]{16,}/g

/** Both orders of bytes, from the first byte and from the second on. */
function utf16(bytes: Buffer): readonly Reading[] {
  return [0, 1].flatMap(start => {
    const even = Buffer.from(bytes.subarray(start, start + ((bytes.length - start) & ~1)))
    const little = even.toString('utf16le')
    return [little, even.swap16().toString('utf16le')].map(text => ({ text: text.replaceAll('\0', ' '), name: 'UTF-16', binary: false }))
  })
}

/** Bytes that digits in a text stand for. */
export type Decoded = { readonly name: string, readonly bytes: Buffer }

/** Shorter runs of digits stand for no identity. */
const hexRun = /[0-9a-f]{8,}/gi
const hexPairs = /(?:(?:0x|\\x)?[0-9a-f]{2}[\s:,;._-]{1,2}){3,}(?:0x|\\x)?[0-9a-f]{2}(?![0-9a-f])|(?:(?:0x|\\x)[0-9a-f]{2}){4,}/gi
const base64Run = /[A-Za-z0-9+/_-]{6,}/g
const onlyHex = /^[0-9a-f]+$/

/**
 * Runs of hex digits, from the first and from the second digit on, and with something between the pairs; runs of Base64,
 * also of its form for URLs, from each of four places, so that whatever stands before does not matter.
 */
export function decodedIn(text: string): readonly Decoded[] {
  const decoded: Decoded[] = []
  for (const [run] of text.matchAll(hexRun)) {
    decoded.push({ name: 'hex', bytes: fromHex(run) })
    // Of a pseudonym it is known where it begins.
    if (run.length !== 64) decoded.push({ name: 'hex', bytes: fromHex(run.slice(1)) })
  }
  if (onlyHex.test(text)) return decoded
  for (const [run] of text.matchAll(hexPairs)) decoded.push({ name: 'hex', bytes: fromHex(run.replace(/0x|\\x|[\s:,;._-]/gi, '')) })
  for (const [run] of text.replaceAll(/\r?\n/g, '').matchAll(base64Run)) {
    // A pseudonym or digest in hex: no Base64 of a text is without capitals for so long.
    if (run.length >= 32 && onlyHex.test(run)) continue
    for (let start = 0; start < 4; start++) decoded.push({ name: 'Base64', bytes: Buffer.from(run.slice(start), 'base64') })
  }
  return decoded
}

const fromHex = (digits: string): Buffer => Buffer.from(digits.length % 2 === 0 ? digits : digits.slice(0, -1), 'hex')
