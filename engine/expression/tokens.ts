// Where the tokens of an expression begin and end. JSONata's tree only tells ends, and reads regular expressions with
// the JavaScript engine; a look at the text beforehand mends both. Mirrors the tokenizer of jsonata 2.2.2 (parser.js).

export type Token = {
  readonly kind: 'operator' | 'name' | 'variable' | 'text' | 'number' | 'pattern' | 'comment'
  readonly start: number
  readonly end: number
  /** False for a text, quoted name, comment or pattern without its end. */
  readonly closed: boolean
  /** Stands where an operand is expected, or is one: what follows is an infix operator. */
  readonly operand: boolean
}

const blanks = ' \t\n\r\v'
const pairs = ['..', ':=', '!=', '>=', '<=', '**', '~>', '?:', '??']
const stops = '.[]{}(),@#;:?+-*/%|=<>^&!~'
const words = ['and', 'or', 'in']
const number = /(0|([1-9][0-9]*))(\.[0-9]+)?([Ee][-+]?[0-9]+)?/y

/** The tokens in order, without blanks; never fails: what no token fits is a name. */
export function tokens(source: string): readonly Token[] {
  const found: Token[] = []
  let start = 0
  let afterOperand = false
  const add = (kind: Token['kind'], end: number, closed = true, operand = true): void => {
    found.push({ kind, start, end, closed, operand })
    if (kind !== 'comment') afterOperand = operand
    start = end
  }
  while (start < source.length) {
    const first = source[start]!
    if (blanks.includes(first)) start++
    else if (source.startsWith('/*', start)) {
      const end = source.indexOf('*/', start + 2)
      add('comment', end < 0 ? source.length : end + 2, end >= 0)
    } else if (first === '/' && !afterOperand) {
      const end = patternEnd(source, start + 1)
      add('pattern', end ?? source.length, end !== undefined)
    } else if (pairs.includes(source.slice(start, start + 2))) {
      add('operator', start + 2, true, !afterOperand && first === '*')
    } else if (stops.includes(first)) {
      add('operator', start + 1, true, ')]}'.includes(first) || !afterOperand && '*%'.includes(first))
    } else if (first === '"' || first === "'") {
      const end = textEnd(source, start)
      add('text', end ?? source.length, end !== undefined)
    } else if (first === '`') {
      const end = source.indexOf('`', start + 1)
      add('name', end < 0 ? source.length : end + 1, end >= 0)
    } else {
      number.lastIndex = start
      const digits = number.exec(source)
      if (digits) add('number', start + digits[0].length)
      else {
        const end = nameEnd(source, start)
        if (first === '$') add('variable', end)
        else if (afterOperand && words.includes(source.slice(start, end))) add('operator', end, true, false)
        else add('name', end)
      }
    }
  }
  return found
}

function nameEnd(source: string, start: number): number {
  let end = start
  while (end < source.length && !blanks.includes(source[end]!) && !stops.includes(source[end]!)) end++
  return end
}

function textEnd(source: string, start: number): number | undefined {
  for (let at = start + 1; at < source.length; at++) {
    if (source[at] === '\\') at++
    else if (source[at] === source[start]) return at + 1
  }
  return undefined
}

/** After the flags; a slash within brackets does not close. */
function patternEnd(source: string, start: number): number | undefined {
  let depth = 0
  let escaped = false
  for (let at = start; at < source.length; at++) {
    const character = source[at]!
    if (character === '/' && depth === 0 && !escaped) {
      let end = at + 1
      while (source[end] === 'i' || source[end] === 'm') end++
      return end
    }
    const afterBackslash = source[at - 1] === '\\'
    if ('([{'.includes(character) && !afterBackslash) depth++
    if (')]}'.includes(character) && !afterBackslash) depth--
    escaped = character === '\\' && !escaped
  }
  return undefined
}

/**
 * The source as JSONata's parser shall see it, of the same length: no pattern reaches the JavaScript engine, `?:` and
 * `??` do not make it copy trees (each nesting doubles them), `%` has a position. The tree tells them by `source`.
 */
export function masked(source: string, all: readonly Token[]): string {
  let text = ''
  let done = 0
  for (const token of all) {
    const own = source.slice(token.start, token.end)
    const mask = token.kind === 'pattern' && token.closed && !own.startsWith('//')
      ? `/${'x'.repeat(own.lastIndexOf('/') - 1)}${own.slice(own.lastIndexOf('/'))}`
      : token.kind === 'operator' && (own === '?:' || own === '??') ? '!='
        : token.kind === 'operator' && own === '%' && token.operand ? '*' : own
    text += source.slice(done, token.start) + mask
    done = token.end
  }
  return text + source.slice(done)
}
