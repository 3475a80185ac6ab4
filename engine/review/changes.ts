// What has changed between two reviews, in terms of what leaves.
import { fieldChanges } from './changes-fields.ts'
import { columnChanges } from './changes-columns.ts'
import { dropChanges, kindChanges } from './changes-rows.ts'
import { settingChanges } from './changes-settings.ts'
import { type Change, effects } from './change.ts'
import type { Review } from './review.ts'

/** All changes, those that matter most first. Equal digests mean that there is none that decides anything. */
export function changesBetween(before: Review, now: Review): readonly Change[] {
  const found = [
    ...columnChanges(before, now), ...dropChanges(before, now), ...kindChanges(before, now), ...fieldChanges(before, now), ...settingChanges(before, now),
  ]
  const all = before.digest !== now.digest && found.length === 0 ? [unnamed] : found
  return effects.flatMap(effect => all.filter(change => change.effect === effect))
}

/** More leaves than before, or may. */
export const grows = (changes: readonly Change[]): boolean => changes.some(({ effect }) => effect === 'more' || effect === 'unsure')

/** The digest differs, and this comparison has no words for it: nothing is passed over in silence. */
const unnamed: Change = { effect: 'unsure', where: 'rules', text: 'The rules differ in something that shows neither in columns nor in rows left out: compare the rule files.' }
