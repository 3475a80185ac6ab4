// The plan: a checked rule file as plain data. Everything that shows or runs rules reads this, never the YAML.
import type { Place } from '../diagnostics/diagnostic.ts'
import type { ParamValue } from '../expression/scope.ts'
import type { Cell, Field } from '../spec/field.ts'

export type ParamType = 'text' | 'list' | 'integer' | 'boolean' | 'date'

export type ParamPlan = {
  readonly name: string
  readonly type: ParamType
  readonly about?: string
  readonly values?: readonly string[]
  /** Any run may give it another value: it is no part of what is approved. */
  readonly perRun?: true
  readonly value?: ParamValue
  /** The value of a run over the samples. */
  readonly sample?: ParamValue
}

/** One field of an input: which columns it is read from, and what it holds. */
export type FieldPlan = {
  readonly name: string
  /** Names of the one column, in its spellings; the first that the file has is read. */
  readonly from: readonly string[]
  /** Columns to fall back on, in order, where the cell is blank. */
  readonly or: readonly string[]
  readonly optional: boolean
  /** What every cell that is not blank must match, whole; another refuses its record. */
  readonly pattern?: string
  readonly field: Field
}

export type InputPlan = {
  readonly name: string
  /** Patterns, relative to `base`. */
  readonly files: readonly string[]
  readonly base: string
  readonly about?: string
  /** The files come with the rules, for trying them out. */
  readonly sample: boolean
  readonly optional: boolean
  readonly encoding?: string
  /** The time zone of times that carry none, and the pattern of times that are not ISO. */
  readonly zone?: string
  readonly dates?: string
  readonly fields: readonly FieldPlan[]
}

/** A list of patterns that one field is held against; any that matches is enough. */
export type KindTest = { readonly field: string, readonly patterns: readonly (string | number)[] }
export type KindRule = { readonly kind: string, readonly anywhere?: boolean, readonly tests: readonly KindTest[] }

export type LookupPlan = {
  readonly name: string
  readonly from: string
  readonly domains: readonly string[]
  readonly cloudDomains: readonly string[]
  readonly address: readonly string[]
  readonly also: readonly string[]
  readonly id: readonly string[]
  readonly remote: readonly KindTest[]
  readonly kinds: readonly KindRule[]
}

export type StepPlan = {
  readonly id: string
  readonly type: string
  readonly options: Readonly<Record<string, unknown>>
  /** Fields it reads, and fields that are new or other after it. */
  readonly reads: readonly string[]
  readonly writes: readonly string[]
  /** The fields before the step, and after it. */
  readonly before: ReadonlyMap<string, Field>
  readonly after: ReadonlyMap<string, Field>
  readonly place: Place
}

export type ColumnPlan = {
  readonly name: string
  readonly header: string
  readonly fieldName: string
  readonly field: Field
  /** Why the column may stand in clear, where it is personal or unbounded. */
  readonly allow?: string
}

/** Where rows of an output come from: the pipeline's own input, after the common steps, or another input. */
export type SourcePlan = {
  readonly input: string
  /** The steps that bring its records into the fields that all sources share. */
  readonly steps: readonly StepPlan[]
}

/** What must hold for a table as a whole; columns by name, with `OUTPUT.COLUMN` for one of another output. */
export type TableRule =
  | { readonly rule: 'unique', readonly column: string, readonly place: Place }
  | { readonly rule: 'refers', readonly column: string, readonly to: { readonly output: string, readonly column: string }, readonly otherwise: Otherwise, readonly place: Place }
  | { readonly rule: 'acyclic', readonly id: string, readonly parent: string, readonly otherwise: Otherwise, readonly place: Place }

/** What becomes of cells against a rule: nothing is delivered, they become blank and are counted, or they are counted only. */
export type Otherwise = 'stop' | 'blank' | 'warn'

export type OutputPlan = {
  readonly name: string
  readonly about?: string
  readonly sources: readonly SourcePlan[]
  /** Steps of the rows of all sources. */
  readonly steps: readonly StepPlan[]
  readonly expect: readonly TableRule[]
  readonly file: string
  /** The same without the prefix that a run may set. */
  readonly fileName: string
  readonly delimiter: string
  readonly newline: 'crlf' | 'lf'
  readonly columns: readonly ColumnPlan[]
}

/** A record that a test gives, by field; texts as an export has them. */
export type TestRow = { readonly cells: ReadonlyMap<string, Cell>, readonly place: Place }

/** A row that a test expects, by column; columns that do not stand there are not compared. */
export type ExpectedRow = { readonly cells: ReadonlyMap<string, ExpectedCell>, readonly place: Place }
export type ExpectedCell = ExpectedValue | { readonly list: readonly ExpectedValue[] }
/** `{ hash: text }` stands for a pseudonym. */
export type ExpectedValue = { readonly value: string } | { readonly hash: string }

export type TestPlan = {
  readonly title: string
  readonly place: Place
  readonly params: ReadonlyMap<string, ParamValue>
  /** The directory; without it the test runs as a run does `--without` it. */
  readonly people?: readonly TestRow[]
  /** Records by input. */
  readonly given: ReadonlyMap<string, readonly TestRow[]>
  /** Rows by output. */
  readonly expect: ReadonlyMap<string, readonly ExpectedRow[]>
  readonly dropped?: ReadonlyMap<string, number>
  readonly quarantined?: number
}

export type Plan = {
  readonly name: string
  readonly about: string
  readonly params: ReadonlyMap<string, ParamPlan>
  readonly inputs: ReadonlyMap<string, InputPlan>
  readonly lookups: ReadonlyMap<string, LookupPlan>
  readonly from: string
  readonly steps: readonly StepPlan[]
  readonly outputs: readonly OutputPlan[]
  readonly quarantineLimit: Limit
}

/** How many refused records a delivery may have: a number, or a share of the records read. */
export type Limit = { readonly records: number } | { readonly share: number }
