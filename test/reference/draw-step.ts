// One step of a generated pipeline, with options that fit the fields before it, and the fields after it.
import type { Chooser } from './chooser.ts'
import { blindCondition, blindValue } from './blind.ts'
import { type Made, conditionOf, listOf, numberOf, textOf } from './expressions.ts'
import { directoryKnown, kinds } from './inputs.ts'
import { type Fields, type Known, highest, isPrivate, mayHash, opened } from './known.ts'

export type Drawn = { readonly step: Readonly<Record<string, unknown>>, readonly after: Fields }

type Draw = (choose: Chooser, fields: Fields, blind: boolean) => Drawn | undefined

const because = 'a test says so'
const named = (fields: Fields, test: (field: Known) => boolean): readonly string[] => [...fields].filter(([, field]) => test(field)).map(([name]) => name)
const withFields = (fields: Fields, names: readonly string[], change: (field: Known) => Known): Fields =>
  new Map([...fields].map(([name, field]) => [name, names.includes(name) ? change(field) : field]))

const condition = (choose: Chooser, fields: Fields, blind: boolean): string =>
  (blind ? blindCondition(choose, fields) : conditionOf(choose, fields, 2)).source

const keep: Draw = (choose, fields, blind) => ({ step: { keep: { when: condition(choose, fields, blind), because } }, after: fields })
const drop: Draw = (choose, fields, blind) => ({ step: { drop: { when: condition(choose, fields, blind), because } }, after: fields })

const dropAccounts: Draw = (choose, fields) => {
  const accounts = named(fields, field => field.type === 'account')
  if (accounts.length === 0) return undefined
  return { step: { drop: { accounts: choose.rarely(3) ? { param: 'unwanted' } : choose.some(kinds, 1, 3), in: choose.some(accounts, 1, 2), because } }, after: fields }
}

const explode: Draw = (choose, fields) => {
  const lists = named(fields, field => field.list)
  if (lists.length === 0) return undefined
  const field = choose.one(lists)
  return { step: { explode: { field } }, after: withFields(fields, [field], known => ({ ...known, list: false })) }
}

const identify: Draw = (choose, fields) => {
  const addresses = named(fields, field => ['text', 'account'].includes(field.type) && field.mark === 'identity')
  if (addresses.length === 0) return undefined
  const chosen = choose.some(addresses, 1, 3)
  return { step: { identify: { fields: chosen, in: 'people' } }, after: withFields(fields, chosen, ({ list, fixed }) => ({ type: 'account', list, mark: 'identity', ...fixed ? { fixed } : {} })) }
}

/** The account of a record of the directory, where all its fields are as they were read. */
const identifyOwn: Draw = (choose, fields) => {
  if ([...directoryKnown].some(([name, known]) => fields.get(name) !== known)) return undefined
  const into = choose.one(['self', 'made'])
  return { step: { identify: { into, in: 'people' } }, after: new Map([...fields, [into, { type: 'account', list: false, mark: 'identity' }]]) }
}

/** New fields, or old ones anew. */
const targets = ['made', 'other', 'subject', 'event', 'tags'] as const

const set = (choose: Chooser, fields: Fields, blind: boolean): Drawn => {
  const made = choose.some(targets, 1, 2).map(name => ({ name, ...blind ? blindValue(choose, fields) : choose.one([textOf, numberOf, listOf, conditionOf])(choose, fields, 2) }))
  return {
    step: { set: Object.fromEntries(made.map(({ name, source }) => [name, source])) },
    after: new Map([...fields, ...made.map(({ name, known }) => [name, known] as const)]),
  }
}

/** One to three rows; what they make of a field is of one form, or blank. */
const rows = (choose: Chooser, fields: Fields, blind: boolean): Drawn => {
  const made = choose.some(targets, 1, 2).map(name => {
    const draw = choose.one([textOf, numberOf, listOf, conditionOf])
    const first = blind ? blindValue(choose, fields) : plain(draw(choose, fields, 1))
    const blank: Made = { source: first.known.list ? '[]' : '""', known: { ...first.known, mark: 'open', bounded: true } }
    const others = Array.from({ length: choose.one([1, 2, 0]) }, () => choose.rarely(3) ? blank : blind ? first : plain(draw(choose, fields, 1)))
    return { name, all: [first, ...others] }
  })
  const count = Math.min(...made.map(({ all }) => all.length))
  return {
    step: { rows: Array.from({ length: count }, (_, index) => Object.fromEntries(made.map(({ name, all }) => [name, all[index]!.source]))) },
    after: new Map([...fields, ...made.map(({ name, all }) => [name, joined(all.slice(0, count).map(({ known }) => known))] as const)]),
  }
}

/** An account beside texts is its text. */
const plain = ({ source, known }: Made): Made =>
  known.type === 'account' && !known.list ? { source: `$string(${source})`, known: { ...known, type: 'text' } } : { source, known }

/** One field for what several rows, or sources, have under its name. */
export const joined = (all: readonly Known[]): Known => ({
  type: all.every(({ type }) => type === all[0]!.type) ? all[0]!.type : 'text', list: all[0]!.list,
  mark: highest(all.map(({ mark }) => mark)), bounded: all.every(({ bounded }) => bounded === true),
  ...all.some(({ fixed }) => fixed) ? { fixed: true } : {},
})

