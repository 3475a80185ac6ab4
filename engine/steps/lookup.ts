// lookup: a value of the directory, found by any spelling of an account.
import { elsewhere } from '../people/elsewhere.ts'
import { remember, withLast } from '../run/remember.ts'
import { type Account, type Cell, type Field, chosenBy, lowered } from '../spec/field.ts'
import { derived, defineStep, withFields } from '../spec/step.ts'
import type { Place } from '../diagnostics/diagnostic.ts'
import { option, optional } from '../spec/option.ts'

const own = ['id', 'address', 'kind']

/** What a field that names an account can be of. */
const named = ['text', 'word', 'id', 'account']

export default defineStep({
  name: 'lookup',
  summary: 'Finds the account a field names (address, alias, DN, login) and takes one of its values; an account of another lookup is found by any of its addresses. Rows whose account is not found are counted; outsiders are not missed.',
  privacy: 'The value keeps the mark it has in the directory; id and address are identities; a kind is one of the words the rules name.',
  options: {
    field: option.field('The field that names the account.'),
    in: option.lookup('The lookup that knows the accounts.'),
    take: option.text('`id`, `address`, `kind`, or a field of the directory.'),
    into: option.newField('The field that receives the value.'),
    otherwise: optional(option.choice(['blank', 'drop'], 'What becomes of a row whose account is not found.'), 'blank'),
  },
  examples: [{
    title: 'The number of a manager',
    options: { field: 'manager', in: 'people', take: 'address', into: 'boss' },
    fields: { manager: { mark: 'identity' } },
    given: [{ manager: 'anna@contoso.example' }, { manager: 'nobody@contoso.example' }],
    expect: [{ manager: 'anna@contoso.example', boss: 'anna@contoso.example' }, { manager: 'nobody@contoso.example', boss: '' }],
  }],
  flow({ field: name, in: lookup, take, into }, flow) {
    const field = flow.field(name, 'field')
    const entries = flow.entries(lookup)
    if (!field || !entries) return flow.shape
    if (!named.includes(field.type) && !field.broken) {
      flow.problem('wrong-field-type', `"${name}" is ${field.type}, which names nobody`, field.type === 'pseudonym'
        ? 'put this step before the one that hashes it' : undefined, 'field')
    }
    if (field.list) flow.problem('wrong-field-type', `"${name}" is a list, which names several accounts`, 'explode it before', 'field')
    const taken = takenField(take, entries, flow.kinds(lookup))
    if (!taken) {
      flow.unknown('unknown-field', take, { what: 'field', where: 'in the directory', known: [...own, ...entries.keys()] }, 'take')
      return flow.shape
    }
    if (taken.list) flow.problem('wrong-field-type', `"${take}" is a list; a lookup takes one value`, undefined, 'take')
    return withFields(flow.shape, [[into, takenBy(field, taken, flow.place('into'), `${into} is ${take} of the account that ${name} names`)]])
  },
  effects: ({ field, in: lookup, take, into, otherwise }) => ({
    fields: [{ field: into, of: [field], from: { lookup, take }, text: `The ${take} of the account that ${field} names, from the directory; blank where there is none.` }],
    ...otherwise === 'drop' ? { rows: { text: `Rows are left out whose ${field} is not in the directory.`, because: 'nobody is known by that name' } } : {},
  }),
  run({ field, in: lookup, take, into, otherwise }, work) {
    const directory = work.directory(lookup)
    const { type, knownIn } = work.field(field)
    const identified = type === 'account'
    const found = elsewhere(directory, knownIn === undefined ? undefined : work.directory(knownIn))
    const accountOf = (cell: Cell): Account => typeof cell !== 'object' ? directory.identify(String(cell))
      : knownIn === lookup ? cell as Account : found(cell as Account)
    const [from, to] = [work.slot(field), work.slot(into)]
    const find = withLast(remember((cell: Cell): Found => {
      // What is identified already may still be a blank that an expression left.
      const account = accountOf(cell)
      const known = account.entry !== undefined
      // Strangers are accounts too, once identified: they have an address and a kind.
      const value = known || identified ? takenValue(account, take) : ''
      return { known, value, missed: !known && value === '' && !isExpected(typeof cell === 'object' ? (cell as Account).kind : account.kind, identified) }
    }))
    let hits = 0
    let missed = 0
    /** A few may all be missing; many are not. */
    const nobody = (): boolean => hits === 0 && missed >= 10
    work.atEnd(() => missed === 0 ? undefined : {
      code: 'lookup-missed', count: missed,
      message: `step "${work.id}": ${missed === 1 ? '1 row names' : `${missed} rows name`} somebody whom "${lookup}" does not have`
        + `${nobody() ? ', and no row names anybody whom it has' : ''}; the value is blank there`,
      hint: nobody() ? `what "${field}" holds must be in a field under \`address\` or \`also\` of lookup "${lookup}": is it the right column?`
        : 'export all users, disabled ones too; and a name that two accounts share leads to neither',
    })
    return {
      rows: next => row => {
        const { known, value, missed: isMissed } = find(row[from]!)
        if (known) hits++
        if (otherwise === 'drop' && !known) return work.drop(`${field} is not in the directory`)
        if (isMissed) missed++
        row[to] = value
        next(row)
      },
    }
  },
})

/** What a name leads to, computed once per distinct name. */
type Found = { readonly known: boolean, readonly value: Cell, readonly missed: boolean }

/** Nobody is named, or identify has told that it is an outsider, whom no directory need have. */
const isExpected = (kind: string, identified: boolean): boolean => kind === 'none' || identified && kind === 'outside'

/** Whose it is may have been chosen by something more private than what is taken. */
function takenBy(field: Field, taken: Field, place: Place, text: string): Field {
  const mark = lowered(taken.mark, field)
  return derived([mark === taken.mark ? taken : field], place, text, { ...taken, mark, ...chosenBy(field.chosen) })
}

function takenField(take: string, entries: ReadonlyMap<string, Field>, kinds: readonly string[]): Field | undefined {
  if (take === 'kind') return { type: 'text', list: false, mark: 'open', values: kinds, trail: [] }
  if (take === 'id' || take === 'address') return { type: 'id', list: false, mark: 'identity', trail: [] }
  return entries.get(take)
}

function takenValue(account: Account, take: string): Cell {
  if (take === 'address') return account.named ? '' : account.text
  if (take === 'kind') return account.kind
  return (take === 'id' ? account.id : account.entry?.get(take)) ?? ''
}
