// The plan as a chain of functions: each record becomes a row, passes the steps, and ends written, dropped or refused.
import type { Code } from '../diagnostics/codes.ts'
import { compile, compileCondition } from '../expression/compile.ts'
import { ExpressionFailed } from '../expression/failed.ts'
import type { Scope } from '../expression/scope.ts'
import type { NonAscii, Profile } from '../hash/digest.ts'
import type { Cells } from '../inputs/records.ts'
import type { Directory } from '../people/directory.ts'
import type { OutputPlan, Plan, StepPlan } from '../plan/plan.ts'
import type { Account, Cell, Row } from '../spec/field.ts'
import type { Next, Remark, Step, Work } from '../spec/step.ts'
import { steps as stepTypes } from '../steps/index.ts'
import type { ReadField } from './binding.ts'
import { isRefused } from './cells.ts'
import { cellWriter } from './column.ts'
import { type Counts, type OutputStage, type Stage, dropCounter } from './counts.ts'
import { columnFields, readLater, slotsOf } from './fields.ts'
import { lift } from './lift.ts'
import { liveSteps } from './live.ts'
import { withLast } from './remember.ts'

/** What rows meet outside the plan. */
export type Environment = {
  readonly counts: Counts
  readonly directory: (lookup: string) => Directory
  readonly digest: (profile: Profile) => (text: string, nonAscii: NonAscii) => string | undefined
  readonly write: (output: string) => (cells: readonly string[]) => void
  /** Keeps note of a refused row of the record in hand. */
  readonly refuse: (refusal: { readonly code: Code, readonly step?: string, readonly field?: string }) => void
  /** Ends the run at the record in hand. */
  readonly stop: (code: Code, message: string, hint: string) => never
  readonly warn: (code: Code) => void
  readonly meet: (account: Account) => void
}

export type Rows = {
  /** The fields of the file at hand; before its first record. */
  bind(fields: ReadonlyMap<string, ReadField>): void
  /** Takes one record through the plan. */
  record(cells: Cells): void
  /** What the steps have to say after the last record. */
  end(): readonly Remark[]
}

/**
 * Compiles a plan once; `record` is then called for every record. A cell is read and judged when the first step needs
 * it: a row that is dropped before never meets its broken cells.
 */
export function compileRows(plan: Plan, environment: Environment): Rows {
  const { counts } = environment
  const slots = slotsOf(plan)
  const slot = (field: string): number => slots.get(field)!
  const inputFields = new Set(plan.inputs.get(plan.from)?.fields.map(field => field.name))
  const params = new Map([...plan.params].map(([name, { type, value }]) => [name, { type, ...(value === undefined ? {} : { value }) }]))
  // One row serves all records: nobody keeps a row beyond the call that hands it on.
  const row: Row = Array.from({ length: slots.size }, () => '')

  let cells: Cells
  let serial = 0
  let bound: ReadonlyMap<string, ReadField> = new Map()
  const remarks: (() => Remark | undefined)[] = []

  // Reads fields of the record in hand into the row; several rows of one record read it once.
  const load = (names: readonly string[], stage: Stage, next: Next): Next => {
    if (names.length === 0) return next
    const loads = names.map(name => ({ name, slot: slot(name), serial: -1, cell: '' as Cell }))
    return row => {
      for (const one of loads) {
        if (one.serial !== serial) {
          const cell = bound.get(one.name)!(cells)
          if (isRefused(cell)) return refuse(stage, undefined, one.name, cell.refused)
          one.cell = cell
          one.serial = serial
        }
        row[one.slot] = one.cell
      }
      next(row)
    }
  }

  const chain = (steps: readonly StepPlan[], loaded: ReadonlySet<string>, stage: Stage, end: (loaded: ReadonlySet<string>) => Next, later: readonly string[]): Next => {
    const [step, ...rest] = steps
    if (!step) return end(loaded)
    const reads = typeOf(step).wholeRows ? readLater([step, ...rest], later) : step.reads
    const missing = reads.filter(name => inputFields.has(name) && !loaded.has(name))
    const now = new Set([...loaded, ...missing, ...step.writes])
    return load(missing, stage, runStep(step, stage, chain(rest, now, stage, end, later)))
  }

  const runStep = (step: StepPlan, stage: Stage, next: Next): Next => {
    const action = typeOf(step).run(step.options as never, workOf(step, stage))
    const inner = 'rows' in action ? action.rows(next) : lift(action, step.before, slot, next)
    return row => {
      try {
        inner(row)
      } catch (error) {
        if (error instanceof ExpressionFailed) return refuse(stage, step.id, undefined, 'expression-failed')
        throw error
      }
    }
  }

  const refuse = (stage: Stage, step: string | undefined, field: string | undefined, code: Code): void => {
    stage.quarantined++
    environment.refuse({ code, ...(step === undefined ? {} : { step }), ...(field === undefined ? {} : { field }) })
  }

  const workOf = (step: StepPlan, stage: Stage): Work => {
    const scope: Scope = { fields: step.before, params }
    return {
      id: step.id,
      slot,
      drop: dropCounter(stage, step.id),
      field: name => step.before.get(name)!,
      expression: expression => compile(expression, scope, slot),
      condition: expression => compileCondition(expression, scope, slot),
      directory: environment.directory,
      digest: environment.digest,
      add: rows => { stage.added += rows },
      stop: environment.stop,
      warn: environment.warn,
      meet: environment.meet,
      atEnd: remark => { remarks.push(remark) },
    }
  }

  const finish = (output: OutputPlan, stage: OutputStage) => (loaded: ReadonlySet<string>): Next => {
    const columns = output.columns.map(column => ({ ...column, slot: slot(column.fieldName), text: withLast(cellWriter(column)) }))
    const missing = [...new Set(columns.map(column => column.fieldName))].filter(name => inputFields.has(name) && !loaded.has(name))
    const write = environment.write(output.name)
    const texts: string[] = columns.map(() => '')
    return load(missing, stage, row => {
      for (let index = 0; index < columns.length; index++) {
        const column = columns[index]!
        const text = column.text(row[column.slot]!)
        if (text === undefined) return refuse(stage, output.name, column.fieldName, 'bad-output-cell')
        texts[index] = text
      }
      write(texts)
      stage.written++
    })
  }

  const first = chain(liveSteps(plan), new Set(), counts.common, loaded => fanOut(plan.outputs.map(output => {
    const stage = counts.outputs.get(output.name)!
    return chain(output.steps, loaded, stage, finish(output, stage), columnFields(output))
  })), plan.outputs.flatMap(output => readLater(output.steps, columnFields(output))))
  return {
    bind(fields) { bound = fields },
    record(record) {
      cells = record
      serial++
      counts.read++
      first(row.fill(''))
    },
    end: () => remarks.flatMap(remark => remark() ?? []),
  }
}

const typeOf = (step: StepPlan): Step => stepTypes.find(one => one.name === step.type)!

/** Each output gets a row of its own, since its steps change it. */
const fanOut = (outputs: readonly Next[]): Next => outputs.length === 1 ? outputs[0]!
  : row => { for (const output of outputs) output(row.slice()) }
