// What the rules of a customer must say so that the base reads this customer's exports, each with its reason.
import type { ParamValue } from '../expression/scope.ts'

/** A value, and why it stands in the file: a comment. */
export type Reasoned<Value> = { readonly value: Value, readonly why?: string }

export type InputChanges = {
  readonly encoding?: Reasoned<string>
  readonly zone?: Reasoned<string>
  readonly dates?: Reasoned<string>
  /** The column of a field that the export names otherwise. */
  readonly fields: ReadonlyMap<string, Reasoned<string>>
}

export type Changes = {
  readonly params: ReadonlyMap<string, Reasoned<ParamValue>>
  readonly inputs: ReadonlyMap<string, InputChanges>
}

/** Nothing to say of an input. */
export const isEmpty = ({ encoding, zone, dates, fields }: InputChanges): boolean => !encoding && !zone && !dates && fields.size === 0
