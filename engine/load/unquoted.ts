// Text that YAML takes for something else because quotes are missing around it: an expression, most often.
import type { Flaw } from './flaw.ts'

/**
 * A flaw where a value needs quotes as the value itself, with the text to write; any other flaw as it is. `text` is that
 * of the whole file. YAML gives up in the middle of such a value, and says what it expected there.
 */
export function asUnquoted(flaw: Flaw, text: string): Flaw {
  const value = flaw.code === 'yaml-syntax' ? valueAround(text, flaw.from) : undefined
  if (!value) return flaw
  const lost = lostComma(value)
  if (lost) return lost
  const message = reasonFor(value)
  if (message === undefined) return flaw
  const { key, from, raw } = value
  const inner = raw.startsWith("'") ? raw.replace(/^'|'$/g, '').replaceAll("'", '"')
    : (isWrapped(raw) ? raw.slice(1, -1) : raw).replaceAll("'", "''")
  const hint = raw.length <= 60 ? `write ${key}: '${inner}'` : 'put the whole text in single quotes'
  return { code: 'yaml-syntax', from, to: from + raw.length, message, hint, replace: `'${inner}'` }
}

/**
 * The double quotes at both ends stand around the whole, and others within it: what ends at the second one goes on
 * right behind it, or has nothing that could end there.
 */
