// drop: rows for which a condition holds, or whose ends are of some kind of account, go no further.
import { type Flow, defineStep, enumeration } from '../spec/step.ts'
import { type Account, type Cell } from '../spec/field.ts'
import { option, optional } from '../spec/option.ts'

export default defineStep({
  name: 'drop',
  summary: 'Rows for which the condition holds, or with an account of one of these kinds, are dropped and counted.',
  privacy: 'Changes no mark. A condition may read anything: it decides whether a row exists, not what stands in it.',
  choosesRows: true,
  options: {
    when: optional(option.expression('The condition.')),
    accounts: optional(option.kinds('Kinds of account; a row goes when a field under `in` is one of them.')),
    in: optional(option.fields('The identified fields to look at.')),
    because: option.text('Why these rows may go; stands in the summary and the run record.'),
  },
  either: [['when'], ['accounts', 'in']],
  examples: [{
    title: 'Bounces and automatic replies',
    options: { when: 'envelope = "<>"', because: 'bounces and automatic replies' },
    given: [{ envelope: '<>', to: 'a' }, { envelope: 'x@y.example', to: 'b' }],
    expect: [{ envelope: 'x@y.example', to: 'b' }],
  }, {
    title: 'Rooms are no people',
    options: { accounts: ['room'], in: ['to'], because: 'not a person' },
    fields: { to: { type: 'account', mark: 'identity' } },
    given: [{ to: { text: 'room-1@contoso.example', kind: 'room' } }, { to: { text: 'a@contoso.example', kind: 'person' } }],
    expect: [{ to: 'a@contoso.example' }],
  }],
  flow({ when, accounts = [], in: fields = [] }, flow) {
    if (when) flow.judge(when, 'when')
    fields.forEach((name, index) => checkIdentified(name, index, flow))
    const known = flow.kinds()
    accounts.forEach((kind, index) => {
      if (!known.includes(kind)) flow.unknown('unknown-kind', kind, { what: 'kind of account', known }, 'accounts', index)
    })
    return flow.shape
  },
  effects: ({ when, accounts = [], in: fields = [], because }, seen) => ({
    rows: when ? { text: 'Rows for which this holds are left out:', when: seen.text(when), because }
      : { text: `Rows are left out whose ${enumeration(fields, 'or')} is of one of these kinds: ${enumeration(accounts, 'or')}.`, kinds: accounts, because },
  }),
  run({ when, accounts, in: fields = [], because }, work) {
    if (when) {
      const holds = work.condition(when)
      return { rows: next => row => holds(row) ? work.drop(because) : next(row) }
    }
    const kinds = new Set(accounts)
    const ends = fields.map(name => ({ name, slot: work.slot(name) }))
    return {
      rows: next => row => {
        for (const { name, slot } of ends) {
          const kind = firstOf(row[slot] as Cell, kinds)
          if (kind !== undefined) return work.drop(`${because}: ${name} is ${kind}`)
        }
        next(row)
      },
    }
  },
})

const firstOf = (cell: Cell, kinds: ReadonlySet<string>): string | undefined => {
  if (Array.isArray(cell)) return (cell as Account[]).find(account => kinds.has(account.kind))?.kind
  // An expression can leave a blank where an account was; $kind calls it none too.
  const kind = typeof cell === 'object' ? (cell as Account).kind : 'none'
  return kinds.has(kind) ? kind : undefined
}

function checkIdentified(name: string, index: number, flow: Flow): void {
  const field = flow.field(name, 'in', index)
  if (field && field.type !== 'account' && !field.broken) {
    flow.problem('wrong-field-type', `"${name}" is not identified here, so it has no kind of account`,
      `put an identify step with "${name}" before this one`, 'in', index)
  }
}
