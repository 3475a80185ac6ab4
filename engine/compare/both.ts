// Two versions of the rules made ready to run over the same records.
import { checkRules } from '../check/rules.ts'
import { Stop } from '../diagnostics/diagnostic.ts'
import type { ParamValue } from '../expression/scope.ts'
import type { Loaded } from '../load/rules.ts'
import type { Plan } from '../plan/plan.ts'
import { type Prepared, type Wishes, prepare } from '../run/prepare.ts'

export type Both = {
  readonly before: Prepared
  readonly after: Prepared
  /** Both read the samples, with the values that parameters have for these. */
  readonly sample: boolean
  /** Parameters that only one version gives a value; the other was run with the same. */
  readonly borrowed: readonly string[]
}

/**
 * Each version gets the wishes it has names for; a name that neither has stops (2), as does an input that is missing where
 * any is given. Without a given input, what stands in the way is the reason why data are not compared.
 */
export async function prepareBoth(before: Loaded, after: Loaded, wishes: Wishes): Promise<Both | { readonly reason: string }> {
  const given = wishes.inputs.size > 0
  const plans = [planOf(before), planOf(after)] as const
  refuseStandardInput(wishes)
  try {
    const samples = sampleValues(plans, wishes)
    const first = await prepareEach(before, after, plans, withSettings(wishes, samples))
    if (first.before.sample && first.after.sample) {
      return sameFiles(first.before, first.after) ? { ...first, sample: true, borrowed: [] } : { reason: 'the samples of the two are not the same files; give --input' }
    }
  } catch (error) {
    if (!(error instanceof Stop) || !standsInTheWay(error)) throw error
    if (!given && error.diagnostic.code !== 'missing-param') return { reason: `${error.diagnostic.message}; ${error.diagnostic.hint}` }
  }
  const borrowed = borrowedValues(before, after, wishes)
  const real = await prepareEach(before, after, plans, withSettings(wishes, borrowed))
  return sameFiles(real.before, real.after) ? { ...real, sample: false, borrowed: [...borrowed.keys()] } : { reason: 'the two name other files; give --input' }
}

const standsInTheWay = ({ diagnostic }: Stop): boolean => ['missing-input', 'missing-param', 'no-files'].includes(diagnostic.code)

const planOf = (loaded: Loaded): Plan => {
  const { plan } = checkRules(loaded, new Map(), true)
  if (!plan) throw new Stop(2, { code: 'usage', message: `${loaded.file} is a library; no rows come of it`, hint: 'compare rule files that include it' })
  return plan
}

async function prepareEach(before: Loaded, after: Loaded, [first, second]: readonly [Plan, Plan], wishes: Wishes): Promise<{ before: Prepared, after: Prepared }> {
  return { before: await prepared(before, narrowed(wishes, first, second)), after: await prepared(after, narrowed(wishes, second, first)) }
}

async function prepared(loaded: Loaded, wishes: Wishes): Promise<Prepared> {
  const result = await prepare(loaded, wishes)
  if (!('mistakes' in result)) return result
  const [error] = result.mistakes.diagnostics.filter(({ severity }) => severity === 'error')
  throw new Stop(2, error!)
}

/** What the other version has a name for, and this one has not, is not for this one. */
function narrowed(wishes: Wishes, plan: Plan, other: Plan): Wishes {
  const input = (name: string): boolean => plan.inputs.has(name) || !other.inputs.has(name)
  const param = (name: string): boolean => plan.params.has(name) || !other.params.has(name)
  const only = <Value>(map: ReadonlyMap<string, Value>, keep: (name: string) => boolean): Map<string, Value> => new Map([...map].filter(([name]) => keep(name)))
  return {
    ...wishes, settings: only(wishes.settings, param), inputs: only(wishes.inputs, input), encodings: only(wishes.encodings, input),
    without: new Set([...wishes.without].filter(input)),
  }
}

const withSettings = (wishes: Wishes, more: ReadonlyMap<string, string>): Wishes => ({ ...wishes, settings: new Map([...more, ...wishes.settings]) })

/** On the samples both versions are run with the values made for them: otherwise the whole difference would be whose domains they are. */
const sampleValues = (plans: readonly Plan[], { settings }: Wishes): ReadonlyMap<string, string> =>
  new Map(plans.flatMap(({ params }) => [...params.values()]).flatMap(({ name, sample }) => sample === undefined || settings.has(name) ? [] : [[name, written(sample)]]))

/** Values that one version has, and the other has not: a base has no domains, and its overlay has. */
function borrowedValues(before: Loaded, after: Loaded, { settings, today }: Wishes): ReadonlyMap<string, string> {
  const [first, second] = [before, after].map(loaded => checkRules(loaded, settings, false, today).plan!.params)
  const missing = (params: Plan['params'], others: Plan['params']) => [...params.values()].flatMap(({ name, value }) => {
    const other = others.get(name)?.value
    return value === undefined && other !== undefined ? [[name, written(other)] as const] : []
  })
  return new Map([...missing(first!, second!), ...missing(second!, first!)])
}

const written = (value: ParamValue): string => [value].flat().join(',')

const sameFiles = (before: Prepared, after: Prepared): boolean =>
  [...before.files].every(([input, files]) => !after.files.has(input) || after.files.get(input)!.join('\n') === files.join('\n'))

function refuseStandardInput({ inputs }: Wishes): void {
  const name = [...inputs].find(([, files]) => files.includes('-'))?.[0]
  if (name !== undefined) throw new Stop(2, { code: 'usage', message: `input "${name}" is read twice, which standard input cannot be`, hint: `write it to a file, and --input ${name}=FILE` })
}
