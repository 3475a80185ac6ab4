// The fields that the way of a record does not need, left out: a test shows best what it shows alone.
import type { InputPlan, TestPlan, TestRow } from '../../plan/plan.ts'

type Given = Pick<TestPlan, 'params' | 'given' | 'people'>

/** Leaves out one field after the other, lists first and the best names last, as long as `holds`. */
export function leaner(whole: Given, input: InputPlan, directory: InputPlan | undefined, holds: (given: Given) => boolean): Given {
  let made = whole
  for (const { name } of ordered(directory)) {
    const people = made.people?.some(({ cells }) => cells.has(name)) ? made.people.map(row => without(row, name)) : undefined
    if (people && holds({ ...made, people })) made = { ...made, people }
  }
  for (const { name } of ordered(input)) {
    const given = new Map([...made.given].map(([one, rows]) => [one, one === input.name ? rows.map(row => without(row, name)) : rows]))
    if (holds({ ...made, given })) made = { ...made, given }
  }
  return made
}

const ordered = (input: InputPlan | undefined): InputPlan['fields'] =>
  (input?.fields ?? []).toReversed().toSorted((one, other) => Number(other.field.list) - Number(one.field.list))

const without = ({ cells, place }: TestRow, name: string): TestRow => ({ place, cells: new Map([...cells].filter(([field]) => field !== name)) })
