// Exports of a known kind: which columns they have, so that a review can say what of them is not read.
import type { InputPlan } from '../plan/plan.ts'
import type { KnownReview } from './review.ts'
import { type Known, known } from './well-known-exports.ts'

/**
 * What is known of the kind of export that an input is. Which kind: the one that knows most of the columns that every
 * export must have, if it knows at least two and half of them; undefined where none does.
 */
export function knownExport({ fields }: Pick<InputPlan, 'fields'>): KnownReview | undefined {
  const needed = fields.filter(({ optional }) => !optional)
  const share = ({ columns }: Known): number =>
    needed.filter(({ from }) => from.some(name => has(columns, name))).length
  const best = known.toSorted((one, other) => share(other) - share(one))[0]!
  if (share(best) * 2 < needed.length || share(best) < 2) return undefined
  const read = fields.flatMap(({ from, or }) => [...from, ...or])
  return {
    of: best.of, plain: best.plain, passedOver: best.columns.filter(name => !has(read, name)),
    topics: best.topics.map(({ what, columns }) => ({
      what, columns,
      fields: fields.filter(({ from, or }) => [...from, ...or].some(name => has(columns, name)))
        .map(({ name }) => name),
    })),
  }
}

/** Whether there is a column of this name; the log and the cmdlet differ in hyphens and capitals only. */
const has = (columns: readonly string[], name: string): boolean => columns.some(column => bare(column) === bare(name))
const bare = (name: string): string => name.toLowerCase().replaceAll('-', '')
