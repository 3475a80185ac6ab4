// What identifies a rule set: all that decides about a run, whichever files it is spread over.
import { createHash } from 'node:crypto'
import { toPlain } from '../load/plain.ts'
import type { Loaded } from '../load/rules.ts'

/** SHA-256 (hex) of the merged rules as JSON, without tests and comments. */
export function rulesDigest({ merged }: Loaded): string {
  const entries = merged.entries.filter(entry => entry.key !== 'tests')
  return createHash('sha256').update(JSON.stringify(toPlain({ ...merged, entries }))).digest('hex')
}
