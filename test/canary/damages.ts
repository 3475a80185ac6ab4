// Ways in which an export can be broken at a canary, and the code that says so.
import type { Code } from '../../engine/diagnostics/codes.ts'
import { calendarLogs, calendarXml } from './damaged-calendars.ts'
import { csvLogs, rawLogs } from './damaged-mails.ts'
import { access, groups, people } from './damaged-people.ts'
import { type Accidents, csv, json, keyed, xml } from './damaged-texts.ts'
import { type Format, type Kind, type Row, rowsOf, written } from './exports.ts'
import type { Other } from './place.ts'

export type Damage = {
  readonly title: string
  readonly kind: Kind
  readonly format: Format
  /** Other cells in the second row. */
  readonly cells?: Row
  /** Columns that all rows lack. */
  readonly lacks?: readonly string[]
  /** The text of the whole file after the accident. */
  readonly text?: (text: string) => string | Buffer
  readonly exit: number
  readonly code: Code
  /** What comes with it. */
  readonly also?: Code
  /** More options of the run. */
  readonly options?: readonly string[]
  /** Without the directory. */
  readonly alone?: true
  /** What a customer's rules change. */
  readonly rules?: string
}

/** The bytes of the damaged file, and its rows before. */
export function broken({ kind, format, cells = {}, lacks = [], text }: Damage): Required<Pick<Other, 'rows' | 'bytes'>> {
  const left = (row: Row): Row => Object.fromEntries(Object.entries(row).filter(([column]) => !lacks.includes(column)))
  const rows = rowsOf(kind, cells).map(left)
  const whole = written(kind, format, rows)
  return { rows, bytes: text ? text(whole) : whole }
}

const of = (kind: Kind, format: Format, damages: Accidents): readonly Damage[] =>
  damages.map(damage => ({ ...damage, kind, format }))

export const damages: readonly Damage[] = [
  ...(['tracking', 'people', 'groups', 'access', 'calendar'] as const).flatMap(kind => of(kind, 'csv', csv)),
  ...(['tracking', 'people', 'calendar', 'access'] as const).flatMap(kind => of(kind, 'json', json)), ...of('tracking', 'json-lines', json),
  ...(['tracking', 'people', 'calendar', 'groups'] as const).flatMap(kind => of(kind, 'clixml', xml)),
  ...(['csv', 'raw', 'json', 'clixml'] as const).flatMap(format => of('tracking', format, keyed)), ...of('people', 'json-lines', keyed),
  ...of('tracking', 'raw', rawLogs),
  ...of('tracking', 'csv', csvLogs),
  ...of('people', 'csv', people),
  ...of('groups', 'csv', groups),
  ...of('access', 'csv', access),
  ...of('calendar', 'calendar-log', calendarLogs),
  ...of('calendar', 'calendar-xml', calendarXml),
]
