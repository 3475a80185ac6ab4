// scrub-time-zone: names of time zones that Windows has stay, of others their offset.
import { scrubTimeZone, timeZones } from '../calendar/time-zones.ts'
import { type Field } from '../spec/field.ts'
import { defineStep, loweredField, withFields } from '../spec/step.ts'
import { option } from '../spec/option.ts'

export default defineStep({
  name: 'scrub-time-zone',
  summary: 'Keeps the English names that Windows gives to time zones; of any other text only a leading (UTC+hh:mm), or nothing.',
  privacy: 'The result is one of a closed list of names and offsets, whatever stood in the cell, so it is open.',
  options: { fields: option.fields('The fields with names of time zones.') },
  examples: [{
    title: 'A name of Windows, a name in Polish, an older one, and what somebody wrote',
    options: { fields: ['zone'] },
    fields: { zone: { mark: 'sensitive' } },
    given: [
      { zone: '(UTC+01:00) Sarajevo, Skopje, Warsaw, Zagreb' }, { zone: '(UTC+01:00) Sarajewo, Skopie, Warszawa, Zagrzeb' },
      { zone: '(GMT-08:00) Pacific Time (US & Canada)' }, { zone: 'The zone of Anna' },
    ],
    expect: [{ zone: '(UTC+01:00) Sarajevo, Skopje, Warsaw, Zagreb' }, { zone: '(UTC+01:00)' }, { zone: '(UTC-08:00)' }, { zone: '' }],
  }],
  flow({ fields }, flow) {
    return withFields(flow.shape, fields.flatMap((name, index): [string, Field][] => {
      const field = flow.field(name, 'fields', index)
      if (!field) return []
      const place = flow.place('fields', index)
      return [[name, loweredField(field, 'open', place, `${name} is cut to the name of a time zone`, { type: 'text', list: field.list, values: timeZones })]]
    }))
  },
  effects: ({ fields }) => ({
    fields: fields.map(field => ({ field, of: [field], text: 'The name that Windows gives a time zone stays; of anything else its offset, or nothing.' })),
  }),
  run: ({ fields }) => ({
    cells: fields.map(name => ({ from: name, into: name })),
    change: value => typeof value === 'string' ? scrubTimeZone(value) : '',
  }),
})
