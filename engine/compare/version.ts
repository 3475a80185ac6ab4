// What is compared, and what comes of it for privacy.
import type { Place } from '../diagnostics/diagnostic.ts'
import type { Tree } from '../load/tree.ts'
import type { Plan } from '../plan/plan.ts'

/** `more` leaves than before, `less`, or it is `other` than before and data must tell. */
export type Effect = { readonly effect: 'more' | 'less' | 'other', readonly text: string, readonly place?: Place }

/** A rule file as it is planned and written. */
export type Version = { readonly plan: Plan, readonly merged: Tree }
