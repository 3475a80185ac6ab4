// The search of one text for identities, in clear and in every encoding that can be undone without a key.
import { type Catalogue, type Known } from './catalogue.ts'
import { digestsOf } from './digests.ts'
import { unescapes } from './escapes.ts'
import { folded, isWordUnit } from './folded.ts'
import { decodedIn, readingsOf } from './readings.ts'
import { type Search, windowSearch } from './windows.ts'

export type Hit = {
  /** What it is; left out where it is only shaped like an address. */
  readonly known?: Known
  /** How it is written, from the outside in; empty: in clear. */
  readonly how: readonly string[]
  /** One short word: in a text made of words it can be there by chance. */
  readonly word: boolean
  readonly length: number
}

export type IdentitySearch = {
  /** The most telling hit in the text of a cell, given as one character per byte; undefined where there is none. */
  inBytes(cell: string): Hit | undefined
  /** The same as inBytes, for true text. */
  inText(text: string): Hit | undefined
}

/**
 * Whether what is searched is a text. `bytes` are read as one, and a short identity or a shape can be in them by chance;
 * `guess`: they are read as UTF-16, in which every pair of bytes is some letter, and most letters stand in addresses.
 */
type Trust = 'text' | 'bytes' | 'guess'

/** Escapes within escapes are undone so often. */
const deepest = 4

export function identitySearch(known: Catalogue): IdentitySearch {
  const { spellings } = known
  const numbers = spellings.map((_, number) => number)
  const searchesFor = (wanted: readonly number[]): readonly Search[] => [
    windowSearch(spellings, wanted.filter(number => spellings[number]!.length >= 8), 8),
    windowSearch(spellings, wanted.filter(number => spellings[number]!.length < 8), 4),
  ]
  const searches = searchesFor(numbers)
  // Most texts are pseudonyms, in which only digits of hex can stand.
  const hexSearches = searchesFor(numbers.filter(number => onlyHex.test(spellings[number]!)))
  const digests = digestsOf(known.texts)

  const look = (text: string, how: readonly string[], trust: Trust, best: Hit | undefined): Hit | undefined => {
    let most = best
    const take = (number: number, at: number): void => {
      const { length } = spellings[number]!
      if (most?.known && most.length >= length || trust === 'bytes' && length < 8 || !standsAlone(text, at, length)) return
      most = { known: known.known(number), how, length, word: length < 16 && !/[^\p{L}\p{N}]/u.test(spellings[number]!) }
    }
    for (const search of onlyHex.test(text) ? hexSearches : searches) search(text, take)
    return most ?? shaped(text, how, trust)
  }

  const everywhere = (text: string, how: readonly string[], depth: number, binary: boolean, best: Hit | undefined): Hit | undefined => {
    const plain = folded(text)
    if (binary) return look(plain, how, 'bytes', best)
    // Between the signs of a pseudonym in Base64, four letters can be anybody's login.
    const words = text.includes('=') ? folded(text.replace(pseudonym, ' ')) : plain
    let most = look(words, how, 'text', best)
    if (words !== plain) most = look(plain, how, 'bytes', most)
    // A pseudonym in hex, read backwards, is one again.
    if (plain.length < 32 || !onlyHex.test(plain)) {
      most = look(backwards(words), [...how, 'reverse'], 'text', most)
      most = look(rotated(words), [...how, 'ROT13'], 'text', most)
    }
    if (depth === deepest) return most
    for (const { name, undo } of unescapes) {
      const without = undo(text)
      if (without === undefined || without === text) continue
      most = typeof without === 'string' ? everywhere(without, [...how, name], depth + 1, false, most) : inAll(without, [...how, name], depth + 1, most)
    }
    for (const { name, bytes } of decodedIn(text)) {
      const digest = digests.find(bytes)
      if (digest) return { known: known.known(known.spellingOf(digest.text)), how: [...how, name, digest.name], word: false, length: Infinity }
      most = inAll(bytes, [...how, name], depth + 1, most)
    }
    return most
  }

  const inAll = (bytes: Buffer, how: readonly string[], depth: number, best: Hit | undefined): Hit | undefined => {
    let most = best
    for (const { text, name, binary } of readingsOf(bytes)) {
      const so = name === undefined ? how : [...how, name]
      // Most bytes are no UTF-16, and what they say as such is not worth a closer look.
      most = name === undefined || readable.test(text) ? everywhere(text, so, depth, binary, most) : look(folded(text), so, 'guess', most)
    }
    return most
  }

  return {
    inText: text => everywhere(text, [], 0, false, undefined),
    inBytes: cell => plain.test(cell) ? everywhere(cell, [], 0, false, undefined) : inAll(Buffer.from(cell, 'latin1'), [], 0, undefined),
  }
}

const plain = /^[\x20-\x7e]*$/
const readable = /[\x20-\x7e]{4}/
const onlyHex = /^[0-9a-f]+$/
const pseudonym = /(?<![A-Za-z0-9+/])[A-Za-z0-9+/]{43}=(?![A-Za-z0-9+/=])/g

/** A long text may stand inside of another; a short one, or one that could be digits of a hash, is a word of its own. */
function standsAlone(text: string, at: number, length: number): boolean {
  if (length >= 20 || length >= 12 && !onlyHex.test(text.slice(at, at + length))) return true
  return (at === 0 || !isWordUnit(text.charCodeAt(at - 1)) || !isWordUnit(text.charCodeAt(at)))
    && (at + length === text.length || !isWordUnit(text.charCodeAt(at + length)) || !isWordUnit(text.charCodeAt(at + length - 1)))
}

const mailbox = /[^\s<>()[\]{},;:"'|=\\/@]{1,64}@(?:[\p{L}\p{N}](?:[\p{L}\p{N}-]*[\p{L}\p{N}])?\.)+\p{L}{2,}/u
const surely = /[a-z0-9._%+'-]{2,64}@(?:[a-z0-9-]{2,63}\.)+[a-z]{2,24}/
const x500 = /\/o=[^/\n]{1,64}\/(?:ou|cn)=[^/\n]/
const distinguished = /(?:^|[^\p{L}\p{N}])(?:cn|ou)=[^,=\n]{1,64},\s*(?:cn|ou|dc|o)=/u

function shaped(text: string, how: readonly string[], trust: Trust): Hit | undefined {
  if (trust === 'guess') return undefined
  const [found] = text.includes('@') ? (trust === 'text' ? mailbox : surely).exec(text) ?? []
    : text.includes('=') ? x500.exec(text) ?? distinguished.exec(text) ?? [] : []
  return found === undefined || trust === 'bytes' && found.length < 12 ? undefined : { how, length: found.length, word: false }
}

const backwards = (text: string): string => text.split('').reverse().join('')

function rotated(text: string): string {
  let turned = ''
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at)
    turned += unit >= 97 && unit <= 122 ? alphabet[unit - 97]! : text[at]!
  }
  return turned
}

const alphabet = 'nopqrstuvwxyzabcdefghijklm'
