// Paths in `include` and `extends`.
import { dirname, join, normalize } from 'node:path'

/** The file a path in `from` points to, as it is shown to people. */
export const target = (from: string, path: string): string => join(dirname(from), path)

/** The same for two spellings of one path. */
export const identity = (file: string): string => normalize(file)

/**
 * What is wrong with a path, or undefined. Relative, up with leading `..` at most five times (overlays live in
 * `rules/customers/NAME/`), slashes forward, and the name of a rule file: what is wrong in a file is shown with its
 * lines, so no other file may be read this way (security-reliability.md §1.10).
 */
export function flawOfPath(path: string): string | undefined {
  const parts = path.split('/')
  const up = parts.findIndex(part => part !== '..')
  if (/[\p{Cc}\p{Cf}\p{Cs}]/u.test(path)) return 'a path holds a character that cannot be seen'
  if (path.includes('\\')) return 'a path is written with forward slashes'
  if (/^[/~-]|[:@*?"<>|]/.test(path)) return 'a path is relative to the file it stands in, without a drive or address'
  if (up > 5) return 'a path goes up at most five folders'
  if (parts.slice(up).includes('..')) return 'in a path `..` stands at the beginning only'
  if (parts.some(part => part !== '..' && part !== '.' && /^$|[. ]$/.test(part))) {
    return 'a part of a path is empty or ends with a dot or blank'
  }
  if (parts.some(part => device.test(part))) return 'a part of a path is the name of a device under Windows'
  if (!/\.ya?ml$/.test(path)) return 'a rule file is called something.yaml'
  return undefined
}

const device = /^(?:con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³])(?:\.|$)/i

/** Paths an author may have meant by one that leads nowhere: one folder off, or the other ending. */
export const alternatives = (path: string): readonly string[] => [
  ...path.startsWith('../') ? [path.slice(3)] : [],
  `../${path.replace(/^\.\//, '')}`,
  path.endsWith('.yaml') ? path.replace(/yaml$/, 'yml') : path.replace(/yml$/, 'yaml'),
]
