// Distinguished names: the paths under which a directory keeps its objects.
import { fold } from './fold.ts'

export type DistinguishedName = {
  /** Equal for all spellings of one name. */
  readonly key: string
  /** The values of OU, from the object upwards. */
  readonly units: readonly string[]
  /** The value of the first CN. */
  readonly commonName: string | undefined
  /** The number of relative names; 1 for one that an export cut to `CN=Name`. */
  readonly depth: number
}

/**
 * Reads a name by RFC 4514: escapes, hex pairs as UTF-8, several values in one relative name (`+`). Also what older
 * tools and hands write: quoted values, `;` between names, blanks around separators. Undefined where the text is none.
 * Case, blanks and the order of the values in one relative name do not count in the key, as in the directory itself.
 */
export const distinguishedName = (text: string): DistinguishedName | undefined => plainName(text) ?? anyName(text)

/**
 * The same for the form that most names have, at a fraction of the cost: ASCII and Latin letters, where nothing but a comma,
 * plus or hash in a value is escaped, so that its key is the text in lower case. Undefined for all others, which need a closer look.
 */
export function plainName(text: string): DistinguishedName | undefined {
  if (!plainForm.test(text)) return undefined
  const key = text.toLowerCase()
  const units: string[] = []
  let commonName: string | undefined
  let depth = 0
  for (let start = 0; start < key.length; depth++) {
    const end = plainEnd(key, start)
    if (key.startsWith('ou=', start)) units.push(text.slice(start + 3, end).replaceAll('\\', ''))
    if (key.startsWith('cn=', start)) commonName ??= text.slice(start + 3, end).replaceAll('\\', '')
    start = end + 1
  }
  return { key, units, commonName, depth }
}

/** Where the relative name ends: at a comma that no backslash escapes. */
function plainEnd(key: string, start: number): number {
  let comma = key.indexOf(',', start)
  while (comma >= 0 && key.charCodeAt(comma - 1) === backslash) comma = key.indexOf(',', comma + 1)
  return comma < 0 ? key.length : comma
}

/** Printable ASCII but `"` `#` `+` `,` `;` `<` `=` `>` `@` and the backslash, and the letters of `fold`. */
const plain = String.raw`[!$-*\-.\/0-:?A-[\]-~\u00c0-\u012f\u0131-\u017f]`
const escaped = String.raw`\\[,+#]`
const plainWord = `(?:${plain}|${escaped})${plain}*(?:${escaped}${plain}*)*`
const plainPair = `[A-Za-z][A-Za-z0-9-]*=${plainWord}(?: ${plainWord})*`
const plainForm = new RegExp(`^${plainPair}(?:,${plainPair})*$`)

/** The same for any text. */
export function anyName(text: string): DistinguishedName | undefined {
  const names: string[][] = [[]]
  const units: string[] = []
  let commonName: string | undefined
  for (let at = 0; ;) {
    const type = typeAt(text, at)
    const value = type && valueAt(text, type.end)
    if (!value) return undefined
    names.at(-1)!.push(`${type.name}=${value.key}`)
    if (type.name === 'ou') units.push(value.text)
    if (type.name === 'cn') commonName ??= value.text
    if (value.end === text.length) break
    if (text[value.end] !== '+') names.push([])
    at = value.end + 1
  }
  const key = names.map(pairs => pairs.length === 1 ? pairs[0] : pairs.sort().join('+')).join(',')
  return { key, units, commonName, depth: names.length }
}

const typeForm = /\s*(?:oid\.)?([a-z][a-z0-9-]*|\d+(?:\.\d+)*)\s*=\s*/iy

function typeAt(text: string, at: number): { name: string, end: number } | undefined {
  typeForm.lastIndex = at
  const name = typeForm.exec(text)?.[1]
  return name === undefined ? undefined : { name: name.toLowerCase(), end: typeForm.lastIndex }
}

type Value = { readonly text: string, readonly key: string, readonly end: number }

/** The value that starts at `start` and ends before a separator or the end of the text. */
function valueAt(text: string, start: number): Value | undefined {
  const quoted = text[start] === '"'
  const stops = quoted ? isQuote : isSeparator
  let value = ''
  let from = quoted ? start + 1 : start
  let at = from
  while (at < text.length && !stops(text.charCodeAt(at))) {
    if (text.charCodeAt(at) !== backslash) {
      at++
      continue
    }
    const escaped = escapedAt(text, at)
    if (!escaped) return undefined
    value += text.slice(from, at) + escaped.text
    at = from = escaped.end
  }
  value = (value + text.slice(from, at)).trim()
  if (quoted) {
    if (at === text.length) return undefined
    for (at++; text[at] === ' ';) at++
    if (at < text.length && !isSeparator(text.charCodeAt(at))) return undefined
  }
  // The hex form of a binary value is not the text that looks like it.
  const binary = text[start] === '#' && binaryForm.test(text.slice(start, at).trim())
  return { text: value, key: binary ? value.toLowerCase() : fold(value).replace(/[\\,+#]/g, '\\$&'), end: at }
}

const backslash = 0x5c
const isQuote = (code: number): boolean => code === 0x22
const isSeparator = (code: number): boolean => code === 0x2c || code === 0x3b || code === 0x2b

const binaryForm = /^#(?:[0-9a-f]{2})+$/i

/** What the escape at `at` stands for: a run of hex pairs, which make UTF-8 together, or the next character itself. */
function escapedAt(text: string, at: number): { text: string, end: number } | undefined {
  hexPairs.lastIndex = at
  const pairs = hexPairs.exec(text)?.[0]
  if (pairs !== undefined) {
    const decoded = utf8(Buffer.from(pairs.replaceAll('\\', ''), 'hex'))
    return decoded === undefined ? undefined : { text: decoded, end: at + pairs.length }
  }
  return at + 1 < text.length ? { text: text[at + 1]!, end: at + 2 } : undefined
}

const hexPairs = /(?:\\[0-9a-f]{2})+/iy
const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true })

function utf8(bytes: Uint8Array): string | undefined {
  try {
    return decoder.decode(bytes)
  } catch {
    return undefined
  }
}