const merge: Draw = (choose, fields) => ({
  ...agreeing(choose, fields, choose.some([...fields.keys()], 1, 2)),
})

/** A field that is blank where rows differ in it tells whether they do. */
function agreeing(choose: Chooser, fields: Fields, by: readonly string[]): Drawn {
  if (choose.rarely(3)) return { step: { merge: { by } }, after: fields }
  const agree = choose.some([...fields.keys()], 1, 2)
  return { step: { merge: { by, agree } }, after: withFields(fields, agree, known => ({ ...known, ...isPrivate(known) ? { fixed: true } : {} })) }
}

/** What is private is held against words that nobody writes: which of a list it is would tell of it, as the rules then say. */
const conform: Draw = (choose, fields, blind) => {
  const chosen = choose.some([...fields.keys()], 1, 2)
  const hidden = blind && chosen.some(name => fields.get(name)!.mark !== 'open')
  const to = choose.some(hidden ? ['never', 'not at all', 'ever.never'] : ['a', 'DELIVER', 'b', 'A.B', 'low', 'x.y.z', '5', 'true', 'Anna'], 1, 4)
  const options = { ...(choose.rarely(2) ? { otherwise: choose.one(['other', 'a', '']) } : {}), ...(choose.rarely(2) ? { by: 'prefix' } : {}) }
  return { step: { conform: { fields: chosen, to, ...options } }, after: withFields(fields, chosen, opened) }
}

const lookup: Draw = (choose, fields) => {
  // Among rows of the directory two accounts can have one text, by which the reference knows them.
  const types = fields.has('dn') ? ['text', 'id'] : ['text', 'id', 'account']
  const names = named(fields, field => !field.list && types.includes(field.type) && field.mark !== 'pseudonym')
  if (names.length === 0) return undefined
  const take = choose.one(['address', 'id', 'kind', 'type', 'employee'])
  const known: Known = take === 'kind' ? { type: 'text', list: false, mark: 'open', bounded: true } : take === 'type' ? { type: 'integer', list: false, mark: 'open' } : { type: 'id', list: false, mark: 'identity' }
  const field = choose.one(names)
  const { mark, fixed } = fields.get(field)!
  return {
    step: { lookup: { field, in: 'people', take, into: 'found', ...(choose.rarely(3) ? { otherwise: 'drop' } : {}) } },
    after: new Map([...fields, ['found', fixed ? { ...known, mark: highest([known.mark, mark]), fixed } : known]]),
  }
}

const hash: Draw = (choose, fields) => {
  const names = named(fields, mayHash)
  if (names.length === 0) return undefined
  const options = { profile: { param: 'profile' }, ...choose.one([{ 'non-ascii': 'utf8' }, { 'non-ascii': 'question-mark' }]), ...(choose.rarely(4) ? { lower: true } : {}) }
  const words = choose.rarely(3) ? { words: choose.one([{ room: 'Meeting room' }, { outside: 'a partner', service: 'x.y' }, { person: 'internal' }]) } : {}
  if (choose.rarely(2)) {
    const single = named(fields, field => mayHash(field) && !field.list)
    if (single.length > 0) return { step: { hash: { of: choose.some(single, 1, 3), into: 'id', ...options } }, after: new Map([...fields, ['id', { type: 'pseudonym', list: false, mark: 'pseudonym' }]]) }
  }
  const chosen = choose.some(names, 1, 2)
  return { step: { hash: { fields: chosen, ...options, ...words } }, after: withFields(fields, chosen, ({ list }) => ({ type: 'pseudonym', list, mark: 'pseudonym' })) }
}

const redact: Draw = (choose, fields, blind) => {
  const times = named(fields, field => ['time', 'local-time', 'date'].includes(field.type))
  if (times.length > 0 && choose.rarely(3)) return { step: { redact: { fields: choose.some(times, 1, 2), to: choose.one(['year', 'month', 'day', 'hour', 'minute', 'second']) } }, after: fields }
  const chosen = choose.some([...fields.keys()], 1, 2)
  const word = choose.rarely(2) ? { with: choose.one(['gone', '$0', '']) } : {}
  if (!blind && choose.rarely(2)) {
    return { step: { redact: { fields: chosen, pattern: choose.one(['[a-c]+', '@.*', '\\d', 'é|ü']), ...word } }, after: withFields(fields, chosen, ({ list, mark }) => ({ type: 'text', list, mark, ...isPrivate({ mark }) ? { fixed: true } : {} })) }
  }
  return { step: { redact: { fields: chosen, ...word } }, after: withFields(fields, chosen, opened) }
}

const unique: Draw = (choose, fields) => ({ step: { unique: { by: choose.some([...fields.keys()], 1, 3) } }, after: fields })

const draws: readonly Draw[] = [set, keep, identify, explode, drop, identify, dropAccounts, lookup, hash, redact, unique, explode, rows, merge, conform]

/** Any step that the fields allow. */
export const drawStep = (choose: Chooser, fields: Fields, blind: boolean): Drawn =>
  (fields.get('dn') === directoryKnown.get('dn') && choose.rarely(3) ? identifyOwn(choose, fields, blind) : undefined)
  ?? choose.one(draws)(choose, fields, blind) ?? set(choose, fields, blind)
