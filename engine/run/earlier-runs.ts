// What a folder holds of earlier runs: their records, and the keys they were made with.
import { join } from 'node:path'
import { errorCode } from './deliver-failure.ts'
import type { FileSystem } from './file-system.ts'

/** A run record by its file name, and the fingerprint of the run's key. */
export type EarlierRun = { readonly record: string, readonly fingerprint: string }

/** How the names of run records end. */
export const recordEnding = '.run.json'

/** The records of a folder that have a key, in the order of their names. One that cannot be read tells nothing here: `verify` says so. */
export const earlierRuns = (folder: string, files: FileSystem): readonly EarlierRun[] =>
  [...readable(() => files.list(folder)) ?? []].filter(name => name.endsWith(recordEnding) && !name.includes('@')).sort().flatMap(record => {
    const fingerprint = fingerprintIn(readable(() => files.read(join(folder, record))) ?? '')
    return fingerprint === undefined ? [] : [{ record, fingerprint }]
  })

function readable<Found>(read: () => Found): Found | undefined {
  try {
    return read()
  } catch (error) {
    if (errorCode(error) === '') throw error
    return undefined
  }
}

/** By its place in the text, since the record may be of another version, or cut. */
const fingerprintIn = (text: string): string | undefined => /"fingerprint": "([0-9a-f]{16})"/.exec(text)?.[1]
