// What a run did, for a machine.
import { type Stage } from '../run/counts.ts'
import type { RunResult } from '../run/run.ts'

export function summaryJson({ plan, sample, counts, inputs, outputs, warnings, quarantined, fingerprint }: RunResult, out: string): unknown {
  return {
    name: plan.name, out, sample,
    ...(fingerprint === undefined ? {} : { key: { fingerprint } }),
    inputs, outputs,
    counts: {
      read: counts.read, quarantined, common: stageJson(counts.common),
      outputs: Object.fromEntries([...counts.outputs].map(([name, stage]) => [name, { ...stageJson(stage), written: stage.written }])),
    },
    warnings,
  }
}

const stageJson = ({ added, quarantined, dropped }: Stage): object => ({
  added, quarantined,
  dropped: Object.fromEntries([...dropped].filter(([, reasons]) => reasons.size > 0).map(([step, reasons]) => [step, Object.fromEntries(reasons)])),
})
