// Ways through expressions, and through steps behind them.
import type { Way } from './way.ts'

const refused = { refused: 'personal-reaches-output' } as const
const set = (fields: Readonly<Record<string, string>>) => ({ attack: { set: fields } })
const letter = '$substring(sender, 0, 1)'

export const throughExpressions: readonly Way[] = [
  { way: 'the letters of a name', rules: { steps: set({ x: letter }), columns: { x: 'x' } }, result: refused },
  { way: 'one yes or no per letter', rules: { steps: set({ x: `${letter} = "x"` }), columns: { x: 'x' } }, result: refused },
  { way: 'a word per letter', rules: { steps: set({ x: `${letter} = "x" ? "yes" : "no"` }), columns: { x: 'x' } }, result: refused },
  { way: 'the length of a name', rules: { steps: set({ x: '$length(sender)' }), columns: { x: 'x' } }, result: refused },
  { way: 'where a letter stands, as a number', rules: { steps: set({ x: '$length($substringBefore(subject, "o"))' }), columns: { x: 'x' } }, result: refused },
  { way: 'a telephone number as a number', rules: { steps: set({ x: '$round($number(phone))' }), columns: { x: 'x' } }, result: refused },
  { way: 'how many words a subject has', rules: { steps: set({ x: '$count($split(subject, " "))' }), columns: { x: 'x' } }, result: refused },
  { way: 'digits of an id in a sum with an open number', rules: { fields: { born: { privacy: 'open', type: 'date' } }, steps: set({ x: '$number($substring(phone, 0, 3)) + $number($substring(born, 0, 4))' }), columns: { x: 'x' } }, result: refused },
  { way: 'the order of sorted letters', rules: { steps: set({ x: '$sort([sender, "m"])[0] = "m"' }), columns: { x: 'x' } }, result: { refused: 'expression-not-allowed' } },
  { way: 'a member of a list', rules: { steps: set({ x: '$join(to, " ")' }), columns: { x: 'x' } }, result: refused },
  { way: 'a name in the value so far of $reduce', rules: { steps: set({ x: '$reduce(to, function($a, $x){ $a & $x }, "")' }), columns: { x: 'x' } }, result: refused },
  { way: 'the character codes of a name', rules: { steps: set({ x: '$formatBase($number(sender), 16)' }), columns: { x: 'x' } }, result: { refused: 'expression-not-allowed' } },
  { way: 'an answer about an account that a letter chose', rules: { steps: { pick: { set: { pick: `${letter} = "x" ? sender : ""` } }, ask: { set: { x: '$inside(pick)' } } }, columns: { x: 'x' } }, result: refused },
  { way: 'the kind of an account that a letter chose', rules: { steps: { pick: { set: { pick: `${letter} = "x" ? sender : ""` } }, ask: { set: { x: '$kind(pick)' } } }, columns: { x: 'x' } }, result: refused },
  { way: 'how many accounts with a letter are inside', rules: { steps: set({ x: '$count($map($filter(to, function($r){ $contains($r, "x") }), function($r){ $inside($r) }))' }), columns: { x: 'x' } }, result: refused },
  { way: 'a letter, then held against the alphabet', rules: { steps: { ...set({ x: letter }), list: { conform: { fields: ['x'], to: ['a', 'b', 'x'] } } }, columns: { x: 'x' } }, result: refused },
  { way: 'a blank where a letter stands, then redacted', rules: { steps: { ...set({ x: `${letter} = "x" ? "1" : ""` }), gone: { redact: { fields: ['x'], with: 'yes' } } }, columns: { x: 'x' } }, result: refused },
  { way: 'what a pattern leaves, then redacted', rules: { steps: { part: { redact: { fields: ['subject'], pattern: '^[^P].*$' } }, gone: { redact: { fields: ['subject'], with: 'yes' } } }, columns: { x: 'subject' } }, result: refused },
  { way: 'a known address where a letter stands, then identified and asked', rules: { steps: { ...set({ x: '$contains(subject, "W") ? "bob@contoso.example" : ""' }), is: { identify: { fields: ['x'], in: 'people' } }, ask: { set: { bit: '$inside(x)' } } }, columns: { x: 'bit' } }, result: refused },
  { way: 'a number of the directory, looked up by a letter', rules: { steps: { ...set({ x: '$contains(subject, "W") ? "bob@contoso.example" : ""' }), look: { lookup: { field: 'x', in: 'people', take: 'type', into: 'bit' } } }, columns: { x: 'bit' } }, result: refused },
  { way: 'a subject in the random half of an event id', rules: { steps: { ...set({ x: '"040000008200E00074C5B7101A82E0080000000050ED900D74C4C601000000000000000010000000" & subject' }), scrub: { 'scrub-event-id': { fields: ['x'] } } }, columns: { x: 'x' } }, result: refused },
  { way: 'a time zone chosen by a letter', rules: { steps: { ...set({ x: '$contains(subject, "W") ? "UTC" : "(UTC+01:00)"' }), scrub: { 'scrub-time-zone': { fields: ['x'] } } }, columns: { x: 'x' } }, result: refused },
  { way: 'a part of a pseudonym', rules: { steps: { own: { hash: { fields: ['sender'] } }, ...set({ x: '$substring(sender, 0, 8)' }) }, columns: { x: 'x' } }, result: { refused: 'open-text-output' } },
  { way: 'a salt of one\'s own', rules: { steps: { ...set({ x: 'sender & "salt"' }), own: { hash: { fields: ['x'] } } }, columns: { x: 'x' } }, result: { refused: 'hash-without-identify' } },
  { way: 'one row per letter', rules: { steps: { each: { rows: [{ x: letter }, { x: '$substring(sender, 1, 1)' }] } }, columns: { x: 'x' } }, result: refused },
  { way: 'a pseudonym of a letter: its frequency tells which', rules: { steps: { ...set({ x: '$substring(subject, 0, 1)' }), own: { hash: { fields: ['x'] } } }, columns: { x: 'x' } }, result: { shows: /([0-9a-f]{64})\r\n\1\r\n$/ } },
  { way: 'a pseudonym where a letter stands, and a blank elsewhere', rules: { steps: { ...set({ x: '$contains(subject, "W") ? "1" : ""' }), own: { hash: { fields: ['x'] } } }, columns: { x: 'x' } }, result: { shows: /^x\r\n[0-9a-f]{64}\r\n(""\r\n){2}$/ } },
]
