// Function calls to closures: arguments as their parameters take them, inline functions over their own variables.
import type { Row } from '../spec/field.ts'
import { type Compiled, compileNode, type Evaluate, plain, type Surroundings, type Variable } from './compile.ts'
import { accept } from './accept.ts'
import { functions } from './functions/index.ts'
import type { Callback, ExpressionFunction, Given, Run, Takes } from './functions/declaration.ts'
import { compilePattern } from './pattern.ts'
import type { Call, Lambda } from './tree.ts'
import { withoutAccounts } from './values.ts'

type GivenArgument = (row: Row) => Given

export function compileCall(node: Call, around: Surroundings): Compiled {
  const declared = functions.get(node.name)!
  const values = node.arguments.map(argument =>
    argument.kind === 'lambda' || argument.kind === 'pattern' ? undefined : compileNode(argument, around))
  const lambda = node.arguments.find(argument => argument.kind === 'lambda')
  const body = lambda && compileLambda(declared, lambda, values, around)
  const accounts = declared.keepsAccounts
    ? values.every(value => value === undefined || value.accounts)
    : Boolean(body?.accounts)
  const given = node.arguments.map((argument, index): GivenArgument => {
    if (argument.kind === 'lambda') return body!.callback
    if (argument.kind === 'pattern') {
      const matcher = compilePattern(argument.source, argument.flags)
      return () => matcher
    }
    const { takes } = declared.parameters[index]!
    const raw = accounts || takes === 'account' || body !== undefined && index === 0
    return taken(takes, raw ? values[index]!.evaluate : plain(values[index]!))
  })
  const evaluate = called(declared.run as Run, given)
  return {
    // Without a round of its function, $reduce gives a member as it is.
    evaluate: !accounts && node.name === 'reduce' ? row => withoutAccounts(evaluate(row)) : evaluate,
    accounts,
    boolean: neverBlank.includes(node.name),
  }
}

/** Functions that give true or false whatever they are given; the other conditions give nothing for nothing. */
const neverBlank: readonly string[] = ['inside', 'remote', 'exists']

function taken(takes: Takes, evaluate: Evaluate): GivenArgument {
  if (takes === 'any' || takes === 'account' || takes === 'function') return evaluate
  const accepted = accept[takes]
  return row => accepted(evaluate(row))
}

function called(run: Run, [first, second, third, fourth]: readonly GivenArgument[]): Evaluate {
  if (!first) return () => run(undefined, undefined, undefined, undefined)
  if (!second) return row => run(first(row), undefined, undefined, undefined)
  if (!third) return row => run(first(row), second(row), undefined, undefined)
  if (!fourth) return row => run(first(row), second(row), third(row), undefined)
  return row => run(first(row), second(row), third(row), fourth(row))
}

type Body = { readonly callback: (row: Row) => Callback, readonly accounts: boolean }

/**
 * An inline function. Members of a list of accounts stay accounts within it. $map gives on the accounts it makes; so
 * does $reduce as long as both what it starts from and what its function gives are accounts.
 */
function compileLambda(
  declared: ExpressionFunction, lambda: Lambda, values: readonly (Compiled | undefined)[], around: Surroundings,
): Body {
  const [list, , start] = values
  const accounts = Boolean(list?.accounts)
  if (declared.name !== 'reduce') {
    return compileBody(lambda, [accounts, false, accounts], declared.name === 'map', around)
  }
  if (accounts && (start === undefined || start.accounts)) {
    const kept = compileBody(lambda, [true, true, false, true], true, around)
    if (kept.accounts) return kept
  }
  return compileBody(lambda, [false, accounts, false, accounts], false, around)
}

/**
 * The body over variables made here, once: an inline function never calls itself, nor outlives the call it stands in.
 * `holds` tells which parameters hold accounts; unless `keep`, the body's own accounts become texts.
 */
function compileBody(lambda: Lambda, holds: readonly boolean[], keep: boolean, around: Surroundings): Body {
  const named = lambda.parameters.map((name, index): readonly [string, Variable] =>
    [name, { value: undefined, accounts: holds[index] ?? false }])
  const cells = named.map(([, variable]) => variable)
  const variables = new Map([...around.variables, ...named])
  const compiled = compileNode(lambda.body, { ...around, variables })
  const accounts = keep && Boolean(compiled.accounts)
  const evaluate = accounts ? compiled.evaluate : plain(compiled)
  const spare: Variable = { value: undefined, accounts: false }
  const [first = spare, second = spare, third = spare, fourth = spare] = cells
  // The first member, which $reduce starts from, comes as an account even where the values after it are texts.
  const texts = holds[1] === true && !first.accounts
  let row: Row = []
  const callback: Callback = (one, two, three, four) => {
    first.value = texts ? withoutAccounts(one) : one
    second.value = two
    third.value = three
    fourth.value = four
    return evaluate(row)
  }
  return {
    callback: current => {
      row = current
      return callback
    },
    accounts,
  }
}
