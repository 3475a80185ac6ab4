// Functions of other languages, and what to write for them.

type Write = (first: string, second: string, third: string) => string

const bare = (text: string): string => /^"(.*)"$/s.exec(text)?.[1] ?? '…'

/** What to write of the arguments as they are written, `…` where there are too few. */
const written: Readonly<Record<string, Write>> = {
  size: x => `$count(${x})\` for the members of a list, \`$length(${x})`,
  upper: x => `$uppercase(${x})`,
  lower: x => `$lowercase(${x})`,
  trim: x => `$trim(${x})`,
  part: (x, y, z) => `$substring(${x}, ${y}${z === '…' ? '' : `, ${z}`})`,
  replace: (x, y, z) => `$replace(${x}, ${y}, ${z})`,
  join: (x, y) => `${x} & ${y}`,
  begins: (x, y) => `$contains(${x}, /^${bare(y)}/)`,
  ends: (x, y) => `$contains(${x}, /${bare(y)}$/)`,
  holds: (x, y) => `$contains(${x}, ${y})`,
  matches: (x, y) => `$contains(${x}, ${y.startsWith('/') ? y : `/${bare(y)}/`})`,
  blank: x => `${x} = ""`,
  otherwise: (x, y) => `${x} != "" ? ${x} : ${y}`,
  choose: (x, y, z) => `${x} ? ${y} : ${z}`,
  any: x => `$count($filter(${x}, function($x){ … })) > 0`,
  first: x => `$reduce(${x}, function($first, $x){ $first })`,
  last: x => `$reduce(${x}, function($last, $x){ $x })`,
  number: x => `$number(${x})`,
  text: x => `$string(${x})`,
  domain: x => `$substringAfter(${x}, "@")`,
  year: x => `$substring(${x}, 0, 4)`,
  month: x => `$substring(${x}, 0, 7)`,
  inside: x => `$inside(${x})`,
  outside: x => `$not($inside(${x}))`,
}

/** The functions, in lower case, by what is written for them. */
const names: Readonly<Record<string, string>> = {
  size: 'len size strlen', upper: 'upper toupper ucase', lower: 'lower tolower lcase', trim: 'strip ltrim rtrim',
  part: 'substr', replace: 'replaceall', join: 'concat', begins: 'startswith beginswith', ends: 'endswith',
  holds: 'includes has indexof', matches: 'matches ismatch regex like test',
  blank: 'isnull isblank isempty empty isnullorempty', otherwise: 'coalesce ifnull', choose: 'if iif',
  any: 'any some', first: 'first', last: 'last', number: 'tonumber int parseint', text: 'tostring str',
  domain: 'domain', year: 'year', month: 'month',
  inside: 'internal isinternal isinside', outside: 'external isexternal',
}

/** What to write for a function that is none here; undefined where nothing is known of it. */
export function insteadOf(name: string, given: readonly string[]): string | undefined {
  const [first = '…', second = '…', third = '…'] = given
  const meant = Object.keys(names).find(one => names[one]!.split(' ').includes(name.toLowerCase()))
  if (meant === undefined) return undefined
  return `write \`${written[meant]!(first, second, third)}\`${meant === 'size' ? ' for the characters of a text' : ''}`
}
