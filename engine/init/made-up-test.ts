// A first test of a pipeline that is new: made-up cells of the declared types, never those of an export.
import type { Kind } from './column-kind.ts'
import type { FirstTest } from './first-test.ts'
import type { SkeletonField } from './skeleton.ts'

type Made = { readonly given: unknown, readonly written: unknown }

const made: Readonly<Record<Kind['type'], Made>> = {
  integer: { given: 12, written: '12' },
  number: { given: '1.5', written: '1.5' },
  boolean: { given: 'true', written: 'True' },
  time: { given: '2024-01-31T08:00:00Z', written: '2024-01-31 08:00:00.000' },
  date: { given: '2024-01-31', written: '2024-01-31' },
  id: { given: 'A-1', written: { hash: 'A-1' } },
  'message-id': { given: '<1@example.com>', written: { hash: '1@example.com' } },
  text: { given: 'text', written: { hash: 'text' } },
}
const addressed: Made = { given: 'anna@example.com', written: { hash: 'anna@example.com' } }

/** One record and its row, of the fields that are written; `domains` is the parameter with the own ones. */
export function madeUpTest(fields: readonly SkeletonField[], domains: string | undefined): FirstTest {
  const cell = ({ kind }: SkeletonField): Made => kind.address ? addressed : made[kind.type]
  return ['a record becomes a row', {
    ...(domains === undefined ? {} : { params: { [domains]: ['example.com'] } }),
    given: [Object.fromEntries(fields.map(field => [field.name, cell(field).given]))],
    expect: [Object.fromEntries(fields.filter(({ kind }) => !kind.list).map(field => [field.name, cell(field).written]))],
  }]
}
