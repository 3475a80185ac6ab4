// Decisions from a list of numbers, so that fast-check shrinks what was decided by shrinking the numbers.
import fc from 'fast-check'

export type Chooser = {
  /** One of the options; the first when the numbers have run out. */
  readonly one: <Option>(options: readonly Option[]) => Option
  /** Between `least` and `most` different options, in any order. */
  readonly some: <Option>(options: readonly Option[], least: number, most: number) => readonly Option[]
  /** True about once in `times`; never when the numbers have run out. */
  readonly rarely: (times: number) => boolean
}

export const numbers = (most: number): fc.Arbitrary<readonly number[]> => fc.oneof(
  { weight: 4, arbitrary: fc.array(fc.nat(10_000), { minLength: most, maxLength: most }) },
  { weight: 1, arbitrary: fc.array(fc.nat(10_000), { maxLength: most, size: 'max' }) },
)

export function chooser(from: readonly number[]): Chooser {
  let at = 0
  const next = (): number => from[at++] ?? 0
  const one = <Option>(options: readonly Option[]): Option => {
    if (options.length === 0) throw new Error('nothing to choose from')
    return options[next() % options.length]!
  }
  return {
    one,
    some(options, least, most) {
      const left = [...options]
      const count = Math.min(left.length, least + next() % (most - least + 1))
      return Array.from({ length: count }, () => left.splice(next() % left.length, 1)[0]!)
    },
    rarely: times => next() % times === times - 1,
  }
}
