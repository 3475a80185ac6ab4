// Rule files that are not written yet: checked, and their tests run.
import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { type Checked, checkRules } from '../check/rules.ts'
import type { Diagnostic } from '../diagnostics/diagnostic.ts'
import { type Loaded, loadRules } from '../load/rules.ts'
import { runTest } from '../run/rule-test.ts'

export type Proof = {
  readonly loaded: Loaded | undefined
  readonly checked: Checked | undefined
  readonly diagnostics: readonly Diagnostic[]
  readonly texts: ReadonlyMap<string, string>
  /** No error, and every test gives what it expects. */
  readonly sound: boolean
}

/** The texts as if they stood under these paths, and `file` among them; what else it extends and includes is read from disk. */
export async function proofOf(files: ReadonlyMap<string, string>, file: string): Promise<Proof> {
  const diagnostics: Diagnostic[] = []
  const texts = new Map<string, string>()
  const unwritten = new Map([...files].map(([path, text]) => [resolve(path), text]))
  const readText = (path: string): string | undefined => {
    try {
      const read = unwritten.get(resolve(path)) ?? readFileSync(path, 'utf8')
      texts.set(path, read)
      return read
    } catch {
      return undefined
    }
  }
  const loaded = loadRules(file, readText, diagnostic => { diagnostics.push(diagnostic) })
  const checked = loaded && checkRules(loaded, new Map(), true)
  diagnostics.push(...checked?.diagnostics ?? [])
  const broken = diagnostics.some(one => one.severity === 'error')
  return { loaded, checked, diagnostics, texts, sound: !broken && loaded !== undefined && checked !== undefined && await allPass(loaded, checked) }
}

async function allPass(loaded: Loaded, { tests }: Checked): Promise<boolean> {
  for (const test of tests) if ((await runTest(loaded, test)).mismatches.length > 0) return false
  return true
}
