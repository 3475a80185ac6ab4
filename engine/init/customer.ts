// A customer from sample exports: what the base must be told, found or answered.
import { Stop } from '../diagnostics/diagnostic.ts'
import { suggestion } from '../diagnostics/suggestion.ts'
import { convert, strangeValue } from '../check/params.ts'
import type { ParamValue } from '../expression/scope.ts'
import { domainName } from '../people/domains.ts'
import type { ParamPlan } from '../plan/plan.ts'
import { type Base, domainParams, paramOfInput } from './base.ts'
import type { Changes, InputChanges, Reasoned } from './changes.ts'
import { likelyDomains } from './domains.ts'
import { type Surveyed, inputChanges } from './input-changes.ts'
import type { Answers } from './question.ts'
import { type Survey, survey, textsOf } from './survey.ts'
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
}

/** Looks at the exports of all inputs, then decides what the rules of the customer say. Asks in the order of the inputs. */
export async function customerOf(base: Base, wishes: CustomerWishes, answers: Answers): Promise<Customer> {
  const named = columnsByInput(base, wishes)
  const surveys: (Survey & Surveyed)[] = []
  for (const [name, patterns] of wishes.inputs) {
    const encoding = wishes.encodings.get(name)
    const found = await survey(base.plan.inputs.get(name)!, patterns, encoding)
    const given = {
      columns: named.get(name) ?? new Map<string, string>(), ...(encoding === undefined ? {} : { encoding }),
      ...(wishes.zone === undefined ? {} : { zone: wishes.zone }), ...(wishes.dates === undefined ? {} : { dates: wishes.dates }),
    }
    surveys.push({ ...found, ...await inputChanges(found, given, answers) })
  }
  const times = timesOfCustomer(base, surveys, wishes)
  const params = new Map<string, Reasoned<ParamValue>>([...settings(base, wishes), ...times.params])
  for (const [name, value] of await requiredParams(base, params, surveys, wishes, answers)) params.set(name, value)
  return { changes: { params, inputs: times.inputs }, surveys }
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

function settings({ plan }: Base, { settings: given, today }: CustomerWishes): readonly (readonly [string, Reasoned<ParamValue>])[] {
  return [...given].map(([name, text]) => {
    const param = plan.params.get(name)
    if (!param) throw new Stop(2, { code: 'unknown-param', message: `no parameter is called "${name}"`, hint: suggestion(name, [...plan.params.keys()], 'parameter') })
    const value = param.type === 'date' ? text : convert(text, param.type, today)
    if (value === undefined) throw new Stop(2, { code: 'usage', message: `--set ${name}: "${text}" is no ${param.type}`, hint: `write --set ${name}=…` })
    const strange = param.values && strangeValue(value, param.values)
    if (strange !== undefined) throw new Stop(2, { code: 'usage', message: `--set ${name}: it cannot be "${strange}"`, hint: `it can be: ${param.values!.join(', ')}` })
    return [name, { value }]
  })
}

/** Parameters that nothing sets yet; the own domains among them. */
async function requiredParams(
  base: Base, known: ReadonlyMap<string, unknown>, surveys: Customer['surveys'], wishes: CustomerWishes, answers: Answers,
): Promise<ReadonlyMap<string, Reasoned<ParamValue>>> {
  const params = new Map<string, Reasoned<ParamValue>>()
  const domains = domainParams(base)
  if (wishes.domains && domains.length === 0) {
    throw new Stop(2, { code: 'usage', message: '--domains: the base has no lookup whose domains a customer sets', hint: 'leave it out' })
  }
  for (const param of base.plan.params.values()) {
    const ofLookup = domains.find(one => one.param === param.name)
    if (ofLookup && wishes.domains) params.set(param.name, { value: checkedDomains(wishes.domains) })
    else if (param.value !== undefined || known.has(param.name)) continue
    else {
      const value = ofLookup ? await askDomains(ofLookup, surveys, answers) : await askParam(param, answers)
      if (value !== undefined) params.set(param.name, { value })
    }
  }
  return params
}

async function askDomains({ input, fields }: { readonly input: string, readonly fields: readonly string[] }, surveys: Customer['surveys'], answers: Answers): Promise<readonly string[] | undefined> {
  const directory = surveys.find(one => one.input.name === input)
  const likely = directory ? await domainsIn(directory, fields) : []
  const value = await answers.answer({
    ask: `Which are the organisation's own mail domains? With commas between several; sub-domains belong to them.`,
    option: '--domains DOMAINS', why: 'the organisation\'s own mail domains, with commas between several', terminalOnly: true,
    ...(likely.length > 0 ? { proposal: likely.join(',') } : {}),
    check: answer => answer.split(',').every(domain => isDomain(domain)) ? undefined : 'write what stands behind the @ of addresses, such as contoso.com,contoso.pl',
  })
  return value === undefined ? undefined : checkedDomains(value.split(','))
}

async function domainsIn(directory: Survey & Surveyed, fields: readonly string[]): Promise<readonly string[]> {
  const wanted = directory.input.fields.filter(({ name }) => fields.includes(name) && directory.match.found.has(name))
  const rows = await textsOf(directory, directory.encoding, wanted.map(({ name, field }) => ({ column: directory.match.found.get(name)!, list: field.list })))
  return likelyDomains(rows.map(row => row.flat())).own
}

const isDomain = (text: string): boolean => text.trim().includes('.') && domainName(text.trim()) !== undefined

function checkedDomains(domains: readonly string[]): readonly string[] {
  const names = domains.map(domain => domain.trim()).filter(domain => domain !== '')
  const wrong = names.findIndex(name => !isDomain(name))
  if (wrong < 0 && names.length > 0) return names
  throw new Stop(2, { code: 'usage', message: `--domains: number ${wrong + 1} is no domain`, hint: 'write what stands behind the @ of addresses: --domains contoso.com,contoso.pl' })
}

async function askParam({ name, type, about, values }: ParamPlan, answers: Answers): Promise<ParamValue | undefined> {
  const value = await answers.answer({
    ask: `Parameter "${name}" has no value. ${about ?? ''}`, option: `--set ${name}=…`, why: about ?? `parameter "${name}" has no value`,
    ...(values ? { choices: values } : {}),
    check: answer => convert(answer, type) === undefined ? `that is no ${type}` : values && !values.includes(answer) ? `it can be: ${values.join(', ')}` : undefined,
  })
  return value === undefined ? undefined : convert(value, type)
}
