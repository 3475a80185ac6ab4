// docs/functions.md, from the declarations of the functions.
import { functions } from '../expression/functions/index.ts'
import { type ExpressionFunction, signature } from '../expression/functions/declaration.ts'

export const functionsPage = (): string => [
  '# Functions', '',
  'What expressions may call, beside fields, `$params.name`, comparisons, `and`, `or`, `in`, `&`, arithmetic and `? :`. '
  + 'Generated from `engine/expression/functions/`; every example runs as a test.', '',
  ...[...functions.values()].toSorted((one, other) => one.name < other.name ? -1 : 1).flatMap(part),
].join('\n')

const part = (one: ExpressionFunction): readonly string[] => [
  `## $${one.name}`, '', `\`${signature(one)}\` ${one.summary}`, '',
  ...one.lowers ? [`**Privacy.** The result is ${one.lowers.to}: ${one.lowers.why}`, ''] : [],
  ...one.examples.length > 0 ? ['```', ...one.examples.map(({ expression, gives }) => `${expression}  →  ${JSON.stringify(gives)}`), '```', ''] : [],
]
