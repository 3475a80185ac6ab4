// Texts that are compared with something that never is one of them: a misspelt word, most often.
import { nearest } from '../diagnostics/nearest.ts'
import { correction } from '../diagnostics/suggestion.ts'
import type { Judging } from './judge.ts'
import type { Known } from './known.ts'
import type { Scope } from './scope.ts'
import { spelled } from './spelled.ts'
import type { Expression, Literal, Operator } from './tree.ts'

type Operand = readonly [node: Expression, known: Known]

/** Warns of each text that a closed list of values, with which it is compared, does not have. A blank is always one of them. */
export function judgeValues(operator: Operator, left: Operand, right: Operand, { scope, report }: Judging): void {
  if (!['=', '!=', 'in'].includes(operator)) return
  for (const [[node, known], other] of [[left, right[0]], [right, left[0]]] as const) {
    const values = closedValues(node, known, scope)
    for (const { value, offset, length } of values ? textsOf(other) : []) {
      const text = String(value)
      if (text === '' || values!.includes(text)) continue
      report({
        ...isKind(node) ? { code: 'unknown-kind', message: `no kind of account "${text}"` }
          : { code: 'unknown-value', severity: 'warning', message: `${subject(node)} is never "${text}"` },
        // The quotes stay, whichever they are.
        offset: offset + 1, length: length - 2,
        hint: nearest(text, values!) === undefined ? `it can be: ${values!.join(', ')}` : `did you mean "${nearest(text, values!)}"?`,
        ...correction(text, values!.filter(one => !/["'\\]/.test(one))),
      })
    }
  }
}

/** All that an operand can be; words beside pseudonyms are not all, and those of a text that is written out are no news. */
function closedValues(node: Expression, known: Known, scope: Scope): readonly string[] | undefined {
  const { type, values } = known
  switch (node.kind) {
    case 'group': return closedValues(node.inner, known, scope)
    case 'param': return scope.params.get(node.name)?.values
    case 'field': case 'variable': case 'call': return type === 'pseudonym' || values?.length === 0 ? undefined : values
    default: return undefined
  }
}

/** The texts that stand in the expression itself, alone or in a list. */
function textsOf(node: Expression): readonly Literal[] {
  switch (node.kind) {
    case 'literal': return typeof node.value === 'string' ? [node] : []
    case 'group': return textsOf(node.inner)
    case 'list': return node.items.flatMap(textsOf)
    default: return []
  }
}

/** What step `drop` says of it too: accounts of the kind that is meant would go on as persons do. */
const isKind = (node: Expression): boolean => node.kind === 'group' ? isKind(node.inner) : node.kind === 'call' && node.name === 'kind'

const subject = (node: Expression): string =>
  node.kind === 'group' ? subject(node.inner) : node.kind === 'call' ? `$${node.name}(…)` : spelled(node)
