// Sentences that the page and the text of a review share.
import type { Mark } from '../spec/field.ts'
import { enumeration } from '../spec/step.ts'
import type { ColumnReview, InputReview, KnownReview, OutputReview, ParamReview, Review } from './review.ts'

export const count = (number: number, word: string, several = `${word}s`): string =>
  `${number === 0 ? 'no' : number} ${number === 1 ? word : several}`

/** A column, and the output that has it. */
export type Leaving = { readonly output: OutputReview, readonly column: ColumnReview }

export const leaving = ({ outputs }: Pick<Review, 'outputs'>): readonly Leaving[] =>
  outputs.flatMap(output => output.columns.map(column => ({ output, column })))

/** The three ways in which a column may leave. */
export const isException = ({ column }: Leaving): boolean => column.allow !== undefined
export const isPseudonym = ({ column }: Leaving): boolean => column.allow === undefined && column.mark === 'pseudonym'
export const isOpen = ({ column }: Leaving): boolean => column.allow === undefined && column.mark !== 'pseudonym'

/** Names of columns, by file where there are several: `id and name of groups.csv, and email of users.csv`. */
export function columnNames({ outputs }: Pick<Review, 'outputs'>, all: readonly Leaving[]): string {
  const parts = outputs.flatMap(({ name, file }) => {
    const names = all.filter(({ output }) => output.name === name).map(({ column }) => column.header)
    return names.length === 0 ? [] : [outputs.length > 1 ? `${enumeration(names)} of ${file}` : enumeration(names)]
  })
  return parts.length < 2 ? parts.join() : `${parts.slice(0, -1).join(', ')}, and ${parts.at(-1)!}`
}

/** What the export is, in three sentences. */
export function gist(review: Review): string {
  const { inputs, outputs } = review
  const all = leaving(review)
  const number = (test: (one: Leaving) => boolean): number => all.filter(test).length
  const [hashed, open, exceptions] = [number(isPseudonym), number(isOpen), number(isException)]
  const parts = [
    ...hashed > 0 ? [`${hashed} ${hashed === 1 ? 'holds' : 'hold'} pseudonyms in place of names, ids and texts`] : [],
    ...open > 0 ? [`${open} ${open === 1 ? 'holds' : 'hold'} times, numbers or words of closed lists`] : [],
    exceptions === 0 ? 'none leaves in clear by exception'
      : `${exceptions} ${exceptions === 1 ? 'leaves' : 'leave'} in clear by exception`,
  ]
  const files = enumeration(outputs.map(({ file }) => file))
  return `The export “${review.name}” reads ${enumeration(inputs.map(inputText))}. It writes ${files}, to be handed `
    + `on. Of ${count(all.length, 'column')} ${enumeration(parts)}.`
}

/** The name of an input, and what it is where that is known. */
const inputText = ({ name, known }: InputReview): string => known ? `“${name}” (${plainly(known)})` : `“${name}”`

/** What an export of a known kind is, without what it does not have. */
export const plainly = ({ plain }: KnownReview): string => plain.split(';')[0]!

export const markMeaning: Readonly<Record<Mark, string>> = {
  identity: 'points to a person: an address, a name, a login, a number',
  sensitive: 'text that can hold anything, names among it',
  pseudonym: 'a value computed with a secret key stands in place of the text',
  open: 'points to nobody by itself',
}

export const valueText = ({ value }: ParamReview): string => {
  if (value === undefined) return 'not set'
  if (typeof value === 'object') return value.length === 0 ? 'empty' : value.join(', ')
  return value === '' ? 'blank' : String(value)
}

/** Parameters that each run must still set, so that what is shown is not yet what runs. */
export const unset = ({ params }: Review): readonly string[] =>
  params.filter(({ value, perRun }) => value === undefined && !perRun).map(({ name }) => name)

/** How to run what is approved; `…` stands for inputs and key. */
export const approvedCommand = ({ digest }: Review): string => `np-pipeline run RULES … --approved ${digest}`

export const digestMeaning = 'It stands for these rules with these values of parameters in this version of the '
  + 'program. A run that is given it refuses anything else before it reads a record.'

/** What whoever starts a run can still choose. */
export function notCovered({ params, inputs }: Review): string {
  const perRun = params.filter(one => one.perRun).map(({ name }) => name)
  const optional = inputs.filter(one => one.optional).map(({ name }) => `“${name}”`)
  const parts = [
    'the key', 'which files are read',
    ...optional.length === 0 ? []
      : [`whether ${enumeration(optional, 'or')} ${optional.length === 1 ? 'is' : 'are'} read at all`],
    'how many refused records are let pass',
    ...perRun.length > 0 ? [`the ${perRun.length === 1 ? 'parameter' : 'parameters'} ${enumeration(perRun)}`] : [],
  ]
  return `Not in it: ${enumeration(parts)}; these each run sets. Nor comments, descriptions and tests, which decide `
    + 'nothing.'
}

/** What belongs into an agreement, and into no rule file. */
export const toSettle: readonly string[] = [
  'Who receives the files, and what for',
  'What may not be done with them; from how many people on a figure may be shown',
  'Which months are exported, and how often',
  'How long the files are kept, here and there',
  'Who keeps the key, and when it is destroyed',
]

export const effectWords = {
  more: 'more leaves', unsure: 'more may leave', less: 'less leaves', none: 'no difference to what leaves',
} as const
