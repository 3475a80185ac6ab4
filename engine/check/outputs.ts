// Outputs: what leaves. Every column must hold a pseudonym, or open data of a type that bounds it, or be allowed by name.
import type { Place } from '../diagnostics/diagnostic.ts'
import { entriesOf, isList, isScalar, pick, textOf } from '../load/pick.ts'
import type { Entry, Tree } from '../load/tree.ts'
import type { ColumnPlan, OutputPlan } from '../plan/plan.ts'
import type { Field, FieldType, Shape } from '../spec/field.ts'
import { isAddress } from './addresses.ts'
import { type Checker, problem, textValue, unknownName } from './checker.ts'
import { type Surroundings, soundNames, undeclared } from './flow.ts'
import { type Main, readSources } from './sources.ts'
import { readSteps } from './steps.ts'
import { heldRules, readTableRules } from './tables.ts'
import { withdrawnLines } from './withdrawn.ts'

/** Types whose values cannot hold free text; each cell is held against its type once more before it is written. */
const bounding: readonly FieldType[] = ['integer', 'number', 'boolean', 'time', 'local-time', 'date', 'recurrence']

export function readOutputs(tree: Tree | undefined, main: Main, around: Surroundings, checker: Checker): readonly OutputPlan[] {
  const entries = entriesOf(tree)
  const outputs = entries.map(entry => readOutput(entry, main, around, checker))
  checkFiles(outputs, entries, checker)
  const columnsOf = (name: string): readonly string[] => outputs.find(output => output.name === name)?.columns.map(column => column.name) ?? []
  return outputs.map((output, index) => ({ ...output, expect: heldRules(readTableRules(entries[index]!, entries, checker), output.name, columnsOf) }))
}

/** Each output is a file of its own; file systems that do not tell case apart would make one of two. */
function checkFiles(outputs: readonly OutputPlan[], entries: readonly Entry[], checker: Checker): void {
  const places = new Map<string, Place>()
  for (const [index, { file }] of outputs.entries()) {
    const { keyAt, value } = entries[index]!
    const place = pick(value, 'csv', 'file')?.at ?? keyAt
    const first = places.get(file.toLowerCase())
    if (!first) places.set(file.toLowerCase(), place)
    else {
      checker.report({
        code: 'wrong-value', severity: 'error', place, message: 'two outputs write one file',
        trail: [{ place: first, text: 'the other one' }], hint: 'give each a file name of its own; case does not count',
      })
    }
  }
}

function readOutput(entry: Entry, main: Main, surroundings: Surroundings, checker: Checker): OutputPlan {
  const { key: name, value: node } = entry
  const around = { ...surroundings, output: name }
  const { sources, shape } = readSources(entry, main, around, checker)
  const { steps, shape: last } = readSteps(pick(node, 'steps'), shape, around, checker)
  const csv = pick(node, 'csv')
  const headers = textValue(checker, pick(csv, 'headers'))
  const about = textOf(pick(node, 'about'))
  const allow = pick(node, 'allow')
  const columns = entriesOf(pick(node, 'columns'))
  for (const { key, keyAt, value } of entriesOf(allow)) {
    if (textOf(value)?.trim() === '') problem(checker, 'missing-key', value.at, `no reason is given for column "${key}"`, 'write why it may leave in clear, and who agreed')
    if (!columns.some(column => column.key === key)) {
      unknownName(checker, 'unknown-field', keyAt, key, { what: 'column', where: `in output "${name}"`, known: columns.map(column => column.key) })
    }
  }
  const fileName = textOf(pick(csv, 'file')) ?? `${name}.csv`
  const file = `${textValue(checker, pick(csv, 'prefix')) ?? ''}${fileName}`
  if (file.includes('@')) {
    problem(checker, 'identity-in-name', (pick(csv, 'prefix') ?? csv ?? node).at, 'the file name looks like it holds an address', 'take it out of the prefix')
  }
  const [source, ...others] = sources
  const rows = others.length === 0 && source ? source.input : ''
  const setting = { ...around, rows, output: name, headers }
  const written = columns.flatMap(column =>
    readColumn(column, last, { ...setting, allow: textOf(pick(allow, column.key)) }, checker))
  checkHeaders(written, columns, headers, checker)
  return {
    name, ...about === undefined ? {} : { about }, sources, steps, expect: [], file, fileName,
    delimiter: textOf(pick(csv, 'delimiter')) ?? ',',
    newline: textOf(pick(csv, 'newline')) === 'lf' ? 'lf' : 'crlf',
    columns: written,
  }
}

