// Changes of which rows are left out.
import { type Change, type Effect, paired, same, without } from './change.ts'
import { enumeration } from '../spec/step.ts'
import type { DropReview, Review } from './review.ts'
import { whichText } from './words-fields.ts'

export function dropChanges(before: Review, now: Review): readonly Change[] {
  const { added, removed, both } = paired(before.drops, now.drops, nameOf)
  const stayed = before.drops.filter(drop => !removed.includes(drop)).map(nameOf)
  const inOrder = same(both.map(([, drop]) => nameOf(drop)), stayed)
  return [
    ...removed.map((drop): Change =>
      ({ effect: 'more', where: drop.step, text: `Leaves rows out no more; it was: ${sentence(drop)}` })),
    ...added.map(drop => newDrop(drop, now)),
    ...both.flatMap(([one, other]) => oneDrop(one, other)),
    ...inOrder ? [] : [otherOrder],
  ]
}

const otherOrder: Change =
  { effect: 'unsure', where: 'steps', text: 'The steps that leave rows out stand in another order.' }

/** Rows that are chosen by what stands in a private field tell of it. */
function newDrop(drop: DropReview, { inputs }: Review): Change {
  const isLookedAt = (input: string, field: string): boolean => drop.origins.some(origin =>
    origin.take === undefined && origin.input === input && origin.fields.includes(field))
  const looked = inputs.flatMap(input => input.fields.filter(({ mark }) => mark !== 'open')
    .filter(({ name }) => isLookedAt(input.name, name)).map(({ name }) => `${input.name}.${name}`))
  const where = drop.step
  if (drop.when === undefined || looked.length === 0) {
    return { effect: 'less', where, text: `Leaves rows out: ${sentence(drop)}` }
  }
  const text = `Leaves rows out by what stands in ${enumeration(looked)}, so that those that stay tell of it: `
  return { effect: 'unsure', where, text: text + sentence(drop) }
}

const nameOf = ({ step, outputs }: DropReview): string => `${step} of ${outputs.join(', ')}`

const sentence = (drop: DropReview): string =>
  `${whichText(drop)}${drop.because === undefined ? '' : ` (${drop.because})`}`

function oneDrop(before: DropReview, now: DropReview): readonly Change[] {
  const where = now.step
  if (before.kinds && now.kinds && sameBut(before, now)) {
    const [fewer, more] = [without(before.kinds, now.kinds), without(now.kinds, before.kinds)]
    return [
      ...kindsChange('more', where, 'Rows with these accounts are left out no more', fewer),
      ...kindsChange('less', where, 'Rows with these accounts are left out, too', more),
      ...reasonChange(before, now),
    ]
  }
  if (before.text !== now.text || before.when !== now.when || before.type !== now.type) {
    return [{ effect: 'unsure', where, text: `Leaves other rows out: ${sentence(now)}; was: ${sentence(before)}` }]
  }
  return reasonChange(before, now)
}

function reasonChange(before: DropReview, { step, because = 'none' }: DropReview): readonly Change[] {
  const { because: was = 'none' } = before
  return was === because ? [] : [{ effect: 'none', where: step, text: `Has another reason: ${because}; was: ${was}.` }]
}

const kindsChange = (effect: Effect, where: string, text: string, kinds: readonly string[]): readonly Change[] =>
  kinds.length === 0 ? [] : [{ effect, where, text: `${text}: ${kinds.map(kind => `“${kind}”`).join(', ')}.` }]

/** The same fields are looked at, and only the kinds may differ. */
const sameBut = (one: DropReview, other: DropReview): boolean =>
  same(one.origins, other.origins) && one.type === other.type
