// Rule files for tests, and what came of them in a form that is read at a glance.
import type { Diagnostic } from '../../engine/diagnostics/diagnostic.ts'
import { toPlain } from '../../engine/load/plain.ts'
import { type Loaded, loadRules } from '../../engine/load/rules.ts'

export type Files = Readonly<Record<string, string>>

/** Loads the first of the files. */
export function load(files: Files): { readonly loaded: Loaded | undefined, readonly findings: readonly Diagnostic[] } {
  const findings: Diagnostic[] = []
  const read = (path: string): string | undefined => Object.hasOwn(files, path) ? files[path] : undefined
  const loaded = loadRules(Object.keys(files)[0]!, read, finding => { findings.push(finding) })
  return { loaded, findings }
}

/** The merged tree as plain values; findings are an error. */
export function merged(files: Files): unknown {
  const { loaded, findings } = load(files)
  if (!loaded || findings.length > 0) throw new Error(findings.map(show).join('\n'))
  return toPlain(loaded.merged)
}

/** `file:line:column code`, the places of the trail in brackets, and the suggestion. */
export function show({ place, code, trail = [], fix }: Diagnostic): string {
  const spot = (at: typeof place): string => at ? `${at.file}:${at.range.start.line}:${at.range.start.column}` : ''
  return [spot(place), code, ...trail.map(step => `(${spot(step.place)})`), ...fix ? [`→ ${fix.replace}`] : []].join(' ')
}
