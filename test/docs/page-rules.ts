// The YAML of a page as rule files.
import { existsSync, readFileSync } from 'node:fs'
import { dirname, join, normalize } from 'node:path'
import { type Checked, checkRules } from '../../engine/check/rules.ts'
import type { Diagnostic } from '../../engine/diagnostics/diagnostic.ts'
import { type Loaded, loadRules } from '../../engine/load/rules.ts'
import type { Block } from './blocks.ts'

/**
 * A block of YAML is one of these, by its info string and first line:
 *
 * | block | is |
 * |---|---|
 * | first line `# NAME.yaml` | a whole file of that name |
 * | `yaml part FILE` | keys that stand in place of the same keys of that file, whose tests are left out |
 * | `yaml change FILE` | an overlay of that file, without `version` and `extends` |
 *
 * `gives CODE` behind it says that the check must report just that. A file that no block is stands on the disk.
 */
export type Example = { readonly line: number, readonly file: string, readonly gives?: string }

export type PageRules = {
  readonly examples: readonly Example[]
  readonly check: (file: string) => { readonly loaded: Loaded, readonly checked: Checked, readonly findings: readonly Diagnostic[] }
}

export function pageRules(blocks: readonly Block[]): PageRules {
  const files = new Map<string, string>()
  const readText = (path: string): string | undefined =>
    files.get(normalize(path)) ?? (existsSync(path) ? readFileSync(path, 'utf8') : undefined)
  const examples = blocks.filter(({ info }) => info.startsWith('yaml')).map(({ info, text, line }): Example => {
    const [, kind, base = '', , gives] = info.split(' ')
    const name = /^# (\S+\.yaml)$/m.exec(text.split('\n')[0]!)?.[1]
    const file = name ?? join(dirname(base), `line-${line}.yaml`)
    if (name !== undefined) files.set(normalize(name), text)
    else if (kind === 'part') files.set(file, withKeys(readText(base)!, text))
    else if (kind === 'change') files.set(file, `version: 1\nextends: ./${base.slice(base.lastIndexOf('/') + 1)}\n${text}`)
    else throw new Error(`line ${line}: a block of YAML says in its first line, or behind \`yaml\`, what it is`)
    return { line, file, ...(gives === undefined ? {} : { gives }) }
  })
  return {
    examples,
    check(file) {
      const findings: Diagnostic[] = []
      const loaded = loadRules(file, readText, finding => { findings.push(finding) })
      if (!loaded) throw new Error(`${file} cannot be read: ${findings.map(one => one.message).join('; ')}`)
      const checked = checkRules(loaded, new Map(), true)
      // A page shows how a thing is declared; that nothing in the excerpt uses it is no mistake.
      return { loaded, checked, findings: [...findings, ...checked.diagnostics.filter(({ code }) => !code.startsWith('unused-'))] }
    },
  }
}

/** The file with these keys in place of its own of the same names; others are added. */
function withKeys(file: string, keys: string): string {
  const parts = (text: string): readonly string[] => text.split(/^(?=[a-z])/m)
  const nameOf = (part: string): string => part.slice(0, part.indexOf(':'))
  const replaced = ['tests', ...parts(keys).map(nameOf)]
  return [...parts(file).filter(part => !replaced.includes(nameOf(part))), keys].join('')
}
