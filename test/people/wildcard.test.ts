import test from 'ava'
import fc from 'fast-check'
import { lower } from '../../engine/people/fold.ts'
import { wildcard } from '../../engine/people/wildcard.ts'

const cases: readonly { pattern: string, yes: readonly string[], no: readonly string[] }[] = [
  { pattern: 'svc-*', yes: ['svc-', 'svc-backup', 'SVC-Backup'], no: ['xsvc-backup', 'svc'] },
  {
    pattern: '*@*.mail.onmicrosoft.com', yes: ['anna@contoso.mail.onmicrosoft.com'],
    no: ['anna@mail.onmicrosoft.com', 'anna@contoso.mail.onmicrosoft.com.evil.example'],
  },
  { pattern: 'room-?', yes: ['room-1', 'room-ü', 'room-😀'], no: ['room-', 'room-12'] },
  { pattern: '*test*', yes: ['test', 'a test account', 'TESTER'], no: ['tes', ''] },
  { pattern: 'Service Accounts', yes: ['service accounts'], no: ['service account', 'my service accounts'] },
  { pattern: '', yes: [''], no: ['x'] },
  { pattern: '*', yes: ['', 'x'], no: [] },
  { pattern: '?*', yes: ['x', 'xy'], no: [''] },
  { pattern: 'a.c', yes: ['a.c'], no: ['abc'] },
]

for (const { pattern, yes, no } of cases) {
  test(`"${pattern}"`, t => {
    const matches = wildcard(pattern)
    for (const text of yes) t.true(matches(lower(text)), text)
    for (const text of no) t.false(matches(lower(text)), text)
  })
}

test('as the regular expression of the same meaning', t => {
  const piece = fc.constantFrom('a', 'b', '*', '?', '.', '😀')
  const text = fc.array(fc.constantFrom('a', 'b', '.', '😀'), { maxLength: 8 }).map(parts => parts.join(''))
  fc.assert(fc.property(fc.array(piece, { maxLength: 6 }).map(parts => parts.join('')), text, (pattern, value) => {
    const source = pattern.replaceAll('.', '\\.').replaceAll('*', '.*').replaceAll('?', '.')
    t.is(wildcard(pattern)(value), new RegExp(`^${source}$`, 'su').test(value), `${pattern} on ${value}`)
  }), { numRuns: 5000 })
})

test('many stars do not multiply the time', t => {
  const before = performance.now()
  t.false(wildcard(`${'*a'.repeat(30)}b`)('a'.repeat(20_000)))
  t.true(performance.now() - before < 2000)
})
