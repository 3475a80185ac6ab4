// Where the rows of an output come from: the pipeline's own input, others, or several.
import { entriesOf, isMap, pick, textOf } from '../load/pick.ts'
import type { Entry, Tree } from '../load/tree.ts'
import type { InputPlan, SourcePlan } from '../plan/plan.ts'
import { type Field, type Shape, chosenBy, highest } from '../spec/field.ts'
import { type Checker, problem, unknownName } from './checker.ts'
import type { Surroundings } from './flow.ts'
import { readSteps } from './steps.ts'

/** The pipeline around an output: its own input, and the fields behind the common steps. */
export type Main = { readonly from: string, readonly shape: Shape }

/** The fields of an input as they are read. */
export const entering = (input: InputPlan | undefined): Shape => new Map(input?.fields.map(({ name, field }) => [name, field]))

/** The sources of an output, and the fields that all of them have. Without `from`, the pipeline's own input. */
export function readSources({ value: node }: Entry, main: Main, around: Surroundings, checker: Checker): { sources: readonly SourcePlan[], shape: Shape } {
  const from = pick(node, 'from')
  if (!from) return { sources: [{ input: main.from, steps: [] }], shape: main.shape }
  const written: readonly { readonly name: string, readonly at: Tree['at'], readonly steps?: Tree | undefined }[] = isMap(from)
    ? from.entries.map(({ key, keyAt, value }) => ({ name: key, at: keyAt, steps: pick(value, 'steps') }))
    : [{ name: textOf(from) ?? '', at: from.at }]
  const read = written.flatMap(({ name, at, steps: tree }) => {
    if (!around.inputs.has(name)) {
      unknownName(checker, 'unknown-input', at, name, { what: 'input', known: [...around.inputs.keys()] })
      return []
    }
    const first = name === main.from ? main.shape : entering(around.inputs.get(name))
    const { steps, shape } = readSteps(tree, first, { ...around, rows: name }, checker)
    return [{ source: { input: name, steps }, shape }]
  })
  checkNames([...written.flatMap(({ steps }) => entriesOf(steps)), ...entriesOf(pick(node, 'steps'))], checker)
  const [first, ...others] = read.map(({ shape }) => shape)
  return { sources: read.map(({ source }) => source), shape: others.reduce(inBoth, first ?? main.shape) }
}

/** Rows are counted by the name of the step. */
function checkNames(steps: readonly Entry[], checker: Checker): void {
  const seen = new Set<string>()
  for (const { key, keyAt } of steps) {
    if (seen.has(key)) problem(checker, 'duplicate-key', keyAt, `two steps of this output are called "${key}"`, 'give each a name of its own')
    seen.add(key)
  }
}

/** A field that is of different types, or missing, is none behind the join: what it held would depend on the row. */
function inBoth(one: Shape, other: Shape): Shape {
  return new Map([...one].flatMap(([name, field]): [string, Field][] => {
    const twin = other.get(name)
    if (!twin || twin === field) return twin ? [[name, field]] : []
    if (field.type !== twin.type || field.list !== twin.list) return []
    const mark = highest(field.mark, twin.mark)
    const { values: _, broken: __, knownIn: ___, ...rest } = field.mark === mark ? field : twin
    const values = valuesOfBoth(field, twin)
    return [[name, {
      ...rest, mark, ...chosenBy(field.chosen, twin.chosen), ...values ? { values } : {},
      ...field.broken || twin.broken ? { broken: true as const } : {},
      ...field.knownIn !== undefined && field.knownIn === twin.knownIn ? { knownIn: field.knownIn } : {},
    }]]
  }))
}

/** Of a pseudonym they are the words beside it, and none where there are no words; of other types nothing said is anything. */
const valuesOfBoth = ({ type, values }: Field, { values: others }: Field): readonly string[] | undefined =>
  type === 'pseudonym' ? values || others ? [...new Set([...values ?? [], ...others ?? []])] : undefined
    : values && others && [...new Set([...values, ...others])]
