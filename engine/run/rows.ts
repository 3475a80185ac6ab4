// The plan as a chain of functions: each record becomes a row, passes the steps, and ends written, dropped or refused.
import type { Code } from '../diagnostics/codes.ts'
import type { Place } from '../diagnostics/diagnostic.ts'
import { compile, compileCondition } from '../expression/compile.ts'
import { ExpressionFailed } from '../expression/failed.ts'
import type { Scope } from '../expression/scope.ts'
import type { NonAscii, Profile } from '../hash/digest.ts'
import type { Cells } from '../inputs/records.ts'
import type { Directory } from '../people/directory.ts'
import type { OutputPlan, Plan, StepPlan } from '../plan/plan.ts'
import { sourceInputs } from '../plan/steps.ts'
import type { Account, Row } from '../spec/field.ts'
import type { Next, Remark, Step, Work } from '../spec/step.ts'
import { steps as stepTypes } from '../steps/index.ts'
import type { ReadField } from './binding.ts'
import { cellWriter } from './column.ts'
import { type Counts, type OutputStage, type Stage, addCounter, dropCounter } from './counts.ts'
import { columnFields, readBehind, readLater, slotsOf } from './fields.ts'
import { lift } from './lift.ts'
import { liveSteps } from './live.ts'
import { type Reader, nothingToRead, reader } from './reader.ts'
import { withLast } from './remember.ts'
import { type Table, settleTables } from './tables.ts'

/** What rows meet outside the plan. */
export type Environment = {
  readonly counts: Counts
  readonly directory: (lookup: string) => Directory
  readonly digest: (profile: Profile) => (text: string, nonAscii: NonAscii) => string | undefined
  readonly mac: (bytes: Uint8Array) => Buffer
  readonly write: (output: string) => (cells: readonly string[]) => void
  /** Keeps note of a refused row of the record in hand. */
  readonly refuse: (refusal: Refusal) => void
  /** Ends the run at the record in hand. */
  readonly stop: (code: Code, message: string, hint: string) => never
  readonly warn: (code: Code) => void
  readonly meet: (account: Account) => void
  /** Where the record in hand stands. */
  readonly place: () => Place
  /** Remembers the record in hand; what it gives makes that one the record in hand again. */
  readonly here: () => () => void
  readonly watch?: Watch
}

/** Looks on while rows pass, for those who show or count what steps do. `output` is undefined in the common steps. */
export type Watch = {
  enter(step: StepPlan, output: string | undefined, row: Row): void
  /** Each row that a step hands on, at once or at the end. */
  leave(step: StepPlan, output: string | undefined, row: Row): void
  drop(step: StepPlan, output: string | undefined, reason: string): void
  refuse(output: string | undefined, refusal: Refusal): void
  write(output: string, cells: readonly string[]): void
}

/** Why a row of the record in hand is refused. */
export type Refusal = { readonly code: Code, readonly step?: string, readonly field?: string }

/** Where the records of one input go. */
export type Source = {
  /** The fields of the file at hand; before its first record. */
  bind(fields: ReadonlyMap<string, ReadField>): void
  /** Takes one record through the plan. */
  record(cells: Cells): void
  /** Counts a record that cannot be read. */
  refused(): void
}

export type Rows = {
  /** By input, in the order they are to be read. */
  readonly sources: ReadonlyMap<string, Source>
  /** After the last record: hands on what steps hold, judges whole tables, and gives what the steps have to say. */
  end(): readonly Remark[]
}

/**
 * Compiles a plan once; `record` is then called for every record. A cell is read and judged when the first step needs
 * it: a row that is dropped before never meets its broken cells.
 */
