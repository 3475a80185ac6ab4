// merge: rows that are about the same thing become one.
import { detached } from '../run/remember.ts'
import { type Cell, type Row, type Scalar, chosenBy } from '../spec/field.ts'
import { type Remark, derived, defineStep, enumeration, withFields } from '../spec/step.ts'
import { option, optional } from '../spec/option.ts'

export default defineStep({
  name: 'merge',
  summary: 'Rows with the same values in these fields become one, at the place of the first; the others are dropped and counted. '
    + 'Fields that must agree and do not become blank, which the run warns about. Keeps one row of each kind in memory until the '
    + 'last row has gone by: for tables of people and groups, not for logs.',
  privacy: 'Changes no mark: a field is what it was in the first row, or blank.',
  wholeRows: true,
  options: {
    by: option.fields('The fields that make rows the same.'),
    agree: optional(option.fields('Fields that become blank where rows that are the same differ in them. A blank is an answer too: '
      + 'beside a row with a value it makes the field blank. All other fields are those of the first row.')),
  },
  examples: [{
    title: 'A department of two divisions belongs to none',
    options: { by: ['id'], agree: ['parent'] },
    given: [
      { id: 'Sales', parent: 'North' }, { id: 'Legal', parent: 'North' },
      { id: 'Sales', parent: 'South' }, { id: 'Legal', parent: 'North' },
    ],
    expect: [{ id: 'Sales', parent: '' }, { id: 'Legal', parent: 'North' }],
  }],
  flow({ by, agree = [] }, flow) {
    by.forEach((name, index) => flow.field(name, 'by', index))
    return withFields(flow.shape, agree.flatMap((name, index) => {
      const field = flow.field(name, 'agree', index)
      if (!field) return []
      return [[name, derived([field], flow.place('agree', index), `${name} is blank where rows that merge differ in it`, { ...field, ...chosenBy(field.mark) })] as const]
    }))
  },
  effects: ({ by, agree = [] }) => ({
    fields: agree.map(field => ({ field, of: [field], text: 'Becomes blank where rows that are made one differ in it.' })),
    rows: { text: `Rows with the same ${enumeration(by)} become one; the others are left out.`, because: 'they are there already' },
  }),
  run({ by, agree = [] }, work) {
    const keys = by.map(work.slot)
    const agreeing = agree.map(name => ({ name, slot: work.slot(name), blank: work.field(name).list ? [] : '' }))
    const differing = agreeing.map(() => 0)
    const groups = new Map<string, Group>()
    agreeing.forEach(({ name }, index) => work.atEnd(() => differenceRemark(work.id, name, differing[index]!)))
    return {
      rows: next => ({
        row(row) {
          const key = keys.length === 1 ? textOf(row[keys[0]!]!) : JSON.stringify(keys.map(slot => textOf(row[slot]!)))
          const group = groups.get(key)
          if (!group) {
            groups.set(key, { row: row.map(kept), return: work.here(), differs: new Set() })
            return
          }
          agreeing.forEach(({ slot, blank }, index) => {
            if (group.differs.has(slot) || textOf(group.row[slot]!) === textOf(row[slot]!)) return
            group.row[slot] = blank
            group.differs.add(slot)
            differing[index]!++
          })
          work.drop('merged with an earlier row')
        },
        end() {
          for (const { row, return: toItsRecord } of groups.values()) {
            toItsRecord()
            next(row)
          }
          groups.clear()
        },
      }),
    }
  },
})

const differenceRemark = (step: string, field: string, count: number): Remark | undefined => count === 0 ? undefined : {
  code: 'merged-differences', count,
  message: `step "${step}": "${field}" is blank in ${count === 1 ? '1 row' : `${count} rows`}, since the rows that became one differ in it`,
  hint: `make "${field}" the same in all of them, or add it to \`by\``,
}

/** `return` makes the record of the first row the one in hand; `differs` has the slots of fields that are blanked. */
type Group = { readonly row: Row, readonly return: () => void, readonly differs: Set<number> }

const textOf = (cell: Cell): string => Array.isArray(cell) ? JSON.stringify((cell as readonly Scalar[]).map(plain)) : plain(cell as Scalar)
const plain = (value: Scalar): string => typeof value === 'object' ? value.text : String(value)

/** Rows are kept for long, and must not keep the blocks of the file alive that their texts were cut from. */
const kept = (cell: Cell): Cell => typeof cell === 'string' ? detached(cell)
  : Array.isArray(cell) ? (cell as readonly Scalar[]).map(one => typeof one === 'string' ? detached(one) : one) : cell
