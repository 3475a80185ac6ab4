// The new rule file on disk.
import { mkdirSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import { Stop } from '../diagnostics/diagnostic.ts'

/** Never over a file that came meanwhile, unless it may be replaced. Stops (2) where that is impossible. */
export function writeRules(file: string, text: string, force: boolean): void {
  try {
    mkdirSync(dirname(file), { recursive: true })
    writeFileSync(file, text, { flag: force ? 'w' : 'wx' })
  } catch {
    throw new Stop(2, { code: 'write-failed', message: `${file} cannot be written`, hint: 'check that this account may write there' })
  }
}
