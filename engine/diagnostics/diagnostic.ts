// The one record for everything the engine has to say about a rule file, an input or a key.
import type { Code } from './codes.ts'

/** A point in a text file; line and column count from 1, columns in UTF-16 units as editors do. */
export type Position = { readonly line: number, readonly column: number }

/** From `start` up to, not including, `end`. */
export type Range = { readonly start: Position, readonly end: Position }

/** Where something stands. `file` is the path as the user gave it, or relative to the working directory. */
export type Place = { readonly file: string, readonly range: Range }

export type Severity = 'error' | 'warning'

/**
 * A finding. `message` says what is wrong, `hint` what to do, `trail` how it came about (one step a line, such as the
 * way of a field from input to output). None of them ever holds a value read from an input.
 */
export type Diagnostic = {
  readonly code: Code
  readonly severity: Severity
  readonly message: string
  readonly place?: Place
  /** The keys that lead to the spot in a rule file, such as `['steps', 'who', 'identify']`. */
  readonly path?: readonly string[]
  readonly hint?: string
  readonly trail?: readonly { readonly place?: Place, readonly text: string }[]
  readonly fix?: { readonly replace: string }
}

/** Takes one finding; the finder carries on. */
export type Report = (diagnostic: Diagnostic) => void

/**
 * Ends a run: the outside world (a file, a key, the command line) makes going on impossible.
 * `exit` 2: before the first record; 3: while reading or writing. Caught once, in the command line.
 */
export class Stop extends Error {
  readonly exit: 2 | 3
  readonly diagnostic: Diagnostic
  constructor(exit: 2 | 3, diagnostic: Omit<Diagnostic, 'severity'>) {
    super(diagnostic.code)
    this.exit = exit
    this.diagnostic = { severity: 'error', ...diagnostic }
  }
}
