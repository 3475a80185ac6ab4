// What a customer took away from the steps of its base: the cause of findings that point at lines of the base.
import type { Diagnostic } from '../diagnostics/diagnostic.ts'
import type { Withdrawal } from '../load/merge.ts'
import { entriesOf, itemsOf, pick, textsOf } from '../load/pick.ts'
import type { Tree } from '../load/tree.ts'
import { steps as stepTypes } from '../steps/index.ts'

export type Trail = NonNullable<Diagnostic['trail']>

/**
 * Lines for the trail of a finding about a field: each change of an overlay by which a step no longer touches it.
 * `output` names the output that the finding is in, whose own steps count too.
 */
export function withdrawnLines(withdrawals: readonly Withdrawal[], field: string, output?: string): Trail {
  return withdrawals
    .filter(one => one.output === undefined || one.output === output)
    .filter(({ before, after }) => touchedBy(before).includes(field) && !touchedBy(after).includes(field))
    .map(({ step, place, after }) => ({ place, text: after ? `step ${step} no longer names ${field}` : `step ${step} is turned off` }))
}

/** The fields that a step makes or replaces, as its options name them; the keys of `set` and `rows` are fields themselves. */
function touchedBy(step: Tree | undefined): readonly string[] {
  const [type] = entriesOf(step)
  if (!type || stepTypes.find(step => step.name === type.key)?.choosesRows) return []
  const named = ['into', 'fields', 'field', 'agree'].map(option => pick(type.value, option)).find(option => option)
  return named ? textsOf(named) : itemsOf(type.value).flatMap(entriesOf).map(({ key }) => key)
}
