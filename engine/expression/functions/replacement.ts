// $replace, and `$1`, `$0` and `$$` in its replacement, as jsonata 2.2.2 has them (functions.js, MIT licence).
import { fail } from '../failed.ts'
import type { Matcher } from '../pattern.ts'
import { bounded } from '../values.ts'

type Text = string | undefined

/** All matches replaced, or the first `limit`; undefined for an undefined text. */
export function replace(
  value: Text, pattern: Text | Matcher, replacement: Text, limit: number | undefined,
): Text {
  if (value === undefined) return undefined
  if (pattern === '' || limit !== undefined && limit < 0) return fail('wrong-type')
  if (limit !== undefined && !(limit > 0)) return value
  const most = limit ?? Infinity
  let result = ''
  let from = 0
  let count = 0
  if (typeof pattern === 'string') {
    // A missing replacement is the word "undefined" here, and an error with a regular expression: JSONata's ways.
    for (let at = value.indexOf(pattern); at >= 0 && count < most; at = value.indexOf(pattern, from)) {
      result = bounded(result + value.slice(from, at) + String(replacement))
      from = at + pattern.length
      count++
    }
    return bounded(result + value.slice(from))
  }
  if (pattern === undefined) return fail('wrong-type')
  for (const match of pattern.matches(value)) {
    if (count >= most) break
    const matched = value.slice(match.start, match.end)
    const replaced = expand(replacement ?? fail('wrong-type'), matched, match.groups)
    result = bounded(result + value.slice(from, match.start) + replaced)
    from = match.end
    count++
  }
  return bounded(result + value.slice(from))
}

/** The replacement for one match: `$0` is the match, `$n` a group (blank where it took no part), `$$` a dollar sign. */
function expand(replacement: string, match: string, groups: readonly (string | undefined)[]): string {
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
