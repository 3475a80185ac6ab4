// What the subset takes and refuses, and where exactly it points.
import test from 'ava'
import fc from 'fast-check'
import { limits, parse } from '../../engine/expression/index.ts'

const refused = [
  { source: '(a; b)', at: '(', says: 'only one expression', hint: '`set` step' },
  { source: '()', at: '(', says: 'nothing stands between' },
  { source: 'a.b', at: 'b', says: 'no parts' },
  { source: '$params.a.b', at: 'b', says: 'no parts' },
  { source: 'list[0]', at: '[', says: 'picked by number', hint: '$reduce(' },
  { source: 'list[$x > 1]', at: '[', says: 'conditions in brackets', hint: '$filter(' },
  { source: 'x = list[]', at: 'list', says: '`[]`', hint: 'leave it out' },
  { source: '[1..3]', at: '..', says: 'ranges', hint: '[1, 2, 3]' },
  { source: 'a ~> $lowercase', at: '~>', says: '`~>`', hint: '$f(x)' },
  { source: '$x := 1', at: ':=', says: 'variables', hint: '`set` step' },
  { source: 'a ?: b', at: '?:', says: '`?:`', hint: 'x ? x : y' },
  { source: 'a ?? b', at: '??', says: '`??`', hint: 'x != "" ? x : y' },
  { source: '*', at: '*', says: 'wildcards' },
  { source: '**', at: '**', says: 'wildcards' },
  { source: 'x = %', at: '%', says: 'parent' },
  { source: '{"a": 1}', at: '{', says: 'objects' },
  { source: 'a{b: c}', at: '{', says: 'grouping' },
  { source: 'list^(a)', at: '^', says: 'sort operator', hint: '$sort(' },
  { source: '|a|b|', at: '|', says: 'transforms' },
  { source: '$substring(?, 1)', at: '?', says: 'some of their arguments' },
  { source: 'function($x){ $x }', at: 'function', says: 'only as an argument' },
  { source: '$map(a, function($x)<s:s>{ $x })', at: 'function', says: 'no signature' },
  { source: '$map(a, function($){ 1 })', at: '$', says: 'cannot be a parameter' },
  { source: 'function($x){ $x }(1)', at: '(', says: 'known by name', last: true },
  { source: '$ = 1', at: '$', says: '`$` and `$$`' },
  { source: '$$', at: '$$', says: '`$` and `$$`' },
  { source: '$other = 1', at: '$other', says: 'no variable', hint: '$params.other' },
  { source: '$params', at: '$params', says: 'after a dot' },
  { source: 'a@$x', at: 'a', says: '`@` and `#`' },
  { source: 'x = /a/i', at: '/a/i', says: 'only as an argument' },
] as const

for (const { source, at, says, ...more } of refused) {
  test(`refuses ${source}`, t => {
    const problem = parse(source).problems.find(one => one.code === 'expression-not-allowed' && one.message.includes(says))!
    t.truthy(problem)
    t.is(source.slice(problem.offset, problem.offset + problem.length), at)
    if ('hint' in more) t.true(problem.hint?.includes(more.hint))
  })
}

const syntax = [
  { source: '', at: '', says: 'empty' },
  { source: '  /* nothing */ ', at: '  /* nothing */ ', says: 'empty' },
  { source: 'event = ', at: '=', says: 'too early' },
  { source: '(event', at: '(event', says: '`)` is missing', hint: '(event)' },
  { source: 'event sender', at: 'sender', says: '`sender` does not fit' },
  { source: '= "x"', at: '=', says: 'does not fit', hint: 'write one `=`' },
  { source: 'event = "DELIVER', at: '"DELIVER', says: 'no closing quote' },
  { source: 'x = `message', at: '`message', says: 'no closing backtick' },
  { source: 'x /* note', at: '/* note', says: 'no closing `*/`' },
  { source: '$contains(a, /b', at: '/b', says: 'no closing slash' },
  { source: '$contains(a, //)', at: '//', says: 'empty' },
  { source: '"a\\q"', at: '\\q', says: 'escape' },
  { source: '1e999 = a', at: '1e999', says: 'too large' },
  { source: '$map(a, function(x){ 1 })', at: 'x', says: 'name of a parameter', hint: '$x' },
  { source: '[a, b)', at: ')', says: '`]` is expected' },
] as const

for (const { source, at, says, ...more } of syntax) {
  test(`points at the mistake in ${source}`, t => {
    const { expression, problems: [problem, ...others] } = parse(source)
    t.is(expression, undefined)
    t.deepEqual(others, [])
    t.is(problem!.code, 'expression-syntax')
    t.is(source.slice(problem!.offset, problem!.offset + problem!.length), at)
    t.true(problem!.message.includes(says), problem!.message)
    if ('hint' in more) t.true(problem!.hint?.includes(more.hint))
  })
}

