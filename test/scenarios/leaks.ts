// Does anything a command printed or wrote hold a personal value of what it read?
import { readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { spellingsOf } from './spellings.ts'

/** Every address, and the names of directory entries by their DN. */
export const personalValues = (text: string): readonly string[] => [...new Set([
  ...text.match(/[^\s;,"'<>|:=()[\]{}]+@[\w.-]+\w/g) ?? [],
  ...[...text.matchAll(/CN=([^,"]{4,}?)(?=,(?:OU|DC)=)/g)].map(([, name]) => name!),
])]

/** Those of `values` that stand in `bytes`, in their own spelling or an encoding that a careless program would write. */
export function leaksIn(bytes: Buffer, values: readonly string[]): readonly string[] {
  const text = bytes.toString('latin1').toLowerCase()
  // Base64 and quoted-printable break their lines, and programs those of their messages.
  const unbroken = text.replace(/=?\r?\n[\t ]*/g, '')
  const all = unbroken.length === text.length ? text : `${text}\n${unbroken}`
  const stretches = stretchesOf(all)
  return values.filter(value => searched(value).some(spelling => stretches.mayHave(spelling) && all.includes(spelling)))
}

/** What is searched for a value, kept: one set of values is searched in many files. */
const kept = new Map<string, readonly string[]>()

function searched(value: string): readonly string[] {
  let spellings = kept.get(value)
  if (!spellings) kept.set(value, spellings = [...new Set(spellingsOf(value).map(one => one.toLowerCase()))])
  return spellings
}

const width = 5

/**
 * Which stretches of five characters a text has, as one bit each. A hundred thousand spellings are told apart by it
 * before any of them is searched.
 */
function stretchesOf(text: string): { mayHave(spelling: string): boolean } {
  const bits = Math.min(28, Math.max(16, Math.ceil(Math.log2(text.length + 1)) + 4))
  const present = new Uint8Array(1 << (bits - 3))
  let rolling = 0
  for (let at = 0; at < text.length; at++) {
    rolling = next(rolling, text.charCodeAt(at))
    if (at >= width - 1) present[place(rolling, bits) >>> 3]! |= 1 << (place(rolling, bits) & 7)
  }
  return {
    mayHave(spelling) {
      if (spelling.length < width) return true
      let hash = 0
      for (let at = 0; at < spelling.length; at++) {
        hash = next(hash, spelling.charCodeAt(at))
        const bit = place(hash, bits)
        if (at >= width - 1 && (present[bit >>> 3]! & 1 << (bit & 7)) === 0) return false
      }
      return true
    },
  }
}

/** Of the last four characters nothing is lost: each is shifted out after 32 bits; the fifth leaves its lowest. */
const next = (hash: number, unit: number): number => (hash << 7) ^ unit
const place = (hash: number, bits: number): number => Math.imul(hash, 0x9e3779b1) >>> (32 - bits)

/** All that stands below a folder, links not followed: paths relative to it, and bytes. */
export const filesBelow = (folder: string): ReadonlyMap<string, Buffer> =>
  new Map(readdirSync(folder, { recursive: true, withFileTypes: true }).filter(entry => entry.isFile())
    .map(entry => [join(entry.parentPath, entry.name).slice(folder.length + 1), readFileSync(join(entry.parentPath, entry.name))]))
