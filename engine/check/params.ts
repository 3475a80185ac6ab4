// Parameters: their declarations, and the values they have in this run.
import type { Report } from '../diagnostics/diagnostic.ts'
import type { ParamValue } from '../expression/scope.ts'
import { entriesOf, flagOf, isScalar, pick, textOf, textsOf } from '../load/pick.ts'
import type { Tree } from '../load/tree.ts'
import type { ParamPlan, ParamType } from '../plan/plan.ts'
import { isDay } from '../time/calendar.ts'

/** Values from the command line or a test, by parameter; texts, with lists separated by commas, or finished values. */
export type Settings = ReadonlyMap<string, ParamValue>

/** What `today` is wherever no run is: checks and tests give the same on every day. */
export const anyDay = '2024-01-01'

/**
 * The parameters of a rule file. `standIn` gives a parameter without a value that of the samples: for checking, where
 * no value is needed, and for runs over the samples. `today` is the date, `yyyy-MM-dd`, that parameters call so.
 */
export function readParams(
  tree: Tree | undefined, settings: Settings, standIn: boolean, report: Report, today = anyDay,
): ReadonlyMap<string, ParamPlan> {
  return new Map(entriesOf(tree).map(({ key: name, value: node }) => {
    const type = (textOf(pick(node, 'type')) ?? 'text') as ParamType
    const values = pick(node, 'values') ? textsOf(pick(node, 'values')) : undefined
    const written = pick(node, 'default')
    const sample = readValue(pick(node, 'sample'), type, today)
    const set = settings.get(name)
    const value = (set === undefined ? readValue(written, type, today) : convert(set, type, today))
      ?? (standIn ? sample : undefined)
    if (type === 'list') for (const key of ['default', 'sample']) checkList(name, pick(node, key), report)
    if (type === 'date') for (const key of ['default', 'sample']) checkDate(pick(node, key), report)
    const strange = value === undefined || !values ? undefined : strangeValue(value, values)
    if (strange !== undefined && set === undefined && written) {
      const { at: declared } = pick(node, 'values')!
      const finding = { code: 'wrong-value', severity: 'error' } as const
      // An overlay gave other values, and left the default of its base.
      report(declared.file === written.at.file
        ? {
            ...finding, place: written.at, message: `"${strange}" is not a value of "${name}"`,
            hint: `it can be: ${values!.join(', ')}`,
          }
        : {
            ...finding, place: declared, message: `"${strange}", the default of "${name}", is not among these values`,
            trail: [{ place: written.at, text: 'the default in the base' }],
            hint: `write another beside them: \`default: ${values![0] ?? '…'}\``,
          })
    }
    const about = textOf(pick(node, 'about'))
    return [name, {
      name, type, ...(about === undefined ? {} : { about }), ...(values ? { values } : {}),
      ...(flagOf(pick(node, 'per-run')) ? { perRun: true as const } : {}), ...(value === undefined ? {} : { value }), ...(sample === undefined ? {} : { sample }),
    }]
  }))
}

/** The value, or member of a list, that is not among the values a parameter can have. */
export const strangeValue = (value: ParamValue, values: readonly string[]): string | undefined =>
  [value].flat().map(String).find(one => !values.includes(one))

/** A setting as a value of the parameter's type; undefined where it is none. */
export function convert(value: ParamValue, type: ParamType, today = anyDay): ParamValue | undefined {
  if (type === 'list') return typeof value === 'object' ? value : String(value).split(',').map(item => item.trim()).filter(item => item !== '')
  if (typeof value === 'object') return undefined
  if (type === 'integer') return /^-?\d{1,15}$/.test(String(value)) ? Number(value) : undefined
  if (type === 'boolean') return value === true || value === 'true' ? true : value === false || value === 'false' ? false : undefined
  if (type === 'date') return value === 'today' ? today : isDate(String(value)) ? String(value) : undefined
  return String(value)
}

/** A day of the calendar as `yyyy-MM-dd`. */
function isDate(text: string): boolean {
  const [, year, month, day] = /^(\d{4})-(\d\d)-(\d\d)$/.exec(text)?.map(Number) ?? []
  return year !== undefined && isDay(year, month!, day!)
}

function checkDate(tree: Tree | undefined, report: Report): void {
  if (!tree || convert(textOf(tree) ?? '', 'date') !== undefined) return
  report({
    code: 'wrong-value', severity: 'error', place: tree.at, message: `"${textOf(tree) ?? ''}" is no date`,
    hint: 'write year, month and day, such as 2024-01-31; or `today` for the day of the run',
  })
}

/** Commas part a list on the command line only: in a rule file such a text would be one value, which nothing is like. */
function checkList(name: string, tree: Tree | undefined, report: Report): void {
  const text = isScalar(tree) ? textOf(tree) : undefined
  if (!tree || !text?.includes(',')) return
  const members = text.split(',').map(member => member.trim()).filter(member => member !== '')
  report({
    code: 'wrong-value', severity: 'error', place: tree.at, message: `"${name}" is a list, and this is one text with a comma in it`,
    hint: `write it in brackets: [${members.join(', ')}]; a value that has a comma stands in quotes there`,
  })
}

function readValue(tree: Tree | undefined, type: ParamType, today: string): ParamValue | undefined {
  if (!tree) return undefined
  if (type === 'list') return textsOf(tree)
  return isScalar(tree) && tree.value !== null ? convert(tree.value, type, today) : undefined
}
