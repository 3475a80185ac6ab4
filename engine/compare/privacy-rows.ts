// Which rows leave in another version of the rules: steps that keep, drop, or take the first of equal rows.
import type { Plan, StepPlan } from '../plan/plan.ts'
import { ownSteps } from '../plan/steps.ts'
import type { Effect } from './version.ts'

/** Steps by name, with the output they belong to. */
export const named = (plan: Plan, types: readonly string[]): ReadonlyMap<string, StepPlan> => new Map([
  ...plan.steps.map(step => [step.id, step] as const),
  ...plan.outputs.flatMap(output => ownSteps(output).map(step => [`${step.id} of ${output.name}`, step] as const)),
].filter(([, { type }]) => types.includes(type)))

export function effectsOnRows(before: Plan, after: Plan): readonly Effect[] {
  const [first, second] = [named(before, choosing), named(after, choosing)]
  const outputs = new Set([...before.outputs, ...after.outputs].filter(({ name }) => [before, after].every(plan => plan.outputs.some(output => output.name === name))).map(({ name }) => name))
  const stands = (name: string): boolean => !name.includes(' of ') || outputs.has(name.slice(name.indexOf(' of ') + 4))
  return [
    ...[...first].filter(([name]) => !second.has(name) && stands(name)).map(([name, step]): Effect =>
      ({ effect: 'more', text: `no longer dropped: ${reasonOf(step)} (step ${name})`, place: step.place })),
    ...[...second].filter(([name]) => !first.has(name) && stands(name)).map(([name, step]): Effect =>
      ({ effect: 'less', text: `dropped as well: ${reasonOf(step)} (step ${name})`, place: step.place })),
    ...[...second].flatMap(([name, step]) => {
      const was = first.get(name)
      return was ? effectsOfChoice(name, was, step) : []
    }),
  ]
}

const choosing = ['keep', 'drop', 'unique']
const reasonOf = ({ type, options }: StepPlan): string => type === 'unique' ? 'rows that come again' : String(options['because'] ?? type)

function effectsOfChoice(name: string, was: StepPlan, step: StepPlan): readonly Effect[] {
  const effects: Effect[] = []
  const tell = (effect: Effect['effect'], text: string): void => { effects.push({ effect, text: `${text} (step ${name})`, place: step.place }) }
  if (was.type !== step.type) tell('other', `a ${step.type} step, it was a ${was.type} step`)
  for (const [option, what] of [['accounts', 'accounts of the kind'], ['in', 'rows for the sake of']] as const) {
    const [gone, come] = differing(namesIn(was, option), namesIn(step, option))
    if (gone.length > 0) tell('more', `no longer dropped: ${what} ${gone.join(', ')}`)
    if (come.length > 0) tell('less', `dropped as well: ${what} ${come.join(', ')}`)
  }
  if (conditionOf(was) !== conditionOf(step)) tell('other', `other rows are ${step.type === 'keep' ? 'kept' : 'dropped'}: ${reasonOf(step)}`)
  const [lost, gained] = step.type === 'unique' ? differing(namesIn(was, 'by'), namesIn(step, 'by')) : [[], []]
  if (lost.length > 0 || gained.length > 0) tell('other', 'rows are the same by other fields')
  return effects
}

const namesIn = ({ options }: StepPlan, option: string): readonly string[] => {
  const value = options[option]
  return Array.isArray(value) ? value.map(String) : typeof value === 'string' ? [value] : []
}

/** The condition, wherever its parts stand. */
const conditionOf = ({ options }: StepPlan): string =>
  JSON.stringify(options['when'] ?? '', (key, value: unknown) => key === 'offset' || key === 'length' ? undefined : value)

export const differing = (before: readonly string[], after: readonly string[]): readonly [gone: readonly string[], come: readonly string[]] =>
  [before.filter(one => !after.includes(one)), after.filter(one => !before.includes(one))]
