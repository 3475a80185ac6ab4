// The receiver's words for ends that have no pseudonym (exchange-integration.md, the hash function).
import type { Account } from '../spec/field.ts'

const words = new Map<string, Account>([
  ['external', { text: 'external', kind: 'outside', inside: false, remote: false }],
  ['internal', { text: 'internal', kind: 'unknown', inside: true, remote: false }],
  ['error', { text: 'error', kind: 'unknown', inside: true, remote: false }],
])

/** The account that stands for a word, which an address field may hold already; written exactly so, in lower case. */
export const accountOfWord = (text: string): Account | undefined => words.get(text)

export const isWord = (account: Account): boolean => words.get(account.text) === account
