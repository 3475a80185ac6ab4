// What a command printed or wrote, as a scenario shows it: what differs from run to run gets a name.
import { createHash, createHmac } from 'node:crypto'
import { existsSync, readFileSync, readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { testKey } from '../command-line.ts'
import type { Section } from './scenario.ts'

export type Show = (text: string) => string

/**
 * Names for the folder, durations, versions and digests. Pseudonyms become `<hash of TEXT>`, with our own HMAC: of every
 * word of `texts`, in its own and in lower case, and of what stands after `hash of` in them already.
 */
export function showing(folder: string, texts: readonly string[]): Show {
  const named = new Map(texts.flatMap(wordsOf).flatMap(text => digestsOf(text)))
  return text => text
    .replaceAll(folder, '<folder>')
    .replace(/\d+\.\d s\b/g, '<seconds> s')
    .replace(/"version": "[^"]*"/g, '"version": "<version>"')
    .replace(/"digest": "[0-9a-f]{64}"/g, '"digest": "<digest of the rules>"')
    .replace(/(\.run\.json(?:: |",\s+"text": "))[0-9a-f]{64}/g, '$1<digest of the rules>')
    .replace(/(?<=\b(?:digest|DIGEST|SINCE) )(?:[0-9a-f]{4} ){3}[0-9a-f]{4}\b/g, '<short digest>')
    .replace(/(?<=^ {2}|--approved |values is )[0-9a-f]{64}\b/gm, '<digest of the rules>')
    .replace(/[0-9a-f]{64}|[\w+/]{43}=/g, digest => named.get(digest) ?? digest)
}

const wordsOf = (text: string): readonly string[] =>
  [...text.match(/[^\s;,&"'<>()[\]{}]+/g) ?? [], ...[...text.matchAll(/hash of ([^>]+)>/g)].map(([, words]) => words!)]

const digestsOf = (text: string): [string, string][] => [text, text.toLowerCase()].flatMap((word): [string, string][] => {
  // The parts of a compound are told apart by a character that does not print.
  const hmac = createHmac('sha256', testKey).update(word.replaceAll(' + ', '\u001f')).digest()
  return [[hmac.toString('hex'), `<hash of ${word}>`], [hmac.toString('base64'), `<base64 hash of ${word}>`]]
})

/** A file or folder as it is now; text and marks are made anew, but for what may stand in clear. */
export function lookAt(folder: string, section: Section, show: Show): Section {
  const path = join(folder, section.name)
  if (!existsSync(path)) return { ...section, marks: [], text: '(none)\n' }
  if (section.name.endsWith('/')) return { ...section, marks: [], text: listing(path) }
  const text = readFileSync(path, 'utf8')
  if (section.part !== undefined) return { ...section, marks: [], text: show(`${JSON.stringify(partOf(text, section.part), undefined, 2)}\n`) }
  const crlf = text.includes('\r\n') && !/[^\r]\n/.test(text)
  const clear = section.marks.filter(mark => mark.startsWith('clear '))
  return { ...section, marks: [...crlf ? ['crlf'] : [], ...clear], text: withFileDigests(folder, show(crlf ? text.replaceAll('\r\n', '\n') : text)) }
}

function listing(path: string): string {
  const line = (name: string): string => {
    const { mode } = statSync(join(path, name))
    return `${(mode & 0o777).toString(8)} ${name}\n`
  }
  return ['.', ...readdirSync(path).toSorted()].map(line).join('')
}

const partOf = (text: string, part: string): unknown =>
  part.split('.').reduce<unknown>((value, key) => (value as Record<string, unknown>)[key], JSON.parse(text))

/** The digests of a run record that are those of the files it names. */
const withFileDigests = (folder: string, text: string): string =>
  text.replace(/("file": "([^"]+)"[^}]*"sha256": ")([0-9a-f]{64})/g, (all, before: string, file: string, digest: string) => {
    const path = [join(folder, file), join(folder, 'out', file)].find(existsSync)
    const own = path === undefined ? '' : createHash('sha256').update(readFileSync(path)).digest('hex')
    return own === digest ? `${before}<SHA-256 of the file>` : all
  })
