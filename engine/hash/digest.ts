// Text to pseudonym: HMAC-SHA256 in the two forms the vendor has published.
import { createHmac } from 'node:crypto'
import type { Key } from './key.ts'

/** `ascii-hex` is the function of the vendor's page; `utf8-base64` its later version and the vendor's own connectors. */
export type Profile = 'ascii-hex' | 'utf8-base64'

/** What `ascii-hex` does with text beyond ASCII. `utf8-base64` has no such question and ignores it. */
export type NonAscii = 'refuse' | 'utf8' | 'question-mark'

/** Text to pseudonym; undefined for text beyond ASCII that is to be refused. Blank stays blank. */
export type Digest = (text: string, nonAscii: NonAscii) => string | undefined

/**
 * The hash function for a key: 64 lower-case hex digits, or 44 characters of Base64 with padding. The text is taken as it
 * is: trimming, case and the magic words are the caller's business. Source: exchange-integration.md (the snippet) and
 * security-reliability.md §1.3, which measured both forms on .NET.
 */
export function digester(key: Key, profile: Profile): Digest {
  const { secret } = key
  if (profile === 'utf8-base64') {
    return text => text === '' ? '' : createHmac('sha256', secret).update(text, 'utf8').digest('base64')
  }
  return (text, nonAscii) => {
    if (text === '') return ''
    if (isAscii(text)) return createHmac('sha256', secret).update(text, 'latin1').digest('hex')
    if (nonAscii === 'refuse') return undefined
    return createHmac('sha256', secret).update(nonAscii === 'utf8' ? text : questionMarks(text), 'utf8').digest('hex')
  }
}

const hexDigest = /^[0-9a-f]{64}$/
const base64Digest = /^[A-Za-z0-9+/]{42}[AEIMQUYcgkosw048]=$/

/** Whether a text has the form that the profile gives every pseudonym. */
export const isPseudonym = (text: string, profile: Profile): boolean =>
  (profile === 'ascii-hex' ? hexDigest : base64Digest).test(text)

/**
 * 16 hex digits that are the same for two runs exactly when their keys are, and say nothing else about the key: files
 * made under different fingerprints cannot be joined.
 */
export const fingerprint = (key: Key): string =>
  createHmac('sha256', key.secret).update('np-pipeline key fingerprint').digest('hex').slice(0, 16)

function isAscii(text: string): boolean {
  for (let at = 0; at < text.length; at++) if (text.charCodeAt(at) > 127) return false
  return true
}

// .NET's ASCII gives one question mark per UTF-16 unit, so two for an emoji: hence no `u` flag. Node's own 'ascii' keeps
// the low byte instead and would make Ł an A.
// oxlint-disable-next-line no-control-regex
const questionMarks = (text: string): string => text.replace(/[^\x00-\x7f]/g, '?')
