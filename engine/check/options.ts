// The options of one step: from the tree to typed values, with expressions parsed and parameters filled in.
import { likely, onlyLikely } from '../diagnostics/synonyms.ts'
import { parse } from '../expression/parse.ts'
import { entriesOf, flagOf, isList, isMap, isScalar, itemsOf, pick, textOf, textsOf } from '../load/pick.ts'
import type { Entry, Scalar, Tree } from '../load/tree.ts'
import { type Option, each, isFree, listed } from '../spec/option.ts'
import type { Step } from '../spec/step.ts'
import { type Checker, problem, textValue, textsValue, valueOf } from './checker.ts'

/** The options of a step as far as they can be read; `sound` where all of them can, and none is missing. */
export type Read = { readonly values: Record<string, unknown>, readonly sound: boolean }

/**
 * The values a step declaration's `flow` and `run` receive. What cannot be read is left out, and reported here or by
 * the schema check.
 */
export function readOptions(step: Step, tree: Tree | undefined, checker: Checker): Read {
  const items = step.options[listed]
  if (items) return readItems(items, tree, checker)
  if (!isMap(tree)) return { values: {}, sound: false }
  const values: Record<string, unknown> = {}
  let sound = checkAlternatives(step, tree, checker)
  for (const [name, option] of Object.entries(step.options)) {
    if (name === each) {
      const read = readEach(option, tree, checker)
      values[each] = read.values
      sound &&= read.sound
      continue
    }
    const node = pick(tree, name)
    const value = node ? readOption(option, node, checker) : option.otherwise
    if (value !== undefined) values[name] = value
    else if (node || !option.optional) sound = false
  }
  return { values, sound }
}

/** The options with each misspelt one, which the schema check reports, as the one it is likely to mean. */
export function meantOptions(step: Step, tree: Tree | undefined): Tree | undefined {
  const known = Object.keys(step.options)
  if (!isMap(tree) || known.some(isFree) || tree.entries.every(({ key }) => known.includes(key))) return tree
  const open = known.filter(key => !pick(tree, key))
  const meant = (key: string): string => known.includes(key) ? key : onlyLikely(key, open) ?? key
  return { ...tree, entries: tree.entries.map(entry => ({ ...entry, key: meant(entry.key) })) }
}

/** The same option under every key. */
function readEach(option: Option, tree: Tree, checker: Checker): Read {
  const all = entriesOf(tree).map(({ key, value }) => [key, readOption(option, value, checker)] as const)
  const read = all.filter(([, value]) => value !== undefined)
  return { values: Object.fromEntries(read), sound: read.length === all.length }
}

function readItems(option: Option, tree: Tree | undefined, checker: Checker): Read {
  const items = isList(tree) ? tree.items : []
  const read = items.map(item => readEach(option, item, checker))
  const sound = items.length > 0 && read.every(one => one.sound && Object.keys(one.values).length > 0)
  return { values: { [listed]: read.map(({ values }) => values) }, sound }
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
    checker.report({
      code, severity: 'error', place: node.locate(offset, length), message, ...(hint === undefined ? {} : { hint }),
      // Around most expressions stand single quotes.
      ...(fix && !fix.replace.includes("'") ? { fix } : {}),
    })
  }
  return expression
}

function checkAlternatives(step: Step, tree: Tree, checker: Checker): boolean {
  if (!step.either) return true
  const written = entriesOf(tree).map(entry => entry.key)
  const alternatives = step.either.map(names => names.map(name => `\`${name}\``).join(' with ')).join(', or ')
  const touched = step.either.filter(names => names.some(name => written.includes(name)))
  if (touched.length === 1 && touched[0]!.every(name => written.includes(name))) return true
  const foreign = entriesOf(tree).filter(({ keyAt }) => keyAt.file !== tree.at.file)
  const odd = touched.length > 1 ? foreign.find(({ key }) => step.either!.flat().includes(key)) : undefined
  if (odd) reportOtherWay(odd, step, tree, alternatives, checker)
  else if (touched.length > 1) {
    problem(checker, 'unknown-key', tree.at, `step "${step.name}" takes one of its ways only`, `write ${alternatives}`)
  } else if (!written.some(name => likely(name, Object.keys(step.options)).length > 0 && !(name in step.options))) {
    // A misspelt option is the schema's finding; saying that it is missing too would be the same mistake twice.
    problem(checker, 'missing-key', tree.at, `step "${step.name}" lacks what it works on`, `write ${alternatives}`)
  }
  return false
}

/** An overlay wrote an option beside those of its base that it cannot stand beside. */
function reportOtherWay(odd: Entry, step: Step, tree: Tree, alternatives: string, checker: Checker): void {
  checker.report({
    code: 'unknown-key', severity: 'error', place: odd.keyAt,
    message: `the step of the base works in another way, without \`${odd.key}\``,
    trail: [{ place: tree.at, text: 'the step in the base' }],
    hint: `put in a step of its own with \`${odd.key}\`, by \`after\`; a step "${step.name}" takes ${alternatives}`,
  })
}
