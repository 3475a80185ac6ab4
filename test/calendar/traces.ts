// Whether a text can be found in an output, however it is spelt there.

/** True when the text stands in the output in clear, or as hex digits of any case in 8-bit, UTF-8 or UTF-16LE. */
export function holds(output: string, text: string): boolean {
  const upper = output.toUpperCase()
  return output.includes(text)
    || (['latin1', 'utf8', 'utf16le'] as const).some(encoding => upper.includes(Buffer.from(text, encoding).toString('hex').toUpperCase()))
}

/** True when four letters of the text that follow each other can be found. */
export const holdsPart = (output: string, text: string): boolean =>
  Array.from({ length: Math.max(1, text.length - 3) }, (_, at) => text.slice(at, at + 4)).some(part => holds(output, part))
