// What is told of one record: data for the texts and the JSON of `explain`. Every value in it may be shown.
import type { Code } from '../diagnostics/codes.ts'
import type { Head } from '../preview/look.ts'
import type { Reason } from './condition.ts'

export type Explained = {
  readonly record: Head
  /** Its fields as they are read. */
  readonly fields: readonly Shown[]
  readonly stories: readonly Story[]
}

/** A field, column or parameter with its value. */
export type Shown = { readonly name: string, readonly value: string }

export type Story = StepStory | WrittenStory | RefusedStory

/**
 * `next` has several entries where the step made several rows of one. A row that is held went on nowhere as far as was read; one
 * that stops would end a run.
 */
export type StepStory = {
  readonly kind: 'step'
  readonly step: string
  readonly type: string
  /** Left out for common steps. */
  readonly output?: string
  readonly verdict: 'goes on' | 'dropped' | 'refused' | 'held' | 'stops'
  /** Why it is dropped, in the words of the rules; or the code. */
  readonly because?: string
  readonly details: readonly Detail[]
  readonly next: readonly { readonly label: string, readonly details: readonly Detail[], readonly stories: readonly Story[] }[]
}

export type Detail =
  /** A condition, or what `field` is set to. */
  | { readonly kind: 'reason', readonly field?: string, readonly reason: Reason }
  | { readonly kind: 'field', readonly field: string, readonly before?: string, readonly after?: string, readonly because?: string, readonly decides?: true }
  | { readonly kind: 'note', readonly text: string }

export type WrittenStory = {
  readonly kind: 'written'
  readonly output: string
  readonly file: string
  /** `judged`: what the cell became when the table was judged as a whole. */
  readonly columns: readonly (Shown & { readonly judged?: string })[]
}

export type RefusedStory = { readonly kind: 'refused', readonly output?: string, readonly code: Code, readonly field?: string, readonly about: string }
