// Source to expression: limits, JSONata's own parser, then the subset.
import jsonata from 'jsonata'
import { limits } from './limits.ts'
import type { Node } from './parsed.ts'
import type { Problem } from './scope.ts'
import { slips, slipsOfValid } from './slips/slips.ts'
import { subset } from './subset.ts'
import { type SyntaxError, syntaxProblem } from './syntax.ts'
import { masked, tokens } from './tokens.ts'
import type { Expression } from './tree.ts'

export type { Expression } from './tree.ts'

/**
 * Reads an expression; never throws. Syntax errors end it: there is no expression, and what other languages have is
 * reported with what to write instead, or else the first error.
 * Constructs outside the subset are all reported, and the expression is given nevertheless, so that `judge` finds
 * further mistakes. It must not be compiled while there are problems.
 */
export function parse(source: string): { readonly expression?: Expression, readonly problems: readonly Problem[] } {
  if (source.length > limits.source) {
    return {
      problems: [{
        code: 'expression-not-allowed', offset: limits.source, length: source.length - limits.source,
        message: `the expression has ${source.length} characters; ${limits.source} is the limit`,
        hint: 'put parts of it into fields with a `set` step before this one',
      }],
    }
  }
  const all = tokens(source)
  let tree: Node
  try {
    tree = jsonata(masked(source, all)).ast() as unknown as Node
  } catch (error) {
    const found = slips(source, all)
    return { problems: found.length > 0 ? found : [syntaxProblem(error as SyntaxError, source, all)] }
  }
  const found = slipsOfValid(source, all)
  return found.length > 0 ? { problems: found } : subset(tree, source, all)
}
