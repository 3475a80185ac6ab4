// What two versions make of the same records. Keys tell which part of which record a row is made of.
import test from 'ava'
import { compareData } from '../../engine/compare/rows.ts'
import type { Observed, ObservedRow } from '../../engine/compare/observe.ts'
import type { Plan } from '../../engine/plan/plan.ts'

/** `1#2 a b`: made of line 1, its second part, with the cells a and b. */
const row = (text: string): ObservedRow => {
  const [key = '', ...cells] = text.split(' ')
  return { key, place: `a.csv:${key.split('#')[0]}`, cells }
}

const observed = (rows: readonly string[], dropped: Readonly<Record<string, string>> = {}, columns: readonly string[] = ['x', 'y']): Observed => ({
  plan: {
    from: 'in', steps: [], outputs: [{ name: 'o', sources: [], steps: [], columns: columns.map(name => ({ name, fieldName: name })) }],
  } as unknown as Plan,
  counts: { read: 0, common: { added: new Map(), quarantined: 0, dropped: new Map() }, outputs: new Map([['o', { common: true, read: 0, written: rows.length, added: new Map(), quarantined: 0, dropped: new Map() }]]) },
  read: [], outputs: new Map([['o', rows.map(row)]]), dropped: new Map(Object.entries(dropped)), refused: new Map(),
})

type Expected = { readonly onlyBefore?: readonly string[], readonly onlyAfter?: readonly string[], readonly cells?: Readonly<Record<string, readonly string[]>> }

const cases: readonly { title: string, before: readonly string[], after: readonly string[], expect: Expected }[] = [
  { title: 'the same rows', before: ['1 a b', '2 c d'], after: ['1 a b', '2 c d'], expect: {} },
  { title: 'the same rows in another order', before: ['1 a b', '2 c d'], after: ['2 c d', '1 a b'], expect: {} },
  { title: 'a row less and a row more', before: ['1 a b', '2 c d'], after: ['2 c d', '3 e f'], expect: { onlyBefore: ['a.csv:1'], onlyAfter: ['a.csv:3'] } },
  { title: 'equal rows of other records are other rows', before: ['1 a b'], after: ['2 a b'], expect: { onlyBefore: ['a.csv:1'], onlyAfter: ['a.csv:2'] } },
  { title: 'a cell', before: ['1 a b', '2 c d'], after: ['1 a X', '2 c Y'], expect: { cells: { y: ['a.csv:1', 'a.csv:2'] } } },
  { title: 'a part of a record that is dropped shifts no other', before: ['1#1 a b', '1#2 c d', '1#3 e f'], after: ['1#1 a b', '1#3 e f'], expect: { onlyBefore: ['a.csv:1'] } },
  { title: 'parts that cannot be told apart: equal ones first', before: ['1 a b', '1 c d'], after: ['1 c d', '1 a X'], expect: { cells: { y: ['a.csv:1'] } } },
  { title: 'parts that cannot be told apart: the most alike next', before: ['1 a b', '1 c d'], after: ['1 c X', '1 a Y'], expect: { cells: { y: ['a.csv:1', 'a.csv:1'] } } },
  { title: 'rows that have nothing in common', before: ['1 a b'], after: ['1 c d'], expect: { onlyBefore: ['a.csv:1'], onlyAfter: ['a.csv:1'] } },
]

for (const { title, before, after, expect: { onlyBefore = [], onlyAfter = [], cells = {} } } of cases) {
  test(`rows: ${title}`, t => {
    const [found] = compareData(observed(before), observed(after)).outputs
    t.deepEqual(found!.onlyBefore.places, onlyBefore)
    t.deepEqual(found!.onlyAfter.places, onlyAfter)
    t.deepEqual(Object.fromEntries(found!.columns.map(({ column, places }) => [column, places])), cells)
  })
}

test('columns are compared by name; one that only one version has makes no row another', t => {
  const [found] = compareData(observed(['1 a b'], {}, ['x', 'y']), observed(['1 b c'], {}, ['y', 'z'])).outputs
  t.deepEqual([found!.columns, found!.changedRows], [[], 0])
})

test('the step that dropped a row is told, whether it saw the part or the whole record', t => {
  const before = observed(['1#1 a b', '1#2 c d', '2#1 e f', '3#1 g h'])
  const after = observed([], { ' 1#1': 'no-rooms', 'o 1#2': 'o/own', ' 2': 'delivered' })
  const [found] = compareData(before, after).outputs
  t.deepEqual([...found!.onlyBefore.droppedBy], [['no-rooms', 1], ['o/own', 1], ['delivered', 1]])
})

test('steps that drop as many in both are not told', t => {
  const [before, after] = [observed([]), observed([])]
  for (const [{ plan, counts }, rooms] of [[before, 3], [after, 5]] as const) {
    (plan.steps as unknown[]).push({ id: 'no-rooms', writes: [] }, { id: 'once', writes: [] })
    counts.common.dropped.set('no-rooms', new Map([['a room', 1], ['a shared room', rooms - 1]])).set('once', new Map([['seen', 7]]))
  }
  t.deepEqual(compareData(before, after).steps, [{ step: 'no-rooms', dropped: [3, 5] }])
})
