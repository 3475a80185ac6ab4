// Does anything a command printed or wrote hold a personal value of what it read?
import { readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'

/** Every address, and the names of directory entries by their DN. */
export const personalValues = (text: string): readonly string[] => [...new Set([
  ...text.match(/[^\s;,"'<>|:=()[\]{}]+@[\w.-]+\w/g) ?? [],
  ...[...text.matchAll(/CN=([^,"]{4,}?)(?=,(?:OU|DC)=)/g)].map(([, name]) => name!),
])]

/** Those of `values` that stand in `bytes`, in their own spelling or an encoding that a careless program would write. */
export function leaksIn(bytes: Buffer, values: readonly string[]): readonly string[] {
  // One byte, one character: every encoding below becomes a search in a text, without regard to case.
  const text = bytes.toString('latin1').toLowerCase()
  return values.filter(value => spellings(value).some(spelling => text.includes(spelling)))
}

function spellings(value: string): readonly string[] {
  const forms = [value, value.toLowerCase(), value.toUpperCase()]
  return [...new Set([
    ...forms.map(form => Buffer.from(form).toString('latin1')),
    Buffer.from(value, 'utf16le').toString('latin1'),
    ...forms.flatMap(form => [Buffer.from(form), Buffer.from(form, 'utf16le'), oneByteEach(form)].map(bytes => bytes.toString('hex'))),
    ...forms.flatMap(form => [0, 1, 2].map(before => base64Inside(form, before))),
    encodeURIComponent(value),
    value.replace('@', String.raw`\u0040`),
    value.replace('@', '=40'),
    Array.from(value).toReversed().join(''),
  ].map(spelling => spelling.toLowerCase()))]
}

/** A byte a letter; what has none becomes `?`, as in the blobs of calendars. */
const oneByteEach = (text: string): Buffer => Buffer.from(text.replace(/[^\u0000-\u00ff]/g, '?'), 'latin1')

/** The characters of a Base64 text that depend on the value alone, when so many bytes stand before it. */
function base64Inside(value: string, before: number): string {
  const bytes = Buffer.from(value)
  const whole = Buffer.concat([Buffer.alloc(before), bytes]).toString('base64')
  return whole.slice(Math.ceil(before * 8 / 6), Math.floor((before + bytes.length) * 8 / 6))
}

/** All that stands below a folder, links not followed: paths relative to it, and bytes. */
export const filesBelow = (folder: string): ReadonlyMap<string, Buffer> =>
  new Map(readdirSync(folder, { recursive: true, withFileTypes: true }).filter(entry => entry.isFile())
    .map(entry => [join(entry.parentPath, entry.name).slice(folder.length + 1), readFileSync(join(entry.parentPath, entry.name))]))
