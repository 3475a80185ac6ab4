// Chance that repeats: the same seed gives the same organisation, byte for byte, on every machine.

export type Random = {
  /** A whole number from 0 up to, not including, `limit`. */
  readonly below: (limit: number) => number
  readonly chance: (probability: number) => boolean
  readonly pick: <T>(list: readonly T[]) => T
  /** Up to `count` distinct members of the list, in random order. */
  readonly some: <T>(list: readonly T[], count: number) => T[]
  readonly hex: (digits: number) => string
  readonly guid: () => string
}

/** A generator of its own for each seed (mulberry32: 32 bits of state, enough for test data). */
export const random = (seed: number): Random => {
  let state = seed >>> 0
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 0x1_0000_0000
  }
  const below = (limit: number): number => Math.floor(next() * limit)
  const pick = <T>(list: readonly T[]): T => {
    if (list.length === 0) throw new Error('Nothing to pick from: the organisation is too small for this flow.')
    return list[below(list.length)] as T
  }
  const some = <T>(list: readonly T[], count: number): T[] => {
    const rest = [...list]
    const taken: T[] = []
    while (taken.length < count && rest.length > 0) taken.push(...rest.splice(below(rest.length), 1))
    return taken
  }
  const hex = (digits: number): string => {
    let text = ''
    while (text.length < digits) text += below(0x1_0000).toString(16).padStart(4, '0')
    return text.slice(0, digits)
  }
  const guid = (): string => `${hex(8)}-${hex(4)}-4${hex(3)}-8${hex(3)}-${hex(12)}`
  return { below, chance: probability => next() < probability, pick, some, hex, guid }
}
