// One mistake, one finding: what only follows from another finding is left out.
import type { Diagnostic } from '../diagnostics/diagnostic.ts'

/** The findings of one rule file without consequences, each once. */
export function withoutConsequences(diagnostics: readonly Diagnostic[]): readonly Diagnostic[] {
  // A value of a wrong type is no name either.
  const wrong = new Set(diagnostics.filter(({ code }) => code === 'wrong-type').map(({ place }) => JSON.stringify(place)))
  const sound = diagnostics.filter(({ code, place }) => code === 'wrong-type' || !wrong.has(JSON.stringify(place)))
  return together(sound)
}

/**
 * A library included by two files, or a base and its overlay, would report its own mistakes twice; and a name that many
 * tests have, and the rules no more, is one mistake.
 */
function together(diagnostics: readonly Diagnostic[]): readonly Diagnostic[] {
  const first = new Map<string, { readonly finding: Diagnostic, readonly places: Set<string> }>()
  for (const finding of diagnostics) {
    const { code, place, message, path } = finding
    const ofTest = code === 'bad-test' || path?.[0] === 'tests'
    const key = JSON.stringify([code, ofTest ? place?.file : place, message])
    const known = first.get(key)
    if (known) known.places.add(JSON.stringify(place))
    else first.set(key, { finding, places: new Set([JSON.stringify(place)]) })
  }
  return [...first.values()].map(({ finding, places: { size } }) => size === 1 ? finding
    : { ...finding, trail: [...finding.trail ?? [], { text: `so in ${size - 1} more ${size === 2 ? 'place' : 'places'} of the tests` }] })
}

/**
 * Whether a part that others refer to is not what it seems: a line is lost, and it holds keys of another. Most names of
 * the file would then be unknown.
 */
export function isShaken(diagnostics: readonly Diagnostic[]): boolean {
  const faults = new Map<string, number>()
  for (const { code, path = [], fix } of diagnostics) {
    const [section = '', name = ''] = path
    if (fix || !['unknown-key', 'missing-key', 'wrong-type'].includes(code) || !['params', 'inputs', 'lookups'].includes(section)) continue
    const count = (faults.get(`${section} ${name}`) ?? 0) + 1
    if (count > 1) return true
    faults.set(`${section} ${name}`, count)
  }
  return false
}
