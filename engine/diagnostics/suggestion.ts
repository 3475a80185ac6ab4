// What to say of a name that nothing has.
import type { Diagnostic } from './diagnostic.ts'
import { nearest, onlyNearest } from './nearest.ts'

/** The hint for a name that nothing has: the nearest that something has, or all there are; `what` is what it names. */
export function suggestion(name: string, known: readonly string[], what: string): string {
  const near = nearest(name, known)
  if (near !== undefined) return `did you mean "${near}"?`
  return known.length > 0 ? `there is: ${known.join(', ')}` : `there is no ${what} at all`
}

/** The fix for such a name, where one name alone is the nearest; `spell` writes it as it must stand there. */
export function correction(name: string, known: readonly string[], spell = (near: string): string => near): Pick<Diagnostic, 'fix'> {
  const near = onlyNearest(name, known)
  return near === undefined ? {} : { fix: { replace: spell(near) } }
}
