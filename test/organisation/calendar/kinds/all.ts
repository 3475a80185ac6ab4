// Every kind of meeting the generator knows, by name; tests and counts use the names.
import * as everydayKinds from './everyday.ts'
import type { Kind } from './kind.ts'
import * as notPeople from './not-people.ts'
import * as outside from './outside.ts'
import { repeated } from './repeated.ts'
import * as series from './series.ts'
import * as spelt from './spelt.ts'

export const kinds: Readonly<Record<string, Kind>> = {
  ...everydayKinds, ...series, ...outside, ...spelt, ...notPeople, repeated,
}

/** What people mostly do; the other kinds share what is left. */
export const everyday: readonly string[] = [
  'single', 'single', 'updated', 'daily', 'withExceptions', 'byDelegate', 'cancelled', 'ownAppointment',
]
