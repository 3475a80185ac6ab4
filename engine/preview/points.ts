// The steps of a plan in the order rows meet them, with the fields that exist and matter behind each.
import type { OutputPlan, Plan, StepPlan } from '../plan/plan.ts'
import { allSteps } from '../plan/steps.ts'
import { columnFields, readBehind, readLater } from '../run/fields.ts'
import { liveSteps } from '../run/live.ts'
import type { Field, Shape } from '../spec/field.ts'

/** The place behind a step, or where records come in. */
export type Point = {
  readonly step?: StepPlan
  /** Undefined in the common steps. */
  readonly output: string | undefined
  /** Undefined behind the join of several sources. */
  readonly input: string | undefined
  /** False for a step whose result nobody reads: it does not run. */
  readonly live: boolean
  /** A field that the last step makes and no column writes is not among them: nothing is known of it then. */
  readonly shape: Shape
  /** Fields that steps up to here have made. */
  readonly made: ReadonlySet<string>
  /** The fields of the shape that were read or made up to here, or will be read. */
  readonly fields: readonly string[]
  /** Those that a later step or a column reads as they are here. */
  readonly wanted: ReadonlySet<string>
}

/** Points one after the other: the common ones, those of one source of an output, or those of an output. */
export type Stretch = {
  readonly output?: OutputPlan
  readonly input: string | undefined
  /** Where rows come in, then a point per step. */
  readonly points: readonly [Point, ...Point[]]
}

/** A step hands rows on only when the last one has come by. */
export const holdsRows = (plan: Plan): boolean => allSteps(plan).some(({ type }) => type === 'merge')

/** The stretches of a plan, in the order rows meet them. */
export function stretchesOf(plan: Plan): readonly Stretch[] {
  const live = new Set(liveSteps(plan))
  const later = plan.outputs.flatMap(output => output.sources.flatMap(({ input, steps }) => input === plan.from ? readBehind(steps, output) : []))
  const shapeOf = (input: string): Shape => new Map(plan.inputs.get(input)?.fields.map(({ name, field }) => [name, field]))
  const behindCommon = plan.outputs.flatMap(output => output.sources.some(({ input }) => input === plan.from) ? [shapeBefore(output, plan.from)] : [])
  const common = stretch({
    output: undefined, input: plan.from, steps: plan.steps, live, start: shapeOf(plan.from), end: joined(behindCommon), later, known: new Set(), made: new Set(),
  })
  const main = common.points.at(-1)!
  return [common, ...plan.outputs.flatMap(output => {
    const start = (input: string): Pick<Parts, 'start' | 'known' | 'made'> => input === plan.from
      ? { start: main.shape, known: new Set(main.fields), made: main.made } : { start: shapeOf(input), known: new Set(), made: new Set() }
    const parts = { output: output.name, later: columnFields(output) }
    const [first, ...others] = output.sources
    if (first && others.length === 0) {
      const { input } = first
      return [stretch({ ...parts, input, steps: [...first.steps, ...output.steps], end: columnShape(output), ...start(input) }, output)]
    }
    const sources = output.sources.map(({ input, steps }) => stretch({ ...parts, input, steps, end: shapeBefore(output), ...start(input), later: readBehind([], output) }, output))
    const ends = sources.map(({ points }) => points.at(-1)!)
    return [...sources, stretch({
      ...parts, input: undefined, steps: output.steps, start: shapeBefore(output), end: columnShape(output),
      known: new Set(ends.flatMap(({ fields }) => fields)), made: new Set(ends.flatMap(({ made }) => [...made])),
    }, output)]
  })]
}

type Parts = {
  readonly output: string | undefined
  readonly input: string | undefined
  readonly steps: readonly StepPlan[]
  /** All steps run where nothing is said. */
  readonly live?: ReadonlySet<StepPlan>
  readonly start: Shape
  readonly end: Shape
  /** Fields that are read behind these steps. */
  readonly later: readonly string[]
  readonly known: ReadonlySet<string>
  readonly made: ReadonlySet<string>
}

function stretch({ output, input, steps, live, start, end, later, known, made }: Parts, plan?: OutputPlan): Stretch {
  const point = (step: StepPlan | undefined, shape: Shape, seen: ReadonlySet<string>, own: ReadonlySet<string>): Point => {
    const wanted = new Set(readLater(steps.slice(step ? steps.indexOf(step) + 1 : 0).filter(one => !live || live.has(one)), later))
    return {
      ...step ? { step } : {}, output, input, live: !step || !live || live.has(step), shape, made: own, wanted,
      fields: [...shape.keys()].filter(name => seen.has(name) || wanted.has(name)),
    }
  }
  const seen = new Set(known)
  const own = new Set(made)
  const points = steps.map((step, index) => {
    const shape = steps[index + 1]?.before ?? behind(step, end)
    if (!live || live.has(step)) {
      for (const name of [...step.reads, ...step.writes]) seen.add(name)
      for (const name of step.writes) own.add(name)
    }
    return point(step, shape, new Set(seen), new Set(own))
  })
  return { ...plan ? { output: plan } : {}, input, points: [point(undefined, start, known, made), ...points] }
}

/** Behind a last step: its fields as they were, and those it made as far as somebody behind tells what they are. */
const behind = ({ before, writes }: StepPlan, end: Shape): Shape =>
  new Map([...before, ...end].filter(([name]) => end.has(name) || !writes.includes(name)).map(([name]): [string, Field] => [name, (end.get(name) ?? before.get(name))!]))

const columnShape = (output: OutputPlan): Shape => new Map(output.columns.map(({ fieldName, field }) => [fieldName, field]))

/** The fields that an output begins with, where it has steps to tell. */
const shapeBefore = (output: OutputPlan, input?: string): Shape =>
  [...output.sources.find(source => source.input === input)?.steps ?? [], ...output.steps][0]?.before ?? columnShape(output)

const joined = (shapes: readonly Shape[]): Shape => new Map(shapes.flatMap(shape => [...shape]))
