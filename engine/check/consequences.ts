// One mistake, one finding: what only follows from another finding is left out.
import type { Diagnostic } from '../diagnostics/diagnostic.ts'
import { changedHere } from './changed.ts'

/** The findings of one rule file without consequences, each once. */
export function withoutConsequences(diagnostics: readonly Diagnostic[]): readonly Diagnostic[] {
  // A value of a wrong type is no name either.
  const wrong = new Set(diagnostics.filter(({ code }) => code === 'wrong-type').map(({ place }) => JSON.stringify(place)))
  const sound = diagnostics.filter(({ code, place }) => code === 'wrong-type' || !wrong.has(JSON.stringify(place)))
  return ofOneChange(together(sound)).map(one => one.fix && isRepeated(one, sound) ? withoutFix(one) : one)
}

/** One change of an overlay to a declaration of its base can make many lines of the base wrong: the first is told. */
function ofOneChange(diagnostics: readonly Diagnostic[]): readonly Diagnostic[] {
  const changeOf = ({ trail = [] }: Diagnostic): string | undefined => {
    const change = trail.find(({ text }) => text.endsWith(changedHere))
    return change && JSON.stringify(change)
  }
  return diagnostics.flatMap((one, index) => {
    const change = changeOf(one)
    if (change === undefined) return [one]
    if (diagnostics.findIndex(other => changeOf(other) === change) < index) return []
    const more = diagnostics.filter(other => changeOf(other) === change).length - 1
    const others = more === 1 ? 'is 1 more line' : `are ${more} more lines`
    const line = { text: `so ${others} of the base no longer right` }
    return [more === 0 ? one : { ...one, trail: [...one.trail ?? [], line] }]
  })
}

/** A name that is unknown in several places is hardly misspelt in each: rather it is where it was declared. */
const isRepeated = ({ code, message, place }: Diagnostic, all: readonly Diagnostic[]): boolean => all.some(other =>
  other.code === code && other.message === message && JSON.stringify(other.place) !== JSON.stringify(place))

function withoutFix({ fix: _, ...rest }: Diagnostic): Diagnostic {
  return rest
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
 * What is said of a file in which a part that others refer to is not what it seems: a line is lost, and it holds keys of
 * another section, so that most names of the file would be unknown. Undefined where all parts are.
 */
export function shaken(diagnostics: readonly Diagnostic[]): readonly Diagnostic[] | undefined {
  const seen = new Set<string>()
  const part = diagnostics.map(partOf).find(one => one !== undefined && (seen.has(one) || !seen.add(one)))
  const first = diagnostics.find(one => part !== undefined && partOf(one) === part)
  if (!first) return undefined
  const [section, name] = first.path!
  const finding: Diagnostic = {
    ...first, code: 'unknown-key', message: `"${name}" has not the keys of what stands under \`${section}\``,
    hint: 'is a line missing above it, with the name of another section, or does it stand in the wrong column?',
  }
  return diagnostics.flatMap(one => one === first ? [finding] : partOf(one) === part ? [] : [one])
}

/** The parameter, input or lookup that has no known key where one is written, or lacks one; misspelt ones are known. */
function partOf({ code, path = [], fix }: Diagnostic): string | undefined {
  const [section = '', name] = path
  const faulty = !fix && ['unknown-key', 'missing-key', 'wrong-type'].includes(code) && path.length <= 3
  return faulty && name !== undefined && ['params', 'inputs', 'lookups'].includes(section) ? `${section} ${name}` : undefined
}
