// Ways through rows: which there are, how often, in what order; and through lists of words.
import type { Way } from './way.ts'

const because = 'an attack'

export const throughRows: readonly Way[] = [
  { way: 'only rows of a name that begins with a letter', rules: { steps: { only: { keep: { when: '$substring(sender, 0, 1) = "x"', because } } } }, result: { shows: /^when\r\n2023-06-01 08:00:00.000\r\n$/ } },
  { way: 'one file per letter', rules: { outputs: { x: { csv: { file: 'x.csv' }, steps: { x: { keep: { when: '$substring(sender, 0, 1) = "x"', because } } }, columns: { when: 'time' } }, b: { csv: { file: 'b.csv' }, steps: { b: { keep: { when: '$substring(sender, 0, 1) = "b"', because } } }, columns: { when: 'time' } } } }, result: { shows: /09:00:00.000\r\n2023-06-01 10:00/ } },
  { way: 'as many rows as a condition says', rules: { steps: { twice: { set: { n: 'subject = "Lunch" ? [1] : [1, 2]' } }, each: { explode: { field: 'n' } } } }, result: { shows: /(08:00:00.000\r\n.*){2}/ } },
  { way: 'rows that are one where subjects are the same', rules: { steps: { one: { unique: { by: ['subject'] } } } }, result: { shows: /08:00:00.000\r\n.*09:00:00.000\r\n$/ } },
  { way: 'a reason for dropping that is a name', rules: { steps: { drop: { drop: { when: 'subject = "Lunch"', because: 'xaverine.qvist@contoso.example' } } } }, result: { refused: 'identity-in-name' } },
  { way: 'a reason from a parameter', rules: { params: { why: { type: 'text', default: 'a reason' } }, steps: { drop: { drop: { when: 'subject = "Lunch"', because: { param: 'why' } } } } }, args: ['--set', 'why=xaverine.qvist@contoso.example'], result: { stopped: 'identity-in-name' } },
  { way: 'the kind that a reason for dropping names', rules: { steps: { drop: { drop: { accounts: ['chosen'], in: ['sender'], because } } }, kinds: [{ chosen: { login: 'x*' } }] }, result: 'silent' },
  { way: 'a kind for one person', rules: { kinds: [{ chosen: { address: 'xav*' } }], steps: { ask: { set: { x: '$kind(sender) = "chosen" ? "chosen" : "other"' } } }, columns: { x: 'x' } }, result: { shows: /chosen/ } },
  { way: 'a list of words that are names', rules: { steps: { list: { conform: { fields: ['subject'], to: ['Project Wombat'] } } }, columns: { x: 'subject' } }, result: { shows: /Project Wombat/ } },
  { way: 'a list of words that are addresses', rules: { steps: { list: { conform: { fields: ['sender'], to: ['xaverine.qvist@contoso.example'] } } }, columns: { x: 'sender' } }, result: { refused: 'identity-in-name' } },
  { way: 'a list of values that are addresses', rules: { fields: { note: { privacy: 'open', values: ['xaverine.qvist@contoso.example'] } }, columns: { x: 'note' } }, result: { refused: 'identity-in-name' } },
  { way: 'a list of values from a parameter', rules: { params: { names: { type: 'list', default: ['a'] } }, fields: { note: { privacy: 'open', values: { param: 'names' } } }, columns: { x: 'note' } }, args: ['--set', 'names=Qvist'], result: { shows: /Qvist/ } },
  { way: 'a word for a kind that is an address', rules: { steps: { own: { hash: { fields: ['sender'], words: { person: 'bob@contoso.example' } } } }, columns: { x: 'sender' } }, result: { refused: 'wrong-value' } },
  { way: 'a constant that is an address', rules: { steps: { say: { set: { x: '"bob@contoso.example"' } } }, columns: { x: 'x' } }, result: { refused: 'identity-in-name' } },
  { way: 'a constant that is a name', rules: { steps: { say: { set: { x: '"Xaverine"' } } }, columns: { x: 'x' } }, result: { shows: /Xaverine/ } },
  { way: 'an address in a header', rules: { columns: { x: { field: 'time', header: 'bob@contoso.example' } } }, result: { refused: 'identity-in-name' } },
  { way: 'an address as the name of a column', rules: { columns: { 'bob@contoso.example': 'time' } }, result: { refused: 'identity-in-name' } },
  { way: 'an address in front of the file name', rules: { params: { prefix: { type: 'text', default: '' } }, csv: { prefix: { param: 'prefix' } } }, args: ['--set', 'prefix=bob@contoso.example'], result: { stopped: 'identity-in-name' } },
  { way: 'an address as the name of a step', rules: { steps: { 'bob@contoso.example': { keep: { when: 'time > "2000"', because } } } }, result: { refused: 'bad-name' } },
  { way: 'columns allowed without a reason', rules: { columns: { x: 'subject' }, allow: { x: '   ' } }, result: { refused: 'missing-key' } },
  { way: 'a column allowed by its field', rules: { columns: { x: 'subject' }, allow: { subject: 'agreed' } }, result: { refused: 'unknown-field' } },
  { way: 'all columns allowed at once', rules: { columns: { x: 'subject' }, allow: { '*': 'agreed' } }, result: { refused: 'unknown-field' } },
  { way: 'whatever is allowed by name', rules: { columns: { x: 'subject' }, allow: { x: 'agreed' } }, result: { shows: /Wombat/ } },
  { way: 'a reference to another output', rules: { steps: { own: { hash: { fields: ['sender', 'message'] } } }, columns: { x: 'sender', y: 'message' }, expect: { refers: { x: { to: 'y', otherwise: 'warn' } } } }, result: 'silent' },
]
