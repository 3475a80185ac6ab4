// JSONata's syntax errors in our words, with the token they are about.
import type { Problem } from './scope.ts'
import type { Token } from './tokens.ts'

/** What jsonata throws: a code, the end of a token as position, sometimes what it expected. */
export type SyntaxError = { readonly code?: string, readonly position?: number, readonly value?: unknown }

/** One problem for an error thrown by the parser; its own texts are not passed on. */
export function syntaxProblem(error: SyntaxError, source: string, all: readonly Token[]): Problem {
  const tokens = all.filter(token => token.kind !== 'comment')
  const open = all.find(token => !token.closed)
  if (open) return problem(open, openTexts[open.kind] ?? 'this never ends', open.kind === 'text' ? openHint : undefined)
  const last = tokens.at(-1)
  if (!last) {
    const hint = 'write a field, such as `sender`, or a condition, such as `sender = ""`'
    return problem({ start: 0, end: source.length }, 'the expression is empty', hint)
  }
  const { code = '', position = source.length } = error
  const token = tokens.find(one => one.end === position)
    ?? tokens.find(one => one.start <= position && position < one.end)
  const own = token && source.slice(token.start, token.end)
  if (code === 'S0103' || code === 'S0104') {
    const end = Math.min(position + 1, source.length)
    return problem({ start: position - 1, end }, 'no text has this escape sequence',
      'write `\\\\` for a backslash; the others are \\" \\n \\t \\r \\b \\f \\/ and \\u with four hex digits')
  }
  if (code === 'S0102') return problem(token ?? last, 'the number is too large', undefined)
  if (code === 'S0301') return problem(token ?? last, 'the regular expression is empty', undefined)
  if (code === 'S0207' || code === 'S0203' || own === undefined) {
    const wanted = code === 'S0203' ? `\`${String(error.value)}\` is missing` : 'something is missing'
    const after = source.slice(last.start, last.end)
    const blank = 'write a value behind it, such as `""` for a blank'
    const hint = Object.hasOwn(endings, after) ? endings[after] : last.kind === 'operator' ? blank : undefined
    return problem(last, `the expression ends too early: ${wanted} after \`${after}\``, hint)
  }
  if (code === 'S0202') {
    return problem(token ?? last, `\`${String(error.value)}\` is expected before \`${own}\``, undefined)
  }
  if (code === 'S0208') return problem(token ?? last, `\`${own}\` is not the name of a parameter`, `write \`$${own}\``)
  if (code === 'S0213') return problem(token ?? last, `\`${own}\` is not a name`, undefined)
  const hint = Object.hasOwn(hints, own) ? hints[own] : undefined
  return problem(token ?? last, `\`${own}\` does not fit here`, hint)
}

const openTexts: Partial<Record<Token['kind'], string>> = {
  text: 'the text has no closing quote',
  name: 'the name has no closing backtick',
  comment: 'the comment has no closing `*/`',
  pattern: 'the regular expression has no closing slash',
}

const openHint = 'close it; and put the whole expression in single quotes, or YAML takes a # behind a blank as a comment'

const hints: Readonly<Record<string, string>> = {
  '/': 'a regular expression stands only as an argument of $contains, $split or $replace',
  ',': 'a comma stands between the arguments of a function, or the members of a list',
  '!': 'write `!=` for "is not", `$not(…)` for "not"',
  '==': 'write `=`',
  '=': 'write one `=` between two values',
  '&': 'write `and` between two conditions, one `&` between two texts',
  '|': 'write `or` between two conditions',
}

const endings: Readonly<Record<string, string>> = {
  and: 'write the other condition, or take `and` out',
  or: 'write the other condition, or take `or` out',
  '?': 'write what the condition chooses: `? "yes" : "no"`',
  ',': 'write the next argument, or take the comma out',
}

type Span = { readonly start: number, readonly end: number }

function problem({ start, end }: Span, message: string, hint: string | undefined): Problem {
  const finding = { code: 'expression-syntax', offset: start, length: end - start, message } as const
  return hint === undefined ? finding : { ...finding, hint }
}
