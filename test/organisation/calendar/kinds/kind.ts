// A kind of meeting: it makes one, and all rows that the mailboxes hold of it.
import type { Entry } from '../row.ts'
import type { Setting } from '../setting.ts'

export type Kind = (setting: Setting) => readonly Entry[]
