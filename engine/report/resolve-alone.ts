// What the check would say of a resolved file that stands beside the one it was made of.
import { dirname, join } from 'node:path'
import { checkRules } from '../check/rules.ts'
import type { Code } from '../diagnostics/codes.ts'
import type { Diagnostic } from '../diagnostics/diagnostic.ts'
import { type Loaded, loadRules } from '../load/rules.ts'

/**
 * The codes of the errors; none is the rule. Libraries may have kinds of account that no step names, other files may not: an
 * overlay that turns off the step that named them gives such a file (`unknown-kind`).
 */
export function codesOfAlone({ file }: Loaded, text: string): readonly Code[] {
  const diagnostics: Diagnostic[] = []
  const alone = join(dirname(file), 'resolved.yaml')
  const loaded = loadRules(alone, path => path === alone ? text : undefined, one => { diagnostics.push(one) })
  const all = [...diagnostics, ...loaded ? checkRules(loaded, new Map(), true).diagnostics : []]
  return [...new Set(all.filter(({ severity }) => severity === 'error').map(({ code }) => code))]
}
