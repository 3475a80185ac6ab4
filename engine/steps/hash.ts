// hash: values become pseudonyms that only the holder of the key can make again.
import { isWord } from '../people/words.ts'
import { type Account, type Field, type Row, type Scalar } from '../spec/field.ts'
import { type Flow, type Work, defineStep, enumeration, withFields } from '../spec/step.ts'
import { option, optional } from '../spec/option.ts'

export default defineStep({
  name: 'hash',
  keyed: true,
  summary: 'Replaces values by HMAC-SHA256 pseudonyms under the customer\'s key. Of identified addresses, outsiders become '
    + '`external`; unknown insiders, and accounts without an address, `internal`. Blank stays blank.',
  privacy: 'A pseudonym cannot be turned back without the key, and equal values stay equal: what was personal becomes a pseudonym.',
  options: {
    fields: optional(option.fields('The fields to replace; addresses only after identify.')),
    of: optional(option.fields('Fields hashed together into one pseudonym.')),
    into: optional(option.newField('The field that receives the pseudonym of `of`.')),
    profile: optional(option.choice(['ascii-hex', 'utf8-base64'],
      'How text becomes bytes and bytes become text: the function of the vendor\'s page (64 hex digits), or its later version (Base64).'), 'ascii-hex'),
    'non-ascii': optional(option.choice(['refuse', 'utf8', 'question-mark'],
      'What profile ascii-hex does with other letters: stop the run (default for addresses), hash their UTF-8 bytes (default for '
      + 'the rest), or make each a question mark as the vendor\'s function does, so that müller and möller become one.')),
    words: optional(option.words('Kinds of account that become a fixed word instead of a pseudonym, such as '
      + '`system: Microsoft System Attendant`.')),
    lower: optional(option.flag('Make the text lower-case first. Addresses are lower-case after identify.')),
  },
  either: [['fields'], ['of', 'into']],
  examples: [{
    title: 'A colleague and an outsider',
    options: { fields: ['from', 'to'] },
    fields: { from: { type: 'account', mark: 'identity' }, to: { type: 'account', mark: 'identity' } },
    given: [{ from: { text: 'anna@contoso.example', kind: 'person' }, to: { text: 'john@partner.example', kind: 'outside' } }],
    expect: [{ from: { hash: 'anna@contoso.example' }, to: 'external' }],
  }, {
    title: 'One id for a whole row',
    options: { of: ['id', 'to'], into: 'row' },
    fields: { id: { mark: 'sensitive' }, to: { type: 'account', mark: 'identity' } },
    given: [{ id: 'a1', to: { text: 'anna@contoso.example', kind: 'person' } }],
    expect: [{ row: { hash: 'a1\u001fanna@contoso.example' } }],
  }, {
    title: 'A room keeps no name of its own',
    options: { fields: ['to'], words: { room: 'Meeting room' } },
    fields: { to: { type: 'account', mark: 'identity' } },
    given: [{ to: { text: 'oslo@contoso.example', kind: 'room' } }, { to: { text: 'anna@contoso.example', kind: 'person' } }],
    expect: [{ to: 'Meeting room' }, { to: { hash: 'anna@contoso.example' } }],
  }],
  flow({ fields = [], of = [], into, words }, flow) {
    if (words) checkWords(words, into, flow)
    of.forEach((name, index) => {
      const field = flow.field(name, 'of', index)
      if (field && checkHashable(name, field, flow, 'of', index) && field.list) {
        flow.problem('wrong-field-type', `"${name}" is a list; a compound takes single values`, undefined, 'of', index)
      }
    })
    const made = fields.flatMap((name, index): [string, Field][] => {
      const field = flow.field(name, 'fields', index)
      if (!field) return []
      checkHashable(name, field, flow, 'fields', index)
      const made = pseudonym(flow.place('fields', index), `${name} is hashed`, field.list)
      return [[name, words && field.type === 'account' ? { ...made, values: Object.values(words) } : made]]
    })
    return withFields(flow.shape, into === undefined ? made : [...made, [into, pseudonym(flow.place('into'), `${into} is hashed from ${of.join(', ')}`)]])
  },
  effects: ({ fields = [], of = [], into, words = {}, profile, 'non-ascii': nonAscii, lower = false }, seen) => ({
    hash: { profile, lower, ...(nonAscii === undefined ? {} : { nonAscii }) },
    fields: [
      ...fields.map(field => ({ field, of: [field], text: seen.field(field).type === 'account' ? accountText(words) : 'A keyed hash takes its place.' })),
      ...into === undefined ? [] : [{ field: into, of, text: `One keyed hash of ${enumeration(of)} together.` }],
    ],
  }),
  run({ fields = [], of = [], into, profile, 'non-ascii': nonAscii, words = {}, lower }, work) {
    const digest = work.digest(profile)
    const merged = mergeWatch(work)
    const hash = (given: string, address: boolean): string => {
      const text = lower ? given.toLowerCase() : given
      const pseudonym = digest(text, nonAscii ?? (address ? 'refuse' : 'utf8')) ?? refuse(work)
      if (nonAscii === 'question-mark') merged(text, pseudonym)
      return pseudonym
    }
    if (into === undefined) {
      const wordOf = new Map(Object.entries(words))
      return {
        cells: fields.map(name => ({ from: name, into: name })),
        change: value => typeof value === 'object' ? wordOf.get(value.kind) ?? hashAccount(value, hash) : hash(String(value).trim(), false),
      }
    }
    const slots = of.map(work.slot)
    const address = of.some(name => work.field(name).type === 'account')
    const target = work.slot(into)
    return {
      rows: next => (row: Row) => {
        row[target] = hash(slots.map(slot => plainText(row[slot] as Scalar)).join(separator), address)
        next(row)
      },
    }
  },
})

