// All functions that expressions may call.
import { accountFunctions } from './accounts.ts'
import { conditionFunctions } from './conditions.ts'
import type { ExpressionFunction } from './declaration.ts'
import { listFunctions } from './lists.ts'
import { nameFunctions } from './names.ts'
import { numberFunctions } from './numbers.ts'
import { textFunctions } from './texts.ts'

export const functions: ReadonlyMap<string, ExpressionFunction> = new Map(
  [...accountFunctions, ...conditionFunctions, ...textFunctions, ...nameFunctions, ...numberFunctions, ...listFunctions]
    .map(one => [one.name, one]),
)

/** Functions of JSONata that rule files do without, and what serves instead. */
export const refusedFunctions: ReadonlyMap<string, string> = new Map(Object.entries({
  eval: 'write the expression itself',
  match: 'use $contains to ask, $replace to take a part: `$replace(x, /^.*(part).*$/, "$1")`',
  pad: 'texts here grow only by & and $join',
  now: 'the same input always gives the same output here; use a parameter: `$params.name`',
  millis: 'the same input always gives the same output here; use a parameter: `$params.name`',
  random: 'the same input always gives the same output here',
  shuffle: 'the same input always gives the same output here; $sort puts a list in order',
  average: 'write `$sum(x) / $count(x)`',
  power: 'write a product: `x * x`',
  sqrt: 'no root is needed to tell who mails whom',
  toMillis: 'declare the field as `type: time`; times compare as they are: `time < "2023-06-01"`',
  fromMillis: 'declare the field as `type: time`',
  formatNumber: 'use $string, or $round with decimals',
  formatBase: 'use $string',
  formatInteger: 'use $string',
  parseInteger: 'use $number',
  zip: 'use $map with `function($x, $index){ … }`',
  single: 'use $filter',
  each: 'use $map', sift: 'use $filter',
  lookup: 'use a `lookup` step',
  keys: 'name the fields', spread: 'name the fields',
  merge: 'name the fields', clone: 'name the field',
  type: 'the type of a field stands in its input',
  error: 'use a `drop` step with its reason',
  assert: 'use a `drop` step with its reason',
  base64encode: 'use a `hash` step to hide a value',
  base64decode: 'export the column as plain text',
  encodeUrl: 'use $replace', encodeUrlComponent: 'use $replace',
  decodeUrl: 'use $replace', decodeUrlComponent: 'use $replace',
}))
