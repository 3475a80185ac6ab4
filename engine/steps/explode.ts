// explode: a row with a list becomes one row per member.
import { derived, defineStep, withFields } from '../spec/step.ts'
import { type Row, type Scalar } from '../spec/field.ts'
import { option } from '../spec/option.ts'

export default defineStep({
  name: 'explode',
  summary: 'One row per member of a list; a row whose list is empty is dropped and counted.',
  privacy: 'A member keeps the mark of its list.',
  options: { field: option.field('The list.') },
  examples: [{
    title: 'One row per recipient',
    options: { field: 'to' },
    fields: { to: { list: true } },
    given: [{ id: '1', to: ['a@x.example', 'b@x.example'] }, { id: '2', to: [] }],
    expect: [{ id: '1', to: 'a@x.example' }, { id: '1', to: 'b@x.example' }],
  }],
  flow({ field: name }, flow) {
    const field = flow.field(name, 'field')
    if (!field || field.broken) return flow.shape
    if (!field.list) {
      flow.problem('wrong-field-type', `"${name}" is not a list`, 'give the input field `type: list`', 'field')
    }
    const member = derived([field], flow.place('field'), `each member of ${name}`, { ...field, list: false })
    return withFields(flow.shape, [[name, member]])
  },
  effects: ({ field }) => ({
    fields: [{ field, of: [field], text: 'Each member of the list gets a row of its own.' }],
    rows: { text: `Rows in which ${field} is an empty list are left out.`, because: 'there is nothing to write' },
  }),
  run({ field }, work) {
    const slot = work.slot(field)
    let copy: Row = []
    return {
      rows: next => row => {
        const members = row[slot] as readonly Scalar[]
        if (members.length === 0) return work.drop(`${field} is empty`)
        work.add(members.length - 1)
        for (let index = 0; index < members.length - 1; index++) {
          // The steps behind change the row they get, so all but the last get a copy; one serves them all.
          if (copy.length === 0) copy = row.slice()
          else for (let cell = 0; cell < row.length; cell++) copy[cell] = row[cell]!
          copy[slot] = members[index] as Scalar
          next(copy)
        }
        row[slot] = members[members.length - 1] as Scalar
        next(row)
      },
    }
  },
})
