// Real blobs and ids from specifications, programs and exports; each entry names its source.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { corpus } from '../corpus.ts'

export type Vector =
  | { readonly kind: 'recurrence', readonly name: string, readonly hex: string, readonly leaks: readonly string[], readonly scrubKeepFlagsHex: string }
  | { readonly kind: 'goid', readonly name: string, readonly hex: string, readonly expect: { readonly form: 'outlook' | 'vcal', readonly uid?: string } }

/** All of one kind; none where the samples are missing. */
export const vectors = <Kind extends Vector['kind']>(kind: Kind): readonly Extract<Vector, { kind: Kind }>[] =>
  corpus === undefined ? [] : (JSON.parse(readFileSync(join(corpus, 'calendar/vectors.json'), 'utf8')) as Vector[])
    .filter((vector): vector is Extract<Vector, { kind: Kind }> => vector.kind === kind)
