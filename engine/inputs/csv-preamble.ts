// What can stand before the header line of a CSV file.
import { declaredDelimiter, delimiterOf } from './delimiter.ts'
import type { Delimiter } from './delimiter.ts'
import { longestRecord } from './limits.ts'

export type Preamble = {
  readonly delimiter: Delimiter
  /** Where the header line begins, and how many lines stand before it. */
  readonly length: number
  readonly lines: number
}

/** The line that Windows PowerShell's Export-Csv writes first, unless told -NoTypeInformation. */
export const typeLine = '#TYPE '

/** Looks for the header line behind blank lines, `#TYPE …` and `sep=;`; undefined when more text is needed. */
export const preambleOf = (text: string, last: boolean): Preamble | undefined => {
  let declared: Delimiter | undefined
  let from = 0
  for (let lines = 0; ; lines++) {
    const newline = text.indexOf('\n', from)
    const whole = newline >= 0 || last || text.length > longestRecord
    if (!whole) return undefined
    const line = text.slice(from, newline < 0 ? text.length : newline).replace(/\r$/, '')
    const declares = lines === 0 ? declaredDelimiter(line) : undefined
    const skipped = line === '' || line.startsWith(typeLine) || declares !== undefined
    if (!skipped) return { delimiter: declared ?? delimiterOf(line), length: from, lines }
    if (newline < 0) return { delimiter: ',', length: text.length, lines }
    declared ??= declares
    from = newline + 1
  }
}
