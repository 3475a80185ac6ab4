// A preview for a person: what each step did, and the rows that are still there.
import type { Preview, ShownPoint, ShownStretch } from '../preview/preview.ts'
import type { Fate, StepTally } from '../preview/tally.ts'
import { type Paint, painter } from './paint.ts'
import { type Above, type TextOptions, aroundLines, differenceLines, rowLines, rowsLines } from './preview-tables.ts'
import { grouped } from './summary.ts'
import { widthOf } from './table.ts'

export function previewText(preview: Preview, options: TextOptions): string {
  const paint = painter(options.colors)
  const lines = [...headLines(preview, options, paint)]
  let above: Above = { columns: [], rows: [] }
  for (const stretch of preview.stretches) {
    lines.push(...titleLines(stretch, preview, options, paint))
    for (const shown of stretch.points) {
      lines.push('', ...stepLines(shown, preview, stretch, options, paint))
      if (options.diff) lines.push(...differenceLines(shown, options, paint))
      else if (options.at) lines.push(...aroundLines(shown, options, paint))
      else {
        const table = rowsLines(shown, above, options, paint)
        lines.push(...table.lines)
        above = table.above
      }
    }
    lines.push(...endLines(stretch, options, paint))
  }
  return `${lines.join('\n')}\n`
}

function headLines({ plan, read, keyed, stopped }: Preview, { personal, sample }: TextOptions, paint: Paint): readonly string[] {
  const inputs = [...read].filter(([, { records }]) => records > 0).map(([name, { records, whole }]) =>
    `${whole ? records === 1 ? 'the one record' : `all ${grouped(records)} records` : records === 1 ? 'the first record' : `the first ${grouped(records)} records`} of ${name}`)
  return [
    `${paint('bold', plan.name)}: ${inputs.length === 0 ? 'no record was read' : inputs.join(', ')}; nothing is written${stopped ? '; a run would stop there' : ''}`,
    personal ? 'Values are shown as they are: keep this off other people\'s screens.' : 'Personal values have stand-ins; equal stand-ins are equal values.',
    ...keyed ? [sample ? 'Pseudonyms are made with the published key of the samples.' : 'Pseudonyms are made with a key that only this preview has: they differ from those of a run.'] : [],
  ]
}

/** Where the steps of an output begin, one of several. */
function titleLines({ stretch: { output, input } }: ShownStretch, { plan }: Preview, { width, at }: TextOptions, paint: Paint): readonly string[] {
  const first = output?.sources.length === 1 || output?.sources[0]?.input === input
  if (!output || at || plan.outputs.length === 1 || !first) return []
  return ['', paint('bold', `── ${output.name} ${'─'.repeat(Math.max(0, width - 4 - widthOf(output.name)))}`)]
}

function stepLines(shown: ShownPoint, preview: Preview, { stretch, output, refused: unread }: ShownStretch, { at }: TextOptions, paint: Paint): readonly string[] {
  const { point: { step, live }, tally } = shown
  if (!step) return [inputLine(shown, preview, paint), ...output ? [] : refusedLines(unread, paint)]
  const name = `${paint('bold', step.id)}${at && stretch.output ? ` of ${stretch.output.name}` : ''} ${paint('dim', `· ${step.type} ·`)}`
  if (!live) return [`${name} left out: nobody reads ${step.writes.join(', ')}`]
  const { entered, left, dropped, refused } = tally!
  return [
    `${name} ${entered === left ? plural(entered, 'row') : `${plural(entered, 'row')} → ${grouped(left)}`}${addedText(tally!)}`,
    ...[...dropped].map(([reason, fate]) => fateLine(reason, fate, paint)),
    ...refused.rows > 0 ? [fateLine('refused: expression-failed', refused, paint)] : [],
  ]
}

function inputLine({ point: { input = '' }, rows }: ShownPoint, { read }: Preview, paint: Paint): string {
  const records = plural(read.get(input)?.records ?? 0, 'record')
  return `${paint('bold', input)}${paint('dim', ` · ${records} read${rows.length > 0 ? '' : ', none to show'}`)}`
}

function addedText({ entered, left, dropped, refused }: StepTally): string {
  const gone = refused.rows + [...dropped.values()].reduce((sum, { rows }) => sum + rows, 0)
  const added = left + gone - entered
  return added > 0 ? `: ${grouped(added)} more` : ''
}

/** Rows of one fate, with the numbers of some records to give to explain: `-2  not a person (records 16, 50)`. */
const fateLine = (what: string, { rows, records }: Fate, paint: Paint): string =>
  `  -${grouped(rows)}  ${what} ${paint('dim', `(${records.length === 1 ? 'record' : 'records'} ${records.join(', ')}${rows > records.length ? ', …' : ''})`)}`

/** Records that are no rows, or rows with cells that cannot be read or written. */
const refusedLines = (refused: ShownStretch['refused'], paint: Paint): readonly string[] =>
  refused.map(({ code, field, ...fate }) => fateLine(`refused: ${code}${field === undefined ? '' : ` in ${field}`}`, fate, paint))

function endLines({ output, refused }: ShownStretch, options: TextOptions, paint: Paint): readonly string[] {
  if (!output) return []
  const { plan, rows, written } = output
  return [
    '', `${paint('bold', plan.file)}${paint('dim', ` · ${plural(written, 'row')}`)}`, ...refusedLines(refused, paint),
    ...rowLines(rows, plan.columns.map(({ header }) => header), options, paint, 'row'),
  ]
}

const plural = (count: number, word: string): string => `${grouped(count)} ${word}${count === 1 ? '' : 's'}`
