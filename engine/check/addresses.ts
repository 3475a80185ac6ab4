// Addresses that stand in the rule file itself, where they would leave the building or be shown: every run would tell them.
import { entriesOf, pick, textOf } from '../load/pick.ts'
import type { Entry, Tree } from '../load/tree.ts'
import { type Checker, problem, textValue } from './checker.ts'

/** Something on both sides of an `@`. */
export const isAddress = (text: string): boolean => /[^\s@]@[^\s@]/.test(text)

/** Reports addresses in headers, and in the reasons that the summary of a run and its record repeat. */
export function checkAddresses(merged: Tree, checker: Checker): void {
  const outputs = entriesOf(pick(merged, 'outputs'))
  const sources = outputs.flatMap(({ value }) => entriesOf(pick(value, 'from')))
  for (const step of [merged, ...[...outputs, ...sources].map(({ value }) => value)].flatMap(part => entriesOf(pick(part, 'steps')))) {
    for (const type of entriesOf(step.value)) refuse(pick(type.value, 'because'), 'a reason', checker)
  }
  for (const { value: output } of outputs) {
    entriesOf(pick(output, 'columns')).forEach(column => checkHeaders(column, checker))
    for (const { value } of entriesOf(pick(output, 'allow'))) refuse(value, 'a reason', checker)
  }
}

function checkHeaders({ key, keyAt, value }: Entry, checker: Checker): void {
  if (isAddress(key)) problem(checker, 'identity-in-name', keyAt, 'the name of this column looks like an address', 'write what the column holds, not whose it is')
  for (const header of [pick(value, 'header'), ...entriesOf(pick(value, 'headers')).map(one => one.value)]) refuse(header, 'a header', checker)
}

function refuse(node: Tree | undefined, what: string, checker: Checker): void {
  const text = node && (pick(node, 'param') ? textValue(checker, node) : textOf(node))
  if (!node || text === undefined || !isAddress(text)) return
  problem(checker, 'identity-in-name', node.at, `${what} holds what looks like an address`, 'take it out: headers and reasons are shown to everybody')
}
