// One change between two reviews, and how they are told.

/**
 * What a change does to what leaves. `unsure` is what cannot be told from the rules alone, and counts as more: a person
 * has to look.
 */
export type Effect = 'more' | 'unsure' | 'less' | 'none'
export type Change = { readonly effect: Effect, readonly where: string, readonly text: string }

/** Those that matter most first. */
export const effects: readonly Effect[] = ['more', 'unsure', 'less', 'none']

/** Things of two reviews by name. */
export type Paired<Thing> = {
  readonly added: readonly Thing[]
  readonly removed: readonly Thing[]
  readonly both: readonly (readonly [before: Thing, now: Thing])[]
}

/** Those that are new, those that are gone, and pairs. */
export function paired<Thing>(
  before: readonly Thing[], now: readonly Thing[], nameOf: (thing: Thing) => string,
): Paired<Thing> {
  const earlier = new Map(before.map(thing => [nameOf(thing), thing]))
  const later = new Set(now.map(nameOf))
  return {
    added: now.filter(thing => !earlier.has(nameOf(thing))),
    removed: before.filter(thing => !later.has(nameOf(thing))),
    both: now.flatMap(thing => {
      const one = earlier.get(nameOf(thing))
      return one === undefined ? [] : [[one, thing] as const]
    }),
  }
}

export const same = (one: unknown, other: unknown): boolean => JSON.stringify(one) === JSON.stringify(other)

/** Members of one list that another does not have. */
export const without = (all: readonly string[] = [], others: readonly string[] = []): readonly string[] =>
  all.filter(one => !others.includes(one))
