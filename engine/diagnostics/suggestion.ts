// What to say of a name that nothing has.
import { nearest } from './nearest.ts'

/** The hint for a name that nothing has: the nearest that something has, or all there are; `what` is what it names. */
export function suggestion(name: string, known: readonly string[], what: string): string {
  const near = nearest(name, known)
  if (near !== undefined) return `did you mean "${near}"?`
  return known.length > 0 ? `there is: ${known.join(', ')}` : `there is no ${what} at all`
}
