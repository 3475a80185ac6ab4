// Employee numbers in a column of numbers: one alone cannot be told from any other number, a column full of them can.

/** The numbers of the directory, without the zeros before them. */
export const numbersOf = (texts: readonly string[]): ReadonlySet<number> =>
  new Set(texts.filter(text => /^\d{1,15}$/.test(text)).map(Number).filter(number => number > 0))

/** So many different numbers decide. */
const most = 2000

export type NumberWatch = {
  add(cell: string, line: number): void
  /** The line of the first employee number, where chance cannot explain how many of the numbers are one. */
  telling(): number | undefined
}

/**
 * Tells where nine of ten different numbers of a column are employee numbers, although so few of the numbers between the least
 * and the greatest of them are that chance gives it less than once in a million.
 */
export function numberWatch(known: ReadonlySet<number>): NumberWatch {
  const seen = new Set<number>()
  let first = 0
  return {
    add(cell, line) {
      if (seen.size >= most || !/^\d{1,15}$/.test(cell)) return
      const number = Number(cell)
      seen.add(number)
      if (first === 0 && known.has(number)) first = line
    },
    telling() {
      const hits = [...seen].filter(number => known.has(number)).length
      if (hits === 0 || hits < seen.size * 0.9) return undefined
      const [least, greatest] = [...seen].reduce(([low, high], number) => [Math.min(low, number), Math.max(high, number)], [Infinity, 0])
      const between = [...known].filter(number => number >= least && number <= greatest).length
      return hits * Math.log10((greatest - least + 1) / between) >= 6 ? first : undefined
    },
  }
}
