// Where the real samples stand. They are not part of the project: tests that use them say so when they are missing.
import { existsSync } from 'node:fs'
import { resolve } from 'node:path'

const folder = resolve(process.env['NP_CORPUS'] ?? '../shared/corpus')

/** The folder of the samples, or undefined where there is none; continuous integration requires it. */
export const corpus: string | undefined = existsSync(folder) ? folder : undefined

if (!corpus && process.env['CI']) throw new Error(`The samples are missing: NP_CORPUS, or ${folder}`)
