// One run of the engine in this process, over records written as files, and one of the reference over the same records.
import { mkdirSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { checkRules } from '../../engine/check/rules.ts'
import { Stop } from '../../engine/diagnostics/diagnostic.ts'
import { keyFiles } from '../../engine/hash/key-file.ts'
import { loadRules } from '../../engine/load/rules.ts'
import type { Plan } from '../../engine/plan/plan.ts'
import type { Counts, Stage } from '../../engine/run/counts.ts'
import { fileSystem } from '../../engine/run/file-system.ts'
import { prepare } from '../../engine/run/prepare.ts'
import { run } from '../../engine/run/run.ts'
import { testKey } from '../command-line.ts'
import { type Interpretation, interpret } from './interpret.ts'
import { library, libraryFile } from './pipelines.ts'
import { Stopped } from './steps.ts'
import type { ExportRecord } from './value.ts'

/** What came of a run: outputs and counts, or the code under which it stopped. */
export type Result = Interpretation | { readonly stopped: string }

const load = (rules: string) => {
  const loaded = loadRules('generated.yaml', path => path.endsWith(libraryFile) ? library : rules, diagnostic => { throw new Error(`${diagnostic.code}: ${diagnostic.message}\n${rules}`) })
  if (!loaded) throw new Error('the generated rules cannot be read')
  return loaded
}

/** The plan of a rule file, or the codes of what is wrong with it. */
export function planOf(rules: string): Plan | readonly string[] {
  const { plan, diagnostics } = checkRules(load(rules), new Map(), true)
  const mistakes = diagnostics.filter(({ severity }) => severity === 'error').map(({ code, message }) => `${code}: ${message}`)
  return plan && mistakes.length === 0 ? plan : mistakes
}

export type Files = { readonly rows?: readonly string[], readonly people?: string, readonly stdin?: AsyncIterable<Buffer> }

/** Runs rules over files (`-` is `stdin`); `folder` is emptied before. */
export async function runEngine(rules: string, { rows, people, stdin }: Files, folder: string): Promise<Result> {
  const loaded = load(rules)
  const out = join(folder, 'out')
  for (const old of [out, `${out}.quarantine`]) rmSync(old, { recursive: true, force: true })
  mkdirSync(folder, { recursive: true })
  const wishes = {
    settings: new Map<string, string>(), encodings: new Map<string, string>(), today: '2024-01-01',
    inputs: new Map<string, readonly string[]>([...rows === undefined ? [] : [['rows', rows] as const], ...people === undefined ? [] : [['people', [people]] as const]]),
    without: new Set(people === undefined ? ['people'] : []),
  }
  const prepared = await prepare(loaded, wishes)
  if ('mistakes' in prepared) throw new Error(JSON.stringify(prepared.mistakes.diagnostics))
  try {
    const { counts } = await run(loaded, prepared, { ...wishes, out, key: { env: testKey }, allowShortKey: false, quarantineRaw: false, limit: { records: 1e9 } }, {
      files: fileSystem(process), keyFiles: keyFiles(process.platform), stdin: stdin ?? process.stdin, log: () => {}, progress: () => {}, onDelivery: () => {},
    })
    const outputs = new Map(prepared.plan.outputs.map(({ name, file }) => [name, readFileSync(join(out, file), 'utf8')]))
    return { outputs, counts: { read: counts.read, went: whereRowsWent(counts) } }
  } catch (error) {
    if (error instanceof Stop) return { stopped: error.diagnostic.code }
    throw error
  }
}

const whereRowsWent = ({ common, outputs }: Counts): Interpretation['counts']['went'] => Object.fromEntries([
  ['', went(common, 0)], ...[...outputs].map(([name, stage]) => [name, went(stage, stage.written)]),
])

const went = ({ added, quarantined, dropped }: Stage, written: number) => ({
  added: [...added.values()].reduce((sum, rows) => sum + rows, 0), quarantined, written,
  dropped: Object.fromEntries([...dropped].filter(([, reasons]) => reasons.size > 0).map(([step, reasons]) => [step, Object.fromEntries(reasons)])),
})

export async function runReference(plan: Plan, records: readonly ExportRecord[], people: readonly ExportRecord[] | undefined): Promise<Result> {
  try {
    return await interpret(plan, records, people, testKey)
  } catch (error) {
    if (error instanceof Stopped) return { stopped: error.code }
    throw error
  }
}
