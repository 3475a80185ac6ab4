// The canonical form of a mail address: what is compared, looked up and hashed.
import { isAscii } from './characters.ts'
import { domainName } from './domains.ts'
import { lower } from './fold.ts'
import { unwrap } from './wrapping.ts'

export type Address = { readonly text: string, readonly local: string, readonly domain: string }

/**
 * The canonical, lower-case address in any text that holds one, such as `"Anna" <SMTP:Anna@Contoso.example>`;
 * undefined where there is none. Order and refusals are those of security-reliability.md §1.4: NFC, trim, unwrap,
 * exactly one `@` outside a quoted local part, no blank, control, invisible character or `?` inside, domain to ASCII,
 * local part to lower case. Tags (`anna+news`) and dots stay: whether they name one mailbox is the server's affair.
 * The address of an address is itself.
 */
export function address(text: string): Address | undefined {
  const plain = plainAddress(text)
  if (plain) return plain
  const { type, text: bare } = unwrap(text)
  return type === 'foreign' ? undefined : bareAddress(bare)
}

/**
 * The same for the form that nearly all addresses have, at a quarter of the cost: letters, digits and a few signs, perhaps
 * behind `smtp:`. Undefined for all others, which need a closer look.
 */
export function plainAddress(text: string): Address | undefined {
  if (text.length > longest) return undefined
  if (!plainForm.test(text)) return undefined
  // Cut before it is lowered: what is kept then holds no longer text in memory.
  const bare = (text.charCodeAt(4) === colon ? text.slice(5) : text).toLowerCase()
  if (bare.includes('xn--') || bare.startsWith('imceaex-')) return undefined
  const at = bare.indexOf('@')
  return { text: bare, local: bare.slice(0, at), domain: bare.slice(at + 1) }
}

const colon = 0x3a
const plainForm = /^(?:smtp:)?[a-z0-9._'+-]+@[a-z0-9-]+(?:\.[a-z0-9-]+)+$/i

/** The same for a text that is unwrapped already. */
export function bareAddress(bare: string): Address | undefined {
  if (bare.length > longest) return undefined
  const quoted = bare.startsWith('"')
  const at = quoted ? closingQuote(bare) + 1 : bare.indexOf('@')
  if (at <= 0 || bare[at] !== '@' || !isAscii(bare) && unseen.test(bare)) return undefined
  const domain = domainName(bare.slice(at + 1))
  const local = quoted ? quotedLocal(bare.slice(1, at - 1)) : plainLocal(bare.slice(0, at))
  if (domain === undefined || local === undefined) return undefined
  const text = `${local}@${domain}`
  return text.length > longest ? undefined : { text, local, domain }
}

/** Encapsulated X500 addresses are the longest: three characters for each of 256, and a domain. */
const longest = 1_024

/** Controls, formats (zero-width, bidi), lone surrogates, blanks, other ignorables, what a failed decoder leaves. */
const unseen = /[\p{Cc}\p{Cf}\p{Cs}\p{Z}\p{Default_Ignorable_Code_Point}\ufffd]/u

/** RFC 5322 atoms and dots, without `?`: ASCII exports write it for letters they lose (exchange-domain.md §5). */
const atom = 'abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789!#$%&\'*+-/=^_`{|}~.'
const atoms = table(atom)
const quotable = table(`${atom}()<>[]:;@,"\\`)

const plainLocal = (text: string): string | undefined =>
  text !== '' && consistsOf(atoms, text) ? lower(text) : undefined

/** A quoted local part, without quotes it does not need: both spellings name one mailbox (RFC 5321 §4.1.2). */
function quotedLocal(content: string): string | undefined {
  const local = lower(content.replace(/\\(.)/gsu, '$1'))
  if (local === '' || !consistsOf(quotable, local)) return undefined
  return consistsOf(atoms, local) ? local : `"${local.replace(/["\\]/g, '\\$&')}"`
}

/** Where the quote at the start closes, or -1. */
function closingQuote(text: string): number {
  for (let at = 1; at < text.length; at++) {
    if (text[at] === '\\') at++
    else if (text[at] === '"') return at
  }
  return -1
}

function table(allowed: string): Uint8Array {
  const cells = new Uint8Array(128)
  for (let at = 0; at < allowed.length; at++) cells[allowed.charCodeAt(at)] = 1
  return cells
}

/** Every ASCII character is allowed; the others were judged before. */
function consistsOf(allowed: Uint8Array, text: string): boolean {
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at)
    if (code < 128 && allowed[code] === 0) return false
  }
  return true
}
