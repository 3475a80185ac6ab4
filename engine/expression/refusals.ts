// What JSONata has and rule files do without, and what to write instead.

type Text = { readonly message: string, readonly hint?: string }

export const refusals = {
  'too deep': {
    message: 'The expression is nested too deeply',
    hint: 'put parts of it into fields with a `set` step before this one',
  },
  'too large': {
    message: 'The expression is too large',
    hint: 'put parts of it into fields with a `set` step before this one',
  },
  'nested functions': {
    message: 'Functions stand within functions more than three deep',
    hint: 'put the inner result into a field with a `set` step before this one',
  },
  'range': { message: 'Ranges (`..`) are not part of expressions here', hint: 'write the members: `[1, 2, 3]`' },
  'elvis': { message: '`?:` is not part of expressions here', hint: 'write `x ? x : y`' },
  'coalesce': {
    message: '`??` is not part of expressions here: a field always exists, and may be blank',
    hint: 'write `x != "" ? x : y`',
  },
  'object': {
    message: 'Objects are not part of expressions here: the result is one value or a list',
    hint: 'a `set` step makes several fields at once',
  },
  'empty block': { message: 'Nothing stands between the parentheses' },
  'several': {
    message: 'Only one expression can stand between parentheses',
    hint: 'put the others into fields with a `set` step before this one',
  },
  'bind': {
    message: 'Variables cannot be set here',
    hint: 'put the value into a field with a `set` step before this one',
  },
  'apply': { message: '`~>` is not part of expressions here', hint: 'write `$f(x)` for `x ~> $f`' },
  'partial': {
    message: 'Functions cannot be given some of their arguments only',
    hint: 'write `function($x){ … }` with the whole call in it',
  },
  'lambda': { message: 'A function can stand only as an argument of $map, $filter or $reduce' },
  'signature': { message: 'Functions have no signature here', hint: 'leave out what stands between `<` and `>`' },
  'reserved': { message: 'This name cannot be a parameter', hint: 'write `$x`' },
  'pattern': { message: 'A regular expression can stand only as an argument of $contains, $split or $replace' },
  'wildcard': { message: 'Wildcards are not part of expressions here', hint: 'name the field' },
  'descendant': { message: 'Wildcards are not part of expressions here', hint: 'name the field' },
  'parent': { message: 'The parent operator (`%`) is not part of expressions here', hint: 'name the field' },
  'transform': {
    message: 'Transforms (`|…|…|`) are not part of expressions here',
    hint: 'a `set` step replaces fields',
  },
  'index': {
    message: 'Members of a list cannot be picked by number',
    hint: 'write `$reduce(list, function($first, $x){ $first })` for the first member',
  },
  'predicate': {
    message: 'Conditions in brackets are not part of expressions here',
    hint: 'write `$filter(list, function($x){ … })`',
  },
  'group': { message: 'Grouping (`{…}`) is not part of expressions here' },
  'keep': {
    message: '`[]` is not part of expressions here',
    hint: 'leave it out: a result that is a list stays a list',
  },
  'binding': {
    message: '`@` and `#` are not part of expressions here',
    hint: 'write `$map(list, function($x, $index){ … })`',
  },
  'sort': { message: 'The sort operator (`^`) is not part of expressions here', hint: 'write `$sort(list)`' },
  'path': { message: 'A field has no parts', hint: 'name the field alone, without what stands before the dot' },
  'context': { message: '`$` and `$$` are not part of expressions here', hint: 'name the field' },
  'params': { message: 'A parameter is named after a dot', hint: 'write `$params.name`' },
  'variable': {
    message: 'No variable has this name',
    hint: 'a field is written without `$`, a parameter of the rule file as `$params.name`',
  },
  'called value': { message: 'Only functions known by name can be called' },
  'other': { message: 'This is not part of expressions here' },
} as const satisfies Readonly<Record<string, Text>>

export type Refused = keyof typeof refusals
