// Stand-ins for ids and texts that name nobody by themselves, and yet can hold anything.
import { createHmac } from 'node:crypto'
import { guidOf, headerSize, idWith, uidData } from '../../calendar/event-id-layout.ts'
import { scrubEventId } from '../../calendar/event-id.ts'
import { bytesOfHex, hexOfBytes } from '../../calendar/hex.ts'
import { scrubRecurrence } from '../../calendar/recurrence.ts'
import { scrubTimeZone, timeZones } from '../../calendar/time-zones.ts'
import type { Literals } from './literals.ts'

export type Texts = {
  /** Employee numbers, GUIDs and other keys: of the same shape, with the same zeros in front. */
  readonly id: (text: string) => string
  /** Ids of mails, with or without their brackets. */
  readonly message: (text: string) => string
  readonly word: (text: string) => string
  /** `what` names the field, so that a reader sees what stood there. */
  readonly text: (text: string, what: string) => string
  readonly event: (text: string) => string
  readonly recurrence: (text: string) => string
  readonly zone: (text: string) => string
}

/** `secret` makes random bytes of ids other ones; nobody keeps it. */
export function texts(literals: Literals, secret: Uint8Array): Texts {
  const made = new Map<string, string>()
  const counts = new Map<string, number>()
  const once = (key: string, series: string, make: (number: number) => string): string => {
    const known = made.get(key)
    if (known !== undefined) return known
    const number = (counts.get(series) ?? 0) + 1
    counts.set(series, number)
    const stand = make(number)
    made.set(key, stand)
    return stand
  }
  const mac = (bytes: Uint8Array): Buffer => createHmac('sha256', secret).update(bytes).digest()
  const text = (given: string, what: string): string => {
    const bare = given.trim()
    if (bare === '' || literals.has(bare)) return given
    const stand = once(`text ${bare}`, what, number => withLiteral(bare, `${what} ${number}`, literals))
    return given.replace(bare, () => stand)
  }
  return {
    text,
    id: given => given.trim() === '' ? given : once(`id ${given.trim()}`, guid.test(given.trim()) ? 'guid' : 'id', number => idLike(given.trim(), number)),
    message(given) {
      const bare = given.trim().replace(/^<(.*)>$/, '$1')
      if (bare.trim() === '') return given
      const stand = once(`message ${bare}`, 'message', number => withLiteral(bare, `${number}@x`, literals))
      return given.includes('<') ? `<${stand}>` : stand
    },
    word: given => given === '' || literals.hasWord(given) ? given : once(`word ${given}`, 'word', number => `WORD${number}`),
    event(given) {
      const bare = given.trim()
      if (bare === '') return given
      return once(`event ${bare.toUpperCase()}`, 'event', number => {
        const bytes = bytesOfHex(bare)
        const harmless = bytes !== undefined && bytes.length === headerSize + 16 && scrubEventId(bare, mac).id === bare.toUpperCase()
        if (harmless) return hexOfBytes(Buffer.concat([bytes.subarray(0, headerSize), guidOf(mac(bytes.subarray(headerSize)))]))
        return bytes ? hexOfBytes(idWith(Buffer.alloc(4), uidData(`uid-${number}`))) : `uid-${number}`
      })
    },
    recurrence: given => given.trim() === '' ? given : scrubRecurrence(given) ?? '00',
    zone(given) {
      const known = scrubTimeZone(given)
      return given.trim() === '' || timeZones.includes(given.trim()) ? given : `${known} Zone ${once(`zone ${given.trim()}`, 'zone', String)}`.trim()
    },
  }
}

/** What rules look for in a text stays in it: at its beginning, its end or between. */
function withLiteral(given: string, stand: string, literals: Literals): string {
  const head = literals.before(given)
  if (head !== undefined) return `${head}.${stand.replaceAll(' ', '-')}`
  const literal = literals.quoted.find(text => given.includes(text))
  if (literal === undefined) return stand
  return given.startsWith(literal) ? literal + stand : given.endsWith(literal) ? stand + literal : `${stand}${literal}${stand}`
}

const guid = /^\{?[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}\}?$/i

function idLike(given: string, number: number): string {
  if (guid.test(given)) return `00000000-0000-0000-0000-${String(number).padStart(12, '0')}`
  return /^\d+$/.test(given) ? `${/^0*/.exec(given)![0]}${number}` : `id-${number}`
}
