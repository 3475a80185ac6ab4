// Which cases of a rule file its tests show.
import type { Place } from '../diagnostics/diagnostic.ts'
import { entriesOf, isMap, itemsOf, pick } from '../load/pick.ts'
import type { Loaded } from '../load/rules.ts'
import type { OutputPlan, Plan, StepPlan } from '../plan/plan.ts'
import { allSteps } from '../plan/steps.ts'
import { slotsOf } from '../run/fields.ts'
import type { Watch } from '../run/environment.ts'
import { type StepCases, casesOf, drops, enters, kindsIn, passes } from './cases.ts'
import { spot, standsIn, stepEntries } from './places.ts'
import { referenceCases, referencesShown } from './references.ts'

/** A case that no test shows: of the step or output that `about` names. */
export type Gap = { readonly place: Place, readonly about: string, readonly lacks: string }

export type Coverage = { readonly cases: number, readonly shown: number, readonly gaps: readonly Gap[] }

export type CoverageWatch = {
  /** Looks on at one test, which runs under the plan; `end` when its last row has gone by. */
  readonly test: (plan: Plan) => { readonly watch: Watch, readonly end: () => void }
  readonly coverage: () => Coverage
}

/**
 * Counts what stands in the rule file itself: of an overlay the steps it adds or changes. Cases are: every step is reached;
 * what drops rows does so, and lets rows through; operands of conditions are true and false; kinds that a step names, or the
 * file defines, are met; references lead somewhere and nowhere; every output is written.
 */
export function coverageWatch(loaded: Loaded, plan: Plan): CoverageWatch {
  const entries = stepEntries(loaded.merged)
  const own = (step: StepPlan): boolean => standsIn(entries.get(spot(step.place))!, loaded.file)
  const shown = new Set<string>()
  const outputs = plan.outputs.filter(({ name }) => entriesOf(pick(loaded.merged, 'outputs')).some(entry => entry.key === name && standsIn(entry, loaded.file)))
  const stepCases = (one: Plan, step: StepPlan): StepCases =>
    casesOf(step, one, entries.get(spot(step.place))!, name => { shown.add(`${spot(step.place)} ${name}`) })
  const all = [
    ...allSteps(plan).filter(own).flatMap(step => stepCases(plan, step).cases.map(one => ({ ...one, about: `step ${step.id}`, key: `${spot(step.place)} ${one.name}` }))),
    ...outputs.map(({ name }) => ({ place: outputPlace(loaded, name), about: `output ${name}`, lacks: 'has no row', key: `output ${name}` })),
    ...outputs.flatMap(output => referenceCases(output).map(one => ({ ...one, about: `output ${output.name}` }))),
    ...ownKinds(loaded).map(({ kind, place }) => ({ place, about: `kind ${kind}`, lacks: 'is not met', key: `kind ${kind}` })),
  ]
  return {
    test(one) {
      const steps = new Map(allSteps(one).filter(own).map(step => [spot(step.place), { step, ...stepCases(one, step) }]))
      const slots = slotsOf(one)
      const written = new Map<string, string[][]>()
      return {
        watch: {
          enter(step, _, row) {
            shown.add(`${spot(step.place)} ${enters}`)
            steps.get(spot(step.place))?.enter(row)
          },
          leave(step, _, row) {
            shown.add(`${spot(step.place)} ${passes}`)
            if (step.type === 'identify') for (const name of step.writes) for (const kind of kindsIn(row[slots.get(name)!]!)) shown.add(`kind ${kind}`)
          },
          drop(step) { shown.add(`${spot(step.place)} ${drops}`) },
          refuse() {},
          write(output, cells) {
            shown.add(`output ${output}`)
            written.set(output, [...written.get(output) ?? [], [...cells]])
          },
        },
        end() { for (const name of referencesShown(one, written)) shown.add(name) },
      }
    },
    coverage() {
      const gaps = all.filter(({ key }) => !shown.has(key))
      // Of a step that no row reaches nothing else can be shown.
      const unreached = new Set(gaps.filter(({ key }) => key.endsWith(` ${enters}`)).map(({ about, place }) => `${about} ${spot(place)}`))
      const stepOf = ({ key, about }: typeof gaps[number]): string => `${about} ${key.slice(0, key.indexOf(' '))}`
      return {
        cases: all.length, shown: all.length - gaps.length,
        gaps: gaps.filter(gap => gap.key.endsWith(` ${enters}`) || !unreached.has(stepOf(gap))).map(({ place, about, lacks }) => ({ place, about, lacks })),
      }
    },
  }
}

function ownKinds({ merged, file }: Loaded): readonly { readonly kind: string, readonly place: Place }[] {
  const rules = entriesOf(pick(merged, 'lookups')).flatMap(({ value }) => itemsOf(pick(value, 'kinds'))).flatMap(rule => isMap(rule) ? rule.entries : [])
  const own = rules.filter(({ keyAt }) => keyAt.file === file)
  return own.filter(({ key }, index) => own.findIndex(one => one.key === key) === index).map(({ key, keyAt }) => ({ kind: key, place: keyAt }))
}

const outputPlace = ({ merged }: Loaded, name: OutputPlan['name']): Place => entriesOf(pick(merged, 'outputs')).find(({ key }) => key === name)!.keyAt
