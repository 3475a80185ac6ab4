// The files that paths and patterns of an input mean.
import { statSync } from 'node:fs'
import { resolve, sep } from 'node:path'
import { glob } from 'tinyglobby'
import { Stop } from '../diagnostics/diagnostic.ts'
import { shownPath } from './shown-path.ts'

/**
 * The files of paths and patterns (`*`, `?`, `**`) relative to `base`: absolute paths, each once, in the order of their
 * code units, so that a run never depends on the order of a folder. `-` stays, for standard input. What exists under a
 * name is meant, even if the name has `[`, blanks or the like. Stops (2) when one of them means no regular file.
 */
export const findFiles = async (patterns: readonly string[], base: string): Promise<string[]> => {
  const found = await Promise.all(patterns.map(pattern => filesOf(pattern, base)))
  return [...new Set(found.flat())].sort((one, other) => compare(comparable(one), comparable(other)))
}

const compare = (one: string, other: string): number => one < other ? -1 : one > other ? 1 : 0

/** The same order on all systems. */
const comparable = (path: string): string => path.replaceAll(sep, '/')

const filesOf = async (pattern: string, base: string): Promise<readonly string[]> => {
  if (pattern === '-') return [pattern]
  const literal = resolve(base, pattern)
  if (kindOf(literal) === 'file') return [literal]
  const { folder, rest } = literalStart(comparable(pattern), base)
  const names = rest === '' ? [] : await glob(escaped(rest), {
    cwd: folder, absolute: true, expandDirectories: false, braceExpansion: false, extglob: false,
    caseSensitiveMatch: sep === '/',
  })
  if (names.length > 0) return names.map(name => resolve(name))
  throw rest === '' ? onlyFolder(pattern) : nothing(pattern, base)
}

const onlyFolder = (pattern: string): Stop => new Stop(2, {
  code: 'no-files',
  message: `${shownPath(pattern)} is a folder`,
  hint: `give its files: ${shownPath(pattern).replace(/[/\\]$/, '')}${sep}*`,
})

const nothing = (pattern: string, base: string): Stop => new Stop(2, {
  code: 'no-files',
  message: `no file is found for ${shownPath(pattern)}`,
  hint: `looked from ${shownPath(base)}: check the spelling, and that this account may read the folder`,
})

const kindOf = (path: string): 'file' | 'folder' | 'other' | undefined => {
  try {
    const stats = statSync(path)
    return stats.isFile() ? 'file' : stats.isDirectory() ? 'folder' : 'other'
  } catch {
    // What cannot be looked at cannot be read either; the message about missing files covers both.
    return undefined
  }
}

/** The folders at the start of a pattern that exist by name, and what is left to search for in them. */
const literalStart = (pattern: string, base: string): { readonly folder: string, readonly rest: string } => {
  const names = pattern.split('/')
  for (let count = names.length; count > 0; count--) {
    const folder = resolve(base, `${names.slice(0, count).join('/')}/`)
    if (kindOf(folder) === 'folder') return { folder, rest: names.slice(count).join('/') }
  }
  return { folder: resolve(base), rest: pattern }
}

/** Only `*`, `?` and `[…]` have a meaning in what is left. */
const escaped = (pattern: string): string => pattern.replace(/[!(){}+@\\]/g, '\\$&')
