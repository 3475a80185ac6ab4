// Pseudonyms that hide little: what they stand for leaves in clear as well, in a column that is allowed to.
import type { OutputPlan } from '../plan/plan.ts'
import type { OutputReview } from './review.ts'
import { type Leaving, isException, isPseudonym, leaving } from './words.ts'

/**
 * Names at each pseudonym the columns in clear, of any file, that are made of a field it is made of, too; also where
 * the rules say that it names a row by such a pseudonym (`refers`).
 */
export function withClear(outputs: readonly OutputReview[], plans: readonly OutputPlan[]): readonly OutputReview[] {
  const all = leaving({ outputs })
  const pathOf = ({ output, column }: Leaving): string => `${output.name}.${column.name}`
  const beside = (one: Leaving): readonly string[] =>
    all.filter(other => isException(other) && isOfSame(one, other)).map(pathOf)
  const refers = plans.flatMap(({ name, expect }) => expect.flatMap(rule =>
    rule.rule === 'refers' ? [{ from: `${name}.${rule.column}`, to: `${rule.to.output}.${rule.to.column}` }] : []))
  const clearOf = (one: Leaving): readonly string[] => {
    const targets = refers.filter(({ from }) => from === pathOf(one)).map(({ to }) => to)
    const referred = all.filter(other => isPseudonym(other) && targets.includes(pathOf(other)))
    return isPseudonym(one) ? [...new Set([one, ...referred].flatMap(beside))] : []
  }
  return outputs.map(output => ({
    ...output,
    columns: output.columns.map(column => {
      const clear = clearOf({ output, column })
      return clear.length === 0 ? column : { ...column, clear }
    }),
  }))
}

/**
 * Two columns that are made of one field, or that are both of the account of their row itself. That two are found in
 * the same directory says nothing.
 */
const isOfSame = (one: Leaving, other: Leaving): boolean =>
  plain(one).some(field => plain(other).includes(field))
  || one.output === other.output && [one, other].every(isOfAccount)

const isOfAccount = (one: Leaving): boolean => plain(one).length === 0 && one.column.origins.length > 0

/** The fields that a column is made of other than by way of an account. */
const plain = ({ column }: Leaving): readonly string[] => column.origins.filter(({ take }) => take === undefined)
  .flatMap(({ input, fields }) => fields.map(field => `${input}.${field}`))
