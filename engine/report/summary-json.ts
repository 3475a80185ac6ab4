// What a run did, for a machine.
import { type Stage, addedIn } from '../run/counts.ts'
import type { RunResult } from '../run/run.ts'

export function summaryJson({ plan, sample, leftOut, counts, inputs, outputs, warnings, quarantined, fingerprint }: RunResult, out: string): unknown {
  return {
    name: plan.name, out, sample,
    ...(fingerprint === undefined ? {} : { key: { fingerprint } }),
    inputs, outputs, ...(leftOut.length > 0 ? { leftOut } : {}),
    counts: {
      read: counts.read, quarantined, common: stageJson(counts.common),
      outputs: Object.fromEntries([...counts.outputs].map(([name, stage]) => [name, { ...(stage.read > 0 ? { read: stage.read } : {}), ...stageJson(stage), written: stage.written }])),
    },
    warnings,
  }
}

const stageJson = (stage: Stage): object => ({
  added: addedIn(stage), quarantined: stage.quarantined,
  dropped: Object.fromEntries([...stage.dropped].filter(([, reasons]) => reasons.size > 0).map(([step, reasons]) => [step, Object.fromEntries(reasons)])),
})
