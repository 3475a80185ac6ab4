// Steps that stand a level too deep or too high, or lack their name or type, taken as they are meant.
import { steps as stepTypes } from '../steps/index.ts'
import { each, isFree } from '../spec/option.ts'
import type { Step } from '../spec/step.ts'
import { type Tell, adopted, isBlank, mapOf, pictured, released } from './nesting.ts'
import { entriesOf, isMap, pick, textOf } from './pick.ts'
import type { Entry, List, Map as MapNode, Tree } from './tree.ts'

const typeOf = (name: string | undefined): Step | undefined => stepTypes.find(step => step.name === name)

/** A type alone, with its options: what stands under the name of a step. */
export const isStep = ({ value }: Pick<Entry, 'value'>): boolean => {
  const [type, more] = entriesOf(value)
  if (!type || more || !typeOf(type.key)) return false
  return type.value.kind !== 'scalar' || isBlank(type.value)
}

const isOption = (type: Step | undefined, key: string): boolean =>
  type !== undefined && Object.hasOwn(type.options, key) && !isFree(key)

/**
 * The steps with each under its own name, and its options under its type. One without a name that `after` or `before`
 * put in (`inserted`) is reported where that is done.
 */
export function laidSteps(map: MapNode, inserted: boolean, tell: Tell): MapNode {
  const isType = (entry: Entry): boolean => typeOf(entry.key) !== undefined && !isStep(entry) && !isBlank(entry.value)
  const isInner = (inner: Entry, outer: Entry): boolean =>
    !typeOf(inner.key) && isStep(inner) && entriesOf(outer.value).some(({ key }) => typeOf(key))
  const flat = released(adopted(map, isType, tell), isInner, 'a step', tell)
  const shallow = { ...flat, entries: flat.entries.flatMap(entry => withoutInner(entry, tell)) }
  return { ...shallow, entries: shallow.entries.map(entry => laidStep(entry, inserted, tell)) }
}

/** Steps of a list as a map; undefined where they are none. */
export function listedSteps(list: List, key: string, tell: Tell): MapNode | undefined {
  const items = list.items.map(item => entriesOf(item)).map(([first, more]) => more ? undefined : first)
  const entries = items.every(item => item !== undefined) ? items : []
  const named = entries.every(isStep)
  const names = new Set(entries.map(entry => entry.key))
  const sound = named ? names.size === entries.length : entries.every(entry => typeOf(entry.key))
  if (entries.length === 0 || !sound) return undefined
  const each = entries.length > 1 ? ', and so for each' : ''
  const hint = named ? `a map has no hyphens: write \`${entries[0]!.key}: …\`${each}`
    : `a map has no hyphens, and a step has a name: write \`NAME: { ${entries[0]!.key}: … }\`${each}`
  tell(list.at, `"${key}" is a list where a map is needed`, hint, 'wrong-type')
  const withName = (entry: Entry, index: number): Entry =>
    ({ ...entry, key: `${entry.key}-${index + 1}`, value: mapOf([entry]) })
  return mapOf(named ? entries : entries.map(withName))
}

/** A step inside the options of another. */
function withoutInner(step: Entry, tell: Tell): readonly Entry[] {
  const [type] = entriesOf(step.value)
  if (!isMap(step.value) || !type || !isMap(type.value) || !typeOf(type.key)) return [step]
  const declared = typeOf(type.key)
  const isInner = (inner: Entry): boolean => !isOption(declared, inner.key) && !typeOf(inner.key) && isStep(inner)
  const [own, ...out] = released(mapOf([{ ...step, value: type.value }]), isInner, 'a step', tell).entries
  if (out.length === 0) return [step]
  const entries = [{ ...type, value: own!.value }, ...step.value.entries.slice(1)]
  return [{ ...step, value: { ...step.value, entries } }, ...out]
}

function laidStep(step: Entry, inserted: boolean, tell: Tell): Entry {
  if (!isMap(step.value) || step.value.entries.length === 0) return step
  const type = step.value.entries.find(({ key }) => typeOf(key))
  if (!type) return untyped(step, step.value, inserted, tell)
  const beside = step.value.entries.filter(entry => entry !== type)
  const [stray] = beside
  const takesMore = isMap(type.value) || isBlank(type.value)
  if (stray && takesMore && beside.every(({ key }) => isOption(typeOf(type.key), key))) {
    const options = [...entriesOf(type.value), ...beside]
    const message = `\`${stray.key}\` stands beside \`${type.key}\`, and belongs below it`
    tell(stray.keyAt, message, `indent it: \`${pictured(type.key, options)}\``)
    return { ...step, value: { ...step.value, entries: [{ ...type, value: mapOf(options) }] } }
  }
  const [inner, ...more] = entriesOf(type.value)
  const doubled = !stray && inner?.key === type.key && more.length === 0 && !typeOf(type.key)?.options[each]
  if (doubled && isMap(inner.value)) {
    const once = pictured(type.key, inner.value.entries)
    tell(inner.keyAt, `\`${type.key}\` stands here twice`, `write it once: \`${once}\``)
    return { ...step, value: { ...step.value, entries: [{ ...type, value: inner.value }] } }
  }
  return step
}

/** Maps stand for parameters, or words by kinds of account; else they are types with options of their own. */
const fits = (type: Step, key: string, value: Tree): boolean =>
  !isMap(value) || type.options[key]!.role === 'words' || pick(value, 'param') !== undefined

/** Options without the type they belong to; the name of the step may be the type. */
function untyped(step: Entry, value: MapNode, inserted: boolean, tell: Tell): Entry {
  const wanted = typeOf(textOf(pick(value, 'type')))
  const options = wanted ? value.entries.filter(({ key }) => key !== 'type') : value.entries
  const takes = (type: Step): boolean => options.every(one => isOption(type, one.key) && fits(type, one.key, one.value))
  const isWhole = (type: Step): boolean =>
    Object.entries(type.options).every(([name, { optional }]) => optional || pick(value, name))
  const taking = (wanted ? [wanted] : stepTypes).filter(takes)
  const whole = taking.filter(isWhole)
  const own = taking.find(({ name }) => name === step.key)
  const [meant, ...others] = own ? [own] : whole.length > 0 ? whole : taking
  if (!meant || options.length === 0) return step
  const written = pictured(meant.name, options)
  if (!own) {
    const names = others.map(({ name }) => `\`${name}\``).join(' or ')
    const hint = `write \`${step.key}: { ${written} }\`${others.length === 0 ? '' : `; or ${names} in its place`}`
    tell(step.keyAt, `the step "${step.key}" has options, and no type above them`, hint)
  } else if (!inserted) {
    const message = `\`${step.key}\` stands where the name of the step stands`
    tell(step.keyAt, message, `give it one: \`NAME: { ${step.key}: … }\``, 'bad-name')
  }
  return { ...step, value: mapOf([typed(meant.name, step, mapOf(options))]) }
}

const typed = (key: string, { keyAt }: Entry, value: Tree): Entry => ({ key, keyAt, value })

/** The type was not written: it is what the options tell. */
export const isSupposed = (step: Entry, type: Entry): boolean => type.keyAt === step.keyAt
