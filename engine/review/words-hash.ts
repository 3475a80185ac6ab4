// What pseudonyms are, what they protect against, and what not.
import type { HashStepReview } from './review.ts'

export const hashIs = 'A pseudonym is computed from the one spelling of a value and a secret key (HMAC-SHA256). The '
  + 'same value under the same key always gives the same pseudonym, in every file and every month, so that rows can be '
  + 'counted and joined.'

export const keyIs = 'The key is given to each run. It stands in no rule, file or message; the record of a run has a '
  + 'fingerprint that tells keys apart and nothing else. Keys below 32 characters and guessable ones are refused; a '
  + 'short one that is in use already must be asked for, and the record says so. Whoever receives the files must never '
  + 'get the key.'

export const hashProtects = 'Whoever has the files and not the key cannot compute a pseudonym from an address, nor an '
  + 'address from a pseudonym. Hashing all addresses of the organisation without the key gives nothing.'

export const hashLeaves: readonly (readonly [string, string])[] = [
  ['The key', 'Whoever has it can: addresses are known or can be guessed, and trying a million of them takes seconds.'],
  ['Frequency', 'Equal values stay equal. Who is busiest, and with how many others, shows; someone who knows the '
    + 'organisation may recognise who it is.'],
  ['Small groups', 'A team of two or three, or somebody who deals with one other person only, can be picked out by the '
    + 'pattern alone.'],
  ['Times', 'Where times leave, someone who knows of one event and its minute may find its row, and with it the '
    + 'pseudonyms in it.'],
  ['The months', 'A person once recognised stays recognised for as long as the key is the same.'],
]

export const lawText = 'What leaves is pseudonymous data, not anonymous data: in the sense of Article 4 (5) of the '
  + 'GDPR it remains personal data.'

/** How one step hashes, in words. */
export function hashText({ profile, nonAscii, lower }: HashStepReview): string {
  if (profile === undefined) return 'HMAC-SHA256, written as an id of the same shape'
  const letters = nonAsciiWords[nonAscii ?? '']
  return `HMAC-SHA256, written as ${forms[profile]}; ${letters}${lower === true ? '; in lower case' : ''}`
}

/** How a pseudonym is written, by profile. */
export const forms: Readonly<Record<string, string>> = {
  'ascii-hex': '64 hexadecimal digits', 'utf8-base64': '44 characters of Base64',
}

const nonAsciiWords: Readonly<Record<string, string>> = {
  '': 'letters beyond ASCII, such as ü, stop the run in addresses and are hashed elsewhere',
  'refuse': 'letters beyond ASCII, such as ü, stop the run',
  'utf8': 'letters beyond ASCII, such as ü, are hashed like all others',
  'question-mark': 'letters beyond ASCII count as question marks: people whose addresses differ in those alone become '
    + 'one',
}
