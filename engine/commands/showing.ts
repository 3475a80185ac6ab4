// What `preview` and `explain` share: how many rows to show, and whether values may be seen.
import type { World } from './command.ts'
import { usage } from './wishes.ts'

/** Stops (2) where standard output is a file or pipe: what stands there stays. */
export function wantsPersonal(options: Readonly<Record<string, unknown>>, world: Pick<World, 'screen'>): boolean {
  if (options['showPersonal'] !== true) return false
  if (options['format'] === 'json') throw usage('--show-personal does not go with --format json', 'machines get stand-ins only; leave one of the two out')
  if (!world.screen) throw usage('--show-personal shows values on a terminal only, and standard output is none', 'leave out the pipe or redirection; without --show-personal values have stand-ins')
  return true
}

/** `--rows`: from 1 to 1000. */
export function rowsWanted(given: unknown, otherwise: number): number {
  const text = String(given ?? otherwise)
  const rows = /^\d{1,4}$/.test(text) ? Number(text) : 0
  if (rows < 1 || rows > 1000) throw usage('--rows takes a number from 1 to 1000', `write --rows ${otherwise}`)
  return rows
}
