// Changes of how text becomes a pseudonym.
import { type Change, paired, same } from './change.ts'
import type { HashStepReview, Review } from './review.ts'
import { forms, hashText } from './words-hash.ts'

export function hashChanges(before: Review, now: Review): readonly Change[] {
  const nameOf = ({ step, outputs }: HashStepReview): string => `${step} of ${outputs.join()}`
  const { added, removed, both } = paired(before.hash.steps, now.hash.steps, nameOf)
  return [
    ...removed.map(({ step }): Change => ({ effect: 'unsure', where: step, text: 'Hashes no more.' })),
    ...added.map(({ step }): Change =>
      ({ effect: 'none', where: step, text: 'Hashes, too. What shows in columns is named there.' })),
    ...both.filter(([one, other]) => !same(one, other)).map(([one, other]): Change =>
      ({ effect: 'none', where: other.step, text: howChanged(one, other) })),
  ]
}

/** The profile is a way to write the same digest; the other options are about what is hashed. */
function howChanged(before: HashStepReview, now: HashStepReview): string {
  if (before.nonAscii === now.nonAscii && before.lower === now.lower) {
    return 'Pseudonyms are written in another form, which “convert” makes of earlier files, too: '
      + `${formText(now)}; was ${formText(before)}.`
  }
  return `Some pseudonyms are others, and join with no earlier file: ${hashText(now)}; was: ${hashText(before)}.`
}

const formText = ({ profile = '' }: HashStepReview): string => forms[profile] ?? 'an id of the same shape'
