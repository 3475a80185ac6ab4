// The text of a rule file with tests that expect what came, held against itself before anybody writes it.
import { checkRules } from '../check/rules.ts'
import { type Loaded, loadRules } from '../load/rules.ts'
import type { TestPlan } from '../plan/plan.ts'
import { type TestRun, runTest } from '../run/rule-test.ts'
import { type Edit, withEdits } from './edits.ts'
import { updateEdits } from './update.ts'

export type Failing = { readonly test: TestPlan, readonly run: TestRun }

/** `updated` are the titles of the tests that pass in the new text; the others stand in it as they were. */
export type Rewritten = { readonly text: string, readonly updated: ReadonlySet<string> }

export function rewritten(loaded: Loaded, failing: readonly Failing[]): Rewritten {
  const text = loaded.texts.get(loaded.file)!
  const edits = new Map(failing.map(({ test, run }) => [test.title, editsOf(loaded, test, run, text)]))
  const attempt = (titles: readonly string[]): string => withEdits(text, titles.flatMap(title => edits.get(title)!))
  const wanted = [...edits].filter(([, own]) => own.length > 0).map(([title]) => title)
  const passing = passingIn(loaded, attempt(wanted), wanted)
  if (passing.length === wanted.length) return { text: attempt(wanted), updated: new Set(wanted) }
  // One whose text cannot be changed so must not spoil the others.
  const alone = wanted.filter(title => passingIn(loaded, attempt([title]), [title]).length > 0)
  return { text: attempt(alone), updated: new Set(alone) }
}

function editsOf(loaded: Loaded, test: TestPlan, run: TestRun, text: string): readonly Edit[] {
  const entry = loaded.tests.find(({ key }) => key === test.title)!
  const edits = updateEdits(entry, test, run, text)
  return text.includes('\r\n') ? edits.map(edit => ({ ...edit, text: edit.text.replaceAll(/\r?\n/g, '\r\n') })) : edits
}

/** Those of the titles that pass when this is the text of the file; none where it has a mistake. */
export function passingIn(loaded: Loaded, text: string, titles: readonly string[]): readonly string[] {
  let sound = true
  const made = loadRules(loaded.file, path => path === loaded.file ? text : loaded.texts.get(path), finding => { if (finding.severity === 'error') sound = false })
  const checked = made && sound ? checkRules(made, new Map(), true) : undefined
  if (!checked || checked.diagnostics.some(({ severity }) => severity === 'error')) return []
  return checked.tests.filter(test => titles.includes(test.title) && runTest(made!, test).mismatches.length === 0).map(({ title }) => title)
}
