// What has changed between two reviews, in terms of what leaves.
import { type Change, effects } from './change.ts'
import { outputChanges } from './changes-outputs.ts'
import { fieldChanges } from './changes-fields.ts'
import { kindChanges } from './changes-kinds.ts'
import { dropChanges } from './changes-rows.ts'
import { settingChanges } from './changes-settings.ts'
import type { Review } from './review.ts'

/** All changes, those that matter most first. Equal digests mean that there is none that decides anything. */
export function changesBetween(before: Review, now: Review): readonly Change[] {
  const found = [outputChanges, dropChanges, kindChanges, fieldChanges, settingChanges]
    .flatMap(find => find(before, now))
  const all = before.digest !== now.digest && found.length === 0 ? [unnamed] : joined(found)
  return effects.flatMap(effect => all.filter(change => change.effect === effect))
}

/** What is said of several places is said once. */
function joined(changes: readonly Change[]): readonly Change[] {
  const places = new Map<string, Change>()
  for (const change of changes) {
    const key = `${change.effect}: ${change.text}`
    const earlier = places.get(key)
    places.set(key, earlier ? { ...change, where: `${earlier.where}, ${change.where}` } : change)
  }
  return [...places.values()]
}

/** More leaves than before, or may. */
export const grows = (changes: readonly Change[]): boolean =>
  changes.some(({ effect }) => effect === 'more' || effect === 'unsure')

/** The digest differs, and this comparison has no words for it: nothing is passed over in silence. */
const unnamed: Change = {
  effect: 'unsure', where: 'rules',
  text: 'The rules differ in something that shows neither in columns nor in rows left out: compare the rule files.',
}
