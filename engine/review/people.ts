// Which columns and steps concern people.
import type { Origin, Review } from './review.ts'
import { type Leaving, isPseudonym, leaving } from './words.ts'

/** Columns with pseudonyms of one person or account each; not those of several fields together. */
export const personColumns = (review: Review): readonly Leaving[] => leaving(review).filter(one =>
  isPseudonym(one) && one.column.origins.some(isOfPerson(review))
  && one.column.origins.filter(({ take }) => take === undefined).length <= 1)

const isOfPerson = ({ inputs }: Review) => ({ input, fields, take }: Origin): boolean => {
  if (take !== undefined) return take !== 'kind'
  const read = inputs.find(({ name }) => name === input)?.fields ?? []
  return read.some(({ name, mark }) => mark === 'identity' && fields.includes(name))
}

/** Kinds of account whose rows some step leaves out. */
export const keptOut = ({ drops }: Review): readonly string[] => [...new Set(drops.flatMap(({ kinds = [] }) => kinds))]