export function compileRows(plan: Plan, environment: Environment): Rows {
  const { counts, watch } = environment
  const slots = slotsOf(plan)
  const slot = (field: string): number => slots.get(field)!
  const params = new Map([...plan.params].map(([name, { type, value }]) => [name, { type, ...(value === undefined ? {} : { value }) }]))
  const remarks: (() => Remark | undefined)[] = []
  /** What steps hold back is handed on in the order of the steps. */
  const ends: (() => void)[] = []
  const tables = new Map<string, Table>(plan.outputs.filter(isTable(plan)).map(output => [output.name, { output, rows: [] }]))

  const refuse = (stage: Stage, step: string | undefined, field: string | undefined, code: Code): void => {
    stage.quarantined++
    const refusal = { code, ...(step === undefined ? {} : { step }), ...(field === undefined ? {} : { field }) }
    environment.refuse(refusal)
    watch?.refuse(outputOf(stage), refusal)
  }
  const outputOf = (stage: Stage): string | undefined => [...counts.outputs].find(([, own]) => own === stage)?.[0]

  const watchedDrop = (step: StepPlan, stage: Stage): (reason: string) => void => {
    const count = dropCounter(stage, step.id)
    if (!watch) return count
    const output = outputOf(stage)
    return reason => {
      count(reason)
      watch.drop(step, output, reason)
    }
  }

  const workOf = (step: StepPlan, stage: Stage): Work => {
    const scope: Scope = { fields: step.before, params }
    return {
      id: step.id,
      slot,
      drop: watchedDrop(step, stage),
      field: name => step.before.get(name)!,
      expression: expression => compile(expression, scope, slot),
      condition: expression => compileCondition(expression, scope, slot),
      directory: environment.directory,
      digest: environment.digest,
      mac: environment.mac,
      here: environment.here,
      add: addCounter(stage, step.id),
      stop: environment.stop,
      warn: environment.warn,
      meet: environment.meet,
      atEnd: remark => { remarks.push(remark) },
    }
  }

  const runStep = (step: StepPlan, stage: Stage, behind: Next): Next => {
    const output = watch && outputOf(stage)
    const next: Next = watch ? row => { watch.leave(step, output, row); behind(row) } : behind
    const action = typeOf(step).run(step.options as never, workOf(step, stage))
    const made = 'rows' in action ? action.rows(next) : lift(action, step.before, slot, next)
    const take = typeof made === 'function' ? made : made.row
    if (typeof made !== 'function') ends.unshift(made.end)
    return row => {
      watch?.enter(step, output, row)
      try {
        take(row)
      } catch (error) {
        if (error instanceof ExpressionFailed) return refuse(stage, step.id, undefined, 'expression-failed')
        throw error
      }
    }
  }

  type Chain = { readonly from: Reader, readonly stage: Stage, readonly later: readonly string[], readonly end: (loaded: ReadonlySet<string>) => Next }
  const chain = (steps: readonly StepPlan[], loaded: ReadonlySet<string>, around: Chain): Next => {
    const { from, stage, later, end } = around
    const [step, ...rest] = steps
    if (!step) return end(loaded)
    const reads = typeOf(step).wholeRows ? readLater([step, ...rest], later) : step.reads
    const missing = reads.filter(name => from.fields.has(name) && !loaded.has(name))
    const now = new Set([...loaded, ...missing, ...step.writes])
    const next = chain(rest, now, around)
    return load(from, missing, stage, runStep(step, stage, next))
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
      for (const end of ends) end()
      const judged = settleTables(tables)
      for (const [name, { rows }] of tables) {
        const write = environment.write(name)
        for (const { cells } of rows) write(cells)
      }
      return [...remarks.flatMap(remark => remark() ?? []), ...judged]
    },
  }
}

const typeOf = (step: StepPlan): Step => stepTypes.find(one => one.name === step.type)!

/** Whether an output is judged as a whole, or another refers to it. */
const isTable = (plan: Plan) => ({ name, expect }: OutputPlan): boolean => expect.length > 0
  || plan.outputs.some(output => output.expect.some(rule => rule.rule === 'refers' && rule.to.output === name))

/** Each output gets a row of its own, since its steps change it. */
const fanOut = (outputs: readonly Next[]): Next => outputs.length === 1 ? outputs[0]!
  : row => { for (const output of outputs) output(row.slice()) }
