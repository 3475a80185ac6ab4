// The real binary, run as a user runs it.
import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

/** The root of the compiled tree, in which this file and the engine stand side by side. */
const compiled = fileURLToPath(new URL('..', import.meta.url))

/** The root of the project: rules and package.json. */
export const root = process.cwd()

export const binary = join(compiled, 'engine/cli.js')

/** A key for tests: strong enough, and nobody's. */
export const testKey = 'np-test-key-6f1c2b7d90aee4513874c0ffee'

export type Outcome = { readonly code: number | null, readonly out: string, readonly err: string }

/** Runs `np-pipeline` from the root of the project. */
export function npPipeline(args: readonly string[], options: { readonly input?: Buffer | string, readonly env?: NodeJS.ProcessEnv } = {}): Outcome {
  const { status, stdout, stderr } = spawnSync(process.execPath, [binary, ...args], {
    cwd: root, encoding: 'utf8', maxBuffer: 1 << 28, ...(options.input === undefined ? {} : { input: options.input }),
    env: { ...process.env, NP_HMAC_KEY: testKey, ...options.env },
  })
  return { code: status, out: stdout, err: stderr }
}

/** A folder of its own for a test, removed when the test is over. */
export function newFolder(t: { teardown(remove: () => void): void }): string {
  const folder = mkdtempSync(join(tmpdir(), 'np-pipeline-'))
  t.teardown(() => { rmSync(folder, { recursive: true, force: true }) })
  return folder
}
