// Stand-ins for addresses, names and logins: the same spelling of the same person, of the same kind, and nobody's.
import { isEncapsulated, lastCommonName } from '../../people/x500.ts'
import { type Spelling, nameKey, spelling } from '../../people/spelling.ts'
import { accountOfWord } from '../../people/words.ts'
import { wildcard } from '../../people/wildcard.ts'
import { lower } from '../../people/fold.ts'
import type { Plan } from '../../plan/plan.ts'
import type { StandInDomains } from './domains.ts'
import type { Literals } from './literals.ts'

export type Identities = {
  /** Texts that are spellings of one person, such as those of one entry of the directory; before any of them is asked for. */
  readonly together: (texts: readonly string[]) => void
  /** `field`: the field of the directory in which the text stands, whose patterns tell kinds. */
  readonly of: (text: string, field: string) => string
}

export function identities(plan: Plan, domains: StandInDomains, literals: Literals): Identities {
  const tests = [...plan.lookups.values()].flatMap(lookup => [...lookup.kinds.flatMap(rule => rule.tests), ...lookup.remote])
  const patternsOf = (field: string): readonly string[] => tests.filter(test => test.field === field).flatMap(test => test.patterns).map(String)
  const meets = (field: string, text: string): string | undefined =>
    patternsOf(field).find(pattern => pattern.replace(/[*?@.]/g, '') !== '' && wildcard(pattern)(lower(text)))

  const numbers = new Map<string, number>()
  const made = new Map<string, string>()
  const taken = new Set<string>()
  let last = 0
  const keysOf = (found: Spelling): readonly string[] => [...found.keys.map(({ space, text }) => `${space}:${text}`),
    ...found.dn?.commonName === undefined ? [] : [`name:${nameKey(found.dn.commonName).text}`]]
  const numberOf = (key: string): number => {
    if (!numbers.has(key)) numbers.set(key, ++last)
    return numbers.get(key)!
  }
  /** One stand-in per key; of several that one person would share, the later ones get a further number. */
  const once = (key: string, make: (number: string) => string): string => {
    const known = made.get(key)
    if (known !== undefined) return known
    const number = numberOf(key)
    let stand = make(String(number))
    for (let more = 2; taken.has(lower(stand)); more++) stand = make(`${number}-${more}`)
    taken.add(lower(stand))
    made.set(key, stand)
    return stand
  }

  const address = (found: { readonly text: string, readonly local: string, readonly domain: string }): string => once(`address:${found.text}`, number => {
    const pattern = meets('address', found.text)
    const quoted = literals.quoted.find(text => !text.includes('@') && found.local.includes(lower(text)))
    const local = pattern === undefined ? quoted === undefined ? `user${number}` : `${lower(quoted)}${number}` : filled(pattern.split('@')[0]!, number)
    return `${local}@${domains.of(found.domain)}`
  })
  const name = (text: string, field: string): string => once(nameKeyOf(text), number => {
    const cn = meets('cn', text)
    if (cn !== undefined) return filled(cn, number)
    const pattern = meets(field, text)
    if (pattern !== undefined) return filled(pattern, number)
    if (text.includes('@')) return `user${number}@`
    return /\s/.test(text.trim()) ? `User ${number}` : `user${number}`
  })
  const units = new Map<string, string>()
  const unitOf = (parent: string): string => {
    if (!units.has(parent)) units.set(parent, `Unit ${units.size + 1}`)
    return units.get(parent)!
  }
  const dn = (found: Spelling, field: string): string => once(`dn:${found.dn!.key}`, number => {
    const { commonName, depth, key, units: written } = found.dn!
    const first = commonName === undefined ? `OU=Unit ${number}` : `CN=${name(commonName, field)}`
    if (depth === 1) return first
    const known = written.flatMap(unit => meets('ou', unit) ?? []).map(pattern => `,OU=${filled(pattern, '1')}`)
    return `${first},OU=${unitOf(key.slice(key.indexOf(',') + 1))}${known.join('')},DC=example,DC=com`
  })
  const x500 = (key: string): string => once(`x500:${key}`, number => {
    const cn = lastCommonName(key)
    const pattern = cn === undefined ? undefined : meets('cn', cn)
    return `/o=Example/ou=Exchange/cn=Recipients/cn=${pattern === undefined ? `user${number}` : filled(pattern, number)}`
  })

  const ofSpelling = (text: string, found: Spelling, field: string): string => {
    const prefix = /^\s*(?:smtp|mailto|x500|ex):/i.exec(text)?.[0].trim() ?? ''
    const [key] = found.keys
    if (found.address) {
      if (key.space === 'x500' && isEncapsulated(found.address.local)) {
        return `${prefix}IMCEAEX-${x500(key.text).replaceAll('/', '_').replaceAll(' ', '+20')}@${domains.of(found.address.domain)}`
      }
      const stand = address(found.address)
      const bare = text.slice(prefix.length)
      return prefix + (bare === lower(bare) ? stand : stand.charAt(0).toUpperCase() + stand.slice(1))
    }
    if (key.space === 'x500') return prefix + x500(key.text)
    if (found.dn) return dn(found, field)
    return text.includes('\\') ? `EXAMPLE\\${name(text.slice(text.indexOf('\\') + 1), field)}` : name(text, field)
  }

  return {
    together(texts) {
      const keys = texts.flatMap(text => { const found = spelling(text); return found ? keysOf(found) : [] })
      const number = keys.map(key => numbers.get(key)).find(one => one !== undefined) ?? ++last
      for (const key of keys) if (!numbers.has(key)) numbers.set(key, number)
    },
    of(text, field) {
      const bare = text.trim()
      if (bare === '' || bare === '<>' || accountOfWord(text)) return text
      const found = spelling(text)
      if (found) return ofSpelling(text, found, field)
      // A network that names no mailbox here, or an address that lost letters.
      if (bare.includes('?') && bare.includes('@')) return once(`text:${bare}`, number => `user?${number}@${domains.of(lower(bare.slice(bare.lastIndexOf('@') + 1)))}`)
      const network = networks.exec(bare)?.[0] ?? 'other:'
      return once(`text:${bare}`, number => `${network}user${number}`)
    },
  }
}

const networks = /^(?:x400|sip|eum|ms|notes|spo):/i

const nameKeyOf = (text: string): string => `name:${nameKey(text).text}`

/** A text that a pattern meets: its own letters, with a number for what may be anything. */
const filled = (pattern: string, number: string): string =>
  pattern.replace('*', pattern.startsWith('*') ? `user${number}` : number).replaceAll('*', '').replaceAll('?', '0')
