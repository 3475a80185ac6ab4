// Columns for fields that no column is called after: proposed where one is likely, else asked.
import type { FieldPlan, InputPlan } from '../plan/plan.ts'
import { isTimes } from './column-kind.ts'
import { common } from './alike.ts'
import { type Match, type Missing, matchColumns } from './columns.ts'
import { fitOf, isAlien, wanted } from './fit.ts'
import type { Answers } from './question.ts'
import { quoted } from './quoted.ts'
import type { Columns, Survey } from './survey.ts'
import { type Table, readTable } from './table.ts'
import { isTime } from './times.ts'

const none = '(none)'

/**
 * The column of each field that somebody chose, those of `named` among them. Of optional fields only those are asked
 * for where one is probably meant, and no column is proposed whose cells the field cannot hold.
 */
export async function chosenColumns(
  found: Survey, encoding: string | undefined, columns: Columns, named: ReadonlyMap<string, string>, answers: Answers,
): Promise<ReadonlyMap<string, string>> {
  const { fields } = found.input
  const first = matchColumns(fields, columns.columns, named)
  if (first.missing.length === 0 || first.unused.length === 0) return named
  const { cells } = await readTable(found, encoding)
  const fits = (field: FieldPlan, column: string): boolean => fitOf(field, cells.get(column) ?? []).misfits === 0
  const match = matchColumns(fields, columns.columns, named, fits)
  const everywhere = common(columns)
  const free = { ...withTimes(match, found.input, cells), unused: match.unused.filter(column => everywhere.includes(column)) }
  return new Map([...named, ...await asked(found.input, free, cells, answers)])
}

/** A field that holds times is probably read from the only column that does. */
function withTimes(match: Match, { fields }: InputPlan, cells: Table['cells']): Match {
  const timed = new Set(fields.filter(isTime).map(({ name }) => name))
  const isOpen = ({ field, optional, near }: Missing): boolean => timed.has(field) && !optional && near === undefined
  if (!match.missing.some(isOpen)) return match
  const [only, second] = match.unused.filter(column => isTimes(cells.get(column) ?? []))
  if (only === undefined || second !== undefined) return match
  return { ...match, missing: match.missing.map(one => isOpen(one) ? { ...one, near: only } : one) }
}

async function asked(
  { name: input, fields }: InputPlan, { missing, unused }: Match, cells: Table['cells'], answers: Answers,
): Promise<ReadonlyMap<string, string>> {
  const chosen = new Map<string, string>()
  const left = (): readonly string[] => unused.filter(column => ![...chosen.values()].includes(column))
  for (const { field: name, optional, near } of missing) {
    const field = fields.find(one => one.name === name)!
    const proposal = near !== undefined && left().includes(near) ? near : undefined
    if (optional && proposal === undefined) continue
    const names = field.from.join(' or ')
    const answer = await answers.answer({
      ask: `No column of ${input} is called ${names}. Which one is field "${name}" read from?`,
      choices: [...left(), ...optional ? [none] : []],
      ...(proposal === undefined ? {} : { proposal }), ...(optional ? { optional: true } : {}),
      option: `--column ${input}.${name}=${proposal === undefined ? 'COLUMN' : quoted(proposal)}`,
      why: `no column of ${input} is called ${names}; `
        + (proposal === undefined ? `there is: ${left().join(', ')}` : 'this is the nearest'),
      check: text => optional && text === none ? undefined
        : !left().includes(text) ? 'there is no such column, or another field is read from it'
          : alien(field, text, cells.get(text) ?? []),
    })
    // Where nobody answers nothing is written; what is likely serves to find out what else is missing.
    const column = answer ?? (optional ? undefined : proposal)
    if (column !== undefined && column !== none) chosen.set(name, column)
  }
  return chosen
}

const alien = (field: FieldPlan, column: string, texts: readonly string[]): string | undefined =>
  isTime(field) || !isAlien(fitOf(field, texts)) ? undefined
    : `no cell of ${column} is ${wanted(field)}: another column must be meant`
