// What the fields of inputs are read for.
import type { InputPlan, LookupPlan, Plan } from '../plan/plan.ts'
import { derivedFields } from '../people/listing.ts'
import type { FieldReview, InputReview, Origin } from './review.ts'
import type { ColumnReview, DropReview } from './review.ts'
import { passedOver } from './well-known.ts'

type Uses = { readonly columns: readonly (ColumnReview & { readonly output: string })[], readonly drops: readonly DropReview[] }

export function inputReview(input: InputPlan, plan: Plan, uses: Uses): InputReview {
  const over = passedOver(input)
  return {
    name: input.name, about: input.about ?? '', optional: input.optional,
    fields: input.fields.map(({ name, from, or, optional, pattern, field }): FieldReview => {
      const reads = (origins: readonly Origin[]): boolean => origins.some(origin => origin.input === input.name && origin.fields.includes(name))
      return {
        name, columns: from, fallbacks: or, optional, mark: field.mark, type: field.type, list: field.list,
        ...field.values ? { values: field.values } : {}, ...(pattern === undefined ? {} : { pattern }),
        becomes: uses.columns.filter(({ origins }) => reads(origins)).map(column => `${column.output}.${column.name}`),
        decides: [...new Set(uses.drops.filter(({ origins }) => reads(origins)).map(({ step }) => step))],
        tells: [...new Set([...plan.lookups.values()].filter(({ from: source }) => source === input.name).flatMap(lookup => tellsOf(lookup, name)))],
      }
    }),
    ...over ? { passedOver: over } : {},
  }
}

function tellsOf({ address, also, id, kinds, remote }: LookupPlan, field: string): FieldReview['tells'] {
  const derived: readonly string[] = derivedFields
  const tests = [...kinds.flatMap(rule => rule.tests), ...remote].map(test => test.field).filter(name => !derived.includes(name))
  return [
    ...address.includes(field) ? ['address' as const] : [], ...also.includes(field) ? ['spelling' as const] : [],
    ...id.includes(field) ? ['id' as const] : [], ...tests.includes(field) ? ['kind' as const] : [],
  ]
}
