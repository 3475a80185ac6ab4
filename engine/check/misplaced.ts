// Steps of an overlay under `steps`, and tests in another section: one mistake, of which the
// schema finds several.
import type { DefinedError } from 'ajv'
import type { Report } from '../diagnostics/diagnostic.ts'
import { entriesOf, pick } from '../load/pick.ts'
import { nodeAt } from '../load/plain.ts'
import { areTests, strayTests } from '../load/stray-tests.ts'
import type { Map as MapNode, Tree } from '../load/tree.ts'

/** `after` or `before` under `steps`. */
export const isMisplaced = (error: DefinedError): boolean =>
  ['additionalProperties', 'maxProperties'].includes(error.keyword) && underSteps.test(error.instancePath)

const underSteps = /^(?:\/outputs\/[^/]+)?\/steps\/(?:after|before)$/

export function reportMisplaced(path: readonly string[], tree: Tree, report: Report): void {
  const { node, at, keyAt = at } = nodeAt(tree, path)
  const last = path.at(-1)!
  const [named] = entriesOf(node)
  const step = entriesOf(named?.value)[0]?.key ?? 'new-step'
  const where = path[0] === 'outputs' ? 'in the output' : 'at the top level of the file'
  report({
    code: 'unknown-key', severity: 'error', place: keyAt, path,
    message: `\`${last}\` stands under \`steps\`, where only names of steps stand`,
    hint: `write it ${where}, beside \`steps\`: \`${last}: { ${named?.key}: { ${step}: … } }\``,
  })
}

/** Reports the tests that stand in other sections, and gives their paths: what else is found there follows from it. */
export const reportStrayTests = (tree: MapNode, report: Report): readonly (readonly string[])[] => strayTests(tree).map(([section, entry]) => {
  const { key, keyAt } = entry
  const path = [section, key]
  const all = areTests(entry)
  report({
    code: 'unknown-key', severity: 'error', place: keyAt, path, message: all ? `\`tests\` stands under \`${section}\`` : `a test stands under \`${section}\``,
    hint: pick(tree, 'tests') ? 'move it to `tests:`' : all ? 'begin the line at the left margin' : 'write the line `tests:` above it, at the left margin',
  })
  return path
})
