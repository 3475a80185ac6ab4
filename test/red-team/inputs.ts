// Ways through inputs: what stands in files, and what they are called.
import { exported } from './delivery.ts'
import type { Way } from './way.ts'

const withCell = (from: string, to: string): string => exported.mails.replace(from, to)

export const throughInputs: readonly Way[] = [
  { way: 'a column that nobody declared', rules: {}, result: 'silent' },
  { way: 'an undeclared column by its name', rules: { columns: { x: 'display-name' } }, result: { refused: 'unknown-field' } },
  { way: 'text declared open', rules: { fields: { note: { privacy: 'open' } }, columns: { x: 'note' } }, result: { refused: 'open-text-output' } },
  { way: 'a word declared open', rules: { fields: { note: { privacy: 'open', type: 'word' } }, columns: { x: 'note' } }, result: { refused: 'open-text-output' } },
  { way: 'letters of text declared open', rules: { fields: { note: { privacy: 'open' } }, steps: { ask: { set: { x: '$contains(note, "Q")' } } }, columns: { x: 'x' } }, result: { shows: /True/ } },
  { way: 'a telephone number declared an open integer', rules: { fields: { phone: { privacy: 'open', type: 'integer' } }, columns: { x: 'phone' } }, result: { shows: /48123456789/ } },
  { way: 'a telephone number declared an open number', rules: { fields: { phone: { privacy: 'open', type: 'number' } }, columns: { x: 'phone' } }, result: { shows: /48123456789/ } },
  { way: 'a birthday declared an open date', rules: { fields: { born: { privacy: 'open', type: 'date' } }, columns: { x: 'born' } }, result: { shows: /1985-03-17/ } },
  { way: 'a name in a time', rules: {}, inputs: { mails: withCell('2023-06-01T08:00:00Z', 'Xaverine Qvist') }, result: { stopped: 'unreadable-time' } },
  { way: 'a name in an integer, and the run stops', rules: { fields: { note: { privacy: 'open', type: 'integer' } }, columns: { x: 'note' } }, result: { stopped: 'above-quarantine-limit' } },
  { way: 'a name in an integer', rules: { fields: { note: { privacy: 'open', type: 'integer' } }, columns: { x: 'note' } }, args: ['--max-quarantine', '1'], result: 'silent' },
  { way: 'an expression that fails over a name', rules: { steps: { fail: { keep: { when: '$number(subject) > 1', because: 'a test' } } } }, args: ['--max-quarantine', '2'], result: { stopped: 'above-quarantine-limit' } },
  { way: 'a pattern that a name does not match: the quarantine names its line', rules: { fields: { subject: { privacy: 'sensitive', pattern: '[^W]*' } }, steps: { ask: { keep: { when: 'subject != "x"', because: 'a test' } } } }, args: ['--max-quarantine', '1'], result: { shows: /^when\r\n2023-06-01 09.*\r\n2023-06-01 10.*\r\n$/ } },
  { way: 'rows before the header', rules: {}, inputs: { mails: exported.mails.split('\r\n').slice(1).join('\r\n') }, result: { stopped: 'unknown-format' } },
  { way: 'a quote that never ends', rules: {}, inputs: { mails: withCell('Project Wombat', '"Project Wombat') }, result: { stopped: 'quote-not-closed' } },
  { way: 'a file that is half JSON', rules: {}, inputs: { mails: '[{"message":"Xaverine Qvist' }, result: { stopped: 'bad-json' } },
  { way: 'UTF-16 without a mark', rules: {}, inputs: { mails: Buffer.from(exported.mails, 'utf16le') }, result: 'silent' },
  { way: 'UTF-16 with a mark', rules: {}, inputs: { mails: Buffer.from(`\ufeff${exported.mails}`, 'utf16le') }, result: 'silent' },
  { way: 'letters that are no UTF-8', rules: {}, inputs: { mails: Buffer.from(withCell('Wombat', 'Wombat \u00e9'), 'latin1') }, result: { stopped: 'unknown-encoding' } },
  { way: 'the name of an input file', rules: {}, names: { mails: 'xaverine.qvist@contoso.example.csv' }, result: 'silent' },
  { way: 'a parameter in the run record', rules: { params: { who: { type: 'text', default: '' } }, steps: { own: { drop: { when: 'sender = $params.who', because: 'asked for' } } } }, args: ['--set', 'who=xaverine.qvist@contoso.example'], result: 'silent' },
  { way: 'an address in a foreign event id', rules: { steps: { scrub: { 'scrub-event-id': { fields: ['event'] } } }, columns: { x: 'event' } }, result: 'silent' },
  { way: 'a name in a recurrence', rules: { steps: { scrub: { 'scrub-recurrence': { fields: ['event'] } } }, columns: { x: 'event' } }, result: 'silent' },
  { way: 'a name as a time zone', rules: { steps: { scrub: { 'scrub-time-zone': { fields: ['zone'] } } }, columns: { x: 'zone' } }, result: 'silent' },
  { way: 'a formula among what is allowed', rules: { columns: { x: 'event' }, allow: { x: 'a test' } }, inputs: { mails: withCell('qvist@wombat.example', '=HYPERLINK(1)') }, result: { shows: /'=HYPERLINK/ } },
  { way: 'a directory of two who share a name', rules: { steps: { own: { hash: { fields: ['sender'] } } }, columns: { x: 'sender' } }, inputs: { people: `${exported.people}xaverine.qvist@contoso.example,x2,9,1,Sales\r\n` }, result: 'silent' },
  { way: 'everything as it should be', rules: { steps: { one: { explode: { field: 'to' } }, own: { hash: { fields: ['message', 'sender', 'to', 'subject'] } } }, columns: { id: 'message', from: 'sender', to: 'to', subject: 'subject', when: 'time' } }, result: 'silent' },
]
