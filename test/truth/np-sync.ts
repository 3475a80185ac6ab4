// How np-sync makes people, groups, logins and interactions of files (receiver-contract.md §1-2). It throws where
// np-sync does, and also where np-sync would go on and lose something.
import { readLikeReceiver } from '../outputs/receiver.ts'

export type Reference = { readonly name: string, readonly property: string, readonly id: string }
export type Entity = {
  readonly ids: Readonly<Record<string, string>>
  readonly relationships: readonly Reference[]
  readonly changedAt: Date
  readonly props: Readonly<Record<string, unknown>>
  readonly groups: readonly string[]
}
export type Group = {
  readonly id: string
  readonly name: string
  readonly category: string
  readonly parentId?: string
}
export type Login = { readonly email: string, readonly groups: readonly string[] }
export type Interaction = {
  readonly id?: string
  readonly eventId: string
  readonly when: Date
  readonly from: Reference
  readonly to?: Reference
}

/** `np-sync entities -IdColumns employee_id,email -RealtionshipColumns Supervisor -ChangeDateColumns row_date …` */
export const entities = (csv: string): readonly Entity[] => rows(csv).map(cell => ({
  ids: { employee_id: cell('employee_id').text, email: cell('email').text },
  relationships: [cell('Supervisor')].filter(({ text }) => text !== '').map(reference),
  changedAt: date(cell('row_date').text),
  props: { employment_date: cell('employment_date').value(), team_id: cell('team_id').value() },
  groups: list(cell('group_ids')),
}))

/** `np-sync groups -ParentCol parent_id` */
export const groups = (csv: string): readonly Group[] => rows(csv).map(cell => ({
  id: cell('id').text, name: cell('name').text, category: cell('category').text,
  ...cell('parent_id').text === '' ? {} : { parentId: cell('parent_id').text },
}))

/** `np-sync users -EmailColumn email -IdColumns email -GroupAccessColumns report_ids` */
export const logins = (csv: string): readonly Login[] =>
  rows(csv).map(cell => ({ email: cell('email').text, groups: list(cell('report_ids')) }))

/**
 * `np-sync interactions -FromCol "from (Email)" -ToCol "to (Email)" -WhenCol when -EventIdCol email_id`, and
 * `-InteractionId interaction_id` where `withId` says so.
 */
export function interactions(csv: string, withId: boolean): readonly Interaction[] {
  return rows(csv).map(cell => {
    const end = (name: string): Reference => ({ name, property: 'Email', id: cell(name).text })
    return {
      ...withId ? { id: cell('interaction_id').text } : {},
      eventId: cell('email_id').text, when: date(cell('when').text), from: end('from'),
      ...cell('to').text === '' ? {} : { to: end('to') },
    }
  })
}

type Column = { readonly name: string, readonly property?: string, readonly json: boolean }
type CellOf = (name: string) => { readonly column: Column, readonly text: string, readonly value: () => unknown }

/** `Name (Id) [json]`: the name goes to the first bracket, the order of brackets means nothing. */
export function columnOf(header: string): Column {
  const name = header.split(/[([]/, 1)[0]!.trim()
  if (name === '') throw new Error('a column without a name')
  const [, property] = /\(([^)]*)\)/.exec(header) ?? []
  const isJson = /\[[^\]]*json[^\]]*\]/i.test(header)
  return { name, ...property === undefined ? {} : { property: property.trim() }, json: isJson }
}

/** Cells by the name of their column, in any letters; a name that no column has would be passed over in silence. */
function rows(csv: string): readonly CellOf[] {
  const [header = [], ...lines] = readLikeReceiver(csv, ';')
  const columns = header.map(columnOf)
  const places = new Map(columns.map(({ name }, place) => [name.toLowerCase(), place]))
  if (places.size < columns.length) throw new Error('two columns of one name')
  return lines.map(cells => {
    if (cells.length !== header.length) throw new Error('a row with another number of cells')
    return name => {
      const place = places.get(name.toLowerCase())
      if (place === undefined) throw new Error(`no column ${name}`)
      const [column, text] = [columns[place]!, cells[place]!]
      return { column, text, value: () => column.json ? json(text) : text }
    }
  })
}

/** A relationship is named by the header, and says which id of the other it holds. */
function reference({ column: { name, property }, text }: ReturnType<CellOf>): Reference {
  if (property === undefined) throw new Error(`the header of ${name} does not say which id it holds`)
  return { name, property, id: text }
}

/** Without `[json]` the whole text would be one id. */
function list(cell: ReturnType<CellOf>): readonly string[] {
  if (!cell.column.json) throw new Error(`the header of ${cell.column.name} does not say that its cells are lists`)
  const value = cell.value()
  if (!Array.isArray(value) || value.some(member => typeof member !== 'string')) throw new Error('no list of texts')
  return value
}

/** Newtonsoft's: single quotes do as well, a blank is an empty list, bare words are none. */
export const json = (text: string): unknown =>
  text === '' ? [] : JSON.parse(/^\[\s*'/.test(text) ? text.replaceAll('\'', '"') : text)

const dateShape = /^\d{4}-\d\d-\d\d(?:T\d\d:\d\d:\d\d| \d\d:\d\d:\d\d(?:\.\d{3})?)?$/

/** One of the four forms, exactly; with `-TimeZone UTC`. */
export function date(text: string): Date {
  const found = new Date(`${text.length === 10 ? `${text}T00:00:00` : text.replace(' ', 'T')}Z`)
  if (!dateShape.test(text) || Number.isNaN(found.getTime())) throw new Error('no date of the four forms')
  return found
}
