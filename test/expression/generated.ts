// Expressions of the whole subset, drawn by type, with now and then one of the wrong type.
import fc from 'fast-check'

type Kind = 'text' | 'number' | 'boolean' | 'list'
const kinds = ['text', 'number', 'boolean', 'list'] as const
type Source = fc.Arbitrary<string>

const literalTexts = ['', 'a', 'b', 'ab', 'a b', 'A', '5', '-1.5', '0x1F', '😀', 'é.ü', ' a\n', '$1', 'x$0$$y$2']
const patterns = ['/a/', '/A/i', '/[ab]+/', '/(a)(b)?/', '/b$/', '/^a/m', '/ */', '/\\./', '/a|b/']

/** Values as they stand in rows: every field is there. */
export const row = fc.record({
  t: fc.constantFrom(...literalTexts),
  u: fc.constantFrom('', 'a', 'ab', 'b😀a', 'a.b.a'),
  n: fc.constantFrom(0, 1, -2, 3, 10, 2.5, 1e21, 0.1),
  yes: fc.boolean(),
  l: fc.array(fc.constantFrom('', 'a', 'b', 'ab', '5'), { maxLength: 3 }),
  who: fc.constantFrom('a', 'ab'),
  all: fc.array(fc.constantFrom('a', 'b', 'ab'), { maxLength: 3 }),
})

const memory = new Map<string, Source>()

/** An expression of a kind, at most so deep; `variables` are the parameters of functions around it, by kind. */
function source(kind: Kind, depth: number, variables: string): Source {
  const key = `${kind} ${depth} ${variables}`
  const known = memory.get(key) ?? fc.oneof({ weight: 50, arbitrary: typed(kind, depth, variables) },
    ...kinds.map(other => ({ weight: 1, arbitrary: typed(other, Math.min(depth, 1), variables) })))
  memory.set(key, known)
  return known
}

function typed(kind: Kind, depth: number, variables: string): Source {
  const leaf = leaves(kind, variables)
  if (depth === 0) return leaf
  const inner = (wanted: Kind): Source => source(wanted, depth - 1, variables)
  const call = (name: string, ...all: readonly (Source | Kind)[]): Source =>
    fc.tuple(...all.map(one => typeof one === 'string' ? inner(one) : one)).map(given => `$${name}(${given.join(', ')})`)
  const infix = (left: Kind, operators: readonly string[], right: Kind): Source =>
    fc.tuple(inner(left), fc.constantFrom(...operators), inner(right)).map(([one, operator, other]) => `(${one} ${operator} ${other})`)
  const choice = fc.oneof(
    fc.tuple(inner('boolean'), inner(kind), inner(kind)).map(([when, then, otherwise]) => `(${when} ? ${then} : ${otherwise})`),
    fc.tuple(inner('boolean'), inner(kind)).map(([when, then]) => `(${when} ? ${then})`),
  )
  const lambda = (body: Kind): Source => fc.oneof(
    source(body, depth - 1, 'x').map(text => `function($x){ ${text} }`),
    source(body, depth - 1, 'xi').map(text => `function($x, $i){ ${text} }`),
  )
  const reduced = (body: Kind, variable: string): Source => fc.oneof(
    fc.tuple(inner('list'), source(body, depth - 1, variable)).map(([list, text]) => `$reduce(${list}, function($s, $x){ ${text} })`),
    fc.tuple(inner('list'), source(body, depth - 1, variable), inner(body))
      .map(([list, text, start]) => `$reduce(${list}, function($s, $x){ ${text} }, ${start})`),
  )
  const pattern = fc.constantFrom(...patterns)
  const some = fc.constantFrom(...kinds).chain(one => inner(one))
  switch (kind) {
    case 'text': return fc.oneof(
      leaf, choice, infix('text', ['&'], 'text'), infix('number', ['&'], 'list'), call('string', some),
      call('substring', 'text', 'number'), call('substring', 'text', 'number', 'number'),
      call('substringBefore', 'text', 'text'), call('substringAfter', 'text', 'text'),
      call('lowercase', 'text'), call('uppercase', 'text'), call('trim', 'text'),
      call('join', 'list'), call('join', 'list', 'text'),
      call('replace', 'text', 'text', 'text'), call('replace', 'text', pattern, 'text'), call('replace', 'text', pattern, 'text', 'number'),
      reduced('text', 'sx'))
    case 'number': return fc.oneof(
      leaf, choice, infix('number', ['+', '-', '*', '/', '%'], 'number'), inner('number').map(text => `-${text}`),
      call('length', 'text'), call('count', 'list'), call('number', 'text'), call('number', 'boolean'),
      call('round', 'number'), call('round', 'number', fc.constantFrom('1', '2', '-1')), call('floor', 'number'), call('ceil', 'number'), call('abs', 'number'),
      call('sum', numbers(inner)), call('max', numbers(inner)), call('min', numbers(inner)), reduced('number', 'nx'))
    case 'boolean': return fc.oneof(
      leaf, choice, infix('text', ['=', '!=', '<', '<=', '>', '>='], 'text'), infix('number', ['=', '!=', '<', '>='], 'number'),
      infix('list', ['=', '!='], 'list'), infix('boolean', ['and', 'or'], 'boolean'), infix('text', ['and', 'or'], 'list'),
      infix('text', ['in'], 'list'), infix('text', ['in'], 'text'),
      fc.tuple(inner('text'), fc.array(fc.constantFrom(...literalTexts).map(text => JSON.stringify(text)), { maxLength: 6 }))
        .map(([one, all]) => `(${one} in [${all.join(', ')}])`),
      call('contains', 'text', 'text'), call('contains', 'text', pattern), call('not', some), call('boolean', some), call('exists', some))
    case 'list': return fc.oneof(
      leaf, choice, fc.array(fc.oneof(inner('text'), inner('number')), { maxLength: 3 }).map(all => `[${all.join(', ')}]`),
      call('split', 'text', 'text'), call('split', 'text', pattern), call('split', 'text', pattern, 'number'), call('split', 'text', 'text', 'number'),
      call('append', 'list', 'list'), call('append', 'list', 'text'), call('distinct', 'list'), call('reverse', 'list'), call('sort', 'list'),
      call('map', 'list', lambda('text')), call('map', 'list', lambda('number')), call('filter', 'list', lambda('boolean')))
  }
}

const numbers = (inner: (kind: Kind) => Source): Source =>
  fc.oneof(fc.array(inner('number'), { maxLength: 3 }).map(all => `[${all.join(', ')}]`), inner('list'))

function leaves(kind: Kind, variables: string): Source {
  const own = kind === 'number' ? [variables.includes('i') ? '$i' : '', variables.includes('n') ? '$s' : '']
    : kind === 'text' ? [variables.includes('x') ? '$x' : '', variables.includes('s') ? '$s' : ''] : []
  const always = {
    text: ['t', 'u', '`t`', 'who', '$params.p', 'null', ...literalTexts.map(text => JSON.stringify(text))],
    number: ['n', '0', '1', '-1', '2.5', '0.1', '1e3', '7', '0.30000000000000004', '- 0'],
    boolean: ['yes', 'true', 'false', '(t = "a")', '("b" in all)', '(who = "a")'],
    list: ['l', 'all', '[]', '["a"]', '["a", "b", "a"]', '$params.q'],
  }[kind]
  return fc.constantFrom(...always, ...own.filter(Boolean).flatMap(name => [name, name, name, name]))
}

export const expression: Source = fc.constantFrom(...kinds).chain(kind => source(kind, 3, ''))
