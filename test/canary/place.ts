// A folder with canaries in it, what a command does there, and all that is searched afterwards.
import { spawnSync } from 'node:child_process'
import { mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { ExecutionContext } from 'ava'
import { binary, newFolder, root, testKey } from '../command-line.ts'
import { filesBelow, leaksIn } from '../scenarios/leaks.ts'
import { canary, domain, secretsIn } from './canaries.ts'
import { type Format, type Kind, type Row, allowed, rowsOf, written } from './exports.ts'

export const pipelines: Readonly<Record<string, readonly Kind[]>> = { emails: ['tracking', 'people'], meetings: ['calendar', 'people'], users: ['people', 'groups', 'access'] }

/** A folder and a file name with an address in them. */
export const inputFile = (kind: Kind): string => `in/${canary.address(`folder of ${kind}`)}/${canary.address(`file of ${kind}`)}.${kind}`

export type Place = {
  readonly folder: string
  readonly write: (name: string, bytes: string | Buffer) => void
  readonly run: (args: readonly string[], options?: RunOptions) => Printed
  /** Everything printed or written that holds a canary, as `where: what`. */
  readonly leaks: (printed: Printed, spare?: (name: string) => boolean) => readonly string[]
}

export type RunOptions = { readonly env?: NodeJS.ProcessEnv, readonly input?: Buffer | string }
export type Printed = { readonly code: number | null, readonly out: string, readonly err: string }

/** The exports of a pipeline; `changed` are other rows or bytes for some of them. */
export function place(t: ExecutionContext, pipeline: string, changed: Partial<Record<Kind, { readonly format?: Format, readonly rows?: readonly Row[], readonly bytes?: string | Buffer }>> = {}): Place {
  const folder = newFolder(t)
  const given = new Set<string>()
  const secrets: string[] = [testKey]
  const write = (name: string, bytes: string | Buffer): void => {
    given.add(name)
    mkdirSync(join(folder, name, '..'), { recursive: true })
    writeFileSync(join(folder, name), bytes)
  }
  mkdirSync(join(folder, 'tmp'))
  symlinkSync(join(root, 'rules'), join(folder, 'rules'), 'junction')
  for (const kind of pipelines[pipeline]!) {
    const { format = kind === 'calendar' ? 'calendar-log' : 'csv', rows = rowsOf(kind), bytes } = changed[kind] ?? {}
    const text = bytes ?? written(kind, format, rows)
    write(inputFile(kind), text)
    secrets.push(...secretsIn([inputFile(kind), ...inputFile(kind).split('/'), ...rows.flatMap(row => Object.entries(row).flat(2)), ...rows.flatMap(row => Object.values(row).flat()).flatMap(cell => cell.split(/[;,"]/))]))
    secrets.push(...secretsIn([...new Set(text.toString().match(/zq(?:[a-z]{2}){4}k/g))]))
  }
  const known = [...new Set(secrets)]
  return {
    folder, write,
    run(args, { env = {}, input } = {}) {
      const { status, stdout, stderr } = spawnSync(process.execPath, [binary, ...args], {
        cwd: folder, encoding: 'latin1', maxBuffer: 1 << 28, ...(input === undefined ? {} : { input }),
        env: { PATH: process.env['PATH'], HOME: folder, TMPDIR: join(folder, 'tmp'), TMP: join(folder, 'tmp'), TEMP: join(folder, 'tmp'), NP_HMAC_KEY: testKey, ...env },
      })
      return { code: status, out: stdout, err: stderr }
    },
    leaks({ out, err }, spare = () => false) {
      const names = [...filesBelow(folder)].filter(([name]) => !given.has(name) && !spare(name))
      const search = (where: string, bytes: Buffer): readonly string[] => {
        const clear = new Set(secretsIn(allowed[where.split(/[/\\]/).at(-1)!] ?? []))
        return leaksIn(bytes, known.filter(value => !clear.has(value))).map(value => `${where}: ${value}`)
      }
      return [
        ...search('standard output', Buffer.from(out, 'latin1')), ...search('standard error', Buffer.from(err, 'latin1')),
        ...names.flatMap(([name, bytes]) => [...search(`the name of ${name}`, Buffer.from(name)), ...search(name, bytes)]),
      ]
    },
  }
}

/** The options that give a pipeline its canaries. */
export const options = (pipeline: string): readonly string[] => [
  ...pipelines[pipeline]!.flatMap(kind => ['--input', `${kind}=${inputFile(kind)}`]), '--set', `domains=${domain}`,
]

export const runArgs = (pipeline: string, ...more: readonly string[]): readonly string[] => ['run', `rules/${pipeline}.yaml`, ...options(pipeline), '--out', 'out', ...more]

/** The codes that a command printed, in text or in JSON, and those in quarantine. */
export const codesIn = (folder: string, { out, err }: Printed): ReadonlySet<string> => new Set([
  ...[...`${out}\n${err}`.matchAll(/\b(?:error|warning) ([a-z][a-z-]+[a-z])\b/g)].map(([, code]) => code!),
  ...[...out.matchAll(/"code": ?"([a-z-]+)"/g)].map(([, code]) => code!),
  ...[...quarantine(folder).matchAll(/"code": ?"([a-z-]+)"/g)].map(([, code]) => code!),
])

/** All that is in quarantine. */
const quarantine = (folder: string): string => {
  try {
    return readdirSync(join(folder, 'out.quarantine')).map(name => readFileSync(join(folder, 'out.quarantine', name), 'utf8')).join('')
  } catch {
    return ''
  }
}
