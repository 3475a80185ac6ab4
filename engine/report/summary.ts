// What a run did, for a person: where every row went.
import type { OutputPlan, StepPlan } from '../plan/plan.ts'
import { ownSteps } from '../plan/steps.ts'
import { type Stage, addedIn, droppedIn } from '../run/counts.ts'
import type { RunResult } from '../run/run.ts'
import { warningLines } from './warnings.ts'

/** Numbers with thin groups, as people read them: 1 234 567. The same in every locale. */
export const grouped = (value: number): string => String(value).replace(/\B(?=(\d{3})+$)/g, ' ')

/** The summary as lines of text, with a line end. `out` is the folder as the user named it. */
export function summaryText(result: RunResult, out: string, seconds: number): string {
  const { plan, counts, inputs, quarantined } = result
  const files = inputs.filter(input => input.name === plan.from)
  const lines = [
    `${plan.name}: ${plural(counts.read, 'record')} in ${plural(files.length, 'file')} of ${plan.from}${othersText(result)}, ${seconds.toFixed(1)} s`,
    ...result.sample ? [`  These are the samples that come with the rules${result.sampleKey ? ', hashed with a published key' : ''}: for a look, not for delivery.`] : [],
    ...commonLines(result),
    ...plan.outputs.flatMap(output => outputLines(output, result, out)),
    ...result.leftOut.map(({ file, inputs }) => `  ${file} is not written: the run goes without ${inputs.join(' and ')}`),
    ...warningLines(result.warnings, '  '),
    ...quarantined > 0 ? [`  refused records: ${out}.quarantine/${plan.name}.jsonl`] : [],
    `  run record: ${out}/${plan.name}.run.json${result.fingerprint === undefined ? '' : `, key fingerprint ${result.fingerprint}`}`,
  ]
  return `${lines.join('\n')}\n`
}

/** The other inputs: accounts of a directory, or records that become rows. */
function othersText({ plan, inputs }: RunResult): string {
  const others = [...new Set(inputs.map(input => input.name))].filter(name => name !== plan.from)
  const directories = new Set([...plan.lookups.values()].map(lookup => lookup.from))
  return others.map(name => {
    const records = inputs.filter(input => input.name === name).reduce((sum, input) => sum + input.records, 0)
    return `, ${plural(records, directories.has(name) ? 'account' : 'record')} in ${name}`
  }).join('')
}

type Line = (sign: string, value: number, text: string) => string

const lineOf = (values: readonly number[]): Line => {
  const width = Math.max(...values.map(value => grouped(value).length)) + 1
  return (sign, value, text) => `  ${`${sign}${grouped(value)}`.padStart(width)}  ${text}`
}

const recordsRead = (count: number): string => `${count === 1 ? 'record' : 'records'} read`

/** The steps that several outputs share stand once, before them. */
function commonLines({ plan, counts }: RunResult): readonly string[] {
  if (plan.outputs.length < 2) return []
  const line = lineOf([counts.read, addedIn(counts.common)])
  const rows = counts.read + addedIn(counts.common) - droppedIn(counts.common) - counts.common.quarantined
  const shared = stageLines(plan.steps, counts.common, line)
  return [line('', counts.read, recordsRead(counts.read)), ...shared, ...shared.length > 0 ? [line('=', rows, `${rows === 1 ? 'row' : 'rows'} for the outputs`)] : []]
}

function outputLines(output: OutputPlan, { counts, plan, outputs }: RunResult, out: string): readonly string[] {
  const own = counts.outputs.get(output.name)!
  const written = outputs[plan.outputs.indexOf(output)]!
  const coming = counts.read + addedIn(counts.common) - droppedIn(counts.common) - counts.common.quarantined
  const line = lineOf([counts.read, own.read, own.written, addedIn(counts.common), addedIn(own)])
  const end = line('=', own.written, `${own.written === 1 ? 'row' : 'rows'} in ${out}/${written.file} (${sizeText(written.bytes)})`)
  if (plan.outputs.length === 1) {
    return [line('', counts.read, recordsRead(counts.read)), ...stageLines(plan.steps, counts.common, line), ...stageLines(ownSteps(output), own, line), end]
  }
  const others = output.sources.map(({ input }) => input).filter(input => input !== plan.from)
  return [
    ` ${output.name}:`,
    ...own.common ? [line('', coming, `${coming === 1 ? 'row' : 'rows'} of ${plan.from}`)] : [],
    ...others.length > 0 ? [line(own.common ? '+' : '', own.read, `${own.read === 1 ? 'record' : 'records'} of ${others.join(' and ')}`)] : [],
    ...stageLines(ownSteps(output), own, line), end,
  ]
}

function stageLines(steps: readonly StepPlan[], stage: Stage, line: Line): readonly string[] {
  const wide = Math.max(0, ...steps.map(step => step.id.length))
  return [
    ...steps.flatMap(({ id, type, options }) => {
      const count = droppedIn(stage, id)
      const added = (stage.added.get(id) ?? 0) > 0 ? [line('+', stage.added.get(id)!, `${id.padEnd(wide)}  more rows${adding.get(type) ?? ''}`)] : []
      // A filter that took nothing is worth knowing: it may be misspelt.
      if (count === 0 && filters.includes(type)) return [line('', 0, `${id.padEnd(wide)}  ${String(options['because'])}`)]
      return count === 0 ? added : [...added, line('-', count, `${id.padEnd(wide)}  ${reasonsText(stage.dropped.get(id)!, count)}`)]
    }),
    ...stage.quarantined > 0 ? [line('-', stage.quarantined, 'refused for a broken shape')] : [],
  ]
}

/** Steps that say why they drop rows. */
const filters = ['keep', 'drop']

/** Steps that make several rows of one, and what of. */
const adding = new Map([['explode', ': one per member'], ['rows', ': several of each']])

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
