// Arguments against parameters: what would fail for every row is a mistake of the author, told before there is one.
import { type ExpressionFunction, type Parameter, signature } from './functions/declaration.ts'
import { type Judging, wrong } from './judge.ts'
import { isText } from './judge-operands.ts'
import type { Known } from './known.ts'
import type { Argument, Expression } from './tree.ts'
import { shortly } from './written.ts'

/**
 * Reports what is wrong with one argument, at the argument. `known` is undefined for functions and patterns; `others`
 * follow it.
 */
export function judgeArgument(
  declared: ExpressionFunction, parameter: Parameter, argument: Argument, known: Known | undefined,
  others: readonly Argument[], { scope, report }: Judging,
): void {
  const name = `$${declared.name}`
  const form = `write ${signature(declared)}`
  const example = `write ${declared.examples[0]!.expression}`
  if (argument.kind === 'refused') return
  if (argument.kind === 'lambda') {
    const [least, most] = parameter.arity ?? [0, 0]
    const count = argument.parameters.length
    if (parameter.takes !== 'function') report(wrong(argument, `${name} takes no function here`, form))
    else if (count < least || count > most) {
      const message = `the function in ${name} has ${count} parameters; it needs ${least} to ${most}`
      report(wrong(argument, message, example))
    }
    return
  }
  if (argument.kind === 'pattern') {
    if (parameter.takes !== 'pattern') report(wrong(argument, `${name} takes no regular expression here`, form))
    return
  }
  if (parameter.takes === 'function') report(wrong(argument, `${name} needs a function here`, example))
  else if (parameter.takes === 'account') judgeAccount(name, argument, known!, report)
  else judgeValue(declared, parameter, { argument, known: known! }, others, { scope, report })
}

function judgeAccount(
  name: string, argument: Expression, { type, list, blank }: Known, report: Judging['report'],
): void {
  const inner = argument.kind === 'group' ? argument.inner : argument
  // An unknown field is blank here, and a problem of its own.
  if (inner.kind === 'refused' || inner.kind === 'field' && blank) return
  const own = shortly(inner)
  if (inner.kind !== 'field' && inner.kind !== 'variable') {
    report(wrong(argument, `${name} asks a field, not a computed value`, 'name a field that an identify step made'))
  } else if (list) {
    const hint = type === 'account' ? `write $filter(${own}, function($x){ ${name}($x) }), or $map for the answers`
      : 'put identify before this step, and use $filter or $map'
    report(wrong(argument, `${name} asks one account, and ${own} is a list`, hint))
  } else if (type !== 'account') {
    report(wrong(argument, `${name} needs an account, and ${own} is a plain ${type}`, 'put identify before this step'))
  }
}

type Value = { readonly argument: Expression, readonly known: Known }

function judgeValue(
  declared: ExpressionFunction, parameter: Parameter, { argument, known }: Value, others: readonly Argument[],
  { scope, report }: Pick<Judging, 'scope' | 'report'>,
): void {
  const { name } = declared
  const { takes } = parameter
  const own = shortly(argument)
  const one = takes === 'text' || takes === 'pattern' || takes === 'number' || takes === 'scalar'
  const wantsText = takes === 'text' || takes === 'pattern' || takes === 'texts'
  const wantsNumber = takes === 'number' || takes === 'numbers'
  if (one && known.list) {
    const hint = parameter === declared.parameters[0] ? memberHint(declared, own, others) : undefined
    report(wrong(argument, `$${name} takes one value as ${parameter.name}, and this is a list`, hint))
  } else if (takes === 'list' && name === 'count' && !known.list && argument.kind === 'field' && !known.blank) {
    const until = scope.fields.get(argument.name)?.listUntil
    const message = '$count tells how many members a list has, and this is one value'
    report({
      ...until === undefined ? wrong(argument, message, `write ${own} != ""`)
        : wrong(argument, `${message} behind the step "${until}"`, `put this step before "${until}"`),
      severity: 'warning',
    })
  } else if (wantsText && (known.type === 'integer' || known.type === 'boolean')) {
    const is = known.type === 'integer' ? 'a number' : 'true or false'
    const hint = known.list ? undefined : `write $string(${own})`
    report(wrong(argument, `$${name} takes text as ${parameter.name}, and this is ${is}`, hint))
  } else if (wantsNumber && (isText([argument, known]) || isTexts(argument, known))) {
    const hint = known.list ? `write $map(${own}, function($x){ $number($x) })` : `write $number(${own})`
    report(wrong(argument, `$${name} takes numbers as ${parameter.name}, and this is text`, hint))
  }
}

/** The function for each member instead; one that is true or false most likely asks whether any is so. */
function memberHint({ name, gives }: ExpressionFunction, list: string, others: readonly Argument[]): string {
  if (name === 'length') return `write $count(${list}) for the number of its members`
  const call = `$${name}(${['$x', ...others.map(shortly)].join(', ')})`
  return gives([{ type: 'text', list: false }, { type: 'text', list: false }], noScope).type === 'boolean'
    ? `write $count($filter(${list}, function($x){ ${call} })) > 0` : `write $map(${list}, function($x){ ${call} })`
}

const noScope = { fields: new Map(), params: new Map() }

const isTexts = ({ kind }: Expression, { list, type }: Known): boolean =>
  list && type !== 'integer' && kind === 'field'
