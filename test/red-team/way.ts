// A way to get a name or address out, and what becomes of it.
import type { Code } from '../../engine/diagnostics/codes.ts'
import type { Rules } from './delivery.ts'

export type Way = {
  readonly way: string
  readonly rules: Rules
  /** In place of the inputs of the delivery. */
  readonly inputs?: Readonly<Record<string, string | Buffer>>
  /** Names of the files, where they are part of the way. */
  readonly names?: Readonly<Record<string, string>>
  readonly args?: readonly string[]
  /**
   * `refused`: the check does, under this code. `stopped`: the run does, and says nothing. `silent`: the run ends, and
   * nothing shows anywhere. `shows`: it works, and docs/privacy.md says so: what the outputs then have in them.
   */
  readonly result: { readonly refused: Code } | { readonly stopped: Code } | 'silent' | { readonly shows: RegExp }
}
