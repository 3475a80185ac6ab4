// Pseudonyms under the key of the tests, computed by Node alone.
import { createHmac } from 'node:crypto'
import { testKey } from '../command-line.ts'

/** HMAC-SHA256; text as UTF-8. */
export const hmac = (message: string | Buffer): Buffer => createHmac('sha256', testKey).update(message).digest()

/** What the rules write for a text by default. */
export const pseudonym = (text: string): string => hmac(text).toString('hex')

/** The same for texts that may be blank, which stay so. */
export const pseudonymOrBlank = (text: string): string => text === '' ? '' : pseudonym(text)
