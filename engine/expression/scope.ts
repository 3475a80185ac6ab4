// What an expression may refer to.
import type { Shape } from '../spec/field.ts'

/** The value of a parameter, as `$params.name` gives it. */
export type ParamValue = string | number | boolean | readonly string[]

export type Scope = {
  readonly fields: Shape
  /** Types and values of the parameters; while checking a value may be unknown, its type never is. */
  readonly params: ReadonlyMap<string, {
    readonly type: 'text' | 'list' | 'integer' | 'boolean' | 'date'
    readonly value?: ParamValue
    /** The only values it can have. */
    readonly values?: readonly string[]
  }>
  /** All kinds that an account can have, where that is known. */
  readonly kinds?: readonly string[]
}

/** A mistake in an expression; offsets into its source, in UTF-16 units. */
export type Problem = {
  readonly code: 'expression-syntax' | 'expression-not-allowed' | 'unknown-field' | 'unknown-function' | 'wrong-argument' | 'unknown-param' | 'bad-pattern' | 'unknown-value' | 'unknown-kind'
  /** The expression can run all the same. */
  readonly severity?: 'warning'
  readonly offset: number
  readonly length: number
  readonly message: string
  readonly hint?: string
  /** What should stand there instead, where there is one answer. */
  readonly fix?: { readonly replace: string }
}

/** The fields worth naming in a hint. A broken one may not be what it was meant to be; but where all are, it is all. */
export function namesIn({ fields }: Pick<Scope, 'fields'>): readonly string[] {
  const sound = [...fields].flatMap(([name, { broken }]) => broken ? [] : [name])
  return sound.length > 0 ? sound : [...fields.keys()]
}
