// Patterns of kinds of account: those written as regular expressions, and those that nothing can match.
import type { Severity } from '../diagnostics/diagnostic.ts'
import { isList, isScalar, itemsOf, pick } from '../load/pick.ts'
import type { Tree } from '../load/tree.ts'
import { isAscii } from '../people/characters.ts'
import { type Checker, textsValue } from './checker.ts'

/** Reports the patterns of one test, be they written there or in a parameter. */
export function checkPatterns(node: Tree, field: string, type: string | undefined, checker: Checker): void {
  const listed = isList(node)
  const items = itemsOf(node).filter(isScalar)
  const all = pick(node, 'param') ? textsValue(checker, node).map(text => [text, node.at] as const)
    : items.flatMap(({ value, at }) => typeof value === 'string' ? [[value, at] as const] : [])
  for (const [pattern, place] of all) {
    const flaw = patternFlaw(pattern, field, type)
    if (!flaw) continue
    const { severity, message, hint, write = [] } = flaw
    const replace = write.map(quoted).join(', ')
    const fits = write.length > 0 && (listed || write.length === 1)
    const fixable = fits && !pick(node, 'param') && !/["\\]/.test(write.join(''))
    checker.report({ code: 'bad-wildcard', severity, place, message, hint, ...fixable ? { fix: { replace } } : {} })
  }
}

/** What is wrong with a pattern; `write` is what it most likely means. */
type Flaw = {
  readonly severity: Severity
  readonly message: string
  readonly hint: string
  readonly write?: readonly string[]
}

/** `field` is what the pattern is held against: `address`, `ou`, `cn`, or a field of the directory with its type. */
export function patternFlaw(pattern: string, field: string, type: string | undefined): Flaw | undefined {
  if (pattern === '') return undefined
  if (field === 'address') return canBeAddress(pattern) ? regular(pattern, field) : noAddress(pattern)
  const prefix = field === 'ou' || field === 'cn' ? new RegExp(`^${field}=`, 'i').exec(pattern) : null
  if (prefix) {
    const [name = ''] = pattern.slice(prefix[0].length).split(',')
    const message = `\`${field}\` is the name alone, without \`${prefix[0]}\``
    return { severity: 'warning', message, ...written([name]) }
  }
  if (type === 'integer' && !/^[\d*?-]+$/.test(pattern)) {
    const message = `no cell of "${field}" can match this pattern: it holds whole numbers`
    return { severity: 'error', message, hint: 'write numbers, or name the field that holds the text' }
  }
  return regular(pattern, field)
}

function written(patterns: readonly string[]): Pick<Flaw, 'hint' | 'write'> {
  const all = patterns.map(quoted).join(', ')
  return { write: patterns, hint: `write ${patterns.length === 1 ? all : `[${all}]`}` }
}

const quoted = (pattern: string): string => `"${pattern}"`

function noAddress(pattern: string): Flaw {
  const meant = asWildcards(pattern, 'address').filter(canBeAddress)
  const hint = 'an address is a name, @ and a domain: write a pattern such as "noreply@*"'
  const message = 'no address can match this pattern'
  return { severity: 'error', message, ...meant.length > 0 ? written(meant) : { hint } }
}

/** A pattern that can match, and is hardly meant as it reads. */
function regular(pattern: string, field: string): Flaw | undefined {
  if (!regularSigns.some(sign => sign.test(pattern))) return undefined
  const meant = asWildcards(pattern, field)
  const hint = 'a pattern has `*` for any characters and `?` for one, and is held against the whole value'
  const message = 'this pattern looks like a regular expression, and is none'
  return { severity: 'warning', message, ...meant.every(isPlain) ? written(meant) : { hint } }
}

/** `.*` behind a letter can be a dot that is meant; `%` is that of SQL. */
const regularSigns = [
  /^\^/, /(?:^|[^A-Za-z0-9.])\.\*/, /\.\+/, /\\(?:[dwsb](?![a-z])|[.\-+*?$^])/i, /\([^)]*\|[^)]*\)/,
  /\[[^\]]*-[^\]]*\]/, /^\/.*\/i?$/, /^[^*?\s]+%$|^%[^*?]+$/, /^[\w.@-]+(?:\|[\w.@-]+)+$/,
]

const isPlain = (pattern: string): boolean => !/[\\^()[\]|+]/.test(pattern) && pattern !== ''

/** What a regular expression, or a pattern of SQL, would be as patterns here: several where it has alternatives. */
function asWildcards(pattern: string, field: string): readonly string[] {
  const bare = pattern.replace(/^\/(.*)\/i?$/, '$1').replace(/^smtp:/i, '').replace(/^.*<(.*)>$/, '$1')
  const group = /^(.*?)\(([^()]*\|[^()]*)\)(.*)$/.exec(bare)
  if (group) return group[2]!.split('|').flatMap(one => asWildcards(`${group[1]}${one}${group[3]}`, field))
  if (/^[^|]+(?:\|[^|]+)+$/.test(bare)) return bare.split('|').flatMap(one => asWildcards(one, field))
  const begins = bare.startsWith('^')
  const ends = bare.endsWith('$') && (begins || /[\\.]/.test(bare) || bare.includes('@'))
  const body = bare.slice(begins ? 1 : 0, ends ? -1 : undefined)
    .replace(/(?:\\[dws]|\[[^\]]*\]|\.)[*+]/gi, '*').replace(/\\[dws](?![a-z])|\[[^\]]*\]/gi, '?')
    .replace(/\\(.)/g, '$1').replaceAll('%', '*')
  // What has only one of both ends is open at the other.
  const open = begins && !ends && field !== 'address' ? `${body}*` : body
  return [(field === 'address' ? withBothEnds(open) : open).replace(/\*{2,}/g, '*')]
}

/** An address has something before its @ and behind it. */
function withBothEnds(pattern: string): string {
  const left = pattern.startsWith('@') ? `*${pattern}` : pattern
  if (left.endsWith('@')) return `${left}*`
  return left.includes('@') || left.endsWith('*') ? left : `${left}@*`
}

/** Whether some address, in its canonical form, matches; quoted names before the @ can hold anything. */
function canBeAddress(pattern: string): boolean {
  const at = pattern.lastIndexOf('@')
  if (at < 0) return /[*?]/.test(pattern) && canBeLocal(pattern)
  const [local, domain] = [pattern.slice(0, at), pattern.slice(at + 1)]
  return canBeLocal(local) && (host.test(domain) || !isAscii(domain))
}

const canBeLocal = (text: string): boolean => /^[*?"]/.test(text) || atoms.test(text) || !isAscii(text)

const atoms = /^[A-Za-z0-9!#$%&'*+\-/=?^_`{|}~.]+$/
const host = /^[A-Za-z0-9_.*?-]+$/
