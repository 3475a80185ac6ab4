// A comparison of two rule files as JSON.
import type { Place } from '../diagnostics/diagnostic.ts'
import type { Comparison } from '../compare/compare.ts'
import type { Lone } from '../compare/rows.ts'
import { wordsFor } from './diff-words.ts'

/** Places are `FILE:LINE`; of rows of data those of their records. */
export function diffJson({ before, after, effects, changes, data }: Comparison, differs: boolean): unknown {
  return {
    before: before.file, after: after.file, differs,
    privacy: effects.map(({ effect, text, place }) => ({ effect, text, ...place ? { at: spot(place) } : {} })),
    rules: changes.flatMap(change => wordsFor(change).map(({ text, places }) =>
      ({ path: `/${change.path.join('/')}`, change: change.change, text, at: [...new Set(places.map(spot))] }))),
    data: 'reason' in data ? { compared: false, reason: data.reason } : {
      compared: true, sample: data.both.sample, borrowed: data.both.borrowed,
      outputs: data.difference.outputs.map(({ output, rows: [one, other], onlyBefore, onlyAfter, changedRows, columns }) => ({
        output, rows: { before: one ?? null, after: other ?? null },
        onlyBefore: loneJson(onlyBefore), onlyAfter: loneJson(onlyAfter), changedRows, columns,
      })),
      steps: data.difference.steps.map(({ step, dropped: [one, other] }) => ({ step, dropped: { before: one ?? null, after: other ?? null } })),
      refused: { before: Object.fromEntries(data.observed[0].refused), after: Object.fromEntries(data.observed[1].refused) },
    },
  }
}

const loneJson = ({ places, droppedBy }: Lone): unknown => ({ rows: places.length, places, droppedBy: Object.fromEntries(droppedBy) })

const spot = ({ file, range }: Place): string => `${file}:${range.start.line}`
