// Export-Csv (exchange-domain.md §4 and §5).
import { encoded } from './encoding.ts'
import type { Encoding } from './encoding.ts'
import { cultureTime, offsetOf, roundTrip } from './local-time.ts'
import type { Culture } from './local-time.ts'
import type { Organisation } from './organisation.ts'
import { isList } from './record.ts'
import type { Records, Value } from './record.ts'
import { trackingRecords } from './tracking-records.ts'
import { userRecords } from './user-records.ts'
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

/** How a script spells a list in one cell; `type-name` is what happens without a script: the data is lost. */
export const listSpellings = {
  'semicolon': (members: readonly string[]) => members.join(';'),
  'comma': (members: readonly string[]) => members.join(','),
  'comma-blank': (members: readonly string[]) => members.join(', '),
  'bar': (members: readonly string[]) => members.join('|'),
  'blank': (members: readonly string[]) => members.join(' '),
  'newline': (members: readonly string[]) => members.join('\n'),
  'braces': (members: readonly string[]) => `{${members.join(', ')}}`,
  'braces-cut': (members: readonly string[]) =>
    `{${members.length > 4 ? `${members.slice(0, 4).join(', ')}...` : members.join(', ')}}`,
  'type-name': (_members: readonly string[]) => 'System.String[]',
} as const

export type CsvOptions = {
  /** 5.1 puts `#TYPE …` first and is written as UTF-16LE or with a byte order mark; 7 is plain UTF-8. */
  readonly shell: '5.1' | '7'
  /** Default `utf8-bom` for 5.1, `utf8` for 7. */
  readonly encoding?: Encoding
  readonly delimiter?: ',' | ';' | '\t'
  /**
   * The culture's times have no milliseconds and no zone; `exact` is format `o` in UTC, as a careful script writes it.
   */
  readonly times: Culture | 'exact'
  /** Such as `Europe/Warsaw`; default UTC. Of no effect on `exact`. */
  readonly zone?: string
  readonly lists?: keyof typeof listSpellings
  /** `as-needed` is `-UseQuotes AsNeeded` of 7. */
  readonly quotes?: 'always' | 'as-needed'
  /** Default: `#TYPE` with 5.1. */
  readonly typeLine?: boolean
  readonly remoting?: boolean
}

/** Writes `folder/SERVER.csv` for each server; gives the paths in input order. */
export const writeTrackingCsv = (
  organisation: Organisation, folder: string, options: CsvOptions,
): readonly string[] => {
  mkdirSync(folder, { recursive: true })
  return organisation.servers.map(server => {
    const path = join(folder, `${server.name}.csv`)
    // Only Recipients is joined by the script; the other lists come out as their type names.
    writeFileSync(
      path, csv(trackingRecords(server, organisation.version, options.remoting ?? false), options, ['Recipients']),
    )
    return path
  })
}

export const writeUsersCsv = (organisation: Organisation, path: string, options: CsvOptions): void =>
  writeFileSync(path, csv(userRecords(organisation), options, ['proxyAddresses', 'MemberOf']))

/** The bytes of one file of any objects; `joined` are the lists the script spelled out. */
export const csv = (records: Records, options: CsvOptions, joined: readonly string[]): Buffer => {
  const { shell, delimiter = ',', lists = 'semicolon', quotes = 'always', typeLine = shell === '5.1' } = options
  const offset = offsetOf(options.zone ?? 'UTC')
  const text = (name: string, value: Value): string | undefined => {
    if (value === null) return undefined
    if (typeof value === 'boolean') return value ? 'True' : 'False'
    if (typeof value !== 'object') return String(value)
    if (isList(value) && value.length === 0 && joined.includes(name)) return ''
    if (isList(value)) return joined.includes(name) ? listSpellings[lists](value) : records.listType
    if ('time' in value) {
      return options.times === 'exact' ? roundTrip(value.time) : cultureTime(value.time, offset, options.times)
    }
    if ('guid' in value) return value.guid
    if ('sid' in value) return value.sid
    return 'System.Collections.Generic.KeyValuePair`2[System.String,System.Object][]'
  }
  const quoted = (cell: string): string =>
    quotes === 'always' || cell.includes(delimiter) || /["\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell
  // Nothing at all between the delimiters is null; "" is an empty text.
  const cell = (value: string | undefined): string => value === undefined ? '' : quoted(value)
  const lines = records.objects.map(
    object => [...records.notes, ...object].map(([name, value]) => cell(text(name, value))).join(delimiter)
  )
  const names = [...records.notes, ...records.objects[0] ?? []].map(([name]) => quoted(name)).join(delimiter)
  const all = [...typeLine ? [`#TYPE Selected.${records.type}`] : [], names, ...lines]
  return encoded(all.map(line => `${line}\r\n`).join(''), options.encoding ?? (shell === '5.1' ? 'utf8-bom' : 'utf8'))
}
