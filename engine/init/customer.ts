// A customer from sample exports: what the base must be told, found or answered.
import { Stop } from '../diagnostics/diagnostic.ts'
import { suggestion } from '../diagnostics/suggestion.ts'
import { type Base, paramOfInput } from './base.ts'
import type { Changes, InputChanges, Reasoned } from './changes.ts'
import { requiredParams, settings } from './customer-params.ts'
import { domainRemarks } from './domain-remarks.ts'
import { type Surveyed, inputChanges } from './input-changes.ts'
import { type Given, type Opened, opened } from './opened.ts'
import type { Answers } from './question.ts'
import { type Survey, survey } from './survey.ts'
import { formReason, isTime, zoneReason } from './times.ts'

export type CustomerWishes = {
  readonly inputs: ReadonlyMap<string, readonly string[]>
  readonly encodings: ReadonlyMap<string, string>
  readonly settings: ReadonlyMap<string, string>
  /** `FIELD=COLUMN` or `INPUT.FIELD=COLUMN`, taken apart at the sign. */
  readonly columns: readonly (readonly [string, string])[]
  readonly domains?: readonly string[]
  readonly zone?: string
  readonly dates?: string
  readonly today: string
}

export type Customer = {
  readonly changes: Changes
  readonly surveys: readonly (Survey & Surveyed)[]
  readonly remarks: readonly string[]
}

type Looked = { readonly found: Survey, readonly first: Opened, readonly given: Given }

/**
 * Looks at the exports of all inputs, then decides what the rules of the customer say. Asks in the order of the inputs, and
 * nothing before all files were looked at.
 */
export async function customerOf(base: Base, wishes: CustomerWishes, answers: Answers): Promise<Customer> {
  const named = columnsByInput(base, wishes)
  const directories = new Set([...base.plan.lookups.values()].map(({ from }) => from))
  const looked: Looked[] = []
  for (const [name, patterns] of wishes.inputs) {
    const encoding = wishes.encodings.get(name)
    const given = {
      columns: named.get(name) ?? new Map<string, string>(), ...(encoding === undefined ? {} : { encoding }),
      ...(wishes.zone === undefined ? {} : { zone: wishes.zone }), ...(wishes.dates === undefined ? {} : { dates: wishes.dates }),
    }
    const found = await survey(base.plan.inputs.get(name)!, patterns, encoding, directories.has(name))
    looked.push({ found, first: await opened(found, given), given })
  }
  const surveys: (Survey & Surveyed)[] = []
  for (const { found, first, given } of looked) surveys.push({ ...found, ...await inputChanges(found, first, given, answers) })
  const times = timesOfCustomer(base, surveys, wishes)
  const params = new Map([...settings(base, wishes), ...times.params])
  const required = await requiredParams(base, new Set(params.keys()), surveys, wishes, answers)
  const changes = { params: new Map([...params, ...required]), inputs: times.inputs }
  return { changes, surveys, remarks: [...surveys.flatMap(one => one.remarks), ...await domainRemarks(base, changes, surveys)] }
}

function columnsByInput({ plan }: Base, { columns, inputs }: CustomerWishes): ReadonlyMap<string, ReadonlyMap<string, string>> {
  const byInput = new Map<string, Map<string, string>>()
  for (const [name, column] of columns) {
    const [first, field = first] = name.split('.') as [string, string?]
    const having = [...inputs.keys()].filter(input => (field === first || input === first) && plan.inputs.get(input)!.fields.some(one => one.name === field))
    if (having.length !== 1) throw unclear(name, having, [...inputs.keys()].flatMap(input => plan.inputs.get(input)!.fields.map(one => `${input}.${one.name}`)))
    byInput.set(having[0]!, (byInput.get(having[0]!) ?? new Map<string, string>()).set(field, column))
  }
  return byInput
}

const unclear = (name: string, having: readonly string[], known: readonly string[]): Stop => new Stop(2, {
  code: 'unknown-field',
  message: having.length > 1 ? `--column ${name}: several inputs have a field of this name` : `--column ${name}: no input that is given has a field of this name`,
  hint: having.length > 1 ? `write ${having.map(input => `--column ${input}.${name}=…`).join(' or ')}` : suggestion(name, known, 'field'),
})

/** Zone and pattern stand where the base keeps them: in a parameter, or in the input. */
function timesOfCustomer(base: Base, surveys: Customer['surveys'], { zone, dates }: CustomerWishes): Changes {
  const params = new Map<string, Reasoned<string>>()
  const inputs = new Map<string, InputChanges>()
  for (const { input, changes, match } of surveys) {
    const timed = input.fields.some(field => isTime(field) && match.found.has(field.name))
    const kept: { zone?: Reasoned<string>, dates?: Reasoned<string> } = {}
    for (const key of ['zone', 'dates'] as const) {
      const given = { zone, dates }[key]
      const value = given !== undefined && timed ? { value: given, why: key === 'zone' ? zoneReason : formReason } : changes[key]
      const param = paramOfInput(base, input.name, key)
      if (value === undefined) continue
      if (param !== undefined && (params.get(param)?.value ?? value.value) === value.value) params.set(param, value)
      else kept[key] = value
    }
    const { encoding, fields } = changes
    inputs.set(input.name, { ...(encoding ? { encoding } : {}), ...kept, fields })
  }
  return { params, inputs }
}
