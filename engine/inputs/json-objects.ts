// The objects of a JSON file as pieces of text, found without holding more than one of them.
import { badJson, cutFile, longestRecord, objectTooLong, whatIsRead } from './json-faults.ts'
import { isWrapperEnd, wrapperStart } from './json-wrapper.ts'

/** The text of one object, as it stands in the file. */
export type ObjectText = {
  readonly text: string
  /** Where it begins, from 1. */
  readonly line: number
  /** How many keys the object itself has, counted by their colons: a key that stands twice counts twice. */
  readonly keys: number
  /** It may hold a number that a JavaScript number cannot give back digit by digit. */
  readonly exact: boolean
}

const newlines = (text: string, from: number, to: number): number => {
  let count = 0
  for (let at = text.indexOf('\n', from); at >= 0 && at < to; at = text.indexOf('\n', at + 1)) count++
  return count
}

/**
 * Finds the objects that are records: in arrays (also nested), one after another, or in the `{"value":[…],"Count":2}`
 * that PowerShell 5.1 makes of an array (exchange-domain.md §5). `read` takes the text of the file piece by piece,
 * `end` says that there is no more. Only the structure around the objects is checked; an object itself may be anything
 * with matching brackets. Stops the run with `bad-json` or `too-long`.
 */
export const objectFinder = (file: string, found: (object: ObjectText) => void) => {
  let line = 1
  let rest = ''
  // Around the records.
  const open: { readonly kind: 'array' | 'wrapper', readonly line: number }[] = []
  let expected: 'value' | 'value or end' | 'comma or end' | 'count' = 'value'
  let count = ''
  // Inside a record.
  let parts: string[] = []
  let size = 0
  let start = 0
  let depth = 0
  let inString = false
  let escaped = 0
  let keys = 0
  let digits = 0
  let exact = false

  const unexpected = () => badJson(file, line, 'the text is not JSON: another character is expected here', whatIsRead)

  const valueEnds = () => { expected = open.length === 0 ? 'value' : 'comma or end' }

  const enter = (kind: 'array' | 'wrapper') => {
    if (open.length >= 32) throw badJson(file, line, 'arrays are nested deeper than in any export', whatIsRead)
    open.push({ kind, line })
    expected = 'value or end'
  }

  const leaveArray = () => {
    open.pop()
    if (open.at(-1)?.kind !== 'wrapper') return valueEnds()
    expected = 'count'
    count = ''
  }

  const enlarge = (piece: string) => {
    size += piece.length
    if (size > longestRecord) throw objectTooLong(file, start)
    parts.push(piece)
  }

  /** Reads on inside an object; the index after it, or the end of the text. */
  const readObject = (text: string, from: number): number => {
    const length = text.length
    let index = from + escaped
    escaped = 0
    while (index < length) {
      if (inString) {
        for (let code = 0; index < length && code !== 34;) {
          code = text.charCodeAt(index++)
          if (code === 92) index++
          else if (code === 34) inString = false
        }
        continue
      }
      const code = text.charCodeAt(index++)
      if (code === 32) continue
      if (code >= 48 && code <= 57) {
        if (++digits > 15) exact = true
        continue
      }
      if (code === 34) inString = true
      else if (code === 10) line++
      else if (code === 58) { if (depth === 1) keys++ }
      else if (code === 123 || code === 91) depth++
      else if (code === 125 || code === 93) {
        if (--depth === 0) {
          enlarge(text.slice(from, index))
          const whole = parts.join('')
          parts = []
          found({ text: whole, line: start, keys, exact })
          valueEnds()
          return index
        }
      } else if (code === 46 || code === 45 || (digits > 0 && (code === 101 || code === 69))) exact = true
      digits = 0
    }
    escaped = index - length
    enlarge(text.slice(from))
    return length
  }

  /** Reads on between objects; the index of the next character to look at. */
  const readAround = (text: string, index: number): number => {
    const code = text.charCodeAt(index)
    if (code === 10) line++
    if (expected === 'count') {
      count += text.charAt(index)
      if (code === 125) {
        if (!isWrapperEnd(count)) throw unexpected()
        open.pop()
        valueEnds()
      } else if (count.length > 1000) throw unexpected()
      return index + 1
    }
    if (code === 10 || code === 32 || code === 13 || code === 9) return index + 1
    if (code === 93 && open.length > 0 && expected !== 'value') leaveArray()
    else if (code === 44 && expected === 'comma or end') expected = 'value'
    else if (expected === 'comma or end') throw unexpected()
    else if (code === 91) enter('array')
    else if (code === 123) return begin(text, index)
    else throw unexpected()
    return index + 1
  }

  const begin = (text: string, index: number): number => {
    const after = wrapperStart(text, index)
    if (after === undefined) {
      rest = text.slice(index)
      if (rest.length > longestRecord) throw objectTooLong(file, line)
      return text.length
    }
    if (after >= 0) {
      enter('wrapper')
      line += newlines(text, index, after)
      enter('array')
      return after
    }
    start = line
    size = depth = keys = digits = 0
    inString = exact = false
    depth = 1
    enlarge('{')
    return index + 1
  }

  return {
    read(piece: string): void {
      const text = rest + piece
      rest = ''
      for (let index = 0; index < text.length;) {
        index = depth > 0 ? readObject(text, index) : readAround(text, index)
      }
    },
    end(): void {
      if (rest !== '') throw badJson(file, line, 'the file ends inside an object', cutFile)
      if (depth > 0) throw badJson(file, start, 'the file ends inside the object that begins here', cutFile)
      const last = open.at(-1)
      if (last) throw badJson(file, last.line, 'the file ends inside the array that begins here', cutFile)
    },
  }
}
