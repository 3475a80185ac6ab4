// A case on which two runs differ, short enough to read.
import type { Result } from './engine.ts'
import type { ExportRecord } from './value.ts'

/** The case without what all cases share, and what each of the two runs gave. */
export function report(rules: string, records: readonly ExportRecord[], got: Result, wanted: Result): string {
  const shown = (result: Result): string => 'stopped' in result ? result.stopped : `${JSON.stringify(result.counts)}\n${[...result.outputs.values()].map(text => JSON.stringify(text)).join('\n')}`
  return `${rules.slice(rules.search(/\nfrom: (?:rows|people)/))}${JSON.stringify(records)}\nengine: ${shown(got)}\nreference: ${shown(wanted)}`
}