const badPatterns = ['(?=a)', '(?<!a)b', '(a)\\1', 'a**', 'a{2000}', '[z-a]', 'x'.repeat(limits.pattern + 1)]

for (const pattern of badPatterns) {
  test(`a pattern that linear time cannot give: ${pattern.slice(0, 20)}`, t => {
    const source = `$contains(subject, /${pattern}/i)`
    const { problems: [problem] } = parse(source)
    t.is(problem!.code, 'bad-pattern')
    t.is(source.slice(problem!.offset, problem!.offset + problem!.length), `/${pattern}/i`)
    t.truthy(problem!.hint)
  })
}

const tokens = [
  { source: ' a = "x\\"y" ', tree: { kind: 'binary', at: '=', left: 'a', right: '"x\\"y"' } },
  { source: "`my field` != 'x'", tree: { kind: 'binary', at: '!=', left: '`my field`', right: "'x'" } },
  { source: '$params.domains /* own */ & -1.5e3', tree: { kind: 'binary', at: '&', left: '$params.domains', right: '1.5e3' } },
  { source: '$count (list) in [1]', tree: { kind: 'binary', at: 'in', left: '$count', right: '[' } },
  { source: '(a ? b) or true', tree: { kind: 'binary', at: 'or', left: '(', right: 'true' } },
  { source: 'and / 2 / 3', tree: { kind: 'binary', at: '/', left: '/', right: '3' } },
] as const

for (const { source, tree } of tokens) {
  test(`knows where the tokens of ${source} stand`, t => {
    const { expression, problems } = parse(source)
    t.deepEqual(problems, [])
    const token = (at: { readonly offset: number, readonly length: number }): string => source.slice(at.offset, at.offset + at.length)
    if (expression?.kind !== 'binary') return t.fail()
    return t.deepEqual({ kind: expression.kind, at: token(expression), left: token(expression.left), right: token(expression.right) }, tree)
  })
}

test('mistakes of several kinds are told at once, in the order of the source', t => {
  const { problems } = parse('a.b = $contains(c, /(?=d)/) or e[0] = %')
  t.deepEqual(problems.map(problem => problem.code), ['expression-not-allowed', 'bad-pattern', 'expression-not-allowed', 'expression-not-allowed'])
})

test('a function without its dollar sign is told so', t => {
  const { problems: [problem] } = parse('contains(a, "b")')
  t.is(problem!.code, 'unknown-function')
  t.true(problem!.hint!.includes('$contains('))
})

test('an expression has limits: length, depth, size, functions within functions', t => {
  const message = (source: string): string | undefined => parse(source).problems[0]?.message
  t.regex(message('a'.repeat(limits.source + 1)) ?? '', /limit/)
  t.is(message('a'.repeat(limits.source)), undefined)
  t.regex(message(`${'('.repeat(limits.depth)}a${')'.repeat(limits.depth)}`) ?? '', /deep/)
  t.is(message(`${'('.repeat(limits.depth - 1)}a${')'.repeat(limits.depth - 1)}`), undefined)
  t.regex(message(`[${'a,'.repeat(limits.nodes)}a]`) ?? '', /large/)
  const nested = (levels: number): string => levels === 0 ? '1' : `$map(a, function($x${levels}){ ${nested(levels - 1)} })`
  t.is(message(nested(limits.functions)), undefined)
  t.regex(message(nested(limits.functions + 1)) ?? '', /three deep/)
})

test('deep nesting of what JSONata copies while parsing takes no time', t => {
  const source = `${'('.repeat(300)}a${' ?: b)'.repeat(300)}`
  t.true(source.length > limits.source)
  t.true(parse(`${'('.repeat(200)}a${' ?: b)'.repeat(200)}`).problems.length > 0)
})

const pieces = fc.constantFrom('a', '$x', '"', "'", '`', '/', '/*', '*/', '(', ')', '[', ']', '{', '}', '?', ':', '?:', '??', ':=', '~>', '%', '*', '**',
  '.', '..', '-', '!', '=', '<', '&', '|', '^', '@', '#', ';', ',', ' ', '\n', '\\', '\\u00', '1', '1e999', 'function', 'in', 'and', 'true', '$map(', '😀')

test('no text makes parsing throw, and every problem lies within it', t => {
  fc.assert(fc.property(fc.array(pieces, { maxLength: 14 }).map(all => all.join('')), source => {
    const { expression, problems } = parse(source)
    if (!expression) t.true(problems.length > 0, source)
    for (const { offset, length } of problems) if (offset < 0 || length < 0 || offset + length > source.length) t.fail(source)
  }), { numRuns: 20_000 })
  t.pass()
})
