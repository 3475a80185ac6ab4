// redact: values become blank or a fixed word, lose what a pattern matches, or times become coarser.
import { RE2JS } from 're2js'
import { type Field, type Scalar, chosenBy } from '../spec/field.ts'
import { type Flow, derived, defineStep, loweredField, withFields } from '../spec/step.ts'
import { option, optional } from '../spec/option.ts'

/** How much of `yyyy-MM-ddTHH:mm:ss.fffZ` stays, and what replaces the rest. Dates and local times are shorter. */
const coarser = {
  year: [4, '-01-01T00:00:00.000Z'], month: [7, '-01T00:00:00.000Z'], day: [10, 'T00:00:00.000Z'],
  hour: [13, ':00:00.000Z'], minute: [16, ':00.000Z'], second: [19, '.000Z'],
} as const

export default defineStep({
  name: 'redact',
  summary: 'Makes values blank or a fixed word, replaces what a pattern matches, or makes times coarser.',
  privacy: 'A blank stays blank and everything else becomes blank or one fixed word: the result tells at most whether there was a '
    + 'value, so it is open. A pattern need not match and a coarser time is still a time: both keep the mark.',
  options: {
    fields: option.fields('The fields.'),
    with: optional(option.text('The word that replaces the value, or what the pattern matches; blank by default.'), ''),
    pattern: optional(option.pattern('Replace only what this regular expression matches. Does not lower the mark.')),
    to: optional(option.choice(['year', 'month', 'day', 'hour', 'minute', 'second'], 'Cut times and dates to their year, month, day, hour, minute or second; local times then have no fraction.')),
  },
  examples: [{
    title: 'No subject leaves',
    options: { fields: ['subject'] },
    given: [{ subject: 'Merger with Fabrikam' }],
    expect: [{ subject: '' }],
  }, {
    title: 'Dates to the month',
    options: { fields: ['hired'], to: 'month' },
    fields: { hired: { type: 'date' } },
    given: [{ hired: '2023-06-17' }],
    expect: [{ hired: '2023-06-01' }],
  }, {
    title: 'Meetings to the second',
    options: { fields: ['start'], to: 'second' },
    fields: { start: { type: 'local-time' } },
    given: [{ start: '2023-06-01 12:30:00.406' }],
    expect: [{ start: '2023-06-01 12:30:00' }],
  }, {
    title: 'Digits in a room name',
    options: { fields: ['room'], pattern: '[0-9]+', with: '#' },
    given: [{ room: 'Room 12' }],
    expect: [{ room: 'Room #' }],
  }],
  flow({ fields, with: word, pattern, to }, flow) {
    if (pattern !== undefined) checkPattern(pattern, flow)
    return withFields(flow.shape, fields.flatMap((name, index): [string, Field][] => {
      const field = flow.field(name, 'fields', index)
      if (!field) return []
      const place = flow.place('fields', index)
      if (to !== undefined) {
        if (!['time', 'local-time', 'date'].includes(field.type) && !field.broken) {
          flow.problem('wrong-field-type', `"${name}" is ${field.type}; only a time or date can become coarser`, undefined, 'fields', index)
        }
        return [[name, derived([field], place, `${name} is cut to its ${to}`, field)]]
      }
      const { values: _, broken: __, ...rest } = field
      if (pattern !== undefined) {
        return [[name, derived([field], place, `${name} is changed where a pattern matches; it need not match`, { ...rest, type: 'text', ...chosenBy(field.mark) })]]
      }
      return [[name, loweredField(field, 'open', place, `${name} is redacted`, { type: 'text', list: field.list, values: [word] })]]
    }))
  },
  effects: ({ fields, with: word, pattern, to }) => ({
    fields: fields.map(field => ({
      field, of: [field], text: to !== undefined ? `Cut to its ${to}.`
        : `${pattern === undefined ? 'Becomes' : `What matches ${pattern} becomes`} ${word === '' ? 'blank' : `the word "${word}"`}.`,
    })),
  }),
  run({ fields, with: word, pattern, to }) {
    const cells = fields.map(name => ({ from: name, into: name }))
    if (to !== undefined) return { cells, change: value => cut(value as string, to) }
    if (pattern === undefined) return { cells, change: value => textOf(value) === '' ? '' : word }
    const matcher = RE2JS.compile(pattern)
    return { cells, change: value => matcher.matcher(textOf(value)).replaceAll(RE2JS.quoteReplacement(word)) }
  },
})

const textOf = (value: Scalar): string => typeof value === 'object' ? value.text : String(value)

function cut(value: string, to: keyof typeof coarser): string {
  if (value === '') return ''
  const [length, rest] = coarser[to]
  if (value.length === 10) return (value.slice(0, Math.min(length, 10)) + rest).slice(0, 10)
  return value.charAt(10) === ' ' ? (value.slice(0, length) + rest).slice(0, 19).replace('T', ' ') : value.slice(0, length) + rest
}

function checkPattern(pattern: string, flow: Flow): void {
  try {
    RE2JS.compile(pattern)
  } catch {
    flow.problem('bad-pattern', 'this is no regular expression that runs in linear time',
      'look-around and back references are not available', 'pattern')
  }
}
