// What the fields of inputs are read for.
import { derivedFields } from '../people/listing.ts'
import type { InputPlan, LookupPlan, Plan } from '../plan/plan.ts'
import type { ColumnReview, DropReview, FieldReview, InputReview, Origin, Told } from './review.ts'
import { knownExport } from './well-known.ts'

type Uses = {
  readonly columns: readonly (ColumnReview & { readonly output: string })[]
  readonly drops: readonly DropReview[]
}

export function inputReview(input: InputPlan, plan: Plan, uses: Uses): InputReview {
  const known = knownExport(input)
  const directories = [...plan.lookups.values()].filter(({ from }) => from === input.name)
  return {
    name: input.name, about: input.about ?? '', optional: input.optional,
    fields: input.fields.map(({ name, from, or, optional, pattern, field }): FieldReview => {
      const reads = (origins: readonly Origin[]): boolean =>
        origins.some(origin => origin.input === input.name && origin.fields.includes(name))
      return {
        name, columns: from, fallbacks: or, optional, mark: field.mark, type: field.type, list: field.list,
        ...field.values ? { values: field.values } : {}, ...pattern === undefined ? {} : { pattern },
        becomes: uses.columns.filter(({ origins }) => reads(origins)).map(column => `${column.output}.${column.name}`),
        decides: [...new Set(uses.drops.filter(({ origins }) => reads(origins)).map(({ step }) => step))],
        tells: [...new Set(directories.flatMap(directory => tellsOf(directory, name)))],
      }
    }),
    ...known ? { known } : {},
  }
}

function tellsOf(directory: LookupPlan, field: string): readonly Told[] {
  const { address, also, id, kinds, remote } = directory
  const tested = kinds.flatMap(rule => rule.tests).flatMap(test => testedFields(test.field, directory))
  const far = remote.flatMap(test => testedFields(test.field, directory))
  return [
    ...address.includes(field) ? ['address' as const] : [],
    ...also.includes(field) ? ['spelling' as const] : [],
    ...id.includes(field) ? ['id' as const] : [],
    ...tested.includes(field) ? ['kind' as const] : [],
    ...far.includes(field) ? ['remote' as const] : [],
  ]
}

/**
 * The fields that a test looks at. All addresses of an account are tested wherever they stand, and units and common
 * name come from the first distinguished name among the further spellings (row-keys.ts).
 */
function testedFields(tested: string, { address, also }: LookupPlan): readonly string[] {
  const derived = derivedFields.find(name => name === tested)
  if (derived === undefined) return [tested]
  return derived === 'address' ? [...address, ...also] : also
}
