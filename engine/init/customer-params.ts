// The parameters of a customer: set on the command line, found in the directory, or asked.
import { convert, strangeValue } from '../check/params.ts'
import { Stop } from '../diagnostics/diagnostic.ts'
import { suggestion } from '../diagnostics/suggestion.ts'
import type { ParamValue } from '../expression/scope.ts'
import { domainName } from '../people/domains.ts'
import type { ParamPlan } from '../plan/plan.ts'
import { type Base, type DomainParam, domainParams } from './base.ts'
import type { Reasoned } from './changes.ts'
import type { Customer, CustomerWishes } from './customer.ts'
import { addressesIn } from './directory-addresses.ts'
import { type OwnDomains, likelyDomains } from './domains.ts'
import type { Answers } from './question.ts'

type Surveys = Customer['surveys']

/** What `--set` says. Stops (2) at names and values that the base does not have. */
export function settings({ plan }: Base, { settings: given, today }: CustomerWishes): readonly (readonly [string, Reasoned<ParamValue>])[] {
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

/** Parameters that nothing sets yet; the own domains among them, and those of cloud mailboxes where the directory has such. */
export async function requiredParams(
  base: Base, known: ReadonlySet<string>, surveys: Surveys, wishes: CustomerWishes, answers: Answers,
): Promise<ReadonlyMap<string, Reasoned<ParamValue>>> {
  const params = new Map<string, Reasoned<ParamValue>>()
  const domains = domainParams(base)
  if (wishes.domains && domains.length === 0) {
    throw new Stop(2, { code: 'usage', message: '--domains: the base has no lookup whose domains a customer sets', hint: 'leave it out' })
  }
  for (const param of base.plan.params.values()) {
    const ofLookup = domains.find(one => one.param === param.name)
    if (ofLookup && wishes.domains) {
      const value = checkedDomains(wishes.domains)
      if (!sameDomains(base, param, value)) params.set(param.name, { value })
    } else if (param.value !== undefined || known.has(param.name)) continue
    else {
      const value = ofLookup ? await askDomains(ofLookup, surveys, answers) : await askParam(param, answers)
      if (value !== undefined) params.set(param.name, { value })
    }
  }
  for (const { cloud, input, fields } of domains) {
    if (cloud === undefined || known.has(cloud) || [base.plan.params.get(cloud)?.value ?? []].flat().length > 0) continue
    const value = await askCloud(cloud, (await domainsIn(input, fields, surveys)).cloud, answers)
    if (value.length > 0) params.set(cloud, { value, why: 'the directory has cloud mailboxes' })
  }
  return params
}

/** What the customer's own library says already is not said again. Stops (2) where it says otherwise. */
function sameDomains({ shared }: Base, { name, value }: ParamPlan, given: readonly string[]): boolean {
  if (shared === undefined || value === undefined) return false
  const inOrder = (domains: readonly unknown[]): string => domains.map(String).toSorted().join()
  if (inOrder([value].flat()) === inOrder(given)) return true
  throw new Stop(2, {
    code: 'usage', message: `${shared} has other own domains than --domains, and all exports share it`,
    hint: `change params.${name} there, or leave --domains out`,
  })
}

async function askDomains({ input, fields }: DomainParam, surveys: Surveys, answers: Answers): Promise<readonly string[] | undefined> {
  const { own } = await domainsIn(input, fields, surveys)
  const value = await answers.answer({
    ask: 'Which are the organisation\'s own mail domains? With commas between several; sub-domains belong to them.',
    option: `--domains ${own.length > 0 ? own.join(',') : 'DOMAINS'}`,
    why: own.length > 0 ? 'the organisation\'s own mail domains; most accounts have addresses there' : 'the organisation\'s own mail domains, with commas between several',
    ...(own.length > 0 ? { proposal: own.join(',') } : {}), check: checkDomains,
  })
  return value === undefined ? undefined : checkedDomains(value.split(','))
}

async function askCloud(param: string, found: readonly string[], answers: Answers): Promise<readonly string[]> {
  if (found.length === 0) return []
  const none = '(none)'
  const proposal = found.join(',')
  const value = await answers.answer({
    ask: 'At which domains are colleagues\' cloud mailboxes?', choices: [proposal, none], proposal, optional: true,
    option: `--set ${param}=${proposal}`, why: 'domains of colleagues\' cloud mailboxes; accounts have addresses there', check: answer => answer === none ? undefined : checkDomains(answer),
  })
  return value === undefined || value === none ? [] : checkedDomains(value.split(','))
}

/** The domains that look like the organisation's own and its cloud's. */
async function domainsIn(input: string, fields: readonly string[], surveys: Surveys): Promise<OwnDomains> {
  return likelyDomains(await addressesIn(input, fields, surveys))
}

const checkDomains = (answer: string): string | undefined =>
  answer.split(',').every(isDomain) ? undefined : 'write what stands behind the @ of addresses, such as contoso.com,contoso.pl'

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
