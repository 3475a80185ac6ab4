// The review: what a rule file lets out, as plain data. The page, the text and the comparison read this.
import type { ParamValue } from '../expression/scope.ts'
import type { FieldType, Mark } from '../spec/field.ts'
import type { Lineage } from './lineage.ts'

/** The form of the data; another one cannot be compared. */
export const reviewForm = 'np-pipeline review 1'

export type Review = {
  readonly form: typeof reviewForm
  readonly name: string
  readonly about: string
  readonly engine: string
  /** SHA-256 (hex) of the rules and values that are reviewed; rules-digest.ts says of what. */
  readonly digest: string
  readonly inputs: readonly InputReview[]
  readonly directories: readonly DirectoryReview[]
  readonly outputs: readonly OutputReview[]
  /** Steps that leave rows out, in their order. */
  readonly drops: readonly DropReview[]
  readonly hash: HashReview
  readonly params: readonly ParamReview[]
  /** How many refused records a delivery may have: `3`, or `1%`. */
  readonly quarantine: string
  readonly tests: readonly string[]
}

export type InputReview = {
  readonly name: string
  readonly about: string
  readonly optional: boolean
  readonly fields: readonly FieldReview[]
  /** What is known of exports of this kind, where it is one that is known. */
  readonly known?: KnownReview
}

export type KnownReview = {
  /** `a message tracking log`, and what that is for somebody who never saw one. */
  readonly of: string
  readonly plain: string
  /** Columns that exports of this kind have and that are not read. */
  readonly passedOver: readonly string[]
  /** What people ask for first; `fields` read one of its columns. */
  readonly topics: readonly TopicReview[]
}
export type TopicReview = {
  readonly what: string
  readonly columns: readonly string[]
  readonly fields: readonly string[]
}

export type FieldReview = Holding & {
  readonly name: string
  readonly columns: readonly string[]
  readonly fallbacks: readonly string[]
  readonly optional: boolean
  readonly mark: Mark
  /** `OUTPUT.COLUMN` of what it becomes, names of steps it decides in, and what it tells of accounts. */
  readonly becomes: readonly string[]
  readonly decides: readonly string[]
  readonly tells: readonly Told[]
}
export type Told = 'address' | 'spelling' | 'id' | 'kind' | 'remote'

/** What a cell can hold. */
export type Holding = {
  readonly type: FieldType
  readonly list: boolean
  readonly values?: readonly string[]
  readonly pattern?: string
}

export type DirectoryReview = {
  readonly name: string
  readonly input: string
  readonly domains: readonly string[]
  readonly cloudDomains: readonly string[]
  readonly address: readonly string[]
  readonly id: readonly string[]
  readonly remote: readonly PatternsReview[]
  readonly kinds: readonly KindReview[]
}
export type KindReview = {
  readonly kind: string
  readonly anywhere: boolean
  readonly tests: readonly PatternsReview[]
}
export type PatternsReview = { readonly field: string, readonly patterns: readonly string[] }

export type OutputReview = {
  readonly name: string
  readonly about: string
  /** The name of the file in this run, with its prefix. */
  readonly file: string
  /** The file in words, without what a run may set. */
  readonly csv: string
  readonly inputs: readonly string[]
  readonly columns: readonly ColumnReview[]
  readonly rules: readonly string[]
  readonly lineage: Lineage
}

export type ColumnReview = Holding & {
  readonly name: string
  readonly header: string
  readonly mark: Mark
  readonly origins: readonly Origin[]
  readonly steps: readonly StepReview[]
  /** Why it may leave; with `allow` it is an exception, for this reason. */
  readonly why: string
  readonly allow?: string
  /** Of a pseudonym: columns (`OUTPUT.COLUMN`) that are made of the same fields and leave in clear by exception. */
  readonly clear?: readonly string[]
}

/** A field that is read; `take` where it comes by way of an account of the directory. */
export type Origin = { readonly input: string, readonly fields: readonly string[], readonly take?: string }
export type StepReview = {
  readonly step: string
  readonly type: string
  readonly field: string
  readonly mark: Mark
  readonly text: string
  readonly code?: readonly string[]
}

export type DropReview = {
  readonly step: string
  readonly type: string
  /** The outputs whose rows it decides about. */
  readonly outputs: readonly string[]
  readonly text: string
  readonly when?: string
  readonly kinds?: readonly string[]
  readonly because?: string
  readonly origins: readonly Origin[]
}

export type HashReview = { readonly steps: readonly HashStepReview[] }

/** How text becomes bytes, where a step says so, and what becomes of letters beyond ASCII. */
export type HashStepReview = {
  readonly step: string
  readonly outputs: readonly string[]
  readonly profile?: string
  readonly nonAscii?: string
  readonly lower?: boolean
}

export type ParamReview = {
  readonly name: string
  readonly about: string
  readonly perRun: boolean
  readonly value?: ParamValue
}
