// A rule file as its keys say it is meant where the indentation says otherwise: one mistake, of which the schema would
// make many.
import type { Report } from '../diagnostics/diagnostic.ts'
import { ofField, ofFile, ofInput, ofOutput, ofSection } from './keys.ts'
import { type Tell, adopted, mapOf, released } from './nesting.ts'
import { isStep, laidSteps, listedSteps } from './nesting-steps.ts'
import { withStepsTogether } from './nesting-strays.ts'
import { isMap, isScalar } from './pick.ts'
import type { Entry, Map as MapNode } from './tree.ts'

/** The file with steps, fields, columns and keys of sections where they belong; reports each that stands elsewhere. */
export function laidOut(file: MapNode, report: Report): MapNode {
  const tell: Tell = (place, message, hint, code = 'unknown-key') =>
    report({ code, severity: 'error', place, message, hint })
  return within(withSteps(withStepsTogether(adopted(file, isOfSection, tell), tell), tell), {
    params: params => adopted(params, isKeyOf('params'), tell),
    inputs: inputs => inEach(adopted(inputs, isKeyOf('inputs'), tell), input => laidInput(input, tell)),
    lookups: lookups => adopted(lookups, isKeyOf('lookups'), tell),
    outputs: outputs => inEach(adopted(outputs, isKeyOf('outputs'), tell), output => laidOutput(output, tell)),
  })
}

/** What a section with nothing below it can only be the name of. */
function isOfSection(entry: Entry, { key: section }: Entry): boolean {
  if (ofFile.includes(entry.key)) return false
  const keys = ofSection[section]
  return section === 'steps' ? isStep(entry) : keys !== undefined && consistsOf(keys, entry)
}

/** A key of what stands under a name of the section, and no such name itself. */
const isKeyOf = (section: string) => {
  const keys = ofSection[section]!
  return (entry: Entry, name: Entry): boolean =>
    keys.includes(entry.key) && !keys.includes(name.key) && !consistsOf(keys, entry)
}

const consistsOf = (keys: readonly string[], { value }: Entry): boolean =>
  isMap(value) && value.entries.length > 0 && value.entries.every(({ key }) => keys.includes(key))

const isField = (entry: Entry): boolean => consistsOf(ofField, entry)

function laidInput(input: MapNode, tell: Tell): MapNode {
  const isOfFields = (entry: Entry, { key }: Entry): boolean =>
    key === 'fields' && !ofInput.includes(entry.key) && isField(entry)
  const isOfField = ({ key, value }: Entry, name: Entry): boolean =>
    ofField.includes(key) && !isMap(value) && !ofField.includes(name.key)
  const isInner = (inner: Entry): boolean => !ofField.includes(inner.key) && isField(inner)
  return within(adopted(input, isOfFields, tell), {
    fields: fields => released(adopted(fields, isOfField, tell), isInner, 'a field', tell),
  })
}

function laidOutput(output: MapNode, tell: Tell): MapNode {
  const isOfColumns = (entry: Entry, { key }: Entry): boolean => key === 'columns' && !ofOutput.includes(entry.key)
  const whole = withColumns(adopted(output, isOfColumns, tell), tell)
  return within(withSteps(whole, tell), { from: sources => inEach(sources, source => withSteps(source, tell)) })
}

/** Columns that stand beside `columns`; `from` is one where others stand beside it. */
function withColumns(output: MapNode, tell: Tell): MapNode {
  const at = output.entries.findIndex(({ key }) => key === 'columns')
  const columns = output.entries[at]
  const behind = output.entries.slice(at + 1)
  const end = behind.findIndex(({ key, value }) => !isScalar(value) || ofOutput.includes(key) && key !== 'from')
  const stray = behind.slice(0, end < 0 ? undefined : end)
  const [first] = stray
  if (!columns || !isMap(columns.value) || !first || stray.every(({ key }) => key === 'from')) return output
  const message = `\`${first.key}\` stands beside \`columns\`, and is a column`
  tell(first.keyAt, message, 'begin it in the same column as those above it')
  const whole = { ...columns, value: mapOf([...columns.value.entries, ...stray]) }
  const others = output.entries.filter(entry => !stray.includes(entry))
  return { ...output, entries: others.map(entry => entry === columns ? whole : entry) }
}

/** What holds steps, with each of them laid out. */
const withSteps = (holder: MapNode, tell: Tell): MapNode => ({
  ...holder, entries: holder.entries.map((entry): Entry => {
    if (entry.key === 'steps') return laid(entry, false, tell)
    if (entry.key !== 'after' && entry.key !== 'before' || !isMap(entry.value)) return entry
    const anchors = adopted(entry.value, isStep, tell)
    return { ...entry, value: { ...anchors, entries: anchors.entries.map(anchor => laid(anchor, true, tell)) } }
  }),
})

function laid(entry: Entry, inserted: boolean, tell: Tell): Entry {
  const steps = entry.value.kind === 'list' ? listedSteps(entry.value, entry.key, tell) : entry.value
  return isMap(steps) ? { ...entry, value: laidSteps(steps, inserted, tell) } : entry
}

type Change = (map: MapNode) => MapNode

const changedBy = (entry: Entry, change: Change | undefined): Entry =>
  change && isMap(entry.value) ? { ...entry, value: change(entry.value) } : entry

function within(map: MapNode, changes: Readonly<Record<string, Change>>): MapNode {
  const changeOf = (key: string): Change | undefined => Object.hasOwn(changes, key) ? changes[key] : undefined
  return { ...map, entries: map.entries.map(entry => changedBy(entry, changeOf(entry.key))) }
}

const inEach = (map: MapNode, change: Change): MapNode =>
  ({ ...map, entries: map.entries.map(entry => changedBy(entry, change)) })
