// Tests beside rules: rows in, rows out, as the rule file states them.
import type { ParamValue } from '../expression/scope.ts'
import { entriesOf, isMap, isScalar, itemsOf, pick, textOf, textsOf } from '../load/pick.ts'
import type { Entry, Tree } from '../load/tree.ts'
import type { ExpectedCell, InputPlan, Plan, TestPlan } from '../plan/plan.ts'
import { allSteps, sourceInputs } from '../plan/steps.ts'
import type { Cell } from '../spec/field.ts'
import { type Checker, problem, unknownName } from './checker.ts'
import { convert } from './params.ts'

export function readTests(tests: readonly Entry[], plan: Plan, checker: Checker): readonly TestPlan[] {
  return tests.map(entry => readTest(entry, plan, checker))
}

function readTest({ key: title, keyAt, value: node }: Entry, plan: Plan, checker: Checker): TestPlan {
  const people = pick(node, 'people')
  const dropped = pick(node, 'dropped')
  const quarantined = pick(node, 'quarantined')
  const lookupInput = plan.inputs.get([...plan.lookups.values()][0]?.from ?? '')
  for (const { key, keyAt: at } of entriesOf(dropped)) {
    const ids = allSteps(plan).map(step => step.id)
    if (!ids.includes(key)) unknownName(checker, 'bad-test', at, key, { what: 'step', known: ids })
  }
  return {
    title, place: keyAt,
    params: readTestParams(pick(node, 'params'), plan, checker),
    ...(people ? { people: itemsOf(people).map(row => readRow(row, lookupInput, checker)) } : {}),
    given: readGiven(pick(node, 'given'), plan, checker),
    expect: readExpected(pick(node, 'expect'), plan, checker),
    ...(dropped ? { dropped: new Map(entriesOf(dropped).map(({ key, value }) => [key, Number(textOf(value))])) } : {}),
    ...(quarantined ? { quarantined: Number(textOf(quarantined)) } : {}),
  }
}

function readTestParams(tree: Tree | undefined, plan: Plan, checker: Checker): ReadonlyMap<string, ParamValue> {
  return new Map(entriesOf(tree).flatMap(({ key, keyAt, value }): [string, ParamValue][] => {
    const param = plan.params.get(key)
    if (!param) {
      unknownName(checker, 'unknown-param', keyAt, key, { what: 'parameter', known: [...plan.params.keys()] })
      return []
    }
    const read = isScalar(value) ? convert(value.value ?? '', param.type) : convert(textsOf(value), param.type)
    if (read === undefined) problem(checker, 'wrong-type', value.at, `"${key}" takes a value of type ${param.type}`)
    return read === undefined ? [] : [[key, read]]
  }))
}

/** Records of the pipeline's own input, or a map from input to records. */
function readGiven(tree: Tree | undefined, plan: Plan, checker: Checker): TestPlan['given'] {
  const perInput = isMap(tree) ? tree.entries : tree ? [{ key: plan.from, keyAt: tree.at, value: tree }] : []
  const known = sourceInputs(plan)
  return new Map(perInput.map(({ key, keyAt, value }) => {
    if (!known.includes(key)) unknownName(checker, 'bad-test', keyAt, key, { what: 'input', where: 'gives rows', known })
    return [key, itemsOf(value).map(row => readRow(row, plan.inputs.get(key), checker))]
  }))
}

function readRow(tree: Tree, input: InputPlan | undefined, checker: Checker): ReadonlyMap<string, Cell> {
  const names = input?.fields.map(field => field.name) ?? []
  return new Map(entriesOf(tree).map(({ key, keyAt, value }): [string, Cell] => {
    if (!names.includes(key)) unknownName(checker, 'bad-test', keyAt, key, { what: 'field', where: 'in the input', known: names })
    const list = input?.fields.find(field => field.name === key)?.field.list
    return [key, list || value.kind === 'list' ? textsOf(value) : textOf(value) ?? '']
  }))
}

/** Rows per output: a list for the only output, or a map from output to list. */
function readExpected(tree: Tree | undefined, plan: Plan, checker: Checker): TestPlan['expect'] {
  const [first] = plan.outputs
  const perOutput = isMap(tree) ? tree.entries : tree && first ? [{ key: first.name, keyAt: tree.at, value: tree }] : []
  return new Map(perOutput.map(({ key, keyAt, value }) => {
    const output = plan.outputs.find(one => one.name === key)
    if (!output) unknownName(checker, 'bad-test', keyAt, key, { what: 'output', known: plan.outputs.map(one => one.name) })
    return [key, itemsOf(value).map(row => ({
      place: row.at,
      cells: new Map(entriesOf(row).map(({ key: column, keyAt: at, value: cell }): [string, ExpectedCell] => {
        const columns = output?.columns.map(one => one.name) ?? []
        if (output && !columns.includes(column)) unknownName(checker, 'bad-test', at, column, { what: 'column', known: columns })
        const hash = textOf(pick(cell, 'hash'))
        return [column, hash === undefined ? { value: textOf(cell) ?? '' } : { hash }]
      })),
    }))]
  }))
}
