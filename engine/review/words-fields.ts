// What fields hold, where they come from and what they are for, in words.
import { enumeration } from '../spec/step.ts'
import type { DropReview, FieldReview, InputReview, Holding, Origin, Review, StepReview, Told } from './review.ts'

/** Steps that look at every field of an input of several: that is said once, and not of each. */
export const lookingAtAll = ({ fields }: InputReview): readonly string[] => fields.length < 4 ? []
  : fields[0]!.decides.filter(step => fields.every(({ decides }) => decides.includes(step)))

/** What a field is for, as parts of a sentence; empty where it is for nothing. `said` are steps that need no naming. */
export function usesOf(field: FieldReview, { outputs }: Review, said: readonly string[]): readonly string[] {
  const { becomes, decides, tells } = field
  const columns = outputs.length > 1 ? becomes : becomes.map(name => name.slice(name.indexOf('.') + 1))
  const steps = decides.filter(step => !said.includes(step))
  return [
    ...columns.length > 0 ? [`becomes ${enumeration(columns)}`] : [],
    ...steps.length > 0 ? [`decides which rows stay: ${steps.join(', ')}`] : [],
    ...tells.length > 0 ? [`tells ${enumeration(tells.map(tell => told[tell]))}`] : [],
  ]
}

const told: Readonly<Record<Told, string>> = {
  address: 'the one address of an account', spelling: 'which account is meant', id: 'the id of an account',
  kind: 'what kind of account it is', remote: 'whether its mailbox is in the cloud',
}

export const columnsText = ({ columns, fallbacks }: FieldReview): string =>
  `${columns.join(', ')}${fallbacks.length > 0 ? `; where blank: ${fallbacks.join(', ')}` : ''}`

/** One text for each input, and for each thing that is taken of an account. */
export function originTexts(origins: readonly Origin[]): readonly string[] {
  const kinds = new Map(origins.map(({ input, take }) => [JSON.stringify([input, take]), { input, take }]))
  return [...kinds.values()].map(({ input, take }) => {
    const fields = origins.filter(origin => origin.input === input && origin.take === take).flatMap(one => one.fields)
    const names = [...new Set(fields)].join(', ')
    return take === undefined ? `${input}: ${names}` : `${taken[take] ?? take} (${input}: ${names})`
  })
}

const taken: Readonly<Record<string, string>> = {
  account: 'its account', address: 'the address of the account', id: 'the id of the account',
  kind: 'the kind of account',
}

export const originsText = (origins: readonly Origin[]): string =>
  origins.length === 0 ? 'nothing that is read' : originTexts(origins).join('; ')

/** The words before the condition under which rows are left out; a step without one says it in a sentence. */
export const leftOut = ({ type }: Pick<DropReview, 'type'>): string =>
  type === 'keep' ? 'all but those with' : 'those with'

/** Which rows a step leaves out. */
export const whichText = (drop: DropReview): string =>
  drop.when === undefined ? drop.text : `${leftOut(drop)} ${drop.when}`

/** Of a pseudonym whose text can be found in columns in clear. */
export const clearText = (columns: readonly string[]): string =>
  `it hides little: what it stands for can be read in ${enumeration(columns)}, which `
  + `${columns.length === 1 ? 'leaves' : 'leave'} in clear.`

export const stepText = ({ text, code = [] }: Pick<StepReview, 'text' | 'code'>): string =>
  [text, code.join('; ')].filter(part => part !== '').join(' ')

const typeWords: Readonly<Record<string, string>> = {
  'word': 'a word', 'integer': 'a number', 'number': 'a number', 'boolean': 'true or false', 'time': 'a time',
  'local-time': 'a time', 'date': 'a date', 'message-id': 'an id of a message', 'id': 'a number or key',
  'account': 'an account', 'pseudonym': 'a pseudonym', 'recurrence': 'a recurrence', 'event-id': 'an id of a meeting',
  'text': 'text',
}

export function holdingText({ type, list, values }: Holding): string {
  if (values && type !== 'pseudonym') {
    const words = values.filter(value => value !== '').length
    return words === 0 ? 'always blank' : `${list ? 'some' : 'one'} of ${words} ${words === 1 ? 'word' : 'words'}`
  }
  const one = typeWords[type] ?? type
  return list ? type === 'text' ? 'a list' : `a list, each ${one}` : one
}
