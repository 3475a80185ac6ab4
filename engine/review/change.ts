// One change between two reviews, and how they are told.

/**
 * What a change does to what leaves. `unsure` is what cannot be told from the rules alone, and counts as more: a person
 * has to look.
 */
export type Effect = 'more' | 'unsure' | 'less' | 'none'
export type Change = { readonly effect: Effect, readonly where: string, readonly text: string }

/** Those that matter most first. */
export const effects: readonly Effect[] = ['more', 'unsure', 'less', 'none']

/** Things of two reviews by name: those that are new, those that are gone, and pairs. */
export function paired<Thing>(before: readonly Thing[], now: readonly Thing[], name: (thing: Thing) => string): {
  readonly added: readonly Thing[], readonly removed: readonly Thing[], readonly both: readonly (readonly [Thing, Thing])[]
} {
  const earlier = new Map(before.map(thing => [name(thing), thing]))
  const later = new Set(now.map(name))
  return {
    added: now.filter(thing => !earlier.has(name(thing))),
    removed: before.filter(thing => !later.has(name(thing))),
    both: now.flatMap(thing => {
      const one = earlier.get(name(thing))
      return one === undefined ? [] : [[one, thing] as const]
    }),
  }
}

export const same = (one: unknown, other: unknown): boolean => JSON.stringify(one) === JSON.stringify(other)

/** Members of one list that another does not have. */
export const without = (all: readonly string[] = [], others: readonly string[] = []): readonly string[] => all.filter(one => !others.includes(one))
