// scrub-recurrence: recurrence blobs without the subjects and places of their exceptions.
import { scrubRecurrence } from '../calendar/recurrence.ts'
import { scrubCells, scrubbedShape } from '../calendar/scrub-cells.ts'
import { defineStep } from '../spec/step.ts'
import { option } from '../spec/option.ts'

export default defineStep({
  name: 'scrub-recurrence',
  summary: 'Makes recurrence blobs anew from their numbers: the same dates, pattern and flags, no subjects, no places, nothing behind '
    + 'the end. What cannot be read whole becomes blank and is counted.',
  privacy: 'The blob is written from numbers that were read, each within the bounds of a series; texts and reserved bytes are gone past '
    + 'and cannot come out, so the result is open.',
  options: { fields: option.fields('The fields with blobs, as hex digits.') },
  examples: [{
    title: 'Every Friday of 2023, but once on the Thursday before, when it was called Anna',
    options: { fields: ['blob'] },
    fields: { blob: { mark: 'sensitive' } },
    given: [{
      blob: '043004300B2001000000A00500000100000000000000200000002120000034000000010000000100000000F43A0D0100000060EE3A0D'
        + 'A0CC3A0D00B0420D0630000009300000D00200000C030000010030F13A0D6CF13A0DD0F63A0D'
        + '010005000400416E6E610000000004000000000000000000000030F13A0D6CF13A0DD0F63A0D040041006E006E0061000000000000000000',
    }],
    expect: [{
      blob: '043004300B2001000000A00500000100000000000000200000002120000034000000010000000100000000F43A0D0100000060EE3A0D'
        + 'A0CC3A0D00B0420D0630000009300000D00200000C030000010030F13A0D6CF13A0DD0F63A0D'
        + '0100010000000000000004000000000000000000000030F13A0D6CF13A0DD0F63A0D00000000000000000000',
    }],
  }, {
    title: 'A cell that the export cut, and the one on the vendor\'s page, which is no blob',
    options: { fields: ['blob'] },
    fields: { blob: { mark: 'sensitive' } },
    given: [{ blob: '043004300B2001000000A005000001000000' }, { blob: '00232000000A...' }],
    expect: [{ blob: '' }, { blob: '00232000000A...' }],
  }],
  flow: ({ fields }, flow) => scrubbedShape(fields, flow, { type: 'recurrence', mark: 'open', reason: 'is made anew from its numbers' }),
  effects: ({ fields }) => ({
    fields: fields.map(field => ({ field, of: [field], text: 'Written anew from its numbers and dates; subjects and places in it are gone.' })),
  }),
  run: ({ fields }, work) => scrubCells(fields, work, text => {
    const blob = scrubRecurrence(text)
    return { text: blob ?? '', odd: blob === undefined }
  }, odd => ({
    code: 'recurrence-unparsed', count: odd,
    message: `step "${work.id}": ${odd === 1 ? '1 recurrence could not be read and is blank'
      : `${odd} recurrences could not be read and are blank`}`,
    hint: 'an export that cuts long cells is the usual cause; Get-CalendarDiagnosticObjects gives whole ones with -ShouldBindToItem $true',
  })),
})
