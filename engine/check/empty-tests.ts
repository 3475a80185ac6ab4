// Tests that test nothing: they pass whatever the rules do.
import { pick } from '../load/pick.ts'
import type { Entry } from '../load/tree.ts'
import type { TestPlan } from '../plan/plan.ts'
import type { Checker } from './checker.ts'

/** `entries` are the tests as they are written, in the order of the plans. */
export function checkTests(entries: readonly Entry[], tests: readonly TestPlan[], { report }: Checker): void {
  for (const [index, { given, expect, dropped, quarantined = 0 }] of tests.entries()) {
    const { keyAt, value } = entries[index]!
    const rows = (map: ReadonlyMap<string, readonly unknown[]>): number => [...map.values()].reduce((sum, { length }) => sum + length, 0)
    if (pick(value, 'given') && rows(given) === 0) {
      report({
        code: 'empty-test', severity: 'warning', place: keyAt, message: 'this test begins with no record, so that nothing can come of it',
        hint: 'write records under `given`',
      })
    } else if (pick(value, 'expect') && rows(expect) === 0 && (dropped?.size ?? 0) === 0 && quarantined === 0) {
      report({
        code: 'empty-test', severity: 'warning', place: keyAt, message: 'this test passes however its records are lost',
        hint: 'name the step that drops them: `dropped: { STEP: 1 }`; or write the rows that are left under `expect`',
      })
    }
  }
}
