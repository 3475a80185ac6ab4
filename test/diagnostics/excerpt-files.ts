// The rule files around an excerpt of a code, and what check says of them.
import { checkRules } from '../../engine/check/rules.ts'
import type { Diagnostic } from '../../engine/diagnostics/diagnostic.ts'
import { company, mails } from '../../engine/diagnostics/codes/surroundings.ts'
import type { TestPlan } from '../../engine/plan/plan.ts'
import { type Loaded, loadRules } from '../../engine/load/rules.ts'

/** The text of each top-level section of a rule file, by its key, in order. */
const sectionsOf = (text: string): ReadonlyMap<string, string> =>
  new Map(text.split(/^(?=[a-z])/m).map(section => [section.slice(0, section.indexOf(':')), section]))

const textOf = (sections: ReadonlyMap<string, string>): string => [...sections.values()].join('')

/** `top.yaml` is the file the excerpt makes: an overlay of `mails.yaml`, or `mails.yaml` with its sections changed. */
export function excerptFiles(excerpt: string): ReadonlyMap<string, string> {
  const changed = sectionsOf(excerpt)
  if (changed.has('extends')) return new Map([['top.yaml', `version: 1\n${excerpt}`], ['mails.yaml', mails], ['company.yaml', company]])
  const pipeline = new Map(sectionsOf(mails))
  // Steps of other inputs would read fields that are not there.
  if (changed.has('inputs')) pipeline.delete('steps')
  for (const [key, text] of changed) pipeline.set(key, text)
  const library = new Map([...sectionsOf(company)].filter(([key]) => key === 'params' || !changed.has(key)))
  if (changed.has('inputs') && !changed.has('lookups')) library.delete('lookups')
  return new Map([['top.yaml', textOf(pipeline)], ['company.yaml', textOf(library)]])
}

export type CheckedExcerpt = {
  readonly loaded: Loaded | undefined
  readonly tests: readonly TestPlan[]
  readonly findings: readonly Diagnostic[]
}

export function checkExcerpt(excerpt: string): CheckedExcerpt {
  const files = excerptFiles(excerpt)
  const findings: Diagnostic[] = []
  const loaded = loadRules('top.yaml', path => files.get(path), diagnostic => { findings.push(diagnostic) })
  const checked = loaded && checkRules(loaded, new Map(), true)
  return { loaded, tests: checked?.tests ?? [], findings: [...findings, ...checked?.diagnostics ?? []] }
}
