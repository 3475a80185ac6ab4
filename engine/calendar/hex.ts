// Bytes as exports spell them.

/** More digits than any real blob has: the largest one seen has 9,092 (calendar-domain.md, "Real-world deviations"). */
const longest = 1 << 18

/** The bytes of hex digits in either case, also with `0x` before or blanks and dashes between; undefined for other text. */
export function bytesOfHex(text: string): Buffer | undefined {
  if (text.length > longest) return undefined
  const digits = isHex(text) ? text : text.trim().replace(/^0x/i, '').replace(/[\s-]/g, '')
  return digits.length % 2 === 0 && isHex(digits) ? Buffer.from(digits, 'hex') : undefined
}

const isHex = (text: string): boolean => /^[0-9A-Fa-f]*$/.test(text)

/** Upper-case digits, as Exchange exports them. */
export const hexOfBytes = (bytes: Buffer): string => bytes.toString('hex').toUpperCase()
