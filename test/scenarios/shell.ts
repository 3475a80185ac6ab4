// The command line of a scenario: what a shell would make of it, without one.
import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { binary, testKey } from '../command-line.ts'

export type Printed = { readonly exit: number | null, readonly stdout: string, readonly stderr: string }

/**
 * Runs `[NAME=VALUE…] np-pipeline ARGUMENTS [< FILE]` in a folder: quotes hold words together, a backslash at a line's
 * end goes on. The key of the tests is in NP_HMAC_KEY unless the line sets it; nothing after `=` takes a variable away.
 */
export function runLine(line: string, folder: string): Printed {
  const words = [...line.replaceAll('\\\n', ' ').matchAll(/(?:[^\s"']|"[^"]*"|'[^']*')+/g)].map(([word]) => word.replace(/["']/g, ''))
  const start = words.indexOf('np-pipeline')
  if (start < 0) throw new Error(`not a command of np-pipeline: ${line}`)
  const variables = words.slice(0, start).map(word => word.split('=')).map(([name = '', value]) => [name, value === '' ? undefined : value])
  const from = words.indexOf('<')
  const { status, stdout, stderr } = spawnSync(process.execPath, [binary, ...words.slice(start + 1, from < 0 ? undefined : from)], {
    cwd: folder, encoding: 'utf8', ...(from < 0 ? {} : { input: readFileSync(join(folder, words[from + 1]!)) }),
    env: { ...process.env, NP_HMAC_KEY: testKey, ...Object.fromEntries(variables) },
  })
  return { exit: status, stdout, stderr }
}
