// Tests beside rules: rows in, rows out, as the rule file states them.
import type { ParamValue } from '../expression/scope.ts'
import { entriesOf, isMap, isScalar, pick, textOf, textsOf } from '../load/pick.ts'
import type { Entry, Tree } from '../load/tree.ts'
import type { Plan, TestPlan } from '../plan/plan.ts'
import { sourceInputs } from '../plan/steps.ts'
import { type Checker, problem, unknownName } from './checker.ts'
import { convert } from './params.ts'
import { readExpectedRows, readRecords } from './test-rows.ts'

/**
 * What tests may name beyond the plan: columns of other header profiles, which a test may choose, and steps that could
 * not be read.
 */
export type Written = { readonly outputs: Tree | undefined, readonly steps: readonly string[] }

export function readTests(tests: readonly Entry[], plan: Plan, written: Written, checker: Checker): readonly TestPlan[] {
  return tests.map(entry => readTest(entry, plan, written, checker))
}

function readTest({ key: title, keyAt, value: node }: Entry, plan: Plan, { outputs, steps }: Written, checker: Checker): TestPlan {
  const people = pick(node, 'people')
  const dropped = pick(node, 'dropped')
  const quarantined = pick(node, 'quarantined')
  const lookupInput = plan.inputs.get([...plan.lookups.values()][0]?.from ?? '')
  for (const { key, keyAt: at } of entriesOf(dropped)) {
    if (!steps.includes(key)) unknownName(checker, 'bad-test', at, key, { what: 'step', known: steps })
  }
  return {
    title, place: keyAt,
    params: readTestParams(pick(node, 'params'), plan, checker),
    ...(people ? { people: readRecords(people, lookupInput, checker) } : {}),
    given: readGiven(pick(node, 'given'), plan, checker),
    expect: readExpected(pick(node, 'expect'), plan, outputs, checker),
    ...(dropped ? { dropped: new Map(entriesOf(dropped).map(({ key, value }) => [key, Number(textOf(value))])) } : {}),
    ...(quarantined ? { quarantined: Number(textOf(quarantined)) } : {}),
  }
}

function readTestParams(tree: Tree | undefined, plan: Plan, checker: Checker): ReadonlyMap<string, ParamValue> {
  return new Map(entriesOf(tree).flatMap(({ key, keyAt, value }): [string, ParamValue][] => {
    const param = plan.params.get(key)
    if (!param) {
      unknownName(checker, 'bad-test', keyAt, key, { what: 'parameter', known: [...plan.params.keys()] })
      return []
    }
    const read = isScalar(value) ? convert(value.value ?? '', param.type) : convert(textsOf(value), param.type)
    if (read === undefined) problem(checker, 'wrong-type', value.at, `"${key}" takes a value of type ${param.type}`)
    return read === undefined ? [] : [[key, read]]
  }))
}

/** Records of the pipeline's own input, or a map from input to records: of those that give rows, and of directories. */
function readGiven(tree: Tree | undefined, plan: Plan, checker: Checker): TestPlan['given'] {
  const perInput = isMap(tree) ? tree.entries : tree ? [{ key: plan.from, keyAt: tree.at, value: tree }] : []
  const known = [...new Set([...sourceInputs(plan), ...[...plan.lookups.values()].map(({ from }) => from)])]
  return new Map(perInput.map(({ key, keyAt, value }) => {
    if (!known.includes(key)) unknownName(checker, 'bad-test', keyAt, key, { what: 'input', where: 'is read', known })
    return [key, readRecords(value, plan.inputs.get(key), checker)]
  }))
}

/** Rows of the only output, or a map from output to rows. */
function readExpected(tree: Tree | undefined, plan: Plan, outputs: Tree | undefined, checker: Checker): TestPlan['expect'] {
  const [first] = plan.outputs
  const perOutput = isMap(tree) ? tree.entries : tree && first ? [{ key: first.name, keyAt: tree.at, value: tree }] : []
  return new Map(perOutput.map(({ key, keyAt, value }) => {
    const output = plan.outputs.find(one => one.name === key)
    if (!output) unknownName(checker, 'bad-test', keyAt, key, { what: 'output', known: plan.outputs.map(one => one.name) })
    return [key, readExpectedRows(value, output, entriesOf(pick(outputs, key, 'columns')).map(column => column.key), checker)]
  }))
}
