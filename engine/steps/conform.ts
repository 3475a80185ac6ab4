// conform: what is in a closed list stays, and everything else becomes one word.
import { remember, withLast } from '../run/remember.ts'
import { type Cell, type Field, type Scalar } from '../spec/field.ts'
import { type Remark, defineStep, loweredField, withFields } from '../spec/step.ts'
import { option, optional } from '../spec/option.ts'

export default defineStep({
  name: 'conform',
  summary: 'A value that a list has stays, as the list spells it; everything else becomes blank or one word, and is counted. '
    + 'Case, and blanks around the value, do not count. Blank stays blank.',
  privacy: 'The result is one of the words that the rule file writes, never a text of the input: it is open, and the list bounds it.',
  options: {
    fields: option.fields('The fields.'),
    to: option.texts('The list.'),
    otherwise: optional(option.text('What everything else becomes; blank by default.'), ''),
    by: optional(option.choice(['whole', 'prefix'],
      'What is compared: the whole value; or its longest beginning that is in the list and ends before a dot, so that '
      + '`IPM.Appointment.Contoso` is `IPM.Appointment`.'), 'whole'),
  },
  examples: [{
    title: 'Priorities',
    options: { fields: ['priority'], to: ['Low', 'Normal', 'High'], otherwise: 'other' },
    given: [{ priority: 'high ' }, { priority: 'call me: 555' }, { priority: '' }],
    expect: [{ priority: 'High' }, { priority: 'other' }, { priority: '' }],
  }, {
    title: 'Classes of items, with those made of them',
    options: { fields: ['class'], to: ['IPM.Appointment', 'IPM.Schedule.Meeting.Request'], by: 'prefix' },
    given: [{ class: 'IPM.Appointment.Contoso' }, { class: 'IPM.AppointmentX' }, { class: 'ipm.schedule.meeting.request' }],
    expect: [{ class: 'IPM.Appointment' }, { class: '' }, { class: 'IPM.Schedule.Meeting.Request' }],
  }],
  flow({ fields, to, otherwise }, flow) {
    const values = [...new Set([...to, otherwise])].filter(value => value !== '')
    return withFields(flow.shape, fields.flatMap((name, index): [string, Field][] => {
      const field = flow.field(name, 'fields', index)
      return field ? [[name, loweredField(field, 'open', flow.place('fields', index), `${name} is one of a closed list`, { type: 'text', list: field.list, values })]] : []
    }))
  },
  effects: ({ fields, to, otherwise }) => ({
    fields: fields.map(field => ({
      field, of: [field], text: `One of ${to.length} words that the rules list stays; everything else becomes ${otherwise === '' ? 'blank' : `"${otherwise}"`}.`,
    })),
  }),
  run({ fields, to, otherwise, by }, work) {
    // Of two spellings in the list the first stands.
    const list = new Map(to.toReversed().map(word => [folded(word), word]))
    const inList = (value: Scalar): string | undefined => {
      let text = folded(typeof value === 'object' ? value.text : String(value))
      if (text === '') return ''
      if (by === 'whole') return list.get(text)
      for (; text !== ''; text = text.slice(0, Math.max(0, text.lastIndexOf('.')))) {
        const word = list.get(text)
        if (word !== undefined) return word
      }
      return undefined
    }
    const conformed = remember((cell: Cell): Conformed => {
      if (!Array.isArray(cell)) {
        const word = inList(cell as Scalar)
        return word === undefined ? { cell: otherwise, others: 1 } : { cell: word, others: 0 }
      }
      const words = (cell as readonly Scalar[]).map(inList)
      return { cell: words.map(word => word ?? otherwise), others: words.filter(word => word === undefined).length }
    })
    const changes = fields.map(name => ({ name, slot: work.slot(name), conformed: withLast(conformed), others: 0 }))
    for (const change of changes) work.atEnd(() => otherRemark(work.id, change.name, change.others, otherwise))
    return {
      rows: next => row => {
        for (const change of changes) {
          const { cell, others } = change.conformed(row[change.slot]!)
          row[change.slot] = cell
          change.others += others
        }
        next(row)
      },
    }
  },
})

const otherRemark = (step: string, field: string, count: number, otherwise: string): Remark | undefined => count === 0 ? undefined : {
  code: 'not-in-list', count,
  message: `step "${step}": ${count === 1 ? '1 value' : `${count} values`} of "${field}" ${count === 1 ? 'is' : 'are'} not in its list, and `
    + `became ${otherwise === '' ? 'blank' : `"${otherwise}"`}`,
  hint: 'add to `to` what should stay; the values themselves are shown nowhere but in the input',
}

/** The word, or words, and how many of them the list does not have. */
type Conformed = { readonly cell: Cell, readonly others: number }

const folded = (text: string): string => text.trim().toLowerCase()
