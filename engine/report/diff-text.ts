// A comparison of two rule files, for a person: what it means for privacy, what is written otherwise, what data show.
import type { Both } from '../compare/both.ts'
import type { Comparison } from '../compare/compare.ts'
import type { Observed } from '../compare/observe.ts'
import type { DataDifference, Lone, OutputDifference } from '../compare/rows.ts'
import type { Change } from '../compare/trees.ts'
import type { Effect } from '../compare/version.ts'
import type { Place } from '../diagnostics/diagnostic.ts'
import { wordsFor } from './diff-words.ts'
import { type Origins, originsIn } from './resolve-origin.ts'
import { grouped } from './summary.ts'

export function diffText(comparison: Comparison): string {
  const { before, after, effects, changes, data } = comparison
  const origins = originsIn({ own: [...before.own, ...after.own] })
  const blocks = [
    [`A  ${before.file}`, `B  ${after.file}`],
    ...effects.length > 0 ? [['Privacy, in B against A', ...effectLines(effects, origins)]] : [],
    ...changes.length > 0 ? [['Rules', ...ruleLines(changes, origins)]] : [['The rules say the same.']],
    'reason' in data ? [`Data were not compared: ${data.reason}`] : dataLines(data.both, data.observed, data.difference),
  ]
  return `${blocks.map(lines => lines.join('\n')).join('\n\n')}\n`
}

const labels = { more: 'more', other: 'other', less: 'less' } as const

const effectLines = (effects: readonly Effect[], origins: Origins): readonly string[] =>
  table(effects.map(({ effect, text, place }) => [`  ${labels[effect]}`, text, place ? origins.of(place).text : '']))

function ruleLines(changes: readonly Change[], origins: Origins): readonly string[] {
  const all = changes.flatMap(wordsFor)
  const sections = [...new Set(all.map(({ section }) => section))].toSorted((a, b) => order.indexOf(a) - order.indexOf(b))
  return sections.flatMap(section => [
    `  ${section}`,
    ...table(all.filter(one => one.section === section).map(({ sign, name, text, places }) => [`    ${sign} ${name}`, text, placesText(places, origins)])),
  ])
}

const order = ['name', 'params', 'inputs', 'lookups', 'from', 'steps', 'outputs', 'quarantine']

const placesText = (places: readonly Place[], origins: Origins): string =>
  [...new Set(places.map(place => origins.of(place).text))].join(' → ')

function dataLines({ sample, borrowed }: Both, [before, after]: readonly [Observed, Observed], { outputs, steps }: DataDifference): readonly string[] {
  const names = [...new Set([before.plan.from, ...before.read.map(({ name }) => name)])]
  const inputs = names.map(name =>
    `${plural(before.read.filter(one => one.name === name).reduce((sum, { records }) => sum + records, 0), 'record')} of ${name}`)
  return [
    `Data: ${inputs.join(', ')}${sample ? ', the samples, with the values of parameters that belong to them' : ''}`,
    ...borrowed.length > 0 ? [`  only one of the two has a value for ${borrowed.join(', ')}; it was taken for both`] : [],
    ...outputs.flatMap(outputLines),
    ...steps.length > 0 ? ['  rows dropped', ...table([['    step', 'A', 'B', ''], ...steps.map(({ step, dropped: [one, other] }) =>
      [`    ${step}`, one === undefined ? '-' : grouped(one), other === undefined ? '-' : grouped(other), signed((other ?? 0) - (one ?? 0))])], [1, 2, 3])] : [],
    ...refusedLines(before, after),
  ]
}

function outputLines(difference: OutputDifference): readonly string[] {
  const { output, rows: [before, after], onlyBefore, onlyAfter, columns, changedRows } = difference
  if (before === undefined || after === undefined) return [`  ${output}: only in ${before === undefined ? `B, ${plural(after!, 'row')}` : `A, ${plural(before, 'row')}`}`]
  const lines = [
    ...loneLines('A', 'B', onlyBefore), ...loneLines('B', 'A', onlyAfter),
    ...changedRows > 0 ? table(columns.map(({ column, cells, places, step }) =>
      [`    ${column}`, `${plural(cells, 'cell')} changed`, step === undefined ? '' : `made by step ${step}`, someOf(places)])) : [],
  ]
  return [`  ${output}: ${lines.length === 0 ? `${plural(after, 'row')}, the same in both` : before === after ? `${plural(after, 'row')} in both` : `${plural(before, 'row')} in A, ${grouped(after)} in B`}`, ...lines]
}

function loneLines(side: string, other: string, { places, droppedBy }: Lone): readonly string[] {
  if (places.length === 0) return []
  const why = [...droppedBy].map(([step, count]) => `${step} ${grouped(count)}`).join(', ')
  return [`    only in ${side}: ${plural(places.length, 'row')}${why === '' ? '' : `; dropped in ${other} by ${why}`}`, `      ${someOf(places)}`]
}

/** Rows are told by where their records stand: no value of theirs is shown. */
const someOf = (places: readonly string[]): string => {
  const some = [...new Set(places)]
  return `${some.slice(0, 3).join(', ')}${some.length > 3 ? `, and ${some.length - 3} more` : ''}`
}

function refusedLines(before: Observed, after: Observed): readonly string[] {
  const codes = [...new Set([...before.refused.keys(), ...after.refused.keys()])].filter(code => before.refused.get(code) !== after.refused.get(code))
  return codes.map(code => `  refused (${code}): ${grouped(before.refused.get(code) ?? 0)} in A, ${grouped(after.refused.get(code) ?? 0)} in B`)
}

/** Cells in columns, those of `right` against the right; the last column is not padded. */
function table(rows: readonly (readonly string[])[], right: readonly number[] = []): readonly string[] {
  const widths = (rows[0] ?? []).map((_, column) => Math.min(100, Math.max(...rows.map(row => row[column]!.length))))
  return rows.map(row => row.map((cell, column) => right.includes(column) ? cell.padStart(widths[column]!) : cell.padEnd(widths[column]!)).join('  ').trimEnd())
}

const plural = (count: number, word: string): string => `${grouped(count)} ${word}${count === 1 ? '' : 's'}`
const signed = (value: number): string => value > 0 ? `+${grouped(value)}` : `-${grouped(-value)}`
