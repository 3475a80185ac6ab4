// Calls: is there such a function, does it get what it takes, what kind and mark has its result.
import { correction, suggestion } from '../diagnostics/suggestion.ts'
import { highest, lowered } from '../spec/field.ts'
import { type ExpressionFunction, signature } from './functions/declaration.ts'
import { insteadOf } from './functions/foreign.ts'
import { functions, refusedFunctions } from './functions/index.ts'
import { judgeArgument } from './judge-argument.ts'
import { judgeLambda } from './judge-lambda.ts'
import { type Judging, judgeNode, withoutAccounts, wrong } from './judge.ts'
import { blank, type Known, known } from './known.ts'
import type { Problem } from './scope.ts'
import type { Call } from './tree.ts'
import { shortly } from './written.ts'

export function judgeCall(node: Call, judging: Judging): Known {
  const declared = functions.get(node.name)
  if (!declared) {
    judging.report(unknown(node))
    for (const argument of node.arguments) {
      if (argument.kind !== 'lambda' && argument.kind !== 'pattern') judgeNode(argument, judging)
    }
    return blank
  }
  reportCount(declared, node, judging)
  const values = node.arguments.map(argument =>
    argument.kind === 'lambda' || argument.kind === 'pattern' ? undefined : judgeNode(argument, judging))
  node.arguments.forEach((argument, index) => {
    const parameter = declared.parameters[index]
    if (parameter) judgeArgument(declared, parameter, argument, values[index], node.arguments.slice(index + 1), judging)
  })
  const lambda = node.arguments.find(argument => argument.kind === 'lambda')
  if (lambda) return judgeLambda(declared, lambda, values, judging)
  const given = values.map(value => value ?? blank)
  const kept = declared.keepsAccounts && given.every(one => one.type === 'account') ? given : given.map(withoutAccounts)
  const mark = highest(...given.map(one => declared.lowers ? lowered(declared.lowers.to, one) : one.mark))
  // What gives members as they are, all of them, chooses nothing.
  const chosen = declared.keepsAccounts ? highest(...given.map(one => one.chosen ?? 'open')) : mark
  return known(declared.gives(kept, judging.scope), mark, chosen)
}

function unknown(node: Call): Problem {
  const { name, offset, length } = node
  const instead = refusedFunctions.get(name)
  if (instead !== undefined) {
    const message = `$${name} is a function that rule files do without`
    return { code: 'expression-not-allowed', offset, length, message, hint: instead }
  }
  const known = [...functions.keys()].map(one => `$${one}`)
  const hint = insteadOf(name, node.arguments.map(shortly))
  return {
    code: 'unknown-function', offset, length, message: `no function "$${name}"`,
    hint: hint ?? suggestion(`$${name}`, known, 'function'), ...hint === undefined ? correction(`$${name}`, known) : {},
  }
}

function reportCount(declared: ExpressionFunction, node: Call, { report }: Judging): void {
  const least = declared.parameters.filter(parameter => !parameter.optional).length
  const most = declared.parameters.length
  const count = node.arguments.length
  if (count >= least && count <= most) return
  const wanted = `${least === most ? '' : `${least} to `}${most} argument${most === 1 ? '' : 's'}`
  report(wrong(node, `$${node.name} takes ${wanted}, not ${count}`, `write ${signature(declared)}`))
}
