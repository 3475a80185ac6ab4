// Tests that test nothing: they pass whatever the rules do.
import type { Diagnostic } from '../diagnostics/diagnostic.ts'
import { pick } from '../load/pick.ts'
import type { Entry, Tree } from '../load/tree.ts'
import type { TestPlan } from '../plan/plan.ts'

/** `entries` are the tests as they are written, in the order of the plans; a test in which something is `found` may not be whole. */
export function emptyTests(entries: readonly Entry[], tests: readonly TestPlan[], found: readonly Diagnostic[]): readonly Diagnostic[] {
  return tests.flatMap(({ given, expect, dropped, quarantined = 0 }, index): Diagnostic[] => {
    const { keyAt, value } = entries[index]!
    const finding = (message: string, hint: string): Diagnostic[] => [{ code: 'empty-test', severity: 'warning', place: keyAt, message, hint }]
    if (found.some(one => isWithin(one, value)) || !pick(value, 'given') || !pick(value, 'expect')) return []
    if (rowsIn(given) === 0) {
      return finding('this test begins with no record, so that nothing can come of it', 'write records under `given`')
    }
    if (rowsIn(expect) > 0 || dropped && dropped.size > 0 || quarantined > 0) return []
    return finding('this test passes however its records are lost',
      'name the step that drops them: `dropped: { STEP: 1 }`; or write the rows that are left under `expect`')
  })
}

const rowsIn = (tables: ReadonlyMap<string, readonly unknown[]>): number =>
  [...tables.values()].reduce((sum, { length }) => sum + length, 0)

const isWithin = ({ place }: Diagnostic, { at: { file, range } }: Tree): boolean =>
  place?.file === file && range.start.line <= place.range.start.line && place.range.start.line <= range.end.line
