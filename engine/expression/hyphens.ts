// Names with a hyphen that stand without backticks: differences to JSONata, and hardly ever meant as such.
import { nearest } from '../diagnostics/nearest.ts'
import { correction, suggestion } from '../diagnostics/suggestion.ts'
import { namesIn, type Problem, type Scope } from './scope.ts'
import { spelled } from './spelled.ts'
import { type At, type Binary, type Expression, partsOf, withParts } from './tree.ts'

type Named = Extract<Expression, { readonly kind: 'field' | 'param' }>
type Part = Named | Extract<Expression, { readonly kind: 'literal' }>

/** The expression with each difference that is meant as a name as that name; reports it. */
export function withHyphens(node: Expression, scope: Scope, report: (problem: Problem) => void): Expression {
  // Without a `-` there is nothing to look for.
  if (!hasDifference(node)) return node
  const chain = node.kind === 'binary' && node.operator === '-' ? chainOf(node) : undefined
  const problem = chain && problemOf(chain, scope)
  if (!chain || !problem) return withParts(node, part => withHyphens(part, scope, report))
  report(problem.finding)
  const refused: Expression = { ...at(chain), kind: 'refused' }
  const name: Expression = problem.known ? { ...at(chain), kind: chain.first.kind, name: problem.name } : refused
  return withHyphens(withName(chain, name) ?? refused, scope, report)
}

/** The operation with the name in place of the chain; undefined where parts of both its sides belong to others. */
function withName({ first, last, rest, behind }: Chain, name: Expression): Expression | undefined {
  if (behind === last) return replaced(rest, first, name)
  return rest === first ? replaced(behind, last, name) : undefined
}

const hasDifference = (node: Expression): boolean => node.kind === 'binary' && node.operator === '-'
  || partsOf(node).some(part => part.kind !== 'pattern' && hasDifference(part.kind === 'lambda' ? part.body : part))

/** `first-…-last`, without blanks where `close`; `rest` is what `first` ends, `behind` what `last` begins. */
type Chain = {
  readonly first: Named
  readonly last: Part
  readonly parts: readonly Part[]
  readonly close: boolean
  readonly rest: Expression
  readonly behind: Expression
}

function chainOf(node: Binary): Chain | undefined {
  const last = leftmost(node.right)
  if (!last || last.kind === 'param') return undefined
  const parts: Part[] = [last]
  const close = isClose(node, last)
  for (let minus = node; ;) {
    const part = rightmost(minus.left)
    if (!part) return undefined
    parts.unshift(part)
    const { left } = minus
    // `size - a-b`: what stands with blanks belongs to no name without.
    const isDifference = left.kind === 'binary' && left.operator === '-' && left.right === part
    if (isDifference && isClose(left, part) === close) minus = left
    else if (part.kind === 'literal') return undefined
    else return { first: part, last, parts, close, rest: left, behind: node.right }
  }
}

/** No blank stands around the `-`. */
function isClose(minus: Binary, behind: Part): boolean {
  const before = rightmost(minus.left)
  return before !== undefined && end(before) === minus.offset && minus.offset + 1 === behind.offset
}

const end = ({ offset, length }: Expression): number => offset + length

const at = ({ first, last }: Chain): At => ({ offset: first.offset, length: end(last) - first.offset })

function leftmost(node: Expression): Part | undefined {
  return node.kind === 'binary' ? leftmost(node.left) : asPart(node)
}

function rightmost(node: Expression): Part | undefined {
  if (node.kind === 'negate') return rightmost(node.operand)
  return node.kind === 'binary' ? rightmost(node.right) : asPart(node)
}

function asPart(node: Expression): Part | undefined {
  if (node.kind === 'literal') return typeof node.value === 'number' ? node : undefined
  return node.kind === 'field' || node.kind === 'param' ? node : undefined
}

const replaced = (node: Expression, part: Expression, by: Expression): Expression =>
  node === part ? by : withParts(node, inner => replaced(inner, part, by))

type Found = { readonly name: string, readonly known: boolean, readonly finding: Problem }

/** What is wrong with a chain; undefined where it is a difference of fields that there are. */
function problemOf(chain: Chain, scope: Scope): Found | undefined {
  const { first, parts, close } = chain
  const name = parts.map(part => part.kind === 'literal' ? String(part.value) : part.name).join('-')
  const known = first.kind === 'field' ? scope.fields.has(name) : scope.params.has(name)
  const numbers = parts.every(part => part.kind === 'literal' || typeOf(part, scope) === 'integer')
  const missing = parts.some(part => part.kind !== 'literal' && typeOf(part, scope) === undefined)
  if (known ? numbers && !close : !close || !missing) return undefined
  const spell = (near: string): string => spelled({ ...first, name: near })
  const place = { code: first.kind === 'field' ? 'unknown-field' : 'unknown-param', ...at(chain) } as const
  if (!known) return { name, known, finding: { ...place, ...unknown(name, first, scope, spell) } }
  const difference = numbers ? '; a difference has blanks on both sides' : ''
  const hint = `write ${spell(name)} with the backticks${difference}`
  const message = 'a name with a hyphen reads as a difference here'
  return { name, known, finding: { ...place, message, hint, fix: { replace: spell(name) } } }
}

const typeOf = ({ kind, name }: Named, { fields, params }: Scope): string | undefined =>
  (kind === 'field' ? fields : params).get(name)?.type

type Wording = Pick<Problem, 'message' | 'hint' | 'fix'>

function unknown(name: string, { kind }: Named, scope: Scope, spell: (near: string) => string): Wording {
  const names = kind === 'field' ? namesIn(scope) : [...scope.params.keys()]
  const near = nearest(name, names)
  const what = kind === 'field' ? 'field' : 'parameter'
  return {
    message: `no ${what} "${name}"${kind === 'field' ? ' at this step' : ''}`,
    hint: near === undefined ? `${suggestion(name, names, what)}; one with a hyphen stands in backticks`
      : `did you mean ${spell(near)} with the backticks?`,
    ...correction(name, names, spell),
  }
}
