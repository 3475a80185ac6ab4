// What init found and wrote, and what to do next. No value of a record stands in it.
import { grouped } from '../report/summary.ts'
import { wrapped } from '../report/wrapped.ts'
import type { Format } from '../inputs/format.ts'
import type { InputPlan } from '../plan/plan.ts'
import type { Surveyed } from './input-changes.ts'
import type { Writing } from './head.ts'
import { quoted } from './quoted.ts'
import type { Survey } from './survey.ts'
import { isTime } from './times.ts'

const formats: Readonly<Record<Format, string>> = {
  'tracking-log': 'a raw tracking log', 'calendar-log': 'text of the calendar analysis', 'calendar-xml': 'XML of the calendar analysis',
  csv: 'CSV', json: 'JSON', clixml: 'CLIXML', empty: 'empty',
}

const counted = (count: number, what: string): string => `${grouped(count)} ${what}${count === 1 ? '' : 's'}`

/** How the files of one input are written: in one line, or a line for each way. */
export function writingText({ input, paths, files, encoding }: Survey & Pick<Surveyed, 'encoding'>): string {
  const ways = new Map<string, string[]>()
  for (const { head, writing } of files) {
    const way = wayText(writing.likely === undefined || encoding === undefined ? writing : { ...writing, encoding })
    ways.set(way, [...ways.get(way) ?? [], head.display])
  }
  const all = `${input.name}: ${counted(paths.length, 'file')}`
  if (ways.size === 1) return `${all}, ${[...ways.keys()][0]}`
  const looked = files.length < paths.length ? `of which ${files.length} were looked at, ` : ''
  const lines = [...ways].map(([way, names]) => {
    const some = `${names.slice(0, mostNames).join(', ')}${names.length > mostNames ? ' …' : ''}`
    return `  ${counted(names.length, 'file')}, ${way}: ${some}`
  })
  return [`${all}, ${looked}written in ${ways.size} ways`, ...lines].join('\n')
}

const mostNames = 3

function wayText({ format, encoding, delimiter, typeLine }: Writing): string {
  const between = delimiter === undefined ? '' : `, ${delimiter === '\t' ? 'a tab' : `"${delimiter}"`} between cells`
  return `${formats[format]} in ${encoding.toUpperCase()}${between}${typeLine ? ', a #TYPE line' : ''}`
}

/** What becomes of the columns and times of one input. */
export function inputText(survey: Survey & Surveyed, { zone, dates }: InputPlan): readonly string[] {
  const { changes, match, records } = survey
  const lacking = match.missing.filter(({ optional }) => optional).map(({ field }) => field)
  return [
    writingText(survey),
    `  ${counted(match.found.size, 'field')} found; ${counted(records, 'record')} looked at`,
    ...lacking.length > 0 ? folded(`not in the export, and optional: ${lacking.join(', ')}`) : [],
    ...match.unused.length > 0 ? folded(`${counted(match.unused.length, 'column')} not read: ${match.unused.join(', ')}`) : [],
    ...[...changes.fields].map(([field, { value }]) => `  ${field} is read from ${value}`),
    ...survey.input.fields.some(isTime) && (zone ?? dates) !== undefined ? [`  times: ${[dates, zone].filter(text => text !== undefined).join(', ')}`] : [],
  ]
}

/** A line of at most so many columns, that goes on in the next one. */
const folded = (text: string): readonly string[] =>
  wrapped(text, 116).map((line, index) => `${index === 0 ? '  ' : '    '}${line}`)

/** Lines that somebody has to look at. */
export const remarkLines = (remarks: readonly string[]): readonly string[] => remarks.map(remark => `! ${remark}`)

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
