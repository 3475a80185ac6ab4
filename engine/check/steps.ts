// Steps: their options, and the fields that exist before and after each.
import type { Report } from '../diagnostics/diagnostic.ts'
import { onlyLikely } from '../diagnostics/synonyms.ts'
import { constantOf, meantAlternatives } from '../expression/constant.ts'
import type { Expression } from '../expression/parse.ts'
import { entriesOf, pick } from '../load/pick.ts'
import type { Entry, Tree } from '../load/tree.ts'
import type { StepPlan } from '../plan/plan.ts'
import type { Shape } from '../spec/field.ts'
import type { Step } from '../spec/step.ts'
import { steps as stepTypes } from '../steps/index.ts'
import { afterBroken, checkReadable, withFaulty } from './broken-steps.ts'
import type { Checker } from './checker.ts'
import { type Surroundings, flowOf } from './flow.ts'
import { meantOptions, readOptions } from './options.ts'

/** Checks steps one after the other; each sees the fields as the one before leaves them. */
export function readSteps(tree: Tree | undefined, shape: Shape, around: Surroundings, checker: Checker): { steps: readonly StepPlan[], shape: Shape } {
  const steps: StepPlan[] = []
  let current = shape
  for (const entry of entriesOf(tree)) {
    const { plan, after } = readStep(entry, current, around, checker)
    if (plan) steps.push(plan)
    current = after
  }
  return { steps, shape: current }
}

/** A condition of a step that only chooses rows: it must tell some rows from others. */
function checkConditions(type: Step, options: Readonly<Record<string, unknown>>, tree: Tree, { report }: Checker): void {
  for (const [name, { role }] of Object.entries(type.options)) {
    const constant = role === 'expression' && options[name] ? constantOf(options[name] as Expression) : undefined
    if (constant === undefined) continue
    const meant = meantAlternatives(options[name] as Expression)
    report({
      code: 'constant-condition', severity: 'warning', place: (pick(tree, name) ?? tree).at,
      message: `this condition ${constant ? 'holds for every row' : 'never holds'}`,
      hint: meant !== undefined ? `a text alone is always true; write ${meant}`
        : 'write what tells the rows apart; a step of the base is turned off by `name: off`',
    })
  }
}

function readStep({ key: id, keyAt, value: node }: Entry, before: Shape, around: Surroundings, checker: Checker): { plan?: StepPlan, after: Shape } {
  const [entry] = entriesOf(node)
  const type = entry && stepType(entry.key)
  if (!type || !entry) return { after: afterBroken(undefined, node, before) }
  const tree = meantOptions(type, entry.value) ?? entry.value
  const { values: options, sound } = readOptions(type, tree, checker)
  const reads = new Set<string>()
  let faulty = false
  const report: Report = diagnostic => {
    faulty ||= diagnostic.severity === 'error'
    checker.report(diagnostic)
  }
  const flow = flowOf(id, type, tree, before, reads, around, { ...checker, report })
  if (!sound || type.name !== entry.key) {
    checkReadable(type, options, flow)
    return { after: afterBroken(type, node, before) }
  }
  const reached = type.flow(options, flow)
  // What a step stopped at hides nothing else; what is found twice is said once.
  if (faulty) checkReadable(type, options, flow)
  const after = withFormerLists(id, before, faulty ? withFaulty(type, options, reached) : reached)
  if (type.choosesRows) checkConditions(type, options, tree, checker)
  const writes = [...after].filter(([name, field]) => before.get(name) !== field).map(([name]) => name)
  return { plan: { id, type: type.name, options, reads: [...reads], writes, before, after, place: keyAt }, after }
}

/** The type of this name, or the one that it is likely to mean. */
function stepType(name: string): Step | undefined {
  const meant = stepTypes.some(step => step.name === name) ? name : onlyLikely(name, stepTypes.map(step => step.name))
  return stepTypes.find(step => step.name === meant)
}

/** Fields that were lists before this step remember it, for those who take them for lists still. */
const withFormerLists = (id: string, before: Shape, after: Shape): Shape => new Map([...after].map(([name, field]) =>
  [name, before.get(name)?.list && !field.list && !field.broken ? { ...field, listUntil: id } : field]))
