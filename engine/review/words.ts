// Sentences that the page and the text of a review share.
import type { Mark } from '../spec/field.ts'
import { enumeration } from '../spec/step.ts'
import type { FieldReview, Holding, Origin, ParamReview, Review, StepReview } from './review.ts'

export const count = (number: number, word: string, several = `${word}s`): string => `${number === 0 ? 'no' : number} ${number === 1 ? word : several}`

/** What the export is, in two sentences. */
export function gist(review: Review): string {
  const { inputs, outputs } = review
  const columns = outputs.flatMap(output => output.columns)
  const clear = columns.filter(({ allow }) => allow !== undefined)
  const hashed = columns.filter(({ mark, allow }) => mark === 'pseudonym' && allow === undefined)
  const open = columns.length - clear.length - hashed.length
  const files = enumeration(outputs.map(({ file }) => file))
  const parts = [
    ...hashed.length > 0 ? [`${hashed.length} ${hashed.length === 1 ? 'holds' : 'hold'} pseudonyms under a key that stays here`] : [],
    ...open > 0 ? [`${open} ${open === 1 ? 'holds' : 'hold'} values that the rules declare open or bring to a closed form`] : [],
    `${clear.length === 0 ? 'none leaves' : clear.length === 1 ? '1 leaves' : `${clear.length} leave`} in clear by exception`,
  ]
  return `The export “${review.name}” reads ${count(inputs.length, 'input')} (${inputs.map(({ name }) => name).join(', ')}) inside the organisation and writes `
    + `${count(outputs.length, 'file')}, ${files}, for whoever receives ${outputs.length === 1 ? 'it' : 'them'}. Of ${count(columns.length, 'column')} ${enumeration(parts)}.`
}

export const markMeaning: Readonly<Record<Mark, string>> = {
  identity: 'points to a person: an address, a name, a login, a number',
  sensitive: 'text that can hold anything, names among it',
  pseudonym: 'a keyed hash in place of the value',
  open: 'tells nothing about anyone',
}

/** What a field is for, as parts of a sentence; empty where it is for nothing. */
export function usesOf({ becomes, decides, tells }: FieldReview, { outputs }: Review): readonly string[] {
  const columns = outputs.length > 1 ? becomes : becomes.map(name => name.slice(name.indexOf('.') + 1))
  return [
    ...columns.length > 0 ? [`becomes ${enumeration(columns)}`] : [],
    ...decides.length > 0 ? [`decides which rows stay: ${decides.join(', ')}`] : [],
    ...tells.length > 0 ? [enumeration(tells.map(tell => told[tell]))] : [],
  ]
}

const told = {
  address: 'gives the address of an account', spelling: 'leads from other spellings to the account', id: 'gives the id of an account',
  kind: 'tells people from rooms, services and the like',
} as const

export const columnsText = ({ columns, fallbacks }: FieldReview): string =>
  `${columns.join(', ')}${fallbacks.length > 0 ? `; where blank: ${fallbacks.join(', ')}` : ''}`

function originText({ input, fields, take }: Origin): string {
  const names = `${input}: ${fields.join(', ')}`
  return take === undefined ? names : `${names} (${taken[take] ?? take} in the directory)`
}

const taken: Readonly<Record<string, string>> = { account: 'the account', address: 'the address of the account', id: 'the id of the account', kind: 'the kind of account' }

/** One text for each input, and for each thing that is taken of an account. */
export function originTexts(origins: readonly Origin[]): readonly string[] {
  const kinds = new Map(origins.map(({ input, take }) => [JSON.stringify([input, take]), { input, take }]))
  return [...kinds.values()].map(({ input, take }) => originText({
    input, fields: [...new Set(origins.filter(origin => origin.input === input && origin.take === take).flatMap(({ fields }) => fields))], ...take === undefined ? {} : { take },
  }))
}

export const originsText = (origins: readonly Origin[]): string =>
  origins.length === 0 ? 'nothing that is read' : originTexts(origins).join('; ')

export const stepText = ({ text, code = [] }: Pick<StepReview, 'text' | 'code'>): string => [text, code.join('; ')].filter(part => part !== '').join(' ')

const typeWords: Readonly<Record<string, string>> = {
  'word': 'a word', 'integer': 'a number', 'number': 'a number', 'boolean': 'true or false', 'time': 'a time', 'local-time': 'a time', 'date': 'a date',
  'message-id': 'a message id', 'id': 'a number or key', 'account': 'an account', 'pseudonym': 'a pseudonym', 'recurrence': 'a recurrence', 'event-id': 'an id of a meeting', 'text': 'text',
}

export const holdingText = ({ type, list, values }: Holding): string =>
  values && type !== 'pseudonym' ? `${list ? 'some' : 'one'} of ${count(values.length, 'word')}` : list ? `a list: each ${typeWords[type] ?? type}` : typeWords[type] ?? type

export const valueText = ({ value }: ParamReview): string =>
  value === undefined ? 'not set' : typeof value === 'object' ? value.length === 0 ? 'empty' : value.join(', ') : value === '' ? 'blank' : String(value)

/** Parameters that each run must still set, so that what is shown is not yet what runs. */
export const unset = ({ params }: Review): readonly string[] => params.filter(({ value, perRun }) => value === undefined && !perRun).map(({ name }) => name)

/** How to run what is approved; `…` stands for inputs and key. */
export const approvedCommand = ({ digest }: Review): string => `np-pipeline run RULES … --approved ${digest}`

export const digestMeaning = 'It stands for these rules with these values of parameters in this version of the program. A run that is given it refuses anything '
  + 'else before it reads a record. Not in it: comments, descriptions, tests, the key, the names of input files, and parameters that each run sets.'

export const effectWords = {
  more: 'more leaves', unsure: 'more may leave', less: 'less leaves', none: 'no difference to what leaves',
} as const

export const hashProtects = 'Whoever has the files and not the key cannot compute a pseudonym from an address, nor an address from a pseudonym. Hashing all addresses '
  + 'of the organisation without the key gives nothing.'

export const hashLeaves: readonly (readonly [string, string])[] = [
  ['The key', 'Whoever has it can: addresses are known or can be guessed, and trying a million of them takes seconds. The key stays apart from the files.'],
  ['Frequency', 'Equal values stay equal. Who writes most, to how many and to whom is visible, and someone who knows the organisation may recognise it.'],
  ['Small groups', 'A team of three, or a person with a single correspondent, can be picked out by the pattern alone.'],
  ['Times', 'Where exact times leave, someone who knows of one mail or meeting and its minute may find its row, and with it the pseudonyms in it.'],
  ['The months', 'The same key gives the same pseudonyms month after month, so that a person once recognised stays recognised.'],
]

export const profileWords: Readonly<Record<string, string>> = {
  'ascii-hex': 'HMAC-SHA256, written as 64 hexadecimal digits', 'utf8-base64': 'HMAC-SHA256, written as 44 characters of Base64',
}

export const nonAsciiWords: Readonly<Record<string, string>> = {
  'refuse': 'letters beyond ASCII stop the run', 'utf8': 'letters beyond ASCII are hashed as UTF-8', 'question-mark': 'letters beyond ASCII count as question marks: people whose addresses differ in those alone become one',
}
