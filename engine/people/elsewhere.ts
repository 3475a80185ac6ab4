// The accounts of one directory in another, such as those of the mail system in the list of the personnel department.
import type { Account } from '../spec/field.ts'
import type { Directory } from './directory.ts'
import { isWord } from './words.ts'

/**
 * Finds an account that another directory made: by its address, or by another address that leads to it there, where `home`
 * is that directory. Words and blanks are nobody's anywhere.
 */
export function elsewhere(directory: Directory, home: Directory | undefined): (account: Account) => Account {
  let byAlias: ReadonlyMap<string, Account> | undefined
  return account => {
    if (account.kind === 'none' || isWord(account)) return account
    const found = directory.identify(account.text)
    if (!home || found.entry !== undefined || account.entry === undefined) return found
    byAlias ??= accountsByAlias(directory, home)
    return byAlias.get(account.text) ?? found
  }
}

/** The accounts of a directory by the address that they have at home; nobody where two of them are one there. */
function accountsByAlias(directory: Directory, home: Directory): ReadonlyMap<string, Account> {
  const found = new Map<string, Account>()
  const several = new Set<string>()
  for (const [address, account] of directory.addresses()) {
    const { text, entry } = home.identify(address)
    if (entry === undefined || account.entry === undefined) continue
    if ((found.get(text) ?? account) !== account) several.add(text)
    found.set(text, account)
  }
  for (const text of several) found.delete(text)
  return found
}
