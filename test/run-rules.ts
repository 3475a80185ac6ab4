// Runs a rule file in this process, over files in a folder of its own.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { readRules } from '../engine/commands/load.ts'
import { keyFiles } from '../engine/hash/key-file.ts'
import { fileSystem } from '../engine/run/file-system.ts'
import { prepare } from '../engine/run/prepare.ts'
import { type RunOptions, type RunResult, run } from '../engine/run/run.ts'
import { testKey } from './command-line.ts'

export type RulesRun = {
  readonly rules: string
  readonly inputs: Readonly<Record<string, readonly string[]>>
  readonly without?: readonly string[]
  readonly settings?: Readonly<Record<string, string>>
  readonly out: string
  readonly limit?: RunOptions['limit']
}

/** The result of the run and the text of each output, by file name. */
export async function runRules({ rules, inputs, without = [], settings = {}, out, limit }: RulesRun): Promise<{ result: RunResult, text: (file: string) => string }> {
  const { loaded, diagnostics } = readRules(rules)
  if (!loaded || diagnostics.length > 0) throw new Error(JSON.stringify(diagnostics))
  const wishes = { settings: new Map(Object.entries(settings)), inputs: new Map(Object.entries(inputs)), without: new Set(without), encodings: new Map<string, string>(), today: '2024-01-01' }
  const prepared = await prepare(loaded, wishes)
  if ('mistakes' in prepared) throw new Error(JSON.stringify(prepared.mistakes.diagnostics))
  const result = await run(loaded, prepared, { ...wishes, out, key: { env: testKey }, allowShortKey: false, quarantineRaw: false, ...(limit ? { limit } : {}) }, {
    files: fileSystem(process), keyFiles: keyFiles(process.platform), stdin: process.stdin, log: () => {}, progress: () => {}, onDelivery: () => {},
  })
  return { result, text: file => readFileSync(join(out, file), 'utf8') }
}
