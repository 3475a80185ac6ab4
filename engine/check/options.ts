// The options of one step: from the tree to typed values, with expressions parsed and parameters filled in.
import { nearest } from '../diagnostics/nearest.ts'
import { parse } from '../expression/parse.ts'
import { entriesOf, flagOf, isList, isMap, isScalar, itemsOf, pick, textOf, textsOf } from '../load/pick.ts'
import type { Scalar, Tree } from '../load/tree.ts'
import { type Option, each, listed } from '../spec/option.ts'
import type { Step } from '../spec/step.ts'
import { type Checker, problem, textValue, textsValue, valueOf } from './checker.ts'

/**
 * The values a step declaration's `flow` and `run` receive; undefined when one of them cannot be read, which is
 * reported here or by the schema check.
 */
export function readOptions(step: Step, tree: Tree | undefined, checker: Checker): Record<string, unknown> | undefined {
  const items = step.options[listed]
  if (items) return readItems(items, tree, checker)
  if (!isMap(tree)) return undefined
  const values: Record<string, unknown> = {}
  let sound = checkAlternatives(step, tree, checker)
  for (const [name, option] of Object.entries(step.options)) {
    if (name === each) {
      values[each] = readEach(option, tree, checker)
      sound &&= values[each] !== undefined
      continue
    }
    const node = pick(tree, name)
    const value = node ? readOption(option, node, checker) : option.otherwise
    if (value !== undefined) values[name] = value
    else if (node || !option.optional) sound = false
  }
  return sound ? values : undefined
}

/** The same option under every key; undefined when one of them cannot be read. */
function readEach(option: Option, tree: Tree, checker: Checker): Readonly<Record<string, unknown>> | undefined {
  const entries = entriesOf(tree).map(({ key, value }) => [key, readOption(option, value, checker)] as const)
  return entries.every(([, value]) => value !== undefined) ? Object.fromEntries(entries) : undefined
}

function readItems(option: Option, tree: Tree | undefined, checker: Checker): Record<string, unknown> | undefined {
  if (!isList(tree) || tree.items.length === 0) return undefined
  const read = tree.items.map(item => entriesOf(item).length > 0 ? readEach(option, item, checker) : undefined)
  return read.includes(undefined) ? undefined : { [listed]: read }
}

function readOption(option: Option, node: Tree, checker: Checker): unknown {
  switch (option.role) {
    case 'expression': return isScalar(node) && typeof node.value === 'string' ? readExpression(node, checker) : undefined
    case 'field': case 'new-field': case 'lookup': return textOf(node)
    case 'fields': return readNames(node, checker)
    case 'words': return isMap(node) && node.entries.every(({ value }) => isScalar(value))
      ? Object.fromEntries(node.entries.map(({ key, value }) => [key, textOf(value) ?? ''])) : undefined
    case 'kinds': return isEmpty(node, checker) ? undefined : textsValue(checker, node)
    case 'texts': return textsValue(checker, node)
    case 'flag': return pick(node, 'param') ? valueOf(checker, node) : flagOf(node)
    case 'text': case 'pattern': return textValue(checker, node)
    case 'choice': {
      const value = textValue(checker, node)
      if (value === undefined || option.choices?.includes(value)) return value
      // A written value that is not among the choices is the schema's finding; one that a parameter brings is ours.
      const declared = checker.params.get(textOf(pick(node, 'param')) ?? '')
      // A default that its own declaration does not have is reported there.
      if (declared && !(declared.values && !declared.values.includes(value))) {
        problem(checker, 'wrong-value', node.at, `the parameter holds "${value}"`, `this option takes: ${option.choices?.join(', ')}`)
      }
      return undefined
    }
  }
}

function readNames(node: Tree, checker: Checker): readonly string[] | undefined {
  return !isEmpty(node, checker) && itemsOf(node).every(isScalar) ? textsOf(node) : undefined
}

function isEmpty(node: Tree, checker: Checker): boolean {
  if (!isList(node) || node.items.length > 0) return false
  problem(checker, 'missing-key', node.at, 'this list is empty, so the step would do nothing', 'write what belongs there, or take the step out')
  return true
}

function readExpression(node: Scalar, checker: Checker): unknown {
  const { expression, problems } = parse(String(node.value))
  for (const { code, offset, length, message, hint, fix } of problems) {
    checker.report({ code, severity: 'error', place: node.locate(offset, length), message, ...(hint === undefined ? {} : { hint }), ...(fix ? { fix } : {}) })
  }
  return expression
}

function checkAlternatives(step: Step, tree: Tree, checker: Checker): boolean {
  if (!step.either) return true
  const written = entriesOf(tree).map(entry => entry.key)
  const alternatives = step.either.map(names => names.map(name => `\`${name}\``).join(' with ')).join(', or ')
  const touched = step.either.filter(names => names.some(name => written.includes(name)))
  if (touched.length === 1 && touched[0]!.every(name => written.includes(name))) return true
  // A misspelt option is the schema's finding; saying that it is missing too would be the same mistake twice.
  const known = Object.keys(step.options)
  if (written.some(name => !known.includes(name) && nearest(name, known))) return false
  problem(checker, touched.length > 1 ? 'unknown-key' : 'missing-key', tree.at,
    touched.length > 1 ? `step "${step.name}" takes one of its ways only` : `step "${step.name}" lacks what it works on`, `write ${alternatives}`)
  return false
}
