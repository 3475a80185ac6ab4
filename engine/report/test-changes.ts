// The lines of a text that changed, for a person.

/** Lines that are gone begin with `-`, new ones with `+`, in the order of the file. */
export function changedLines(before: string, after: string): readonly string[] {
  const [old, made] = [before.split('\n'), after.split('\n')]
  let start = 0
  while (start < old.length && start < made.length && old[start] === made[start]) start++
  let end = 0
  while (end < old.length - start && end < made.length - start && old.at(-1 - end) === made.at(-1 - end)) end++
  return difference(old.slice(start, old.length - end), made.slice(start, made.length - end))
}

/** By the longest common subsequence of lines. */
function difference(old: readonly string[], made: readonly string[]): readonly string[] {
  const common = Array.from({ length: old.length + 1 }, () => Array.from({ length: made.length + 1 }, () => 0))
  for (let one = old.length - 1; one >= 0; one--) {
    for (let other = made.length - 1; other >= 0; other--) {
      common[one]![other] = old[one] === made[other] ? common[one + 1]![other + 1]! + 1 : Math.max(common[one + 1]![other]!, common[one]![other + 1]!)
    }
  }
  const lines: string[] = []
  for (let one = 0, other = 0; one < old.length || other < made.length;) {
    if (one < old.length && other < made.length && old[one] === made[other]) { one++; other++ }
    else if (one < old.length && (other === made.length || common[one + 1]![other]! >= common[one]![other + 1]!)) lines.push(`- ${old[one++]}`)
    else lines.push(`+ ${made[other++]}`)
  }
  return lines
}