/** A receiver that reads columns by name would take one of two for the other. */
function checkHeaders(columns: readonly ColumnPlan[], entries: readonly Entry[], profile: string | undefined, checker: Checker): void {
  const placeOf = (name: string): Place => {
    const { keyAt, value } = entries.find(({ key }) => key === name)!
    return ((profile === undefined ? undefined : pick(value, 'headers', profile)) ?? pick(value, 'header'))?.at ?? keyAt
  }
  for (const [index, { name, header }] of columns.entries()) {
    const first = columns.slice(0, index).find(one => one.header === header)
    if (!first) continue
    checker.report({
      code: 'wrong-value', severity: 'error', place: placeOf(name), message: `two columns are called "${header}" in the file`,
      trail: [{ place: placeOf(first.name), text: 'the other one' }], hint: 'give each a name of its own',
    })
  }
}

/** What the output says about a column from outside it. */
type Setting = Surroundings & {
  readonly output: string
  readonly headers: string | undefined
  readonly allow: string | undefined
}

function readColumn(
  { key: name, keyAt, value: node }: Entry, shape: Shape, setting: Setting, checker: Checker,
): ColumnPlan[] {
  if (isList(node)) return []
  const { output, headers, allow } = setting
  const fieldNode = isScalar(node) ? node : pick(node, 'field')
  const fieldName = textOf(fieldNode) ?? name
  const field = shape.get(fieldName)
  const place = fieldNode?.at ?? keyAt
  const withdrawn = withdrawnLines(checker.withdrawn, fieldName, output)
  if (!field) {
    const known = soundNames(shape)
    const among = { what: 'field', where: 'after the last step', known, ...undeclared(fieldName, setting) }
    unknownName(checker, 'unknown-field', place, fieldName, among, withdrawn)
    return []
  }
  // Checked even where the header profile leaves the column out: a later run may set another.
  const trail = [...field.trail, ...checker.changes.fields.get(fieldName) ?? [], ...withdrawn]
  if (allow === undefined && !field.broken) checkLeaving(name, { ...field, trail }, place, checker)
  const only = textOf(pick(node, 'only'))
  if (only !== undefined && only !== headers) return []
  const header = (headers === undefined ? undefined : textOf(pick(node, 'headers', headers))) ?? textOf(pick(node, 'header')) ?? name
  return [{ name, header, fieldName, field, ...(allow === undefined ? {} : { allow }) }]
}

function checkLeaving(column: string, field: Field, place: Place, checker: Checker): void {
  const trail = [...field.trail, { place, text: `column ${column} is written as it is` }]
  if (field.values?.some(isAddress)) {
    checker.report({
      code: 'identity-in-name', severity: 'error', place, trail,
      message: `column "${column}" has a fixed word that looks like an address`,
      hint: 'write another word for it in the rules, or allow the column by name with a reason',
    })
  }
  if (field.mark === 'sensitive' || field.mark === 'identity') {
    checker.report({
      code: 'personal-reaches-output', severity: 'error', place, trail,
      message: `column "${column}" still holds personal data (${field.mark})`,
      hint: `${field.chosen === field.mark ? 'take the field as it was read, before an expression or pattern made something of it, and hash, redact or ask that'
        : 'hash or redact the field before'}, or allow it by name with a reason: \`allow: { ${column}: … }\` beside \`columns\``,
    })
  } else if (!bounded(field)) {
    checker.report({
      code: 'open-text-output', severity: 'error', place, trail,
      message: `column "${column}" is text that nothing bounds, so anything could stand in it`,
      hint: 'give its input field a type such as time, date, integer or boolean, or `values: […]`; let an expression choose fixed words, such as '
        + '`$inside(sender) ? "in" : "out"`; or allow it by name with a reason',
    })
  }
}

const bounded = (field: Field): boolean =>
  field.mark === 'pseudonym' ? field.type === 'pseudonym' || field.type === 'event-id' : bounding.includes(field.type) || field.values !== undefined
