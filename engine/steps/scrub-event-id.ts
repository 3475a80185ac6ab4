// scrub-event-id: GlobalObjectIds without the UIDs of other programs.
import { scrubEventId } from '../calendar/event-id.ts'
import { scrubCells, scrubbedShape } from '../calendar/scrub-cells.ts'
import { defineStep } from '../spec/step.ts'
import { option } from '../spec/option.ts'

export default defineStep({
  name: 'scrub-event-id',
  summary: 'Keeps the ids that Outlook and Exchange give to meetings, and replaces those made of a foreign UID by a pseudonym of the same '
    + 'shape: one meeting has one id in every mailbox. An id of no known form becomes a pseudonym, too, and is counted.',
  privacy: 'An id of Outlook is a time and a random number. A foreign UID, which can be an address, cannot be turned back without the key: '
    + 'what was personal becomes a pseudonym.',
  keyed: true,
  options: { fields: option.fields('The fields with ids, as hex digits.') },
  examples: [{
    title: 'An id of Outlook, and that of an exception on 31 August 2006',
    options: { fields: ['id'] },
    fields: { id: { mark: 'sensitive' } },
    given: [
      { id: '040000008200E00074C5B7101A82E0080000000050ED900D74C4C60100000000000000001000000067C578584FFD084BA806F67A02B86005' },
      { id: '040000008200E00074C5B7101A82E00807D6081F50ED900D74C4C60100000000000000001000000067C578584FFD084BA806F67A02B86005' },
    ],
    expect: [
      { id: '040000008200E00074C5B7101A82E0080000000050ED900D74C4C60100000000000000001000000067C578584FFD084BA806F67A02B86005' },
      { id: '040000008200E00074C5B7101A82E00807D6081F50ED900D74C4C60100000000000000001000000067C578584FFD084BA806F67A02B86005' },
    ],
  }, {
    title: 'The UID foobar123@acc.com, inside an id and alone',
    options: { fields: ['id'] },
    fields: { id: { mark: 'sensitive' } },
    given: [
      {
        id: '040000008200E00074C5B7101A82E00800000000000000000000000000000000000000001E000000'
          + '7643616C2D55696401000000666F6F626172313233406163632E636F6D00',
      },
      { id: 'foobar123@acc.com' },
    ],
    expect: [
      {
        id: '040000008200E00074C5B7101A82E00800000000000000000000000000000000000000004D000000'
          + '7643616C2D5569640100000032363333323638366634393538306539313538616437653762376135'
          + '64643630356136323737396466363931356561353538623335616434653362306366333100',
      },
      { id: '040000008200E00074C5B7101A82E0080000000000000000000000000000000000000000100000008D433A646178054FBB907CEA8A555FA3' },
    ],
  }],
  flow: ({ fields }, flow) => scrubbedShape(fields, flow, { type: 'event-id', mark: 'pseudonym', reason: 'is an id of Outlook or a pseudonym' }),
  effects: ({ fields }) => ({
    hash: {},
    fields: fields.map(field => ({ field, of: [field], text: 'An id that Outlook or Exchange gave stays; any other becomes a keyed hash.' })),
  }),
  run: ({ fields }, work) => scrubCells(fields, work, text => {
    const { id, odd } = scrubEventId(text, work.mac)
    return { text: id, odd }
  }, odd => ({
    code: 'event-id-odd', count: odd,
    message: `step "${work.id}": ${odd === 1 ? '1 event id is of no known form and became a pseudonym'
      : `${odd} event ids are of no known form and became pseudonyms`}`,
    hint: 'they join where they are spelt alike, and exceptions may not join with their series: export the property GlobalObjectId as it is, in hex',
  })),
})
