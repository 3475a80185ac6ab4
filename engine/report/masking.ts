// What is shown of a cell: open values as they are, everything personal as a short stand-in that tells what kind of thing it
// is. Equal values have equal stand-ins, so that one can follow a person through steps and files.
import { shown } from '../diagnostics/frame.ts'
import type { Domains } from '../people/domains.ts'
import { spelling } from '../people/spelling.ts'
import type { Account, Cell, Field, Scalar } from '../spec/field.ts'

/** How a cell is shown; without a field, as of one that nothing is known of. */
export type Masking = {
  /** In a table: blank is `''`. */
  cell(cell: Cell, field: Field | undefined): string
  /** In a sentence: open text in quotes, `blank` for a blank. */
  phrase(cell: Cell, field: Field | undefined): string
  /** The text of a column as it is written to a file, where lists are JSON. */
  written(text: string, field: Field): string
}

/** Who asked for values, on a terminal, sees them. `domains` tell own addresses from others; several lookups may have some. */
export function masking(domains: readonly Domains[], personal: boolean): Masking {
  const standIn = standIns()
  const side = (domain: string): string => {
    if (domains.length === 0) return ''
    return domains.some(own => own.isCloud(domain)) ? '@cloud' : domains.some(own => own.isOwn(domain)) ? '@own' : '@outside'
  }
  const ofAccount = (account: Account): string => {
    if (personal) return `${account.text} (${account.kind})`
    if (account.kind === 'none') return ''
    return standIn(account.kind, account.text) + (account.inside ? account.remote ? '@cloud' : '@own' : '')
  }
  const ofIdentity = (text: string): string => {
    if (text === '<>') return text
    const found = spelling(text)
    if (found?.address) return standIn('address', text) + side(found.address.domain)
    return found ? standIn(found.keys[0].space, text) : `${standIn('text', text)}(${text.length})`
  }
  const scalar = (value: Scalar, field: Field | undefined): string => {
    if (typeof value === 'object') return ofAccount(value)
    if (value === '' || typeof value === 'boolean') return String(value)
    const text = String(value)
    if (personal || isShown(text, field)) return field?.mark === 'pseudonym' || binary.has(field?.type ?? 'text') ? shortened(text, field!) : text
    if (field?.mark === 'identity' && (field.type === 'text' || text.includes('@'))) return ofIdentity(text)
    if (field && field.type !== 'text' && field.type !== 'word') return standIn(names[field.type], text)
    return `${standIn('text', text)}(${text.length})`
  }
  const printed = (text: string): string => shown(text, 0).join('')
  const list = (members: readonly Scalar[], field: Field | undefined): string => {
    const shownMembers = members.map(member => scalar(member, field))
    if (personal || field?.mark === 'open' || shownMembers.length < 2) return `[${shownMembers.join(', ')}]`
    return `[${shownMembers[0]}, +${shownMembers.length - 1}]`
  }
  const cell = (value: Cell, field: Field | undefined): string =>
    printed(Array.isArray(value) ? list(value as readonly Scalar[], field) : scalar(value as Scalar, field))
  return {
    cell,
    phrase(value, field) {
      if (value === '') return 'blank'
      const text = cell(value, field)
      return typeof value === 'string' && isShown(value, field) && field?.mark === 'open' ? JSON.stringify(text) : text === '' ? 'blank' : text
    },
    written: (text, field) => cell(field.list && text !== '' ? JSON.parse(text) as string[] : text, field),
  }
}

/** A pseudonym tells nobody; open text is believed as far as it is no address. */
const isShown = (text: string, field: Field | undefined): boolean => field?.mark === 'pseudonym' || field?.mark === 'open' && !text.includes('@')

/** Fields whose cells are long runs of digits. */
const binary: ReadonlySet<Field['type']> = new Set(['recurrence', 'event-id'])

const names: Readonly<Record<Exclude<Field['type'], 'text' | 'word'>, string>> = {
  integer: 'number', number: 'number', boolean: 'boolean', time: 'time', 'local-time': 'time', date: 'date', 'message-id': 'message',
  id: 'id', account: 'account', pseudonym: 'pseudonym', recurrence: 'recurrence', 'event-id': 'event',
}

/** Enough to tell one from another; ids of meetings all begin alike. Words that stand among pseudonyms stay whole. */
const shortened = (text: string, { type }: Field): string =>
  binary.has(type) ? text.length <= 20 ? text : `…${text.slice(-8)}` : digest.test(text) ? `${text.slice(0, 8)}…` : text

const digest = /^(?:[0-9a-f]{64}|[\w+/]{43}=)$/

/** `KIND-1`, `KIND-2`: values of a kind are numbered as they come. */
function standIns(): (kind: string, text: string) => string {
  const known = new Map<string, Map<string, number>>()
  return (kind, text) => {
    const texts = known.get(kind) ?? new Map<string, number>()
    known.set(kind, texts)
    const number = texts.get(text) ?? texts.size + 1
    texts.set(text, number)
    return `${kind}-${number}`
  }
}
