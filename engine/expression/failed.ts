// The one way in which an expression ends without a value.

const reasons = {
  'wrong-type': 'an operator or function is given a value of a type it cannot work with',
  'no-number': 'a number is too large, or the result of a division by zero',
  'too-long': 'a text or list grows beyond the limit',
  'empty-match': 'a regular expression matches nothing at a place, which never ends',
  'not-one-value': 'the result is a list where one value is expected, or a list stands within a list',
} as const

export type Reason = keyof typeof reasons

/** An expression cannot be evaluated for a row. Holds no value of it. One object per reason: none is made per row. */
export class ExpressionFailed extends Error {
  readonly reason: Reason
  constructor(reason: Reason) {
    super(reasons[reason])
    this.reason = reason
  }
}

const failures = Object.fromEntries(
  Object.keys(reasons).map(reason => [reason, new ExpressionFailed(reason as Reason)]),
) as Record<Reason, ExpressionFailed>

export function fail(reason: Reason): never {
  throw failures[reason]
}
