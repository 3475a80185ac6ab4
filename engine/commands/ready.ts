// A rule file made ready for rows, for the commands that look at some.
import type { Loaded } from '../load/rules.ts'
import { type Prepared, type Wishes, prepare } from '../run/prepare.ts'
import type { World } from './command.ts'
import { printFindings, readRules } from './load.ts'

/** Prints what is found on the way; undefined where there is an error in it. Stops (2) as `readRules` and `prepare` do. */
export async function ready(file: string, wishes: Wishes, world: World): Promise<{ readonly loaded: Loaded, readonly prepared: Prepared } | undefined> {
  const { loaded, diagnostics, texts } = readRules(file)
  if (printFindings(diagnostics, texts, world) || !loaded) return undefined
  const prepared = await prepare(loaded, wishes)
  if ('mistakes' in prepared) {
    printFindings(prepared.mistakes.diagnostics, texts, world)
    return undefined
  }
  printFindings(prepared.warnings, texts, world)
  return { loaded, prepared }
}
