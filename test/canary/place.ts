// A folder with canaries in it, what a command does there, and all that is searched afterwards.
import { spawnSync } from 'node:child_process'
import { chmodSync, mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import test, { type ExecutionContext } from 'ava'
import { binary, newFolder, root, testKey } from '../command-line.ts'
import { filesBelow, leaksIn } from '../scenarios/leaks.ts'
import { canary, domain, secretsIn, wordOf } from './canaries.ts'
import { type Format, type Kind, type Row, allowed, rowsOf, written } from './exports.ts'
import { endLasting, lastingRun } from './lasting.ts'

export const pipelines: Readonly<Record<string, readonly Kind[]>> = {
  emails: ['tracking', 'people'], meetings: ['calendar', 'people'], users: ['people', 'groups', 'access'],
}

/** A folder and a file name with an address in them. */
export const inputFile = (kind: Kind): string =>
  `in/${canary.address(`folder of ${kind}`)}/${canary.address(`file of ${kind}`)}.${kind}`

export type Place = {
  readonly folder: string
  /** Writes what is given to commands: it is searched only when a command has changed it. */
  readonly write: (name: string, bytes: string | Buffer) => void
  /** Runs a command in the process of all tests of a file. */
  readonly run: (args: readonly string[], env?: NodeJS.ProcessEnv) => Promise<Printed>
  /** Runs the binary as a user does, in a process of its own. */
  readonly start: (args: readonly string[], env?: NodeJS.ProcessEnv) => Printed
  readonly chmod: (name: string, mode: number) => void
  /** Further texts that nobody may find. */
  readonly hide: (texts: readonly string[]) => void
  /** Everything printed or written that holds a canary, as `where: what`. */
  readonly leaks: (printed: Printed) => readonly string[]
}

/** In place of the export of `exports.ts`. */
export type Other = { readonly format?: Format, readonly rows?: readonly Row[], readonly bytes?: string | Buffer }

export type Printed = { readonly code: number | null, readonly out: string, readonly err: string }

test.after.always(endLasting)

/** The exports of a pipeline; `changed` are other rows or bytes for some of them. */
export function place(t: ExecutionContext, pipeline: string, changed: Partial<Record<Kind, Other>> = {}): Place {
  const folder = newFolder(t)
  const given = new Map<string, Buffer>()
  const known = new Set([testKey])
  const hide = (texts: readonly string[]): void => { for (const secret of secretsIn(texts)) known.add(secret) }
  const write = (name: string, bytes: string | Buffer): void => {
    given.set(name, Buffer.from(bytes as string))
    mkdirSync(join(folder, name, '..'), { recursive: true })
    writeFileSync(join(folder, name), bytes)
  }
  mkdirSync(join(folder, 'tmp'))
  symlinkSync(join(root, 'rules'), join(folder, 'rules'), 'junction')
  for (const kind of pipelines[pipeline]!) {
    const { format = kind === 'calendar' ? 'calendar-log' : 'csv', rows = rowsOf(kind), bytes } = changed[kind] ?? {}
    const text = bytes ?? written(kind, format, rows)
    write(inputFile(kind), text)
    const cells = rows.flatMap(row => Object.values(row).flat())
    hide([inputFile(kind), ...inputFile(kind).split('/'), ...rows.flatMap(row => Object.keys(row))])
    hide([...cells, ...cells.flatMap(cell => cell.split(/[;,"]/))])
    hide([...new Set(text.toString().match(/zq(?:[a-z]{2}){4}k/g))])
  }
  const environment = (env: NodeJS.ProcessEnv): NodeJS.ProcessEnv => {
    const tmp = join(folder, 'tmp')
    return { PATH: process.env['PATH'], HOME: folder, TMPDIR: tmp, TMP: tmp, TEMP: tmp, NP_HMAC_KEY: testKey, ...env }
  }
  return {
    folder, write, hide,
    chmod: (name, mode) => { chmodSync(join(folder, name), mode) },
    run: async (args, env = {}) => lastingRun({ folder, args, env: environment(env) }),
    start(args, env = {}) {
      const { status, stdout, stderr } = spawnSync(process.execPath, [binary, ...args],
        { cwd: folder, encoding: 'latin1', maxBuffer: 1 << 28, env: environment(env) })
      return { code: status, out: stdout, err: stderr }
    },
    leaks({ out, err }) {
      const found = [...filesBelow(folder)].filter(([name, bytes]) => given.get(name)?.equals(bytes) !== true)
      const search = (where: string, bytes: Buffer): readonly string[] => {
        const clear = new Set(secretsIn(allowed[where.split(/[/\\]/).at(-1)!] ?? []))
        return leaksIn(bytes, [...known].filter(value => !clear.has(value))).map(value => `${where}: ${value}`)
      }
      return [
        ...search('standard output', Buffer.from(out, 'latin1')), ...search('standard error', Buffer.from(err, 'latin1')),
        ...found.flatMap(([name]) => given.has(name) ? [] : search(`the name of ${name}`, Buffer.from(name))),
        ...found.flatMap(([name, bytes]) => search(name, bytes)),
      ]
    },
  }
}

/** The options that name the files of a pipeline. */
export const files = (pipeline: string, without?: Kind): readonly string[] =>
  pipelines[pipeline]!.filter(kind => kind !== without).flatMap(kind => ['--input', `${kind}=${inputFile(kind)}`])

/** The options that give a pipeline its canaries. */
export const options = (pipeline: string, without?: Kind): readonly string[] =>
  [...files(pipeline, without), ...without ? ['--without', without] : [], '--set', `domains=${domain}`]

export const runArgs = (pipeline: string, ...more: readonly string[]): readonly string[] => [
  'run', `rules/${pipeline}.yaml`, ...options(pipeline), '--out', 'out', ...more,
]

/** The codes that a command printed, in text or in JSON, and those in quarantine. */
export const codesIn = (folder: string, { out, err }: Printed): ReadonlySet<string> => new Set([
  ...[...`${out}\n${err}`.matchAll(/\b(?:error|warning) ([a-z][a-z-]+[a-z])\b/g)].map(([, code]) => code!),
  // verify has them behind what it found.
  ...[...out.matchAll(/ \(([a-z-]+)\)$/gm)].map(([, code]) => code!),
  ...[...out.matchAll(/"code": ?"([a-z-]+)"/g)].map(([, code]) => code!),
  ...[...quarantine(folder).matchAll(/"code": ?"([a-z-]+)"/g)].map(([, code]) => code!),
])

/** Whether a leak is the name of a column that no rule reads: init and verify show those to whoever knows what they are. */
export const isColumnName = (leak: string): boolean => names.has(leak.slice(leak.indexOf(': ') + 2))

const names = new Set(Object.values(pipelines).flat().map(kind => wordOf(`header of ${kind}`)).flatMap(word => [word, `Notes of ${word}`]))

/** All that is in quarantine. */
const quarantine = (folder: string): string => {
  try {
    return readdirSync(join(folder, 'out.quarantine')).map(name => readFileSync(join(folder, 'out.quarantine', name), 'utf8')).join('')
  } catch {
    return ''
  }
}
