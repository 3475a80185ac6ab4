// The plan as a chain of functions: each record becomes a row, passes the steps, and ends written, dropped or refused.
import type { OutputPlan, Plan, StepPlan } from '../plan/plan.ts'
import { sourceInputs } from '../plan/steps.ts'
import type { Row } from '../spec/field.ts'
import type { Next } from '../spec/step.ts'
import { cellWriter } from './column.ts'
import type { OutputStage, Stage } from './counts.ts'
import type { Environment, Rows, Source } from './environment.ts'
import { columnFields, readBehind, readLater, slotsOf } from './fields.ts'
import { liveSteps } from './live.ts'
import { type Reader, nothingToRead, reader } from './reader.ts'
import { withLast } from './remember.ts'
import { stepActions, typeOf } from './step-actions.ts'
import { type Table, settleTables } from './tables.ts'

/**
 * Compiles a plan once; `record` is then called for every record. A cell is read and judged when the first step needs
 * it: a row that is dropped before never meets its broken cells.
 */
export function compileRows(plan: Plan, environment: Environment): Rows {
  const { counts, watch } = environment
  const slots = slotsOf(plan)
  const slot = (field: string): number => slots.get(field)!
  const tables = new Map<string, Table>(plan.outputs.filter(isTable(plan)).map(output => [output.name, { output, rows: [] }]))

  const actions = stepActions(plan, environment, slot)
  const { refuse } = actions

  type Chain = { readonly from: Reader, readonly stage: Stage, readonly later: readonly string[], readonly end: (loaded: ReadonlySet<string>) => Next }
  const chain = (steps: readonly StepPlan[], loaded: ReadonlySet<string>, around: Chain): Next => {
    const { from, stage, later, end } = around
    const [step, ...rest] = steps
    if (!step) return end(loaded)
    const reads = typeOf(step).wholeRows ? readLater([step, ...rest], later) : step.reads
    const missing = reads.filter(name => from.fields.has(name) && !loaded.has(name))
    const now = new Set([...loaded, ...missing, ...step.writes])
    const next = chain(rest, now, around)
    return load(from, missing, stage, actions.run(step, stage, next))
  }

  const load = (from: Reader, names: readonly string[], stage: Stage, next: Next): Next =>
    from.load(names, slot, (field, code) => { refuse(stage, undefined, field, code) }, next)

  const finish = (output: OutputPlan, stage: OutputStage, from: Reader) => (loaded: ReadonlySet<string>): Next => {
    const columns = output.columns.map(column => ({ ...column, slot: slot(column.fieldName), text: withLast(cellWriter(column)) }))
    const missing = [...new Set(columnFields(output))].filter(name => from.fields.has(name) && !loaded.has(name))
    const table = tables.get(output.name)
    const write = table ? (cells: readonly string[]) => { table.rows.push({ cells: [...cells], place: environment.place() }) } : environment.write(output.name)
    const texts: string[] = columns.map(() => '')
    return load(from, missing, stage, row => {
      for (let index = 0; index < columns.length; index++) {
        const column = columns[index]!
        const text = column.text(row[column.slot]!)
        if (text === undefined) return refuse(stage, output.name, column.fieldName, 'bad-output-cell')
        texts[index] = text
      }
      write(texts)
      watch?.write(output.name, texts)
      stage.written++
    })
  }

  const joins = new Map<string, Next>()
  /** The steps behind all sources of an output; built once, since `unique` and the like must see the rows of all. */
  const joined = (output: OutputPlan, stage: OutputStage): Next => {
    const known = joins.get(output.name)
    if (known) return known
    const next = chain(output.steps, new Set(), { from: nothingToRead, stage, later: columnFields(output), end: finish(output, stage, nothingToRead) })
    joins.set(output.name, next)
    return next
  }

  const branches = (from: Reader, input: string, loaded: ReadonlySet<string>): Next => fanOut(plan.outputs.flatMap(output => {
    const stage = counts.outputs.get(output.name)!
    return output.sources.filter(source => source.input === input).map(({ steps }) => {
      if (output.sources.length === 1) {
        return chain([...steps, ...output.steps], loaded, { from, stage, later: columnFields(output), end: finish(output, stage, from) })
      }
      // Behind the join nothing is read any more: whatever is wanted there is read before.
      const next = joined(output, stage)
      const later = readLater(output.steps, columnFields(output))
      return chain(steps, loaded, { from, stage, later, end: now => load(from, later.filter(name => from.fields.has(name) && !now.has(name)), stage, next) })
    })
  }))

  const sourceOf = (input: string): Source => {
    const from = reader(plan.inputs.get(input)?.fields.map(field => field.name) ?? [])
    const isMain = input === plan.from
    const own = isMain ? [] : plan.outputs.filter(output => output.sources.some(source => source.input === input)).map(output => counts.outputs.get(output.name)!)
    const first = !isMain ? branches(from, input, new Set()) : chain(liveSteps(plan), new Set(), {
      from, stage: counts.common, end: loaded => branches(from, input, loaded),
      later: plan.outputs.flatMap(output => output.sources.filter(source => source.input === input).flatMap(source => readBehind(source.steps, output))),
    })
    // One row serves all records: nobody keeps a row beyond the call that hands it on.
    const row: Row = Array.from({ length: slots.size }, () => '')
    const count = (): void => {
      if (isMain) counts.read++
      for (const stage of own) stage.read++
    }
    return {
      bind: from.bind,
      record(cells) {
        count()
        from.take(cells)
        first(row.fill(''))
      },
      refused() {
        count()
        if (isMain) counts.common.quarantined++
        for (const stage of own) stage.quarantined++
      },
    }
  }

  return {
    sources: new Map(sourceInputs(plan).map(input => [input, sourceOf(input)])),
    end() {
      actions.end()
      const judged = settleTables(tables)
      for (const [name, { rows }] of tables) {
        const write = environment.write(name)
        for (const { cells } of rows) write(cells)
      }
      return [...actions.remarks(), ...judged]
    },
  }
}

/** Whether an output is judged as a whole, or another refers to it. */
const isTable = (plan: Plan) => ({ name, expect }: OutputPlan): boolean => expect.length > 0
  || plan.outputs.some(output => output.expect.some(rule => rule.rule === 'refers' && rule.to.output === name))

/** Each output gets a row of its own, since its steps change it. */
const fanOut = (outputs: readonly Next[]): Next => outputs.length === 1 ? outputs[0]!
  : row => { for (const output of outputs) output(row.slice()) }
