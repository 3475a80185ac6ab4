// Outputs: what leaves. Every column must hold a pseudonym, or open data of a type that bounds it, or be allowed by name.
import type { Place } from '../diagnostics/diagnostic.ts'
import { entriesOf, isScalar, pick, textOf } from '../load/pick.ts'
import type { Entry, Tree } from '../load/tree.ts'
import type { ColumnPlan, OutputPlan } from '../plan/plan.ts'
import type { Field, FieldType, Shape } from '../spec/field.ts'
import { type Checker, problem, textValue, unknownName } from './checker.ts'
import { type Surroundings, readSteps } from './steps.ts'

/** Types whose values cannot hold free text; each cell is held against its type once more before it is written. */
const bounding: readonly FieldType[] = ['integer', 'boolean', 'time', 'date']

export function readOutputs(tree: Tree | undefined, shape: Shape, around: Surroundings, checker: Checker): readonly OutputPlan[] {
  return entriesOf(tree).map(entry => readOutput(entry, shape, around, checker))
}

function readOutput({ key: name, value: node }: Entry, shape: Shape, around: Surroundings, checker: Checker): OutputPlan {
  const { steps, shape: last } = readSteps(pick(node, 'steps'), shape, around, checker)
  const csv = pick(node, 'csv')
  const headers = textValue(checker, pick(csv, 'headers'))
  const allow = pick(node, 'allow')
  const columns = entriesOf(pick(node, 'columns'))
  for (const { key, keyAt } of entriesOf(allow)) {
    if (!columns.some(column => column.key === key)) {
      unknownName(checker, 'unknown-field', keyAt, `column of output "${name}"`, key, columns.map(column => column.key))
    }
  }
  const file = `${textValue(checker, pick(csv, 'prefix')) ?? ''}${textOf(pick(csv, 'file')) ?? `${name}.csv`}`
  if (file.includes('@')) {
    problem(checker, 'identity-in-name', (pick(csv, 'prefix') ?? csv ?? node).at, 'the file name looks like it holds an address', 'take it out of the prefix')
  }
  return {
    name, steps, file,
    delimiter: textOf(pick(csv, 'delimiter')) ?? ',',
    newline: textOf(pick(csv, 'newline')) === 'lf' ? 'lf' : 'crlf',
    columns: columns.flatMap(column => readColumn(column, last, headers, textOf(pick(allow, column.key)), checker)),
  }
}

function readColumn({ key: name, keyAt, value: node }: Entry, shape: Shape, headers: string | undefined, allow: string | undefined, checker: Checker): ColumnPlan[] {
  const fieldNode = isScalar(node) ? node : pick(node, 'field')
  const fieldName = textOf(fieldNode) ?? name
  const field = shape.get(fieldName)
  const place = fieldNode?.at ?? keyAt
  if (!field) {
    unknownName(checker, 'unknown-field', place, 'field after the last step', fieldName, [...shape.keys()])
    return []
  }
  // Checked even where the header profile leaves the column out: a later run may set another.
  if (allow === undefined && !field.broken) checkLeaving(name, field, place, checker)
  const only = textOf(pick(node, 'only'))
  if (only !== undefined && only !== headers) return []
  const header = (headers === undefined ? undefined : textOf(pick(node, 'headers', headers))) ?? textOf(pick(node, 'header')) ?? name
  return [{ name, header, fieldName, field, ...(allow === undefined ? {} : { allow }) }]
}

function checkLeaving(column: string, field: Field, place: Place, checker: Checker): void {
  const trail = [...field.trail, { place, text: `column ${column} is written as it is` }]
  if (field.mark === 'sensitive' || field.mark === 'identity') {
    checker.report({
      code: 'personal-reaches-output', severity: 'error', place, trail,
      message: `column "${column}" still holds personal data (${field.mark})`,
      hint: 'hash or redact the field before, or allow it by name with a reason: `allow: { ' + column + ': … }` beside `columns`',
    })
  } else if (!bounded(field)) {
    checker.report({
      code: 'open-text-output', severity: 'error', place, trail,
      message: `column "${column}" is text that nothing bounds, so anything could stand in it`,
      hint: 'give its input field a type such as time, date, integer or boolean, or `values: […]`, or allow it by name with a reason',
    })
  }
}

const bounded = (field: Field): boolean =>
  field.mark === 'pseudonym' ? field.type === 'pseudonym' : bounding.includes(field.type) || field.values !== undefined
