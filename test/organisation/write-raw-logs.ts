// Message tracking logs as Exchange writes them (exchange-domain.md §1).
import { columnsOf } from './log-row.ts'
import type { Column, LogKind, LogRow, Version } from './log-row.ts'
import type { Organisation } from './organisation.ts'
import { encoded } from './encoding.ts'
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

export type RawLogOptions = {
  /** The five lines that begin with `#`; default true. */
  readonly header?: boolean
  /** The header comes again in the middle of each file, as after a restart of the service; default false. */
  readonly repeatHeader?: boolean
  /** Default false; both occur. */
  readonly bom?: boolean
  /** Default CRLF. */
  readonly newline?: '\r\n' | '\n'
}

/**
 * Writes `folder/SERVER/KINDyyyyMMddHH-1.LOG` (2007 and 2010: `KINDyyyyMMdd-1.LOG`), one a day.
 * Gives the paths in name order, which is input order (see truth.ts).
 */
export const writeRawLogs = (
  organisation: Organisation, folder: string, options: RawLogOptions = {},
): readonly string[] =>
  organisation.servers.flatMap(({ name, logs }) => {
    mkdirSync(join(folder, name), { recursive: true })
    return logs.flatMap(({ kind, rows }) => byDay(rows).map(day => {
      const path = join(folder, name, fileName(kind, day[0]?.time ?? 0, organisation.version))
      writeFileSync(
        path, encoded(rawLog(day, organisation.version, options), options.bom === true ? 'utf8-bom' : 'utf8'),
      )
      return path
    }))
  })

/** The text of one log file. */
export const rawLog = (rows: readonly LogRow[], version: Version, options: RawLogOptions = {}): string => {
  const { header = true, repeatHeader = false, newline = '\r\n' } = options
  const head = (from: number): readonly string[] => header ? headerLines(version, rows[from]?.time ?? 0) : []
  const lines = rows.map(row => rawLine(row, version))
  const middle = repeatHeader ? Math.ceil(lines.length / 2) : lines.length
  const again = repeatHeader ? head(middle) : []
  return [...head(0), ...lines.slice(0, middle), ...again, ...lines.slice(middle)].map(line => line + newline).join('')
}

const headerLines = (version: Version, time: number): readonly string[] => [
  '#Software: Microsoft Exchange Server',
  `#Version: ${{ 2007: '08.03.0083.006', 2010: '14.0.0.0', 2013: '15.00.1497.002', 2016: '15.01.2507.023' }[version]}`,
  '#Log-type: Message Tracking Log',
  `#Date: ${new Date(time).toISOString()}`,
  `#Fields: ${columnsOf[version].join(',')}`,
]

const fileName = (kind: LogKind, time: number, version: Version): string => {
  const digits = new Date(time).toISOString().replace(/\D/g, '')
  return `${kind}${digits.slice(0, version === '2013' || version === '2016' ? 10 : 8)}-1.LOG`
}

/** A new file begins with the first row of a later day; stragglers of the day before stay where they stand. */
const byDay = (rows: readonly LogRow[]): readonly (readonly LogRow[])[] => {
  const files: LogRow[][] = []
  let today = -Infinity
  for (const row of rows) {
    const day = Math.floor(row.time / 86_400_000)
    if (day > today) {
      today = day
      files.push([])
    }
    files.at(-1)?.push(row)
  }
  return files
}

/** One row: fields with a comma or a quote are quoted, quotes doubled; a semicolon alone does not quote. */
const rawLine = (row: LogRow, version: Version): string => columnsOf[version].map(column => {
  const text = rawCell(row, column)
  return text.includes(',') || text.includes('"') ? `"${text.replaceAll('"', '""')}"` : text
}).join(',')

const rawCell = ({ time, cells }: LogRow, column: Column): string => {
  if (column === 'date-time') return new Date(time).toISOString()
  const cell = cells[column] ?? ''
  return logText(typeof cell === 'string' ? cell : cell.map(member).join(';'))
}

/** A member with a semicolon or a single quote stands in single quotes, doubled inside. */
const member = (text: string): string => /[;']/.test(text) ? `'${text.replaceAll("'", "''")}'` : text

/**
 * Line breaks become the two letters `\r` and `\n`; a backslash stays as it is, so nobody can turn them back for sure.
 */
export const logText = (text: string): string => text.replaceAll('\r', '\\r').replaceAll('\n', '\\n')
