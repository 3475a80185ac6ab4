// What separates the cells of a CSV file.

/** Those that PowerShell and spreadsheets write: `-UseCulture` gives `;` in most of Europe (exchange-domain.md §5). */
const delimiters = [',', ';', '\t', '|'] as const
export type Delimiter = typeof delimiters[number]

/** The delimiter a first line `sep=;` declares, as spreadsheets read and write it. */
export const declaredDelimiter = (line: string): Delimiter | undefined =>
  delimiters.find(delimiter => line === `sep=${delimiter}` || line === `"sep=${delimiter}"`)

/** The delimiter that the header line has most of, outside quotes; `,` where it has none: a file of one column. */
export const delimiterOf = (header: string): Delimiter => {
  const outside = header.split('"').filter((_, index) => index % 2 === 0).join('')
  const most = delimiters.map(delimiter => ({ delimiter, count: outside.split(delimiter).length }))
  return most.reduce((best, other) => other.count > best.count ? other : best).delimiter
}
