// Lookups: how accounts are found and told apart by kind.
import { entriesOf, flagOf, isScalar, itemsOf, pick, textOf, textsOf } from '../load/pick.ts'
import type { Entry, Tree } from '../load/tree.ts'
import { derivedFields } from '../people/listing.ts'
import type { InputPlan, KindRule, KindTest, LookupPlan } from '../plan/plan.ts'
import { type Checker, textsValue, unknownName } from './checker.ts'
import { declaration } from './known-columns.ts'
import { checkPatterns } from './wildcards.ts'

/** Kinds that identify gives by itself. */
export const builtInKinds = ['person', 'outside', 'unknown', 'none'] as const

export const kindsOf = (lookup: LookupPlan): readonly string[] =>
  [...new Set([...lookup.kinds.map(rule => rule.kind), ...builtInKinds])]

export function readLookups(tree: Tree | undefined, inputs: ReadonlyMap<string, InputPlan>, checker: Checker): ReadonlyMap<string, LookupPlan> {
  return new Map(entriesOf(tree).map(entry => [entry.key, readLookup(entry, inputs, checker)]))
}

function readLookup({ key: name, value: node }: Entry, inputs: ReadonlyMap<string, InputPlan>, checker: Checker): LookupPlan {
  const fromNode = pick(node, 'from')
  const from = textOf(fromNode) ?? ''
  const input = inputs.get(from)
  if (fromNode && !input) unknownName(checker, 'unknown-input', fromNode.at, from, { what: 'input', known: [...inputs.keys()] })
  const fields = input?.fields.map(field => field.name)
  const names = (key: string, more: readonly string[] = []): readonly string[] => {
    for (const item of itemsOf(pick(node, key))) checkField(item, fields && [...fields, ...more], checker)
    return textsOf(pick(node, key))
  }
  return {
    name, from,
    domains: textsValue(checker, pick(node, 'domains')),
    cloudDomains: textsValue(checker, pick(node, 'cloud-domains')),
    address: names('address'), also: names('also'), id: names('id', ['address']),
    remote: entriesOf(pick(node, 'remote')).map(test => readTest(test, input, checker)),
    kinds: itemsOf(pick(node, 'kinds')).flatMap(entriesOf).map(rule => readRule(rule, input, checker)),
  }
}

function readRule({ key: kind, value: node }: Entry, input: InputPlan | undefined, checker: Checker): KindRule {
  return {
    kind,
    ...(flagOf(pick(node, 'anywhere')) ? { anywhere: true } : {}),
    tests: entriesOf(node).filter(({ key }) => key !== 'anywhere').map(test => readTest(test, input, checker)),
  }
}

function readTest({ key: field, keyAt, value: node }: Entry, input: InputPlan | undefined, checker: Checker): KindTest {
  const known = input && [...input.fields.map(({ name }) => name), ...derivedFields]
  if (known && !known.includes(field)) {
    unknownName(checker, 'unknown-field', keyAt, field, { ...ofDirectory, known, ...undeclaredIn(input, field) })
  }
  const numbers = itemsOf(node).every(item => isScalar(item) && typeof item.value === 'number')
  checkPatterns(node, field, input?.fields.find(({ name }) => name === field)?.field.type, checker)
  return { field, patterns: numbers && !pick(node, 'param') ? itemsOf(node).map(item => isScalar(item) ? Number(item.value) : 0) : textsValue(checker, node) }
}

function undeclaredIn(input: InputPlan | undefined, field: string): { readonly instead?: string } {
  const instead = declaration(field, input)
  return instead === undefined ? {} : { instead }
}

function checkField(item: Tree, fields: readonly string[] | undefined, checker: Checker): void {
  const name = textOf(item)
  if (name !== undefined && fields && !fields.includes(name)) {
    unknownName(checker, 'unknown-field', item.at, name, { ...ofDirectory, known: fields })
  }
}

const ofDirectory = { what: 'field', where: 'in the directory' }
