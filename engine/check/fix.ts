// Fixes written into a rule file: by ranges of its text, so that comments and layout stay.
import type { Diagnostic } from '../diagnostics/diagnostic.ts'
import { offsetsOf } from '../diagnostics/offsets.ts'
import { readDocument } from '../load/document.ts'

/**
 * The text of a file with the fixes of its findings. A file that is not YAML stays as it is; so does a spot for which
 * two findings have different answers, and one whose fix would leave the file without sense.
 */
export function fixed(text: string, file: string, findings: readonly Diagnostic[]): string {
  if (findings.some(({ code }) => code === 'yaml-syntax')) return text
  const edits = [...new Map(findings.flatMap(({ place, fix }) => {
    const { from, to } = place ? offsetsOf(text, place.range) : { from: 0, to: 0 }
    return fix && to > from ? [[`${from} ${fix.replace}`, { from, to, replace: fix.replace }] as const] : []
  })).values()]
  const alone = edits.filter(edit => edits.every(other => other === edit || other.to <= edit.from || edit.to <= other.from))
  // From the end on, so that the places of the others stay what they are.
  return alone.toSorted((one, other) => other.from - one.from).reduce((changed, { from, to, replace }) => {
    const next = changed.slice(0, from) + inQuotes(changed.slice(from, to), replace) + changed.slice(to)
    return isYaml(next, file) ? next : changed
  }, text)
}

/** A name that is written in quotes stays so. */
function inQuotes(written: string, replace: string): string {
  const quote = written[0]
  const quoted = written.length > 1 && (quote === '"' || quote === "'") && written.endsWith(quote)
  return quoted && /^[\w .-]*$/.test(replace) ? `${quote}${replace}${quote}` : replace
}

function isYaml(text: string, file: string): boolean {
  let sound = true
  const tree = readDocument(text, file, ({ code }) => { if (code === 'yaml-syntax') sound = false })
  return sound && tree !== undefined
}