function isWrapped(raw: string): boolean {
  const [first, inner] = /^"((?:[^"\\]|\\.)*)"/.exec(raw) ?? []
  if (first === undefined || first.length === raw.length || !raw.endsWith('"')) return false
  return /^\S/.test(raw.slice(first.length)) || /(?:[=<>(,[&+-]|\b(?:in|and|or))\s*$/.test(inner!)
}

/** No value that a person wrote by hand stands on a longer line; a file may be nothing but one line. */
const longest = 500

type Value = { readonly key: string, readonly from: number, readonly raw: string, readonly inFlow: boolean }

const keys = /(?<![\w"'$`-])([A-Za-z][\w-]*):[ \t]+/g

/** The value in which an offset stands, as far as one line tells. */
function valueAround(text: string, offset: number): Value | undefined {
  const around = text.slice(Math.max(0, offset - longest), offset + longest)
  const middle = Math.min(offset, longest)
  const begin = around.lastIndexOf('\n', middle - 1) + 1
  const end = around.indexOf('\n', middle)
  if (begin === 0 && offset > longest || end < 0 && around.length - middle === longest) return undefined
  const lineStart = offset - middle + begin
  const line = around.slice(begin, end < 0 ? undefined : end).trimEnd()
  const key = [...line.matchAll(keys)].findLast(({ 0: own, index }) => lineStart + index + own.length <= offset)
  if (!key) return undefined
  const start = key.index + key[0].length
  const opened = openedBefore(line, start)
  const close = opened === undefined ? line.length : endInFlow(line, start)
  // Where brackets do not match, it is one of them that is missing, not quotes.
  const closes = opened === '{' ? '}' : ']'
  const last = line[close] ?? closes
  if (opened === undefined ? endInFlow(line, start) < line.length : '}]'.includes(last) && last !== closes) return undefined
  const raw = line.slice(start, close)
  // A comment holds no quotes, or none can tell where it begins.
  const value = opened === undefined ? raw.replace(/\s#[^"']*$/, '') : raw
  return { key: key[1]!, from: lineStart + start, raw: value.trimEnd(), inFlow: opened !== undefined }
}

/** The innermost bracket that is open before a column. */
function openedBefore(line: string, column: number): string | undefined {
  const open: string[] = []
  for (const { 0: token, index } of line.matchAll(tokens)) {
    if (index >= column) break
    if ('{['.includes(token)) open.push(token)
    if ('}]'.includes(token)) open.pop()
  }
  return open.at(-1)
}

/** `{ privacy: open type: time }`: a word and a key, and no `?` before, so that it is no choice of an expression. */
function lostComma({ from, raw, inFlow }: Value): Flaw | undefined {
  const found = inFlow ? /^([^?{[]*?[^\s?,{[]|[[{][^?]*?[\]}])\s+([A-Za-z][\w-]*):(?:\s|$)/.exec(raw) : undefined
  if (!found) return undefined
  const [whole, , key] = found
  const at = from + whole.lastIndexOf(key!)
  return { code: 'yaml-syntax', from: at, to: at + key!.length, message: 'a comma is missing before this key', hint: `write \`, ${key}:\`` }
}

const tokens = /"(?:[^"\\]|\\.)*"|'(?:[^']|'')*'|[{}[\],]/g

/** Where the bracket around a value closes, or the next key begins. */
function endInFlow(line: string, start: number): number {
  let depth = 0
  for (const { 0: token, index } of line.matchAll(tokens)) {
    if (index < start) continue
    if ('}]'.includes(token) && depth-- === 0) return index
    if ('{['.includes(token)) depth++
    if (token === ',' && depth === 0 && /^,\s*[A-Za-z][\w-]*:\s/.test(line.slice(index))) return index
  }
  return line.length
}

/** Why YAML does not take a value as text; undefined where quotes would not help. */
function reasonFor({ raw, inFlow }: Value): string | undefined {
  // A tag or an alias looks the same, save that no operator or function stands behind it.
  const begins = /^[@`%]/.test(raw) || /^[*!].*\s(?:=|!=|<|>|and|or|in)\s/.test(raw) || /^![$(]/.test(raw)
  if (begins) return `text that begins with ${raw[0]} must stand in quotes`
  if (isWrapped(raw)) return 'text with double quotes in it must stand in single quotes'
  if (/^"(?:[^"\\]|\\.)*"\s*[^\s,#]/.test(raw)) return 'text that begins with a double quote must stand in single quotes as a whole'
  if (/^'[^']*'[^'\s,#]/.test(raw)) return 'inside single quotes, other texts stand in double quotes'
  if (/^\[[^[\]]*\]\s*[=!<>&]/.test(raw)) return 'text that begins with [ must stand in quotes'
  const bracketed = inFlow && /^[$\w(`][^"']*[[({].*[\])}]/.test(raw) && /[[,{]/.test(raw)
  if (bracketed) return 'text with a comma or bracket in it must stand in quotes here'
  return /^[^"'{[&*!|>#].*?:(?:\s|$)/.test(raw) ? 'text that holds a colon and a blank must stand in quotes' : undefined
}

/**
 * What left a bracket open, where the line it stands on tells: a comment that begins within a value, text behind the
 * closing quote of one, or a bracket in one without quotes.
 */
export function causeOfOpen(text: string, from: number): Flaw | undefined {
  const lineEnd = text.indexOf('\n', from)
  const line = text.slice(from, Math.min(from + longest, lineEnd < 0 ? text.length : lineEnd))
  for (const { 0: pair, index } of line.matchAll(/(?<=:[ \t]+)"(?:[^"\\]|\\.)*"[ \t]*[^\s,}\]#]/g)) {
    const at = from + index + pair.length - 1
    const found = asUnquoted({ code: 'yaml-syntax', from: at, to: at + 1, message: '' }, text)
    if (found.replace !== undefined) return found
  }
  for (const { index } of line.matchAll(/(?<=[\w-]:[ \t]+)[^\s"'{[&*!|>#,}\]]/g)) {
    const at = from + index
    const found = asUnquoted({ code: 'yaml-syntax', from: at, to: at + 1, message: '' }, text)
    if (found.replace !== undefined && /[[{]/.test(found.replace)) return found
  }
  const comment = line.search(/\s#/)
  if (comment < 0 || !/[}\]]/.test(line.slice(comment))) return undefined
  return {
    code: 'yaml-syntax', from: from + comment + 1, to: from + line.trimEnd().length,
    message: 'a comment begins here, since a blank stands before #',
    hint: 'put text that holds " #" in single quotes',
  }
}
