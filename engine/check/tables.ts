// What must hold for an output as a whole: columns by name, of this output or another.
import type { Place } from '../diagnostics/diagnostic.ts'
import { entriesOf, isScalar, itemsOf, pick, textOf } from '../load/pick.ts'
import type { Entry, Tree } from '../load/tree.ts'
import type { Otherwise, TableRule } from '../plan/plan.ts'
import { type Checker, textValue, unknownName } from './checker.ts'

/** Reads `expect` of one output; `outputs` are all of the file, to which it may refer. */
export function readTableRules(own: Entry, outputs: readonly Entry[], checker: Checker): readonly TableRule[] {
  const tree = pick(own.value, 'expect')
  const column = (name: string, { key: output, value }: Entry, place: Place): string => {
    const known = entriesOf(pick(value, 'columns')).map(({ key }) => key)
    if (!known.includes(name)) unknownName(checker, 'unknown-column', place, name, { what: 'column', where: `in output "${output}"`, known })
    return name
  }
  /** `COLUMN` of this output, or `OUTPUT.COLUMN`. */
  const target = (node: Tree): { readonly output: string, readonly column: string } => {
    const written = isScalar(node) ? node : pick(node, 'to')
    const text = textOf(written) ?? ''
    const place = (written ?? node).at
    const dot = text.indexOf('.')
    const name = text.slice(0, Math.max(dot, 0))
    const output = dot < 0 ? own : outputs.find(({ key }) => key === name)
    if (!output) {
      unknownName(checker, 'unknown-column', place, name, { what: 'output', known: outputs.map(({ key }) => key) })
      return { output: own.key, column: '' }
    }
    return { output: output.key, column: column(text.slice(dot + 1), output, place) }
  }
  const otherwise = (node: Tree): Otherwise => {
    const written = textValue(checker, pick(node, 'otherwise'))
    return written === 'blank' || written === 'warn' ? written : 'stop'
  }
  return [
    ...itemsOf(pick(tree, 'unique')).map((node): TableRule => ({ rule: 'unique', column: column(textOf(node) ?? '', own, node.at), place: node.at })),
    ...entriesOf(pick(tree, 'refers')).map(({ key, keyAt, value }): TableRule =>
      ({ rule: 'refers', column: column(key, own, keyAt), to: target(value), otherwise: otherwise(value), place: keyAt })),
    ...entriesOf(pick(tree, 'acyclic')).map(({ key, keyAt, value }): TableRule =>
      ({ rule: 'acyclic', parent: column(key, own, keyAt), id: target(value).column, otherwise: otherwise(value), place: keyAt })),
  ]
}

/** The rules about columns that are written under the header profile of the run. */
export const heldRules = (rules: readonly TableRule[], output: string, columnsOf: (output: string) => readonly string[]): readonly TableRule[] =>
  rules.filter(rule => columnsNamed(rule, output).every(({ output: name, column }) => columnsOf(name).includes(column)))

function columnsNamed(rule: TableRule, output: string): readonly { readonly output: string, readonly column: string }[] {
  switch (rule.rule) {
    case 'unique': return [{ output, column: rule.column }]
    case 'refers': return [{ output, column: rule.column }, rule.to]
    case 'acyclic': return [{ output, column: rule.id }, { output, column: rule.parent }]
  }
}
