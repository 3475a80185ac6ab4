// Parameters: their declarations, and the values they have in this run.
import type { Report } from '../diagnostics/diagnostic.ts'
import type { ParamValue } from '../expression/scope.ts'
import { entriesOf, isScalar, pick, textOf, textsOf } from '../load/pick.ts'
import type { Tree } from '../load/tree.ts'
import type { ParamPlan, ParamType } from '../plan/plan.ts'

/** Values from the command line or a test, by parameter; texts, with lists separated by commas, or finished values. */
export type Settings = ReadonlyMap<string, ParamValue>

/**
 * The parameters of a rule file. `standIn` gives a parameter without a value that of the samples: for checking, where
 * no value is needed, and for runs over the samples.
 */
export function readParams(tree: Tree | undefined, settings: Settings, standIn: boolean, report: Report): ReadonlyMap<string, ParamPlan> {
  return new Map(entriesOf(tree).map(({ key: name, value: node }) => {
    const type = (textOf(pick(node, 'type')) ?? 'text') as ParamType
    const values = pick(node, 'values') ? textsOf(pick(node, 'values')) : undefined
    const written = pick(node, 'default')
    const sample = readValue(pick(node, 'sample'), type)
    const set = settings.get(name)
    const value = (set === undefined ? readValue(written, type) : convert(set, type))
      ?? (standIn ? sample : undefined)
    if (value !== undefined && values && !values.includes(String(value)) && set === undefined && written) {
      report({ code: 'wrong-value', severity: 'error', place: written.at, message: `"${String(value)}" is not a value of "${name}"`, hint: `it can be: ${values.join(', ')}` })
    }
    const about = textOf(pick(node, 'about'))
    return [name, {
      name, type, ...(about === undefined ? {} : { about }), ...(values ? { values } : {}),
      ...(value === undefined ? {} : { value }), ...(sample === undefined ? {} : { sample }),
    }]
  }))
}

/** A setting as a value of the parameter's type; undefined where it is none. */
export function convert(value: ParamValue, type: ParamType): ParamValue | undefined {
  if (type === 'list') return typeof value === 'object' ? value : String(value).split(',').map(item => item.trim()).filter(item => item !== '')
  if (typeof value === 'object') return undefined
  if (type === 'integer') return /^-?\d{1,15}$/.test(String(value)) ? Number(value) : undefined
  if (type === 'boolean') return value === true || value === 'true' ? true : value === false || value === 'false' ? false : undefined
  return String(value)
}

function readValue(tree: Tree | undefined, type: ParamType): ParamValue | undefined {
  if (!tree) return undefined
  if (type === 'list') return textsOf(tree)
  return isScalar(tree) && tree.value !== null ? convert(tree.value, type) : undefined
}
