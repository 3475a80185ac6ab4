// Changes of which rows are left out, and of who is a person.
import { type Change, paired, same, without } from './change.ts'
import type { DropReview, KindReview, Review } from './review.ts'

export function dropChanges(before: Review, now: Review): readonly Change[] {
  const { added, removed, both } = paired(before.drops, now.drops, nameOf)
  const order = (one: readonly (readonly [DropReview, DropReview])[], side: 0 | 1): readonly string[] => one.map(pair => nameOf(pair[side]))
  const inOrder = same(order(both, 1), before.drops.filter(drop => !removed.includes(drop)).map(nameOf))
  return [
    ...removed.map((drop): Change => ({ effect: 'more', where: drop.step, text: `Rows are no longer left out by this step. It said: ${sentence(drop)}` })),
    ...added.map((drop): Change => ({ effect: 'less', where: drop.step, text: `Leaves rows out. ${sentence(drop)}` })),
    ...both.flatMap(([one, other]) => oneDrop(one, other)),
    ...inOrder ? [] : [{ effect: 'unsure' as const, where: 'steps', text: 'The steps that leave rows out stand in another order.' }],
  ]
}

const nameOf = ({ step, outputs }: DropReview): string => `${step} of ${outputs.join(', ')}`

const sentence = ({ text, when, because }: DropReview): string =>
  `${text}${when === undefined ? '' : ` ${when}`}${because === undefined ? '' : ` (${because})`}`

function oneDrop(before: DropReview, now: DropReview): readonly Change[] {
  const where = now.step
  if (before.kinds && now.kinds && sameBut(before, now)) {
    const [fewer, more] = [without(before.kinds, now.kinds), without(now.kinds, before.kinds)]
    return [
      ...fewer.length > 0 ? [{ effect: 'more' as const, where, text: `Rows with these kinds of account are no longer left out: ${quoted(fewer)}.` }] : [],
      ...more.length > 0 ? [{ effect: 'less' as const, where, text: `Rows with these kinds of account are left out, too: ${quoted(more)}.` }] : [],
    ]
  }
  if (before.text !== now.text || before.when !== now.when || before.type !== now.type) {
    return [{ effect: 'unsure', where, text: `Leaves other rows out. ${sentence(now)}; was: ${sentence(before)}` }]
  }
  return before.because === now.because ? [] : [{ effect: 'none', where, text: `Has another reason: ${now.because ?? 'none'}; was: ${before.because ?? 'none'}.` }]
}

const quoted = (kinds: readonly string[]): string => kinds.map(kind => `“${kind}”`).join(', ')

/** The same fields are looked at, and only the kinds may differ. */
const sameBut = (one: DropReview, other: DropReview): boolean => same(one.origins, other.origins) && one.type === other.type

export function kindChanges(before: Review, now: Review): readonly Change[] {
  const { both } = paired(before.directories, now.directories, ({ name }) => name)
  const dropped = (review: Review): readonly string[] => review.drops.flatMap(({ kinds = [] }) => kinds)
  return both.flatMap(([one, other]) => {
    const { added, removed, both: kept } = paired(one.kinds, other.kinds, ruleText)
    const moved = !same(kept.map(([rule]) => ruleText(rule)), one.kinds.filter(rule => !removed.includes(rule)).map(ruleText))
    return [
      ...removed.map((rule): Change => ({ effect: 'more', where: other.name, text: `These accounts are no longer told from people: ${ruleText(rule)}.` })),
      ...added.map((rule): Change => {
        const less = dropped(now).includes(rule.kind)
        return { effect: less ? 'less' : 'unsure', where: other.name, text: `Further accounts are ${rule.kind}${less ? ', and rows with them are left out' : ''}: ${ruleText(rule)}.` }
      }),
      ...moved ? [{ effect: 'unsure' as const, where: other.name, text: 'The kinds of account are asked for in another order.' }] : [],
      ...same(one.remote, other.remote) ? [] : [{ effect: 'unsure' as const, where: other.name, text: 'Which colleagues have a cloud mailbox is told in another way.' }],
      ...same([one.address, one.id, one.input], [other.address, other.id, other.input]) ? [] : [{ effect: 'unsure' as const, where: other.name, text: 'The address or id of an account is made of other fields: pseudonyms may be others.' }],
    ]
  })
}

const ruleText = ({ kind, anywhere, tests }: KindReview): string =>
  `${kind} (${tests.map(({ field, patterns }) => `${field}: ${patterns.join(', ')}`).join('; ')}${anywhere ? '; also at other domains' : ''})`
