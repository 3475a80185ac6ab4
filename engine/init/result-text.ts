// What init found and wrote, and what to do next. No value of a record stands in it.
import { grouped } from '../report/summary.ts'
import type { Format } from '../inputs/format.ts'
import type { InputPlan } from '../plan/plan.ts'
import type { Surveyed } from './input-changes.ts'
import { quoted } from './quoted.ts'
import type { Survey } from './survey.ts'
import { isTime } from './times.ts'
import type { Trial } from './trial.ts'

const formats: Readonly<Record<Format, string>> = {
  'tracking-log': 'a raw tracking log', 'calendar-log': 'text of the calendar analysis', 'calendar-xml': 'XML of the calendar analysis',
  csv: 'CSV', json: 'JSON', clixml: 'CLIXML', empty: 'empty',
}

const counted = (count: number, what: string): string => `${grouped(count)} ${what}${count === 1 ? '' : 's'}`

/** How the files of one input are written. */
export function writingText({ input, count, files, encoding }: Survey & Pick<Surveyed, 'encoding'>): string {
  const { writing } = files[0]!
  const delimiter = writing.delimiter === undefined ? '' : `, ${writing.delimiter === '\t' ? 'a tab' : `"${writing.delimiter}"`} between cells`
  return `${input.name}: ${counted(count, 'file')}, ${formats[writing.format]} in ${(encoding ?? writing.encoding).toUpperCase()}${delimiter}${writing.typeLine ? ', a #TYPE line' : ''}`
}

/** What becomes of the columns and times of one input. */
export function inputText(survey: Survey & Surveyed, { zone, dates }: InputPlan, trial: Trial): readonly string[] {
  const { changes, match, records } = survey
  const lacking = match.missing.filter(({ optional }) => optional).map(({ field }) => field)
  return [
    writingText(survey),
    `  ${counted(match.found.size, 'field')} found, ${counted(match.unused.length, 'column')} not read; ${counted(records, 'record')} looked at`,
    ...lacking.length > 0 ? [`  not in the export, and optional: ${lacking.join(', ')}`] : [],
    ...[...changes.fields].map(([field, { value }]) => `  ${field} is read from ${value}`),
    ...survey.input.fields.some(isTime) && (zone ?? dates) !== undefined ? [`  times: ${[dates, zone].filter(text => text !== undefined).join(', ')}`] : [],
    ...refusedLines(trial),
  ]
}

export const refusedLines = (trial: Trial): readonly string[] =>
  [...trial].map(([what, refused]) => `  a run would refuse ${counted(refused, 'record')} of these: ${what}`)

/** The commands to type now. `inputs` are the options for them, as the command line had them or as they are to be given. */
export function nextText(file: string, inputs: readonly string[], hasKey: boolean): string {
  return [
    'Next:',
    ...hasKey ? [] : ['  (umask 077; np-pipeline keygen > hmac.key)      # once, and kept: without it, files do not join'],
    `  np-pipeline run ${quoted(file)} ${inputs.map(withoutAddress).join(' ')}${hasKey ? '' : ' --key-file hmac.key'} --out delivery`,
    '',
  ].join('\n')
}

/** As elsewhere, paths with an @ are not repeated: files may be named after the mailbox they are from. */
const withoutAddress = (option: string): string => option.includes('@') ? option.replace(/=.*/s, '=FILES') : option
