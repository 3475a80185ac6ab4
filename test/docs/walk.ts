// A page that is walked through: its blocks say which files there are, what is run, and what comes of it.
import { spawnSync } from 'node:child_process'
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { binary } from '../command-line.ts'
import type { Block } from './blocks.ts'

/**
 * | info of a block | the block |
 * |---|---|
 * | `LANGUAGE FILE` | is written to that file |
 * | `LANGUAGE shows FILE` | is what the file holds |
 * | `sh` | is run by a shell, with the binary of this build as `npx np-pipeline` |
 * | `text`, `text exit 1` | is what the block before printed, standard output first; the exit code is 0 if none is named |
 *
 * `sh once` sets a computer up, and `powershell` belongs to another one: they are not run here.
 */
export type Kind = { readonly does: 'write' | 'show', readonly file: string } | { readonly does: 'run' | 'nothing' } | { readonly does: 'print', readonly exit: number }

export function kindOf({ info, line }: Block): Kind {
  const [language, ...words] = info.split(' ')
  if (info === 'sh') return { does: 'run' }
  if (info === 'sh once' || language === 'powershell') return { does: 'nothing' }
  if (language === 'text' && (words.length === 0 || words[0] === 'exit')) return { does: 'print', exit: Number(words[1] ?? 0) }
  if (words.length === 2 && words[0] === 'shows') return { does: 'show', file: words[1]! }
  if (words.length === 1) return { does: 'write', file: words[0]! }
  throw new Error(`line ${line}: a block says what it is; see walk.ts`)
}

export type Came = { readonly exit: number | null, readonly text: string }

/** Runs a block of commands in a folder, without a key in the environment; it ends with the first command that fails. */
export function runBlock(text: string, folder: string): Came {
  const program = `npx() { shift; "${process.execPath}" "${binary}" "$@"; }\nset -e\n${text}`
  const { NP_HMAC_KEY: _, ...env } = process.env
  const { status, stdout, stderr } = spawnSync('sh', ['-c', program], { cwd: folder, encoding: 'utf8', env })
  return { exit: status, text: `${stdout}${stderr}` }
}

export function writeBlock(folder: string, file: string, text: string): void {
  mkdirSync(dirname(join(folder, file)), { recursive: true })
  writeFileSync(join(folder, file), text)
}

export const readBlock = (folder: string, file: string): string => readFileSync(join(folder, file), 'utf8').replaceAll('\r\n', '\n')

/** With names for what differs from run to run: pseudonyms, digests and fingerprints, equal ones alike, and durations. */
export function steady(text: string): string {
  const names = new Map<string, string>()
  const named = (value: string): string => {
    if (!names.has(value)) names.set(value, `<${names.size + 1}>`)
    return names.get(value)!
  }
  return text
    .replace(/\b(?:[0-9a-f]{64}|[0-9a-f]{16}|(?:[0-9a-f]{4} ){3}[0-9a-f]{4}|[0-9a-f]{8}(?=…))/g, named)
    .replace(/\d+\.\d s\b/g, '<seconds> s')
}
