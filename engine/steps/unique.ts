// unique: of rows with the same values, the first in input order stays.
import { type Scalar, type Cell } from '../spec/field.ts'
import { defineStep, enumeration } from '../spec/step.ts'
import { option } from '../spec/option.ts'
import { remember, withLast } from '../run/remember.ts'
import { type Fingerprint, combine, fingerprint, fingerprintSet } from '../run/fingerprint.ts'

export default defineStep({
  name: 'unique',
  summary: 'Of several rows with the same values in these fields, the first in input order stays.',
  privacy: 'Changes no mark. Put it before hash, where outsiders are still told apart.',
  choosesRows: true,
  wholeRows: true,
  options: { by: option.fields('The fields that make a row the same.') },
  examples: [{
    title: 'One row per message and recipient',
    options: { by: ['id', 'to'] },
    given: [{ id: '1', to: 'a', at: '08:00' }, { id: '1', to: 'b', at: '08:00' }, { id: '1', to: 'a', at: '08:01' }],
    expect: [{ id: '1', to: 'a', at: '08:00' }, { id: '1', to: 'b', at: '08:00' }],
  }],
  flow({ by }, flow) {
    by.forEach((name, index) => flow.field(name, 'by', index))
    return flow.shape
  },
  effects: ({ by }) => ({ rows: { text: `Of several rows with the same ${enumeration(by)} the first stays; the others are left out.`, because: 'they are there already' } }),
  run({ by }, work) {
    const ofAccount = remember(fingerprintOf)
    // A text is hashed again sooner than it is found in a large table.
    const parts = by.map(name => ({ slot: work.slot(name), of: withLast(work.field(name).type === 'account' ? ofAccount : fingerprintOf) }))
    const seen = fingerprintSet()
    return {
      rows: next => row => {
        let key: Fingerprint | undefined
        for (const { slot, of } of parts) {
          const part = of(row[slot]!)
          key = key ? combine(key, part) : part
        }
        if (seen.add(key!)) next(row)
        else work.drop('seen before')
      },
    }
  },
})

const fingerprintOf = (cell: Cell): Fingerprint =>
  fingerprint(Array.isArray(cell) ? JSON.stringify(cell.map(textOf)) : textOf(cell as Scalar))

const textOf = (value: Scalar): string => typeof value === 'object' ? value.text : String(value)
