// identify: any spelling of an address, DN or login becomes the one account it belongs to.
import { elsewhere } from '../people/elsewhere.ts'
import { accountOfWord } from '../people/words.ts'
import { type Account, type Cell, type Shape } from '../spec/field.ts'
import { type Flow, derived, defineStep, withFields } from '../spec/step.ts'
import { option, optional } from '../spec/option.ts'

export default defineStep({
  name: 'identify',
  summary: 'Turns any alias, X500 address, DN or login into the one account it belongs to; the rest is outside, unknown or none. '
    + 'Or finds the account of each record of the directory itself, also where names lead to several.',
  privacy: 'Lowers nothing: an account is an identity, in its one canonical spelling.',
  options: {
    fields: optional(option.fields('The fields with addresses.')),
    into: optional(option.newField('The field that receives the account of the record itself, which is one of the directory.')),
    in: option.lookup('The lookup that knows the accounts.'),
  },
  either: [['fields'], ['into']],
  examples: [{
    title: 'Two spellings, one person',
    options: { fields: ['from'], in: 'people' },
    fields: { from: { mark: 'identity' } },
    given: [{ from: 'Anna@Contoso.example' }, { from: 'SMTP:anna@contoso.example' }],
    expect: [{ from: 'anna@contoso.example' }, { from: 'anna@contoso.example' }],
  }, {
    title: 'Whom a record of the directory is about',
    options: { into: 'person', in: 'people' },
    fields: { mail: { mark: 'identity' } },
    given: [{ mail: 'Anna@Contoso.example' }],
    expect: [{ person: 'anna@contoso.example' }],
  }],
  flow({ fields = [], into, in: lookup }, flow) {
    if (!flow.entries(lookup)) return flow.shape
    if (into !== undefined) return ownAccount(into, lookup, flow)
    return withFields(flow.shape, fields.flatMap((name, index) => {
      const field = flow.field(name, 'fields', index)
      if (!field) return []
      if (!['text', 'id', 'account'].includes(field.type) && !field.broken) {
        flow.problem('wrong-field-type', `"${name}" is ${field.type}, not an address`, undefined, 'fields', index)
      }
      const { values: _, ...rest } = field
      return [[name, derived([field], flow.place('fields', index), `${name} is identified; it still names a person`,
        { ...rest, type: 'account', mark: 'identity', knownIn: lookup })] as const]
    }))
  },
  effects: ({ fields = [], into, in: lookup }) => ({
    fields: [...fields, ...into === undefined ? [] : [into]].map(field => ({
      field, of: field === into ? [] : [field], from: { lookup, take: 'account' },
      text: field === into ? 'The account of the record itself. It still names a person.'
        : 'Every spelling of an address becomes the one account it belongs to. It still names a person.',
    })),
  }),
  run({ fields = [], into, in: lookup }, work) {
    const directory = work.directory(lookup)
    if (into !== undefined) {
      const cells = directory.fields.map(name => ({ name, slot: work.slot(name) }))
      const target = work.slot(into)
      const entry = new Map<string, Cell>()
      return {
        rows: next => row => {
          for (const { name, slot } of cells) entry.set(name, row[slot]!)
          row[target] = directory.own(entry)
          next(row)
        },
      }
    }
    const strange = fields.filter(name => work.field(name).knownIn !== lookup)
    const homes = new Set(strange.map(name => work.field(name).knownIn))
    const [home] = homes.size === 1 ? homes : []
    const find = elsewhere(directory, home === undefined ? undefined : work.directory(home))
    return {
      cells: strange.map(name => ({ from: name, into: name })),
      change: value => typeof value === 'object' ? find(value as Account)
        : accountOfWord(value as string) ?? directory.identify(value as string),
      observe: cell => { if (Array.isArray(cell)) (cell as Account[]).forEach(work.meet); else work.meet(cell as Account) },
    }
  },
})

/** Only a record as it was read is surely found again: whatever its account is made of must still stand in the row. */
function ownAccount(into: string, lookup: string, flow: Flow): Shape {
  const entries = flow.entries(lookup)!
  const { input, fields } = flow.source(lookup)
  const names = fields.filter(name => entries.has(name))
  const other = names.find(name => flow.shape.get(name) !== entries.get(name))
  if (other !== undefined) {
    if (!flow.shape.get(other)?.broken) {
      flow.problem('wrong-field-type', `\`into\` needs the rows of input "${input}" as they are read, and "${other}" is ${flow.shape.has(other) ? 'another field here' : 'not among their fields'}`,
        `use it where rows come from "${input}", before steps that change "${other}"; or identify a field that names the account: \`fields\``, 'into')
    }
    return withFields(flow.shape, [[into, { type: 'account', list: false, mark: 'identity', broken: true, trail: [] }]])
  }
  const read = names.flatMap(name => flow.field(name, 'into') ?? [])
  return withFields(flow.shape, [[into, derived(read, flow.place('into'), `${into} is the account of the record itself`,
    { type: 'account', list: false, mark: 'identity', knownIn: lookup })]])
}
