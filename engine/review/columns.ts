// One column: where it comes from, what is done to it, and why it may leave.
import type { ColumnPlan } from '../plan/plan.ts'
import { type FieldType, marks } from '../spec/field.ts'
import { steps as stepTypes } from '../steps/index.ts'
import { type Lineage, type LineageNode, reaching } from './lineage.ts'
import type { ColumnReview, Origin, StepReview } from './review.ts'

export function columnReview(column: ColumnPlan, lineage: Lineage): ColumnReview {
  const at = lineage.nodes.findIndex(node => node.kind === 'column' && node.column === column.name)
  const way = reaching([at], lineage.edges)
  const { field: { type, list, mark, values }, allow } = column
  return {
    name: column.name, header: column.header, type, list, mark, ...values ? { values } : {},
    origins: originsOf(way.map(one => lineage.nodes[one]!)),
    steps: way.flatMap(one => stepOf(lineage.nodes[one]!)),
    why: whyEnough(column, lineage, way),
    ...(allow === undefined ? {} : { allow }),
  }
}

export const originsOf = (nodes: readonly LineageNode[]): readonly Origin[] => nodes.flatMap((node): Origin[] =>
  node.kind === 'field' ? [{ input: node.input, fields: [node.field] }]
    : node.kind === 'account' ? [{ input: node.input, fields: node.fields, take: node.take }] : [])

const stepOf = (node: LineageNode): readonly StepReview[] => {
  if (node.kind !== 'step') return []
  const { kind: _, ...step } = node
  return [step]
}

/** What bounds a cell of each type that may be written in clear. */
const bounds: Readonly<Partial<Record<FieldType, string>>> = {
  'time': 'Every cell is a time or blank.', 'local-time': 'Every cell is a time or blank.',
  'date': 'Every cell is a date or blank.', 'integer': 'Every cell is a number or blank.',
  'number': 'Every cell is a number or blank.', 'boolean': 'Every cell is True, False or blank.',
  'recurrence': 'Every cell is a recurrence without texts, or blank.',
}

/** What such a cell tells all the same, where it comes from an input. */
const remains: Readonly<Partial<Record<FieldType, string>>> = {
  'time': 'It names nobody; who knows of the event may find its row by it.',
  'local-time': 'It names nobody; who knows of the event may find its row by it.',
  'date': 'It names nobody; a rare one may single somebody out.',
}

function whyEnough({ field, allow }: ColumnPlan, lineage: Lineage, way: readonly number[]): string {
  if (allow !== undefined) return 'Exception: it is written as it is.'
  const lowering = loweringStep(lineage, way)
  const isRead = way.some(at => lineage.nodes[at]!.kind === 'field')
  const reason = lowering ? stepTypes.find(({ name }) => name === lowering.type)!.privacy
    : isRead ? 'The rules declare that it points to nobody.' : 'It is made of nothing that is read.'
  if (field.mark === 'pseudonym') return reason
  const bound = field.values ? boundOfValues(field.values) : bounds[field.type]
  const remaining = isRead && !field.values ? remains[field.type] : undefined
  return [reason, bound, remaining].filter(part => part !== undefined).join(' ')
}

const boundOfValues = (values: readonly string[]): string => values.every(value => value === '')
  ? 'Every cell is blank.'
  : `Every cell is one of the ${values.length === 1 ? 'word' : `${values.length} words`} listed, or blank.`

/** The last step on the way that made what it read less private. */
function loweringStep({ nodes, edges }: Lineage, way: readonly number[]): (LineageNode & { kind: 'step' }) | undefined {
  return way.toReversed().map(at => ({ at, node: nodes[at]! })).flatMap(({ at, node }) => {
    const before = edges.filter(({ to }) => to === at).map(({ from }) => marks.indexOf(nodes[from]!.mark))
    return node.kind === 'step' && before.some(mark => mark > marks.indexOf(node.mark)) ? [node] : []
  })[0]
}
