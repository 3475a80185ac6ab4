// What fields tell in another version of the rules: what is hashed, who counts as whom, and what is read.
import { pick } from '../load/pick.ts'
import type { KindRule, LookupPlan, Plan, StepPlan } from '../plan/plan.ts'
import { marks } from '../spec/field.ts'
import { differing, named } from './privacy-rows.ts'
import type { Effect, Version } from './version.ts'

/** Types of steps that make a field tell less, and what is said of the field then. */
const hiding: Readonly<Record<string, string>> = {
  'hash': 'hashed', 'redact': 'redacted', 'conform': 'held to a closed list', 'scrub-event-id': 'scrubbed', 'scrub-recurrence': 'scrubbed', 'scrub-time-zone': 'scrubbed',
}

/** Fields that no longer go through such a step, and those that now do. */
export function effectsOnHiding(before: Plan, after: Plan): readonly Effect[] {
  const [first, second] = [hiddenIn(before), hiddenIn(after)]
  const one = (effect: Effect['effect'], text: string, { place }: StepPlan): Effect => ({ effect, text, place })
  return [
    ...[...first].filter(([what]) => !second.has(what)).map(([what, { step, name }]) => one('more', `${what.replace(' is ', ' is no longer ')} (step ${name})`, step)),
    ...[...second].filter(([what]) => !first.has(what)).map(([what, { step, name }]) => one('less', `${what.replace(' is ', ' is now ')} (step ${name})`, step)),
    ...[...second].flatMap(([what, { step, name }]) => {
      const was = first.get(what)?.step
      return was && manner(was) !== manner(step) ? [one('other', `${what.replace(' is ', ' is otherwise ')}${was.options['profile'] === step.options['profile'] ? '' : ': files of the two do not join'} (step ${name})`, step)] : []
    }),
  ]
}

/** `sender is hashed`, and where; of an output that both versions need not have, with its name. */
function hiddenIn(plan: Plan): ReadonlyMap<string, { readonly step: StepPlan, readonly name: string }> {
  return new Map([...named(plan, Object.keys(hiding))].flatMap(([name, step]) => {
    const output = name.slice(step.id.length)
    const fields = step.options['fields']
    return Array.isArray(fields) ? fields.map(field => [`${String(field)}${output} is ${hiding[step.type]}`, { step, name }] as const) : []
  }))
}

const manner = ({ options }: StepPlan): string => JSON.stringify(Object.entries(options).filter(([name]) => name !== 'fields').toSorted())

export function effectsOnKinds(before: Plan, after: Plan): readonly Effect[] {
  return [...after.lookups.values()].flatMap(lookup => {
    const was = before.lookups.get(lookup.name)
    return was ? [...ofRules(was, lookup), ...ofDomains(was, lookup)] : []
  })
}

function ofRules(was: LookupPlan, lookup: LookupPlan): readonly Effect[] {
  const [gone, come] = differing(was.kinds.map(ruleText), lookup.kinds.map(ruleText))
  // Whoever no rule names is a person.
  const more = (text: string): boolean => text.startsWith('person ')
  return [
    ...gone.map((text): Effect => ({ effect: more(text) ? 'less' : 'more', text: `accounts are no longer told as ${text}` })),
    ...come.map((text): Effect => ({ effect: more(text) ? 'more' : 'less', text: `accounts are told as ${text}` })),
  ]
}

const ruleText = ({ kind, anywhere, tests }: KindRule): string =>
  `${kind} by ${tests.map(({ field, patterns }) => `${field} ${patterns.map(pattern => pattern === '' ? 'blank' : pattern).join(' or ')}`).join(', ')}${anywhere ? ', anywhere' : ''}`

function ofDomains(was: LookupPlan, lookup: LookupPlan): readonly Effect[] {
  return ([['domains', 'own'], ['cloudDomains', 'of the cloud, and own']] as const).flatMap(([key, what]) => {
    const [gone, come] = differing(was[key], lookup[key])
    return [
      ...gone.length > 0 ? [{ effect: 'other' as const, text: `addresses at ${gone.join(', ')} are no longer ${what}` }] : [],
      ...come.length > 0 ? [{ effect: 'other' as const, text: `addresses at ${come.join(', ')} are ${what}` }] : [],
    ]
  })
}

/** Personal fields that are read, and marks that were lowered. */
export function effectsOnReading(before: Version, after: Version): readonly Effect[] {
  const fields = ({ plan, merged }: Version) => new Map([...plan.inputs.values()].flatMap(input => input.fields.map(({ name, field }) =>
    [`${input.name}.${name}`, { mark: field.mark, place: pick(merged, 'inputs', input.name, 'fields', name)?.at }] as const)))
  const [first, second] = [fields(before), fields(after)]
  const isPersonal = (mark: string): boolean => mark === 'identity' || mark === 'sensitive'
  return [
    ...[...second].flatMap(([name, { mark, place }]): readonly Effect[] => {
      const was = first.get(name)
      const at = place ? { place } : {}
      if (!was) return isPersonal(mark) ? [{ effect: 'more', text: `${name} is read (${mark})`, ...at }] : []
      return was.mark === mark ? [] : [{ effect: marks.indexOf(mark) < marks.indexOf(was.mark) ? 'more' : 'less', text: `${name} is declared ${mark}, it was ${was.mark}`, ...at }]
    }),
    ...[...first].filter(([name, { mark }]) => !second.has(name) && isPersonal(mark))
      .map(([name, { mark, place }]): Effect => ({ effect: 'less', text: `${name} is not read any more (${mark})`, ...place ? { place } : {} })),
  ]
}
