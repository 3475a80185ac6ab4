// What an expression gives and reads, known before any row: types, marks, mistakes that would only show in data.
import { nearest } from '../diagnostics/nearest.ts'
import { correction, suggestion } from '../diagnostics/suggestion.ts'
import { chosenBy, type Field, highest } from '../spec/field.ts'
import { withHyphens } from './hyphens.ts'
import { judgeCall } from './judge-call.ts'
import { judgeOperands } from './judge-operands.ts'
import { judgeValues } from './judge-values.ts'
import { blank, either, type Known, known, literal } from './known.ts'
import { namesIn, type Problem, type Scope } from './scope.ts'
import { spelled } from './spelled.ts'
import type { At, Binary, Expression } from './tree.ts'

/** A parameter of the function around, and how often it is used. */
export type Bound = { readonly known: Known, uses: number }

export type Judging = {
  readonly scope: Scope
  readonly variables: ReadonlyMap<string, Bound>
  readonly reads: Set<string>
  readonly report: (problem: Problem) => void
}

/**
 * Judges an expression against the fields and parameters there are. `field` is the result: its trail is left empty for
 * the caller, `values` is closed where the result can only be one of some literals. `reads` names the fields read, in
 * order, including those that only $inside, $remote and $kind see. Never throws; takes expressions with refused parts.
 */
export function judge(
  expression: Expression, scope: Scope,
): { readonly field: Field, readonly reads: readonly string[], readonly problems: readonly Problem[] } {
  const problems: Problem[] = []
  const reads = new Set<string>()
  const hyphens: Problem[] = []
  const meant = withHyphens(expression, scope, problem => { hyphens.push(problem) })
  const { type, list, mark, chosen, values } = judgeNode(meant, {
    scope, reads, variables: new Map(), report: problem => {
      // One mistake at a time is enough for one name.
      const isNamed = ({ offset, length }: Problem): boolean => offset === problem.offset && length === problem.length
      if (!hyphens.some(isNamed)) problems.push(problem)
    },
  })
  return {
    field: { type, list, mark, ...chosenBy(chosen), ...values ? { values } : {}, trail: [] },
    reads: [...reads],
    problems: [...hyphens, ...problems].toSorted((a, b) => a.offset - b.offset),
  }
}

export function judgeNode(node: Expression, judging: Judging): Known {
  switch (node.kind) {
    case 'literal': return literal(node)
    case 'field': return judgeField(node.name, node, judging)
    case 'param': return judgeParam(node.name, node, judging)
    case 'variable': {
      const bound = judging.variables.get(node.name)!
      bound.uses++
      return bound.known
    }
    case 'group': return judgeNode(node.inner, judging)
    case 'list': {
      const members = node.items.map(item => {
        if (item.kind === 'list') {
          const hint = 'write the members of both in one list, or use $append'
          judging.report(wrong(item, 'a list stands within a list', hint))
        }
        return withoutAccounts(judgeNode(item, judging))
      })
      const [first, ...more] = members
      if (!first) return { ...blank, list: true }
      const all = more.reduce(either, first)
      return known({ ...all, list: true }, all.mark, all.chosen ?? 'open')
    }
    case 'negate': {
      const operand = judgeNode(node.operand, judging)
      judgeOperands('-', node, [[node.operand, operand]], judging)
      return number(operand)
    }
    case 'choice': {
      const when = judgeNode(node.when, judging)
      const result = either(judgeNode(node.yes, judging), node.no ? judgeNode(node.no, judging) : blank)
      return { ...result, mark: highest(when.mark, result.mark), ...chosenBy(when.mark, result.chosen) }
    }
    case 'binary': return judgeBinary(node, judging)
    case 'call': return judgeCall(node, judging)
    case 'refused': return blank
  }
}

function judgeBinary(node: Binary, judging: Judging): Known {
  const left = judgeNode(node.left, judging)
  const right = judgeNode(node.right, judging)
  judgeOperands(node.operator, node, [[node.left, left], [node.right, right]], judging)
  judgeValues(node.operator, [node.left, left], [node.right, right], judging)
  const mark = highest(left.mark, right.mark)
  if (['+', '-', '*', '/', '%'].includes(node.operator)) {
    const { type } = node.operator === '/' ? number() : number(left, right)
    return known({ type, list: false }, mark)
  }
  return known({ type: node.operator === '&' ? 'text' : 'boolean', list: false }, mark)
}

/** There is no type for numbers with decimals: they are text. */
const number = (...of: readonly Known[]): Known => known({
  type: of.length > 0 && of.every(one => one.type === 'integer') ? 'integer' : 'text',
  list: false,
}, highest(...of.map(one => one.mark)))

function judgeField(name: string, at: At, { scope, reads, report }: Judging): Known {
  const field = scope.fields.get(name)
  if (field) {
    reads.add(name)
    // What it would be without the mistake before is not known.
    if (field.broken) return blank
    return known(field, field.mark, field.chosen ?? 'open')
  }
  const word = Object.hasOwn(words, name.toLowerCase()) ? words[name.toLowerCase()] : undefined
  if (word !== undefined) {
    report({
      code: 'unknown-field', offset: at.offset, length: at.length, message: `no field "${name}" at this step`,
      hint: `write ${word}`, fix: { replace: word },
    })
    return blank
  }
  const names = namesIn(scope)
  report({
    code: 'unknown-field', offset: at.offset, length: at.length,
    message: `no field "${name}" at this step`, hint: fieldHint(name, names),
    ...correction(name, names, near => spelled({ ...at, kind: 'field', name: near })),
  })
  return blank
}

/** Values of other languages. */
const words: Readonly<Record<string, string>> = {
  true: 'true', false: 'false', null: '""', none: '""', nil: '""', undefined: '""',
}

/** A word that is near to no field is often meant as a text. */
const fieldHint = (name: string, names: readonly string[]): string =>
  `${suggestion(name, names, 'field')}${nearest(name, names) === undefined ? `; for a text write "${name}" with double quotes` : ''}`

function judgeParam(name: string, at: At, { scope, report }: Judging): Known {
  const param = scope.params.get(name)
  if (param) return { type: param.type === 'list' ? 'text' : param.type, list: param.type === 'list', mark: 'open' }
  const names = [...scope.params.keys()]
  report({
    code: 'unknown-param', offset: at.offset, length: at.length,
    message: `no parameter "${name}"`, hint: suggestion(name, names, 'parameter'),
    ...correction(name, names, near => spelled({ ...at, kind: 'param', name: near })),
  })
  return blank
}

/** Accounts are texts to all that does not ask for accounts. */
export const withoutAccounts = (one: Known): Known => one.type === 'account' ? { ...one, type: 'text' } : one

export const wrong = ({ offset, length }: At, message: string, hint?: string): Problem =>
  ({ code: 'wrong-argument', offset, length, message, ...hint === undefined ? {} : { hint } })
