// identify: any spelling of an address, DN or login becomes the one account it belongs to.
import { accountOfWord } from '../people/words.ts'
import { type Account } from '../spec/field.ts'
import { derived, defineStep, withFields } from '../spec/step.ts'
import { option } from '../spec/option.ts'

export default defineStep({
  name: 'identify',
  summary: 'Turns any alias, X500 address, DN or login into the one account it belongs to; the rest is outside, unknown or none.',
  privacy: 'Lowers nothing: an account is an identity, in its one canonical spelling.',
  options: {
    fields: option.fields('The fields with addresses.'),
    in: option.lookup('The lookup that knows the accounts.'),
  },
  examples: [{
    title: 'Two spellings, one person',
    options: { fields: ['from'], in: 'people' },
    fields: { from: { mark: 'identity' } },
    given: [{ from: 'Anna@Contoso.example' }, { from: 'SMTP:anna@contoso.example' }],
    expect: [{ from: 'anna@contoso.example' }, { from: 'anna@contoso.example' }],
  }],
  flow({ fields, in: lookup }, flow) {
    if (!flow.entries(lookup)) return flow.shape
    return withFields(flow.shape, fields.flatMap((name, index) => {
      const field = flow.field(name, 'fields', index)
      if (!field) return []
      if (!['text', 'id', 'account'].includes(field.type) && !field.broken) {
        flow.problem('wrong-field-type', `"${name}" is ${field.type}, not an address`, undefined, 'fields', index)
      }
      const { values: _, ...rest } = field
      return [[name, derived([field], flow.place('fields', index), `${name} is identified; it still names a person`,
        { ...rest, type: 'account', mark: 'identity' })] as const]
    }))
  },
  run({ fields, in: lookup }, work) {
    const directory = work.directory(lookup)
    return {
      cells: fields.map(name => ({ from: name, into: name })),
      change: value => typeof value === 'object' ? value : accountOfWord(value as string) ?? directory.identify(value as string),
      observe: cell => { if (Array.isArray(cell)) (cell as Account[]).forEach(work.meet); else work.meet(cell as Account) },
    }
  },
})
