// A message about a missing column names a column of the file only where the file surely has a header.
import test from 'ava'
import { Stop } from '../../engine/diagnostics/diagnostic.ts'
import type { FieldPlan, InputPlan } from '../../engine/plan/plan.ts'
import { bind } from '../../engine/run/binding.ts'

const field = (name: string, from: readonly string[]): FieldPlan => ({ name, from, or: [], optional: false, field: { type: 'text', list: false, mark: 'identity', trail: [] } } as unknown as FieldPlan)
const input = { name: 'people', fields: [field('sender', ['Sender']), field('mail', ['mail'])] } as unknown as InputPlan
const times = { instant: String, local: String, date: String }

for (const { title, columns, says } of [
  { title: 'a misspelt name beside one that is known', columns: ['Sendr', 'mail'], says: 'such as "Sendr"' },
  { title: 'a surname in a file without a header', columns: ['Sander', 'Anna'], says: undefined },
  { title: 'an address beside a name that is known', columns: ['sender@x.example', 'mail'], says: undefined },
]) {
  test(title, t => {
    const stop = t.throws(() => bind(input, columns, 'people.csv', times), { instanceOf: Stop })
    t.is(stop?.diagnostic.code, 'missing-column')
    const hint = stop?.diagnostic.hint ?? ''
    t.is(/such as "[^"]*"/.exec(hint)?.[0], says)
  })
}
