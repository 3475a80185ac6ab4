// The addresses of a directory, account by account.
import type { Customer } from './customer.ts'
import { textsOf } from './survey.ts'

/** Those of each record in these fields; none where the input was not given. */
export async function addressesIn(
  input: string, fields: readonly string[], surveys: Customer['surveys'],
): Promise<readonly (readonly string[])[]> {
  const directory = surveys.find(one => one.input.name === input)
  if (!directory) return []
  const { found } = directory.match
  const wanted = directory.input.fields.filter(({ name }) => fields.includes(name) && found.has(name))
    .map(({ name, field }) => ({ column: found.get(name)!, list: field.list }))
  const rows = await textsOf(directory, directory.encoding ?? directory.input.encoding, wanted)
  return rows.map(row => row.flat())
}
