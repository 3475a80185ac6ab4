// JSONata's syntax tree to ours: takes what always ends, refuses the rest with the place and what to write instead.
import { functions, refusedFunctions } from './functions/index.ts'
import { insteadOfObject, insteadOfPath, insteadOfVariable } from './instead.ts'
import { limits } from './limits.ts'
import type { Node } from './parsed.ts'
import { patternProblem } from './pattern.ts'
import { type Refused, refusals } from './refusals.ts'
import type { Problem } from './scope.ts'
import type { Token } from './tokens.ts'
import { type Argument, type At, type Expression, type Lambda, type Operator, operators } from './tree.ts'

/** The tree and everything in it that is refused; refused parts stand as nodes of kind `refused`. */
export function subset(
  root: Node, source: string, all: readonly Token[],
): { readonly expression: Expression, readonly problems: readonly Problem[] } {
  const problems: Problem[] = []
  const tokens = all.filter(token => token.kind !== 'comment')
  const byEnd = new Map(tokens.map((token, index) => [token.end, index]))
  const whole: At = { offset: 0, length: source.length }
  let nodes = 0
  let exhausted = false

  const at = (node: { readonly position?: number }, before = 0): At => {
    const token = tokens[(byEnd.get(node.position ?? -1) ?? -1) - before]
    return token ? { offset: token.start, length: token.end - token.start } : whole
  }
  const own = (place: At): string => source.slice(place.offset, place.offset + place.length)
  const refuse = (refused: Refused, place: At, more: Pick<Problem, 'hint' | 'fix'> = {}): Expression => {
    if (!exhausted) problems.push({ code: 'expression-not-allowed', ...place, ...refusals[refused], ...more })
    return { kind: 'refused', ...place }
  }

  const read = (node: Node, depth: number, variables: readonly string[], around: number): Expression => {
    nodes++
    if (exhausted) return { kind: 'refused', ...whole }
    if (depth > limits.depth || nodes > limits.nodes) {
      const refused = refuse(depth > limits.depth ? 'too deep' : 'too large', at(node))
      exhausted = true
      return refused
    }
    const inner = (child: Node): Expression => read(child, depth + 1, variables, around)
    const place = at(node)
    const decorated = decoration(node)
    if (decorated) return decorated
    switch (node.type) {
      case 'string':
      case 'value':
        return { kind: 'literal', value: node.value as string | boolean | null, ...place }
      case 'number':
        return Object.is(node.value, -0)
          ? { kind: 'negate', operand: { kind: 'literal', value: 0, ...place }, ...place }
          : { kind: 'literal', value: node.value as number, ...place }
      case 'path': return path(node.steps!)
      case 'variable': return variable(node, variables)
      case 'binary': {
        const operator = own(place)
        const both = { left: inner(node.lhs!), right: inner(node.rhs!) }
        if (operator === '..') return refuse('range', place)
        if (operator === '?:') return refuse('elvis', place)
        if (operator === '??') return refuse('coalesce', place)
        return operators.includes(operator as Operator)
          ? { kind: 'binary', operator: operator as Operator, ...both, ...place } : refuse('other', place)
      }
      case 'unary':
        if (node.value === '{') return refuse('object', place, insteadOfObject(source.slice(place.offset)))
        if (node.value === '-') return { kind: 'negate', operand: inner(node.expression!), ...place }
        return { kind: 'list', items: node.expressions!.map(inner), ...place }
      case 'condition':
        return {
          kind: 'choice', when: inner(node.condition!), yes: inner(node.then!),
          ...node.else ? { no: inner(node.else) } : {}, ...place,
        }
      case 'block': {
        if (node.expressions!.length === 0) return refuse('empty block', place)
        const [first, more] = node.expressions!.map(inner)
        return more ? refuse('several', place) : { kind: 'group', inner: first!, ...place }
      }
      case 'function': return call(node, depth, variables, around)
      case 'bind': return refuse('bind', place)
      case 'apply': return refuse('apply', place)
      case 'partial': return refuse('partial', at(node.arguments!.find(one => one.type === 'operator')!))
      case 'lambda': return node.thunk ? inner(node.body!) : refuse('lambda', at(node, 1))
      case 'regex': return refuse('pattern', place)
      case 'wildcard': return refuse(own(place) === '%' ? 'parent' : 'wildcard', place)
      case 'descendant': return refuse('descendant', place)
      case 'transform': return refuse('transform', place)
      default: return refuse('other', place)
    }
  }

  /** Predicates, groups, `[]`, `@` and `#` are properties of the node they follow. */
  const decoration = (node: Node): Expression | undefined => {
    if (node.type === 'variable' && node.value === 'params' && node.predicate) return refuse('params', at(node))
    const filter = (node.stages ?? node.predicate)?.[0]
    if (filter) return refuse(filter.expr?.type === 'number' ? 'index' : 'predicate', at(filter))
    if (node.group) return refuse('group', at(node.group))
    if (node.keepArray) return refuse('keep', at(node.type === 'path' ? node.steps!.at(-1)! : node))
    if (node.focus !== undefined || node.index !== undefined) return refuse('binding', at(node))
    return undefined
  }

  const path = (steps: readonly Node[]): Expression => {
    const [first, second] = steps as readonly [Node, Node?]
    const decorated = steps.map(decoration).find(one => one)
    if (decorated) return decorated
    const sorted = steps.find(step => step.type === 'sort')
    if (sorted) return refuse('sort', at(sorted))
    const special = steps.find(step => ['wildcard', 'descendant'].includes(step.type))
    if (special) return read(special, 0, [], 0)
    if (first.type === 'variable' && first.value === 'params' && second?.type === 'name') {
      if (steps.length > 2) return refuse('path', at(steps[2]!))
      const place = at(first)
      const end = at(second)
      const length = end.offset + end.length - place.offset
      return { kind: 'param', name: String(second.value), offset: place.offset, length }
    }
    if (second) return refuse('path', at(second), insteadOfPath(steps))
    if (first.type !== 'name') return refuse('other', at(first))
    return { kind: 'field', name: String(first.value), ...at(first) }
  }

  const variable = (node: Node, variables: readonly string[]): Expression => {
    const name = String(node.value)
    if (variables.includes(name)) return { kind: 'variable', name, ...at(node) }
    if (name === '' || name === '$') return refuse('context', at(node))
    return name === 'params' ? refuse('params', at(node)) : refuse('variable', at(node), insteadOfVariable(name))
  }

  const call = (node: Node, depth: number, variables: readonly string[], around: number): Expression => {
    const procedure = node.procedure!
    const name = procedure.type === 'variable' ? String(procedure.value)
      : procedure.type === 'path' && procedure.steps!.length === 1 ? undefined : ''
    const given = node.arguments!.map(one => argument(one, depth + 1, variables, around))
    if (name === '' || name === '$' || variables.includes(name ?? '')) return refuse('called value', at(node))
    if (name === undefined) {
      const place = at(procedure.steps![0]!)
      const word = String(procedure.steps![0]!.value)
      // What no function is called is said as of any other.
      const all = [...functions.keys(), ...refusedFunctions.keys()]
      const meant = all.find(one => one.toLowerCase() === word.toLowerCase())
      if (meant !== undefined) {
        problems.push({
          code: 'unknown-function', ...place, message: `\`${word}\` is a field here, not a function`,
          hint: `a function begins with $: write \`$${meant}(…)\``, fix: { replace: `$${meant}` },
        })
      }
      if (refusedFunctions.has(meant ?? '')) return { kind: 'refused', ...place }
      return { kind: 'call', name: meant ?? word, arguments: given, ...place }
    }
    return { kind: 'call', name, arguments: given, ...at(procedure) }
  }

  const argument = (node: Node, depth: number, variables: readonly string[], around: number): Argument => {
    if (node.type === 'regex' && !decoration(node)) return pattern(at(node))
    if (node.type === 'lambda' && !node.thunk && !decoration(node)) return lambda(node, depth, variables, around)
    return read(node, depth, variables, around)
  }

  const lambda = (node: Node, depth: number, variables: readonly string[], around: number): Argument => {
    const place = at(node, 1)
    const parameters = node.arguments!.map(parameter => String(parameter.value))
    if (node.signature) return refuse('signature', place)
    if (around >= limits.functions) return refuse('nested functions', place)
    const reserved = node.arguments!.find(({ value }) => value === '' || value === '$' || value === 'params')
    if (reserved) return refuse('reserved', at(reserved))
    const body = read(node.body!, depth + 1, [...variables, ...parameters], around + 1)
    return { kind: 'lambda', parameters, body, ...place } satisfies Lambda
  }

  const pattern = (place: At): Argument => {
    const text = own(place)
    const end = text.lastIndexOf('/')
    const found = { source: text.slice(1, end), flags: text.slice(end + 1) }
    const problem = patternProblem(found.source, found.flags)
    if (problem) {
      problems.push({ code: 'bad-pattern', ...place, ...problem })
      return { kind: 'refused', ...place }
    }
    return { kind: 'pattern', ...found, ...place }
  }

  const expression = read(root, 1, [], 0)
  return { expression, problems: problems.toSorted((a, b) => a.offset - b.offset) }
}
