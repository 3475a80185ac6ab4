// What rows meet outside the plan, and what is made of a plan to take them.
import type { Code } from '../diagnostics/codes.ts'
import type { Place } from '../diagnostics/diagnostic.ts'
import type { NonAscii, Profile } from '../hash/digest.ts'
import type { Cells } from '../inputs/records.ts'
import type { Directory } from '../people/directory.ts'
import type { StepPlan } from '../plan/plan.ts'
import type { Account, Row } from '../spec/field.ts'
import type { Remark } from '../spec/step.ts'
import type { ReadField } from './binding.ts'
import type { Counts } from './counts.ts'

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
