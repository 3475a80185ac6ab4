// Tests that stand in another section: whoever appends one to the end of a file puts it below what stands last there.
import { entriesOf, isMap, pick } from './pick.ts'
import type { Entry, Map as MapNode } from './tree.ts'

const holders = ['outputs', 'lookups', 'inputs', 'params', 'steps', 'quarantine']

/** Where tests stand in other sections, as the section and the name of the test. */
export const strayTests = (file: MapNode): readonly (readonly [section: string, name: Entry])[] => file.entries.flatMap(({ key, value }) =>
  holders.includes(key) && isMap(value) ? value.entries.filter(entry => isTest(entry) || areTests(entry)).map(entry => [key, entry] as const) : [])

/** The file with its stray tests under `tests`, where they are meant to be. */
export function withTestsTogether(file: MapNode): MapNode {
  const found = strayTests(file).map(([, entry]) => entry)
  const stray = found.flatMap(entry => areTests(entry) ? entriesOf(entry.value) : [entry])
  const [first] = stray
  if (!first) return file
  const entries = file.entries.map(entry => isMap(entry.value) && holders.includes(entry.key) ? without(entry, entry.value, found) : entry)
  const tests = file.entries.find(({ key }) => key === 'tests')
  if (!tests) return { ...file, entries: [...entries, { key: 'tests', keyAt: first.keyAt, value: { kind: 'map', at: first.value.at, entries: stray } }] }
  return { ...file, entries: entries.map(entry => entry === tests && isMap(tests.value)
    ? { ...tests, value: { ...tests.value, entries: [...tests.value.entries, ...stray] } } : entry) }
}

const isTest = ({ value }: Entry): boolean => isMap(value) && pick(value, 'given') !== undefined

/** The section itself, with what stands in it, one level too deep. */
export const areTests = ({ key, value }: Entry): boolean => key === 'tests' && isMap(value) && value.entries.some(isTest)

const without = (entry: Entry, value: MapNode, stray: readonly Entry[]): Entry =>
  ({ ...entry, value: { ...value, entries: value.entries.filter(one => !stray.includes(one)) } })
