// From the texts of a record to cells, by the type each field declares: patterns instead of loops over characters.
import type { FieldPlan } from '../../engine/plan/plan.ts'
import type { ExportRecord, Single, Value } from './value.ts'

/** The cell of a field; undefined where it is not what the field declares, and the record must be refused. */
export function readCell({ from, or, field, pattern }: FieldPlan, record: ExportRecord): Value | undefined {
  const columns = [from.map(name => find(name, record)).find(held => held !== undefined), ...or.map(name => find(name, record))]
    .filter(held => held !== undefined)
  if (field.list) {
    return columns.map(held => typeof held === 'string' ? [held] : held).map(all => all.filter(member => member !== ''))
      .find(all => all.length > 0) ?? []
  }
  const texts = columns.map(String)
  const cell = readers[field.type]!(texts.find(text => text.trim() !== '') ?? texts.at(-1) ?? '')
  if (cell === undefined || cell === '') return cell
  const fits = pattern === undefined || new RegExp(`^(?:${pattern})$`).test(String(cell))
  return fits && (!field.values || field.values.includes(String(cell))) ? cell : undefined
}

/** Names of columns are the same whatever their case, blanks and underscores. */
const find = (name: string, record: ExportRecord): string | readonly string[] | undefined =>
  Object.entries(record).find(([column]) => folded(column) === folded(name))?.[1]
const folded = (name: string): string => name.toLowerCase().replace(/[\s_]/g, '')

type Read = (text: string) => Single | undefined

const readTime: Read = given => {
  const text = given.trim()
  if (text === '') return ''
  const parts = /^(\d{4})-(\d\d)-(\d\d)[T ](\d\d):(\d\d):(\d\d)(?:\.(\d+))?(Z|[+-]\d\d:\d\d)$/.exec(text)
  if (!parts) throw new Error('the reference reads only ISO times that say their zone')
  const [, year, month, day, hour, minute, second, fraction = '', offset = 'Z'] = parts
  const clock = `${year}-${month}-${day}T${hour}:${minute}:${second}.${fraction.slice(0, 3).padEnd(3, '0')}`
  const local = new Date(`${clock}Z`)
  // Date rolls 30 February over into March; such a time does not exist.
  if (Number.isNaN(local.getTime()) || local.toISOString() !== `${clock}Z`) return undefined
  const instant = new Date(`${clock}${offset}`)
  return instant.getUTCFullYear() >= 1990 && instant.getUTCFullYear() <= 2100 ? instant.toISOString() : undefined
}

/** The types that generated inputs declare. */
/** Only the receiver's own form and ISO; the clock as written, in years that a calendar can hold. */
const readLocal: Read = given => {
  const text = given.trim()
  if (isNone(text)) return ''
  const parts = /^(\d{4}-\d\d-\d\d)([T ])(\d\d:\d\d:\d\d)(\.\d+)?(Z|[+-]\d\d:\d\d)?$/.exec(text)
  if (!parts) return undefined
  const [, day = '', between, time = '', fraction = '', offset] = parts
  const year = Number(day.slice(0, 4))
  const clock = new Date(`${day}T${time}Z`)
  if (Number.isNaN(clock.getTime()) || clock.toISOString() !== `${day}T${time}.000Z` || year < 1601 || year > 4500) return undefined
  const plain = between === ' ' && offset === undefined && (fraction === '' || fraction.length === 4)
  return `${day} ${time}${plain ? fraction : `.${fraction.slice(1, 4).padEnd(3, '0')}`}`
}

const isNone = (text: string): boolean => ['', 'NotFound', 'N/A', 'InvalidSchemaPropertyName'].includes(text.trim())

const readers: Readonly<Partial<Record<FieldPlan['field']['type'], Read>>> = {
  text: text => text,
  id: text => text.trim(),
  word: text => /^[A-Za-z0-9._-]{0,64}$/.test(text) && !text.endsWith('\n') ? text : undefined,
  'message-id': text => text.trim().replace(/^<(.*)>$/s, '$1').trim() === '' ? undefined : text.trim().replace(/^<(.*)>$/s, '$1'),
  time: readTime,
  'local-time': readLocal,
  date: text => {
    if (/(Z|[+-]\d\d:\d\d)$/.test(text.trim()) && text.trim().length > 10) {
      const time = readTime(text)
      return time === undefined ? undefined : String(time).slice(0, 10)
    }
    const time = readLocal(/^\s*\d{4}-\d{2}-\d{2}\s*$/.test(text) ? `${text.trim()} 00:00:00` : text)
    return time === undefined ? undefined : String(time).slice(0, 10)
  },
  integer: text => text.trim() === '' ? '' : /^-?\d{1,19}(\.0)?$/.test(text.trim()) ? Number(text) : undefined,
  number: text => isNone(text) ? '' : /^-?\d{1,15}(\.\d{1,6})?$/.test(text.trim()) ? text.trim() : undefined,
  boolean: text => isNone(text) ? '' : ({ true: true, 1: true, false: false, 0: false } as Record<string, Single>)[text.trim().toLowerCase()],
}
