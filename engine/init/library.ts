// The library of the organisation beside a new pipeline, where there is one.
import { join, dirname } from 'node:path'
import { existsSync, readFileSync } from 'node:fs'
import { entriesOf, pick, textOf } from '../load/pick.ts'
import { loadRules } from '../load/rules.ts'
import type { Skeleton } from './skeleton.ts'

/** Undefined where there is none, it cannot be used, or it has an input of this name already. */
export function libraryBeside(file: string, input: string): Skeleton['library'] {
  const path = join(dirname(file), 'organisation.yaml')
  if (!existsSync(path)) return undefined
  const loaded = loadRules(path, one => readFileSync(one, 'utf8'), () => {})
  const [lookup] = entriesOf(pick(loaded?.merged, 'lookups'))
  if (!loaded?.complete || loaded.kind !== 'library' || !lookup || pick(loaded.merged, 'inputs', input)) return undefined
  const domains = textOf(pick(lookup.value, 'domains', 'param'))
  return { path: './organisation.yaml', lookup: lookup.key, ...(domains === undefined ? {} : { domains }) }
}
