// What JSONata has and rule files do without, and what to write instead.

type Text = { readonly message: string, readonly hint?: string }

export const refusals = {
  'too deep': {
    message: 'the expression is nested too deeply',
    hint: 'put parts of it into fields with a `set` step before this one',
  },
  'too large': {
    message: 'the expression is too large',
    hint: 'put parts of it into fields with a `set` step before this one',
  },
  'nested functions': {
    message: 'functions stand within functions more than three deep',
    hint: 'put the inner result into a field with a `set` step before this one',
  },
  'range': { message: 'ranges (`..`) are not part of expressions here', hint: 'write the members: `[1, 2, 3]`' },
  'elvis': { message: '`?:` is not part of expressions here', hint: 'write `x ? x : y`' },
  'coalesce': {
    message: '`??` is not part of expressions here: a field always exists, and may be blank',
    hint: 'write `x != "" ? x : y`',
  },
  'object': {
    message: 'objects are not part of expressions here: the result is one value or a list',
    hint: 'a `set` step makes several fields at once',
  },
  'empty block': { message: 'nothing stands between the parentheses' },
  'several': {
    message: 'only one expression can stand between parentheses',
    hint: 'put the others into fields with a `set` step before this one',
  },
  'bind': {
    message: 'variables cannot be set here',
    hint: 'put the value into a field with a `set` step before this one',
  },
  'apply': { message: '`~>` is not part of expressions here', hint: 'write `$f(x)` for `x ~> $f`' },
  'partial': {
    message: 'functions cannot be given some of their arguments only',
    hint: 'write `function($x){ … }` with the whole call in it',
  },
  'lambda': { message: 'a function can stand only as an argument of $map, $filter or $reduce' },
  'signature': { message: 'functions have no signature here', hint: 'leave out what stands between `<` and `>`' },
  'reserved': { message: 'this name cannot be a parameter', hint: 'write `$x`' },
  'pattern': { message: 'a regular expression can stand only as an argument of $contains, $split or $replace' },
  'wildcard': { message: 'wildcards are not part of expressions here', hint: 'name the field' },
  'descendant': { message: 'wildcards are not part of expressions here', hint: 'name the field' },
  'parent': { message: 'the parent operator (`%`) is not part of expressions here', hint: 'name the field' },
  'transform': {
    message: 'transforms (`|…|…|`) are not part of expressions here',
    hint: 'a `set` step replaces fields',
  },
  'index': {
    message: 'members of a list cannot be picked by number',
    hint: 'write `$reduce(list, function($first, $x){ $first })` for the first member',
  },
  'predicate': {
    message: 'conditions in brackets are not part of expressions here',
    hint: 'write `$filter(list, function($x){ … })`',
  },
  'group': { message: 'grouping (`{…}`) is not part of expressions here' },
  'keep': {
    message: '`[]` is not part of expressions here',
    hint: 'leave it out: a result that is a list stays a list',
  },
  'binding': {
    message: '`@` and `#` are not part of expressions here',
    hint: 'write `$map(list, function($x, $index){ … })`',
  },
  'sort': { message: 'the sort operator (`^`) is not part of expressions here', hint: 'write `$sort(list)`' },
  'path': { message: 'a field has no parts', hint: 'name the field alone, without what stands before the dot' },
  'context': { message: '`$` and `$$` are not part of expressions here', hint: 'name the field' },
  'params': { message: 'a parameter is named after a dot', hint: 'write `$params.name`' },
  'variable': {
    message: 'no variable has this name',
    hint: 'a field is written without `$`, a parameter of the rule file as `$params.name`',
  },
  'called value': { message: 'only functions known by name can be called' },
  'other': { message: 'this is not part of expressions here' },
} as const satisfies Readonly<Record<string, Text>>

export type Refused = keyof typeof refusals
