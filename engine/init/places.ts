// Where a new rule file stands, and the ways from there to the files it names.
import { existsSync, readFileSync } from 'node:fs'
import { dirname, join, relative, sep } from 'node:path'
import { fileURLToPath } from 'node:url'

/** A path from the folder of one file to another, as rule files write it: with forward slashes, and never a bare name. */
export function way(from: string, to: string): string {
  const path = relative(dirname(from), to).split(sep).join('/')
  return path.startsWith('.') ? path : `./${path}`
}

/** The schema that a new file names in its first line: that of its base, of the working directory, or of this package. */
export function schemaWay(file: string, base?: string): string {
  const ofBase = base === undefined ? undefined : /^# yaml-language-server: \$schema=(\S+)/.exec(readFileSync(base, 'utf8'))?.[1]
  const places = [...ofBase === undefined ? [] : [join(dirname(base!), ofBase)], join('schemas', schema)]
  return way(file, places.find(place => existsSync(place)) ?? fileURLToPath(new URL(`../../../schemas/${schema}`, import.meta.url)))
}

const schema = 'pipeline.schema.json'
