// The marks of the columns of a new export: proposed, and confirmed by somebody.
import { Stop } from '../diagnostics/diagnostic.ts'
import { suggestion } from '../diagnostics/suggestion.ts'
import { type Kind, kindOf } from './column-kind.ts'
import type { Answers } from './question.ts'
import { quoted } from './quoted.ts'
import type { Table } from './table.ts'

const privacies = ['open', 'sensitive', 'identity'] as const
const answersTo = [...privacies, 'off'] as const

/** Who is shown what is proposed, before the first question. */
export type Person = { readonly say: (text: string) => void }

/** The columns that are read, with their kinds. */
export async function markedColumns(
  { cells }: Table, { marks, yes }: { readonly marks: readonly (readonly [string, string])[], readonly yes: boolean }, answers: Answers, person: Person | undefined,
): Promise<ReadonlyMap<string, Kind>> {
  const given = new Map(marks.map(([column, mark]) => [checkedColumn(column, [...cells.keys()]), checkedMark(column, mark)]))
  const kinds = [...cells].map(([column, texts]) => [column, kindOf(column, texts)] as const)
  const open = kinds.filter(([column]) => !given.has(column))
  const all = yes || person !== undefined && open.length > 0 && await takesAll(open, answers, person)
  const marked = new Map<string, Kind>()
  for (const [column, kind] of kinds) {
    const mark = given.get(column) ?? (all ? kind.privacy : await answers.answer(question(column, kind)))
    if (mark !== undefined && mark !== 'off') marked.set(column, { ...kind, privacy: mark as Kind['privacy'], ...(mark === kind.privacy ? {} : { why: 'marked by hand' }) })
  }
  return marked
}

async function takesAll(kinds: readonly (readonly [string, Kind])[], answers: Answers, { say }: Person): Promise<boolean> {
  const width = Math.max(...kinds.map(([column]) => column.length))
  say(`${kinds.map(([column, { privacy, type, list, why }]) => `  ${column.padEnd(width)}  ${privacy.padEnd(9)}  ${(list ? 'list' : type).padEnd(10)}  ${why}`).join('\n')}\n`)
  return await answers.answer({
    ask: 'How private is each column? Take what stands here, or go through them one by one.', choices: ['take all', 'one by one'], proposal: 'take all',
    option: '--yes', why: 'take the marks that are proposed', check: answer => ['take all', 'one by one'].includes(answer) ? undefined : 'write 1 or 2',
  }) === 'take all'
}

const question = (column: string, { privacy, why }: Kind): Parameters<Answers['answer']>[0] => ({
  ask: `Column ${column} (${why}): how private is it? off leaves it out.`, choices: answersTo, proposal: privacy,
  option: `--mark ${quoted(`${column}=${privacy}`)}`, why,
  check: answer => answersTo.some(one => one === answer) ? undefined : `it can be: ${answersTo.join(', ')}`,
})

function checkedColumn(column: string, columns: readonly string[]): string {
  if (columns.includes(column)) return column
  throw new Stop(2, { code: 'missing-column', message: `--mark: the files have no column "${column}"`, hint: suggestion(column, columns, 'column') })
}

function checkedMark(column: string, mark: string): string {
  if (answersTo.some(one => one === mark)) return mark
  throw new Stop(2, { code: 'wrong-value', message: `--mark ${column}: it cannot be "${mark}"`, hint: `it can be: ${answersTo.join(', ')}` })
}
