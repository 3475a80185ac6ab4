// What verify says: one line per check, with the places, never a value.
import type { Code } from '../diagnostics/codes.ts'

/** Only a finding makes the delivery one that may not be handed on. */
export type Result = 'fine' | 'finding' | 'warning' | 'information'

/** Where something is, and what: `text` is for people, such as `an address, in Base64`. Lines and columns count from 1. */
export type Spot = {
  readonly file: string
  readonly line?: number
  /** The name of the column where the run record has it, else its number. */
  readonly column?: string
  readonly text?: string
  /** The line of the directory that has it. */
  readonly known?: string
  /** How many more there are like it. */
  readonly more?: number
}

export type Check = {
  /** What was checked, in a word. */
  readonly check: string
  readonly result: Result
  /** Of findings and warnings. */
  readonly code?: Code
  /** How often, or of how much where all is well. */
  readonly count: number
  readonly message: string
  readonly hint?: string
  readonly spots: readonly Spot[]
}

export const fine = (check: string, count: number, message: string): Check => ({ check, result: 'fine', count, message, spots: [] })

export const information = (check: string, count: number, message: string, spots: readonly Spot[] = []): Check =>
  ({ check, result: 'information', count, message, spots })

export const plural = (count: number, one: string, several = `${one}s`): string => `${grouped(count)} ${count === 1 ? one : several}`

/** Numbers as people read them: 1 234 567. */
export const grouped = (value: number): string => String(value).replace(/\B(?=(\d{3})+$)/g, ' ')

/** A list as people write it: `a, b and c`. */
export const enumerated = (words: readonly string[]): string =>
  words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} and ${words.at(-1)}`
