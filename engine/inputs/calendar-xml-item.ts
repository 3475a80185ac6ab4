// One item of a calendar analysis in XML: its properties as cells.
import { members } from './lists.ts'
import type { Cells, TextBlock } from './records.ts'
import { asIs } from './stretches.ts'

const attributes = '(?:\\s+[\\w:.-]+="[^"<>]*")*'
const itemStart = new RegExp(`<CalendarLogAnalysis(${attributes})\\s*>`, 'y')
const propertyStart = new RegExp(`\\s*<([A-Za-z_][\\w.-]*)${attributes}\\s*(/?)>`, 'y')
const propertiesStart = new RegExp(`<Properties${attributes}\\s*>`, 'y')
const logTime = /\slogtime="([^"]*)"/i
const blank = /\s*/y

/**
 * Values are not escaped (calendar-domain.md (c)), so a text can hold whole properties. What is read is therefore only
 * an item in which every `</` ends the property that is open, no property stands twice, and one `<Properties>` holds
 * them all: whatever a text holds, its own end tag would be one too many.
 */
export class CalendarItem implements Cells {
  /** The properties in their order, behind `logtime`. */
  names: readonly string[] = []
  #values: readonly string[] = []
  #decode: TextBlock['decode'] = asIs
  #line = 0
  readonly #file: string

  constructor(file: string) {
    this.#file = file
  }

  /** Reads the text of an item, without its end tag; false when it could be read in another way, or not at all. */
  read(text: string, decode: TextBlock['decode'], line: number): boolean {
    this.#decode = decode
    this.#line = line
    itemStart.lastIndex = 0
    const logged = logTime.exec(itemStart.exec(text)?.[1] ?? '')?.[1]
    const from = onlyPlace(text, '<Properties')
    const end = onlyPlace(text, '</Properties>')
    propertiesStart.lastIndex = from
    if (logged === undefined || text.includes('<CalendarLogAnalysis', 1)) return false
    if (from < 0 || end < from || !propertiesStart.test(text)) return false
    const names = ['logtime']
    const values = [logged]
    if (!readProperties(text, propertiesStart.lastIndex, end, names, values)) return false
    if (new Set(names.map(name => name.toLowerCase())).size < names.length) return false
    this.names = names
    this.#values = values
    return true
  }

  text(column: number): string {
    return withEntities(this.#decode(this.#values[column]!))
  }

  list(column: number): readonly string[] {
    return members(this.text(column), { file: this.#file, line: this.#line, column: this.names[column] ?? '' })
  }
}

/** Where `part` stands in the text; -1 when nowhere or more than once. */
const onlyPlace = (text: string, part: string): number => {
  const at = text.indexOf(part)
  return at === text.lastIndexOf(part) ? at : -1
}

/** Reads the properties between `from` and `end`; false when anything else stands there. */
const readProperties = (text: string, from: number, end: number, names: string[], values: string[]): boolean => {
  let at = from
  for (;;) {
    propertyStart.lastIndex = at
    const match = propertyStart.exec(text)
    if (!match || propertyStart.lastIndex > end) break
    const [, name = '', closed] = match
    at = propertyStart.lastIndex
    names.push(name)
    if (closed === '/') {
      values.push('')
      continue
    }
    const close = text.indexOf('</', at)
    if (!text.startsWith(`</${name}>`, close)) return false
    values.push(text.slice(at, close))
    at = close + name.length + 3
  }
  blank.lastIndex = at
  blank.test(text)
  return blank.lastIndex === end
}

const named: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: '\'' }

const entity = /&(?:(amp|lt|gt|quot|apos)|#(\d{1,7})|#x([\da-f]{1,6}));/gi

/** A writer of another version may escape after all; what is no entity stays as it is. */
const withEntities = (text: string): string => !text.includes('&') ? text
  : text.replace(entity, (whole, name?: string, decimal?: string, hex?: string) => {
    if (name !== undefined) return named[name.toLowerCase()]!
    const point = decimal === undefined ? parseInt(hex!, 16) : Number(decimal)
    return point > 0 && point <= 0x10ffff ? String.fromCodePoint(point) : whole
  })
