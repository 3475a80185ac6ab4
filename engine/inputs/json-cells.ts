// The values of one JSON object as cells: what ConvertTo-Json made of dates, lists and enumerations, undone.
import { Stop } from '../diagnostics/diagnostic.ts'
import { badJson } from './json-faults.ts'
import { listLost, lostList, lostListFix, members } from './lists.ts'
import { atLine } from './place.ts'
import type { Where } from './lists.ts'
import type { Cells } from './records.ts'

type JsonObject = Readonly<Record<string, unknown>>

/** Cells that are told which object they stand at. */
export type JsonCells = Cells & { stand(object: JsonObject, columns: readonly string[], line: number): void }

/**
 * Cells over objects from `JSON.parse`. Text comes as Export-Csv would write it: null is blank, booleans are `True` and
 * `False`, a list is joined with `;`. Dates of PowerShell 5.1 (`/Date(ms)/`, wrapped or not) become ISO text in UTC.
 * Stops the run when a value that is asked for is not in the file (`list-lost`) or is an object (`bad-json`).
 */
export const jsonCells = (file: string): JsonCells => {
  const where = { file, line: 0, column: '' }
  let object: JsonObject = {}
  let columns: readonly string[] = []
  const value = (column: number): unknown => {
    where.column = columns[column] ?? ''
    return content(object[where.column])
  }
  return {
    stand(nextObject, nextColumns, line) {
      object = nextObject
      columns = nextColumns
      where.line = line
    },
    text(column) {
      const held = value(column)
      return Array.isArray(held) ? memberTexts(held, where).join(';') : scalarText(held, where)
    },
    list(column) {
      const held = value(column)
      if (Array.isArray(held)) return memberTexts(held, where)
      const text = scalarText(held, where)
      return typeof held === 'string' ? members(text, where) : text === '' ? [] : [text]
    },
  }
}

const memberTexts = (all: readonly unknown[], where: Where): readonly string[] =>
  all.map(member => scalarText(content(member), where)).filter(text => text !== '')

const scalarText = (value: unknown, where: Where): string => {
  if (typeof value === 'string') return stringText(value, where)
  if (value === null || value === undefined) return ''
  if (typeof value === 'boolean') return value ? 'True' : 'False'
  if (typeof value === 'number') return String(value)
  throw badJson(where.file, where.line, `column ${where.column} holds an object, not a value`,
    lostListFix(where.column))
}

/** `/Date(ms)/`: milliseconds since 1970 in UTC; an offset behind them tells the writer's zone and changes nothing. */
const serializedDate = /^\/Date\((-?\d{1,15})(?:[+-]\d{4})?\)\/$/

/** An object that ConvertTo-Json, at its depth limit, wrote as text. */
const cutObject = /^@\{[\w.]+=.*\}$/s

const stringText = (value: string, where: Where): string => {
  if (value.startsWith('/Date(')) {
    const milliseconds = serializedDate.exec(value)?.[1]
    return milliseconds === undefined ? value : new Date(Number(milliseconds)).toISOString()
  }
  if (lostList(value)) throw listLost(where)
  if (value.startsWith('@{') && cutObject.test(value)) throw depthLost(where)
  return value
}

const depthLost = (where: Where): Stop => new Stop(3, {
  code: 'list-lost',
  message: `column ${where.column} holds an object that ConvertTo-Json cut at its depth limit`,
  place: atLine(where.file, where.line),
  hint: 'export again with more depth: ... | ConvertTo-Json -Depth 4 | Out-File FILE.json -Encoding UTF8',
})

/**
 * What a value stands for. PowerShell 5.1 wraps arrays (`{"value":[…],"Count":2}`), dates and other values that
 * carry notes (`{"value":…,"DisplayHint":2}`); remote enumerations come as `{"value":4,"Value":"Deliver"}`,
 * nothing as `{}`.
 */
const content = (value: unknown): unknown => {
  let held = value
  while (typeof held === 'object' && held !== null && !Array.isArray(held)) {
    const wrapper = held as JsonObject
    if (!Object.hasOwn(wrapper, 'value')) return Object.keys(wrapper).length === 0 ? '' : wrapper
    const name = wrapper['Value']
    held = typeof name === 'string' ? name : wrapper['value']
  }
  return held
}
