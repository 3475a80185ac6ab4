// Functions over the members of a list: what kind and mark their results have.
import { highest, type Mark } from '../spec/field.ts'
import type { ExpressionFunction } from './functions/declaration.ts'
import { type Bound, type Judging, judgeNode, withoutAccounts, wrong } from './judge.ts'
import { blank, either, type Known, known } from './known.ts'
import type { Lambda } from './tree.ts'

/**
 * The result of $map, $filter or $reduce. $filter gives members: it is as private as the list and its condition. $map
 * and $reduce are as private as what their function makes of the members, as what members were chosen by before, and as
 * the list where it ignores them.
 */
export function judgeLambda(
  declared: ExpressionFunction, lambda: Lambda, values: readonly (Known | undefined)[], judging: Judging,
): Known {
  const list = values[0] ?? blank
  const member: Known = { ...list, list: false }
  const position = known({ type: 'integer', list: false }, list.mark)
  if (declared.name === 'reduce') return judgeReduce(declared, lambda, list, values[2], judging)
  const { result, uses } = judgeBody(lambda, [member, position, list], judging)
  const chosen = list.chosen ?? 'open'
  if (declared.name === 'filter') {
    return known(declared.gives([list], judging.scope), highest(list.mark, result.mark), highest(chosen, result.mark))
  }
  if (result.list) {
    const hint = 'let the function give one value, such as $join(…)'
    judging.report(wrong(lambda, `$${declared.name} makes a list of lists`, hint))
  }
  return known(declared.gives([list, result], judging.scope), highest(result.mark, chosen, markLeft(list, uses[0])))
}

/** The value so far is either what $reduce starts from or what its function gave before; two rounds settle which. */
function judgeReduce(
  declared: ExpressionFunction, lambda: Lambda, list: Known, start: Known | undefined, judging: Judging,
): Known {
  const member: Known = { ...list, list: false }
  const position = known({ type: 'integer', list: false }, list.mark)
  const first = start ?? member
  const guess = judgeBody(lambda, [first, member, position, list], { ...judging, report: () => {} })
  const soFar = agreed(first, guess.result)
  const { result, uses } = judgeBody(lambda, [soFar, member, position, list], judging)
  const all = agreed(soFar, result)
  const chosen = highest(list.chosen ?? 'open', all.chosen ?? 'open', markLeft(list, uses[1]))
  return known(declared.gives([list, all], judging.scope), highest(all.mark, chosen), chosen)
}

/** Accounts only where both are, as compiling does: a blank beside them makes texts. */
function agreed(one: Known, other: Known): Known {
  const accounts = one.type === 'account' && other.type === 'account'
  return accounts ? either(one, other) : either(withoutAccounts(one), withoutAccounts(other))
}

type Body = { readonly result: Known, readonly uses: readonly number[] }

function judgeBody(lambda: Lambda, given: readonly Known[], judging: Judging): Body {
  const bound = given.map((one): Bound => ({ known: one, uses: 0 }))
  const named = lambda.parameters.map((name, index): readonly [string, Bound] =>
    [name, bound[index] ?? { known: blank, uses: 0 }])
  const result = judgeNode(lambda.body, { ...judging, variables: new Map([...judging.variables, ...named]) })
  return { result, uses: bound.map(one => one.uses) }
}

/**
 * What the list itself adds. Where the function uses the members, its result carries what of them is left: nothing
 * when they only go through functions that lower marks. Where it does not, the number of results tells of the list.
 */
const markLeft = (list: Known, uses: number | undefined): Mark => uses ? 'open' : list.mark
