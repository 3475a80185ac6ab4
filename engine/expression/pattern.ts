// Regular expressions in linear time (security-reliability.md §1.8): RE2's language on re2js, never V8.
import { RE2JS } from 're2js'
import { fail } from './failed.ts'
import { limits } from './limits.ts'

/** A match: offsets in UTF-16 units, groups from 1 on; undefined for a group that took no part. */
export type Match = { readonly start: number, readonly end: number, readonly groups: readonly (string | undefined)[] }

export type Matcher = {
  readonly test: (text: string) => boolean
  /** All matches in order; fails where a match after the first would be empty, as JSONata does (D1004). */
  readonly matches: (text: string) => Iterable<Match>
}

const flagBits = (flags: string): number =>
  (flags.includes('i') ? RE2JS.CASE_INSENSITIVE : 0) | (flags.includes('m') ? RE2JS.MULTILINE : 0)

/** What is wrong with a pattern, or undefined. The engine's own words are not passed on. */
export function patternProblem(
  source: string, flags: string,
): { readonly message: string, readonly hint: string } | undefined {
  if (source.length > limits.pattern) {
    return {
      message: `the regular expression has ${source.length} characters; ${limits.pattern} is the limit`,
      hint: 'use $contains with texts, or several conditions',
    }
  }
  try {
    RE2JS.compile(RE2JS.translateRegExp(source), flagBits(flags))
    return undefined
  } catch {
    const lookaround = /\(\?<?[=!]/.test(source)
    const backreference = /\\[1-9k]/.test(source)
    return {
      message: lookaround ? 'the regular expression looks ahead or behind, which linear time cannot give'
        : backreference ? 'the regular expression refers back to a group, which linear time cannot give'
          : 'the regular expression is not valid',
      hint: lookaround || backreference
        ? 'write two conditions: one $contains, and $not($contains(…)) for what must not be there'
        : 'write \\ before each of . * + ? ( ) [ ] { } | ^ $ that stands for itself; a repeat count ends at 1000',
    }
  }
}

/** Compiles a pattern that `patternProblem` takes. */
export function compilePattern(source: string, flags: string): Matcher {
  const compiled = RE2JS.compile(RE2JS.translateRegExp(source), flagBits(flags))
  return { test: text => compiled.test(text), matches: text => matches(compiled, text) }
}

/** A test of whole texts for a pattern that `patternProblem` takes without flags. */
export function compileWhole(source: string): (text: string) => boolean {
  const compiled = RE2JS.compile(RE2JS.translateRegExp(source))
  return text => compiled.testExact(text)
}

function* matches(compiled: RE2JS, text: string): Iterable<Match> {
  const matcher = compiled.matcher(text)
  const count = matcher.groupCount()
  let from = 0
  while (matcher.find(from)) {
    const start = matcher.start()
    const end = matcher.end()
    if (from > 0 && start === end) fail('empty-match')
    const groups = Array.from({ length: count }, (_, index) => matcher.group(index + 1) ?? undefined)
    yield { start, end, groups }
    if (end >= text.length) return
    // An empty first match is found again at the same place.
    if (start === end) fail('empty-match')
    from = end
  }
}
