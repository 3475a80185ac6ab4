// Rows of the directory that have one address: the same account once more, or several that claim it.
import type { Listing } from './listing.ts'
import { disputed } from './registers.ts'

/**
 * One account exported twice, as two monthly exports given together do: the same address, id and distinguished name.
 * Where only the address tells, all keys must agree: an administrator's second account often carries the address of
 * the first.
 */
export function isSame(one: Listing, other: Listing): boolean {
  if (one.dn !== other.dn || one.account.id !== other.account.id) return false
  const { id, text } = one.account
  return one.dn !== '' || id !== undefined && id !== text
    || one.keys.length === other.keys.length && newKeys(one, other).length === 0
}

export const joined = (first: Listing, later: Listing): Listing => ({
  ...first,
  keys: [...first.keys, ...newKeys(first, later)],
  hasAliases: first.hasAliases || later.hasAliases,
})

const newKeys = (known: Listing, given: Listing): Listing['keys'][number][] => given.keys.filter(key =>
  !known.keys.some(({ space, text }) => space === key.space && text === key.text))

/**
 * Accounts that share what is hashed cannot be told apart in an output; none of them may count as a person. But the one
 * that has the address by a better field has it: an administrator's second account often carries the `mail` of the first.
 */
export function settle(rivals: readonly Listing[]): readonly Settled[] {
  if (rivals.length === 1) return rivals.map(row => ({ row, as: row }))
  const best = Math.min(...rivals.map(row => row.level))
  const holders = rivals.filter(row => row.level === best)
  const inside = holders.some(row => row.account.inside)
  return rivals.map(row => {
    if (row.level > best) return { row, as: withoutAddress(row) }
    return { row, as: holders.length === 1 ? row : { ...row, account: disputed(row.account, inside) } }
  })
}

/** A row whose text others have too, and what it became; undefined where nothing else tells who it is. */
export type Settled = { readonly row: Listing, readonly as: Listing | undefined }

/** Another account has its address. */
export const isShadowed = ({ row, as }: Settled): boolean => as?.account.text !== row.account.text

/** The same account, known by its other keys only; undefined where it has none. */
function withoutAddress(row: Listing): Listing | undefined {
  const [own, ...keys] = row.keys
  const next = keys.find(key => key.space === 'dn') ?? keys.find(key => key.space !== 'address')
  return next && {
    ...row, keys: [next, ...keys.filter(key => key !== next)],
    account: { ...row.account, text: next.text, named: true, ...row.account.id === own.text ? { id: next.text } : {} },
  }
}
