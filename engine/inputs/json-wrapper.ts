// The object that PowerShell 5.1 wraps around an array: `{"value":[…],"Count":2}` (exchange-domain.md §5).

const opening = ['{', '"value"', ':', '['] as const

/**
 * The index after `{"value":[`, when the object at `from` begins so; -1 when it begins otherwise; undefined when the
 * text ends before that shows.
 */
export const wrapperStart = (text: string, from: number): number | undefined => {
  let index = from
  for (const token of opening) {
    index = skipBlanks(text, index)
    if (!text.startsWith(token, index)) return token.startsWith(text.slice(index)) ? undefined : -1
    index += token.length
  }
  return index
}

/** True for what closes a wrapper behind its array. */
export const isWrapperEnd = (text: string): boolean => /^\s*(?:,\s*"Count"\s*:\s*\d+\s*)?\}$/.test(text)

const skipBlanks = (text: string, from: number): number => {
  let index = from
  for (let code = text.charCodeAt(index); code === 32 || code === 10 || code === 13 || code === 9;) {
    code = text.charCodeAt(++index)
  }
  return index
}
