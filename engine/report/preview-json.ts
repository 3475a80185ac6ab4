// A preview for a machine.
import type { Preview, ShownPoint, ShownRow } from '../preview/preview.ts'

/** Stretches and their steps in order; `at` is the output, left out for common steps. Values are masked as in the text. */
export function previewJson({ plan, read, stretches, stopped }: Preview, sample: boolean): unknown {
  return {
    name: plan.name, sample,
    read: Object.fromEntries(read),
    steps: stretches.flatMap(({ points }) => points.map(pointJson)),
    outputs: Object.fromEntries(stretches.flatMap(({ output }) => output
      ? [[output.plan.name, { file: output.plan.file, rows: output.written, shown: output.rows.map(rowJson) }]] : [])),
    refused: stretches.flatMap(({ refused, stretch }) => refused.map(one => ({ ...stretch.output ? { output: stretch.output.name } : {}, ...one }))),
    ...stopped ? { stopped: { code: stopped.diagnostic.code } } : {},
  }
}

function pointJson({ point, rows, tally, entering, gone }: ShownPoint): unknown {
  const { step, output, input, live } = point
  return {
    ...step ? { step: step.id, type: step.type } : { input },
    ...output === undefined ? {} : { output },
    ...tally && live ? {
      in: tally.entered, out: tally.left,
      ...tally.dropped.size > 0 ? { dropped: Object.fromEntries(tally.dropped) } : {}, ...tally.refused.rows > 0 ? { refused: tally.refused } : {},
    } : {},
    ...live ? {} : { leftOut: true },
    ...entering.length > 0 ? { before: entering.map(rowJson) } : {},
    rows: rows.map(rowJson),
    ...gone.length > 0 ? { gone: gone.map(rowJson) } : {},
  }
}

const rowJson = ({ record, label, cells, before, reason }: ShownRow): unknown => ({
  record, row: label, cells: Object.fromEntries(cells),
  ...before.size > 0 ? { changed: Object.fromEntries(before) } : {}, ...reason === undefined ? {} : { reason },
})
