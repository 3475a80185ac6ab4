// What every command does first: read the rule files it was given.
import { readFileSync } from 'node:fs'
import { Stop, type Diagnostic } from '../diagnostics/diagnostic.ts'
import { toText } from '../diagnostics/text.ts'
import { shownPath } from '../inputs/shown-path.ts'
import { type Loaded, loadRules } from '../load/rules.ts'
import type { Documents } from '../load/sources.ts'
import type { World } from './command.ts'

export type Read = {
  readonly file: string
  readonly loaded: Loaded | undefined
  readonly diagnostics: readonly Diagnostic[]
  readonly texts: Map<string, string>
}

/**
 * Reads a rule file with all it includes and extends. Stops when the file itself cannot be read, and at once when it is
 * not named as one: an export in its place would be shown, line by line, as what is wrong in it.
 */
export function readRules(file: string, documents?: Documents): Read {
  if (!/\.ya?ml$/i.test(file)) throw noRules(file)
  const diagnostics: Diagnostic[] = []
  const texts = new Map<string, string>()
  const readText = (path: string): string | undefined => {
    try {
      const text = readFileSync(path, 'utf8')
      texts.set(path, text)
      return text
    } catch {
      return undefined
    }
  }
  if (readText(file) === undefined) {
    throw new Stop(2, { code: 'unreadable-file', message: `${file} cannot be read`, hint: 'check the path of the rule file' })
  }
  const loaded = loadRules(file, readText, diagnostic => { diagnostics.push(diagnostic) }, documents)
  return { file, loaded, diagnostics, texts }
}

const noRules = (file: string): Stop => new Stop(2, {
  code: 'bad-path', message: `${shownPath(file)} is no rule file: they end in .yaml`,
  hint: 'name the rule file, and give an export with --input NAME=FILE',
})

/** Prints findings with their code frames; true when there is an error among them. */
export function printFindings(diagnostics: readonly Diagnostic[], texts: ReadonlyMap<string, string>, world: World): boolean {
  if (diagnostics.length > 0) world.err(toText(diagnostics, file => texts.get(file), { color: world.colors && world.terminal }))
  if (diagnostics.length > 0 && world.terminal) world.err(`\n${moreAbout(diagnostics[0]!.code)}\n`)
  return diagnostics.some(one => one.severity === 'error')
}

/** Where the codes are explained; said once, and to people only. */
const moreAbout = (code: string): string => `np-pipeline help ${code} says more, with an example; so for every code`
