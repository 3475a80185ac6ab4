// From a loaded rule file to its review, with what stands in the way.
import { type Settings, readParams } from '../check/params.ts'
import { checkRules } from '../check/rules.ts'
import { type Diagnostic, Stop } from '../diagnostics/diagnostic.ts'
import { engine } from '../engine.ts'
import { pick } from '../load/pick.ts'
import type { Loaded } from '../load/rules.ts'
import { allSteps } from '../plan/steps.ts'
import { checkSettings } from '../run/prepare.ts'
import { rulesDigest } from '../run/rules-digest.ts'
import { reviewOf } from './of-plan.ts'
import type { Review } from './review.ts'

export type Reviewed = { readonly review?: Review, readonly diagnostics: readonly Diagnostic[] }

/**
 * The review of a pipeline with the values of `settings`; none where the diagnostics have errors. Values of samples
 * do not count. Stops (2) for a library, for settings that name nothing, and where rules cannot be read without a
 * value.
 */
export function reviewRules(loaded: Loaded, settings: ReadonlyMap<string, string>): Reviewed {
  const params = readParams(pick(loaded.merged, 'params'), new Map(), true, () => {})
  checkSettings(params, { settings, today: day })
  const { plan: complete, diagnostics } = checkRules(loaded, settings, true)
  if (hasErrors(diagnostics)) return { diagnostics }
  if (!complete) throw library(loaded.file)
  const { plan, tests, diagnostics: lacking } = checkRules(loaded, settings, false, day)
  // A step that lacks a value is none, and what it protects would look as if nothing did.
  if (!plan || allSteps(plan).length < allSteps(complete).length || hasErrors(lacking)) {
    throw missingValue(loaded, settings)
  }
  const identity = { digest: rulesDigest(loaded, settings, engine.version), engine: engine.version }
  return { review: reviewOf(plan, tests, identity), diagnostics }
}

/** `today` stays the word: the day is that of each run. */
const day = 'today'

const hasErrors = (diagnostics: readonly Diagnostic[]): boolean =>
  diagnostics.some(({ severity }) => severity === 'error')

const library = (file: string): Stop => new Stop(2, {
  code: 'usage', message: `${file} is a library; nothing leaves by it`, hint: 'review a rule file that includes it',
})

function missingValue({ merged }: Loaded, settings: Settings): Stop {
  const params = [...readParams(pick(merged, 'params'), settings, false, () => {}).values()]
  const names = params.filter(({ value }) => value === undefined).map(({ name }) => name)
  return new Stop(2, {
    code: 'missing-param', message: `the rules cannot be read without a value of ${names.join(', ')}`,
    hint: `write --set ${names[0]}=…`,
  })
}
