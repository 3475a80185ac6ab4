// The check: a loaded rule file to a plan, with every mistake in it reported on the way.
import type { Diagnostic } from '../diagnostics/diagnostic.ts'
import { nearest } from '../diagnostics/nearest.ts'
import type { Loaded } from '../load/rules.ts'
import { entriesOf, pick, textOf } from '../load/pick.ts'
import type { Tree } from '../load/tree.ts'
import type { Limit, Plan, TestPlan } from '../plan/plan.ts'
import { allSteps } from '../plan/steps.ts'
import { checkAddresses } from './addresses.ts'
import { changesOf } from './changed.ts'
import type { Checker } from './checker.ts'
import { problem, unknownName } from './checker.ts'
import { shaken, withoutConsequences } from './consequences.ts'
import { emptyTests } from './empty-tests.ts'
import { readInputs } from './inputs.ts'
import { checkKinds } from './kinds.ts'
import { readLookups } from './lookups.ts'
import { readOutputs } from './outputs.ts'
import { type Settings, readParams } from './params.ts'
import { checkSchema } from './schema.ts'
import { entering } from './sources.ts'
import { readSteps } from './steps.ts'
import { readTests } from './tests.ts'
import { checkUnused } from './unused.ts'

export type Checked = {
  /** Undefined for a library, which cannot run by itself, and for a file that lacks one it is made of. */
  readonly plan?: Plan
  readonly tests: readonly TestPlan[]
  readonly diagnostics: readonly Diagnostic[]
}

/**
 * Checks a rule file and plans its run. `standIn` lets the values of the samples stand for parameters that have none:
 * for checking, and for running over the samples. `today` (`yyyy-MM-dd`) is what a parameter of that value becomes: a run gives
 * it, everything else does without. A plan with errors among the diagnostics must not run.
 */
export function checkRules(loaded: Loaded, settings: Settings, standIn: boolean, today?: string): Checked {
  const diagnostics: Diagnostic[] = []
  const report = (diagnostic: Diagnostic): void => { diagnostics.push(diagnostic) }
  for (const { laid, kind } of loaded.own) checkSchema(laid, kind, report, loaded.texts)
  const ended = (found: readonly Diagnostic[] = diagnostics): Checked => ({ tests: [], diagnostics: withoutConsequences(found) })
  // Without a file or part that is meant to be there, most names would be unknown.
  const unsound = shaken(diagnostics)
  if (!loaded.complete || unsound) return ended(unsound)

  const { merged, withdrawn } = loaded
  const params = readParams(pick(merged, 'params'), settings, standIn, report, today)
  const checker: Checker = { params, report, withdrawn, changes: changesOf(merged) }
  const inputs = readInputs(pick(merged, 'inputs'), checker)
  const lookups = readLookups(pick(merged, 'lookups'), inputs, checker)
  if (loaded.kind === 'library') return ended()

  const fromNode = pick(merged, 'from')
  const from = textOf(fromNode) ?? ''
  // A misspelt name must not make every field unknown too.
  const input = inputs.get(from) ?? inputs.get(nearest(from, [...inputs.keys()]) ?? '')
  if (fromNode && !inputs.has(from)) unknownName(checker, 'unknown-input', fromNode.at, from, { what: 'input', known: [...inputs.keys()] })
  if (!input) return ended()
  const around = { inputs, lookups, rows: input.name }
  const { steps, shape } = readSteps(pick(merged, 'steps'), entering(input), around, checker)
  const outputs = readOutputs(pick(merged, 'outputs'), { from: input.name, shape }, around, checker)
  checkAddresses(merged, checker)
  const all = allSteps({ steps, outputs })
  // A step that cannot be read may name any kind.
  const written = writtenSteps(merged)
  const wholly = all.length === written.length
  if (wholly) checkKinds(pick(merged, 'lookups'), all, loaded.own, checker)
  const plan: Plan = {
    name: textOf(pick(merged, 'name')) ?? 'unnamed',
    about: textOf(pick(merged, 'about')) ?? '',
    params, inputs, lookups, from: input.name, steps, outputs,
    quarantineLimit: readLimit(checker, pick(merged, 'quarantine', 'limit')),
  }
  // Where a name is misspelt, what it was meant for only seems unused.
  if (wholly && !diagnostics.some(({ severity }) => severity === 'error')) checkUnused(loaded, plan, checker)
  const tests = readTests(loaded.tests, plan, { outputs: pick(merged, 'outputs'), steps: written }, checker)
  diagnostics.push(...emptyTests(loaded.tests, tests, diagnostics))
  return { plan, tests, diagnostics: withoutConsequences(diagnostics) }
}

const writtenSteps = (merged: Tree): readonly string[] => {
  const outputs = entriesOf(pick(merged, 'outputs')).map(({ value }) => value)
  const sources = outputs.flatMap(output => entriesOf(pick(output, 'from')).map(({ value }) => value))
  return [merged, ...outputs, ...sources].flatMap(part => entriesOf(pick(part, 'steps'))).map(({ key }) => key)
}

/** `3` or `1%`; without a word about it no refused record is tolerated. */
function readLimit(checker: Checker, tree: Parameters<typeof textOf>[0]): Limit {
  const text = textOf(tree) ?? '0'
  const limit = parseLimit(text)
  if (!limit && tree) problem(checker, 'wrong-value', tree.at, `"${text}" is no limit`, 'write a number of records, or a share such as 1%')
  return limit ?? { records: 0 }
}

export function parseLimit(text: string): Limit | undefined {
  const match = /^(\d{1,12}(?:\.\d{1,6})?)(%?)$/.exec(text)
  if (!match || (!match[2] && text.includes('.'))) return undefined
  return match[2] ? { share: Number(match[1]) / 100 } : { records: Number(match[1]) }
}
