// Records from JSON, as ConvertTo-Json of any PowerShell writes it.
import { jsonCells } from './json-cells.ts'
import { badJson, duplicateKey } from './json-faults.ts'
import { objectFinder } from './json-objects.ts'
import type { ObjectText } from './json-objects.ts'
import { asIs, decodeOf } from './stretches.ts'
import type { ReadRecords } from './records.ts'

/**
 * Reads objects from an array, one after another, line by line or alone; see `objectFinder` for the shapes and
 * `jsonCells` for the cells (exchange-domain.md §5). The keys of an object are its columns, in their order. Memory
 * holds one object, however long the file. Stops the run with `bad-json`, `duplicate-column` or `too-long`.
 */
export const readJson: ReadRecords = async (blocks, sink, file) => {
  const cells = jsonCells(file)
  let columns: readonly string[] | undefined
  let decode = asIs
  const finder = objectFinder(file, found => {
    const object = parse(found, decode(found.text), file)
    const keys = Object.keys(object)
    if (keys.length !== found.keys) throw duplicateKey(file, found.line)
    if (columns === undefined || !same(columns, keys)) {
      columns = keys
      sink.header(keys, found.line)
    }
    cells.stand(object, columns, found.line)
    sink.record(cells, found.line)
  })
  for await (const block of blocks) {
    decode = decodeOf(decode, block)
    finder.read(block.text)
  }
  finder.end()
}

const parse = (found: ObjectText, text: string, file: string): Readonly<Record<string, unknown>> => {
  try {
    return JSON.parse(found.exact ? quoteNumbers(text) : text) as Record<string, unknown>
  } catch {
    // The parser's own message quotes the text, so it is dropped.
    throw badJson(file, found.line, 'the object that begins here is not JSON',
      'look for a missing comma or quote in it, or export it again: ... | ConvertTo-Json -Depth 4')
  }
}

const same = (columns: readonly string[], keys: readonly string[]): boolean =>
  columns.length === keys.length && columns.every((column, index) => column === keys[index])

const number = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?(?=\s*[,\]}])/y

/** Puts numbers in quotes, so that they come through `JSON.parse` digit by digit; what is no number stays as it is. */
const quoteNumbers = (text: string): string => {
  let quoted = ''
  let done = 0
  for (let index = 0; index < text.length; index++) {
    const code = text.charCodeAt(index)
    if (code === 34) {
      index = closingQuote(text, index)
      continue
    }
    if (code !== 45 && (code < 48 || code > 57)) continue
    number.lastIndex = index
    // `1.` and `01` are not JSON: without quotes the parser refuses the rest of them.
    if (!number.test(text)) return text
    quoted += `${text.slice(done, index)}"${text.slice(index, number.lastIndex)}"`
    done = number.lastIndex
    index = done - 1
  }
  return quoted + text.slice(done)
}

const closingQuote = (text: string, open: number): number => {
  let index = open + 1
  for (let code = text.charCodeAt(index); code !== 34 && index < text.length; code = text.charCodeAt(++index)) {
    if (code === 92) index++
  }
  return index
}
