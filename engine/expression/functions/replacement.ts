// `$1`, `$0` and `$$` in the replacement of $replace, as jsonata 2.2.2 reads them (functions.js, MIT licence).

/** The replacement for one match: `$0` is the match, `$n` a group (blank where it took no part), `$$` a dollar sign. */
export function expand(replacement: string, match: string, groups: readonly (string | undefined)[]): string {
  let result = ''
  let from = 0
  // Only as many digits count as the number of the last group has: with one group, `$12` is group 1 and then a 2.
  const digits = groups.length === 0 ? 1 : Math.floor(Math.log(groups.length) * Math.LOG10E) + 1
  for (let at = replacement.indexOf('$'); at >= 0 && from < replacement.length; at = replacement.indexOf('$', from)) {
    result += replacement.slice(from, at)
    from = at + 1
    const next = replacement.charAt(from)
    if (next === '$' || next === '0') {
      result += next === '$' ? '$' : match
      from++
      continue
    }
    let group = Number.parseInt(replacement.slice(from, from + digits), 10)
    if (digits > 1 && group > groups.length) group = Number.parseInt(replacement.slice(from, from + digits - 1), 10)
    if (Number.isNaN(group)) result += '$'
    else {
      result += groups[group - 1] ?? ''
      from += String(group).length
    }
  }
  return result + replacement.slice(from)
}