/** Between the parts of a compound: a control character that no export writes, so that no two rows can give one text. */
const separator = '\u001f'

function hashAccount(account: Account, hash: (text: string, address: boolean) => string): string {
  if (account.kind === 'outside') return 'external'
  if (account.kind === 'none') return ''
  if (isWord(account)) return account.text
  return account.kind === 'unknown' || account.named ? 'internal' : hash(account.text, true)
}

/** What becomes of an account, for people: kinds that share a word stand together. */
function accountText(words: Readonly<Record<string, string>>): string {
  const all = Object.entries({ outside: 'external', unknown: 'internal', ...words })
  const parts = [...new Set(all.map(([, word]) => word))].map(word => `"${word}" for ${enumeration(all.filter(([, one]) => one === word).map(([kind]) => kind))}`)
  return `A keyed hash takes the place of the address; instead of one stands ${parts.join(', ')}.`
}

const plainText = (value: Scalar): string => typeof value === 'object' ? value.text : String(value)

const pseudonym = (place: Field['trail'][number]['place'] & {}, text: string, list = false): Field =>
  ({ type: 'pseudonym', list, mark: 'pseudonym', trail: [{ place, text }] })

function checkHashable(name: string, field: Field, flow: Flow, ...at: [string, number]): boolean {
  if (field.broken) return false
  if (field.mark === 'pseudonym') {
    flow.refuse('hash-again', field, `"${name}" is a pseudonym already; hashing it again would join with nothing`, 'take it out of this step', ...at)
    return false
  }
  if (field.mark === 'identity' && field.type !== 'account' && field.type !== 'id') {
    flow.refuse('hash-without-identify', field, `"${name}" is hashed as it is spelt, so one person gets several pseudonyms`,
      `identify it first; or, if it is a number or key and no address, give its input field \`type: id\``, ...at)
    return false
  }
  return true
}

/** A word stands where pseudonyms stand, so it can be none, nor an address, nor anything a spreadsheet computes. */
const wordForm = /^\p{L}[\p{L}\p{N} ._-]{0,62}$/u

function checkWords(words: Readonly<Record<string, string>>, into: string | undefined, flow: Flow): void {
  const known = flow.kinds()
  if (into !== undefined) flow.problem('unknown-key', '`words` goes with `fields`; a compound is always a pseudonym', undefined, 'words')
  for (const [kind, word] of Object.entries(words)) {
    if (!known.includes(kind)) flow.unknown('unknown-kind', kind, { what: 'kind of account', known }, 'words', kind)
    if (kind === 'none') {
      flow.problem('wrong-value', 'accounts of the kind "none" are blank, and blank stays blank', 'take it out', 'words', kind)
    } else if (!wordForm.test(word)) {
      flow.problem('wrong-value', `the word for "${kind}" is not plain enough to stand beside pseudonyms`,
        'write at most 63 letters, digits, blanks, dots, hyphens and underscores; the first is a letter', 'words', kind)
    }
  }
}

/** Counts texts that the question marks of the vendor's function make equal to another one. */
function mergeWatch(work: Work): (text: string, pseudonym: string) => void {
  const first = new Map<string, string>()
  return (text, pseudonym) => {
    const other = first.get(pseudonym)
    if (other === undefined) {
      if (/[^\x00-\x7f]/.test(text)) first.set(pseudonym, text)
    } else if (other !== text) work.warn('merged-identities')
  }
}

function refuse(work: Work): never {
  return work.stop('non-ascii-address', 'an address to hash has letters beyond ASCII, which the ascii-hex profile cannot tell apart',
    `write \`steps: { ${work.id}: { hash: { non-ascii: utf8 } } }\` in the customer's rule file, or run with --set hash-profile=utf8-base64`)
}
