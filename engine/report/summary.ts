// What a run did, for a person: where every row went.
import type { OutputPlan, StepPlan } from '../plan/plan.ts'
import { type Stage, droppedIn } from '../run/counts.ts'
import type { RunResult } from '../run/run.ts'
import { warningLines } from './warnings.ts'

/** Numbers with thin groups, as people read them: 1 234 567. The same in every locale. */
export const grouped = (value: number): string => String(value).replace(/\B(?=(\d{3})+$)/g, ' ')

/** The summary as lines of text, with a line end. `out` is the folder as the user named it. */
export function summaryText(result: RunResult, out: string, seconds: number): string {
  const { plan, counts, inputs, quarantined } = result
  const files = inputs.filter(input => input.name === plan.from)
  const lines = [
    `${plan.name}: ${plural(counts.read, 'record')} in ${plural(files.length, 'file')} of ${plan.from}${entriesText(result)}, ${seconds.toFixed(1)} s`,
    ...result.sample ? [`  These are the samples that come with the rules${result.sampleKey ? ', hashed with a published key' : ''}: for a look, not for delivery.`] : [],
    ...plan.outputs.flatMap(output => outputLines(output, result, out)),
    ...warningLines(result.warnings, '  '),
    ...quarantined > 0 ? [`  refused records: ${out}.quarantine/${plan.name}.jsonl`] : [],
    `  run record: ${out}/${plan.name}.run.json${result.fingerprint === undefined ? '' : `, key fingerprint ${result.fingerprint}`}`,
  ]
  return `${lines.join('\n')}\n`
}

function entriesText({ plan, inputs }: RunResult): string {
  const others = [...new Set(inputs.map(input => input.name))].filter(name => name !== plan.from)
  return others.map(name => `, ${plural(inputs.filter(input => input.name === name).reduce((sum, input) => sum + input.records, 0), 'account')} in ${name}`).join('')
}

function outputLines(output: OutputPlan, result: RunResult, out: string): readonly string[] {
  const { counts, plan, outputs } = result
  const own = counts.outputs.get(output.name)!
  const written = outputs[plan.outputs.indexOf(output)]!
  const name = plan.outputs.length > 1 ? ` (${output.name})` : ''
  const width = Math.max(...[counts.read, own.written, counts.common.added].map(value => grouped(value).length)) + 1
  const line = (sign: string, value: number, text: string): string => `  ${`${sign}${grouped(value)}`.padStart(width)}  ${text}`
  return [
    line('', counts.read, `${counts.read === 1 ? 'record' : 'records'} read${name}`),
    ...stageLines(plan.steps, counts.common, line),
    ...stageLines(output.steps, own, line),
    line('=', own.written, `${own.written === 1 ? 'row' : 'rows'} in ${out}/${written.file} (${sizeText(written.bytes)})`),
  ]
}

function stageLines(steps: readonly StepPlan[], stage: Stage, line: (sign: string, value: number, text: string) => string): readonly string[] {
  const wide = Math.max(0, ...steps.map(step => step.id.length))
  return [
    ...steps.flatMap(({ id, type }) => {
      const count = droppedIn(stage, id)
      const added = type === 'explode' && stage.added > 0 ? [line('+', stage.added, `${id.padEnd(wide)}  more rows: one per member`)] : []
      return count === 0 ? added : [...added, line('-', count, `${id.padEnd(wide)}  ${reasonsText(stage.dropped.get(id)!, count)}`)]
    }),
    ...stage.quarantined > 0 ? [line('-', stage.quarantined, 'refused for a broken shape')] : [],
  ]
}

/** `not a person: recipient is room 2, sender is service 1`: what the reasons share stands once. */
function reasonsText(reasons: ReadonlyMap<string, number>, total: number): string {
  const all = [...reasons].toSorted(([one, more], [other, fewer]) => fewer - more || (one < other ? -1 : 1))
  if (all.length === 1 && all[0]![1] === total) return all[0]![0]
  const shared = all[0]![0].split(': ')[0]!
  return all.every(([reason]) => reason.startsWith(`${shared}: `))
    ? `${shared}: ${all.map(([reason, count]) => `${reason.slice(shared.length + 2)} ${grouped(count)}`).join(', ')}`
    : all.map(([reason, count]) => `${reason} ${grouped(count)}`).join(', ')
}

const plural = (count: number, word: string): string => `${grouped(count)} ${word}${count === 1 ? '' : 's'}`

const sizeText = (bytes: number): string =>
  bytes < 1000 ? `${bytes} bytes` : bytes < 1e6 ? `${(bytes / 1e3).toFixed(1)} kB` : bytes < 1e9 ? `${(bytes / 1e6).toFixed(1)} MB` : `${(bytes / 1e9).toFixed(2)} GB`
