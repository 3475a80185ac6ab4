// The keys of one row of the directory: everything under which its account can be found.
import type { Cell } from '../spec/field.ts'
import { address, plainAddress } from './address.ts'
import { isList, textOf } from './cell.ts'
import { type Key, nameKey, spelling } from './spelling.ts'
import { lastCommonName } from './x500.ts'

/** Grows while the row is read. */
export type RowKeys = {
  /** Each key once: those of the address fields, best first, then all others. */
  readonly keys: Key[]
  /** The texts of the keys that are addresses. */
  readonly addresses: string[]
  /** The texts of the address fields that spell just an address; they stand among the further spellings once more. */
  readonly read: string[]
  /** Which of the address fields gave the first address, 0 for the best; where none did, behind all of them. */
  level: number
  /** The first distinguished name: its key, its organisational units and its common name. */
  dn: string
  units: readonly string[]
  commonName: string
  /** A list of addresses came with the row. */
  hasAliases: boolean
}

/** Prepares the reading of rows from the fields with the canonical address, best first, and those with further spellings. */
export function rowKeys(best: readonly string[], also: readonly string[]): (entry: ReadonlyMap<string, Cell>) => RowKeys {
  return entry => {
    const row: RowKeys = { keys: [], addresses: [], read: [], level: best.length, dn: '', units: none, commonName: '', hasAliases: false }
    for (let index = 0; index < best.length; index++) {
      const text = addressText(entry.get(best[index]!))
      const plain = plainAddress(text)
      const found = plain ?? address(text)
      if (!found) continue
      if (plain) row.read.push(text)
      if (row.keys.length === 0) row.level = index
      addKey(row, { space: 'address', text: found.text })
    }
    for (const field of also) {
      const cell = entry.get(field)
      if (!isList(cell)) {
        addSpelling(row, textOf(cell))
        continue
      }
      for (const member of cell) if (addSpelling(row, textOf(member))) row.hasAliases = true
    }
    return row
  }
}

const none: readonly string[] = []

/** What stands for the canonical address in a cell: of a list the primary, marked by capitals; `''` where there is none. */
function addressText(cell: Cell | undefined): string {
  if (!isList(cell)) return textOf(cell)
  for (const member of cell) {
    const text = textOf(member)
    if (text.startsWith('SMTP:')) return text
  }
  return ''
}

/** Adds all that a text spells; true where it is an address. */
function addSpelling(row: RowKeys, text: string): boolean {
  if (row.read.includes(text)) return true
  const found = text === '' ? undefined : spelling(text)
  if (!found) return false
  for (const key of found.keys) {
    addKey(row, key)
    // Calendars name those who act by the last part alone (calendar-domain.md "Addresses.").
    if (key.space === 'x500') addKey(row, nameKey(lastCommonName(key.text) ?? ''))
  }
  const { dn } = found
  if (dn) {
    if (row.dn === '') {
      row.dn = dn.key
      row.units = dn.units
      row.commonName = dn.commonName ?? ''
    }
    // So that an export that writes managers as `CN=Name` finds them.
    if (dn.commonName !== undefined) addKey(row, nameKey(dn.commonName))
  }
  return found.address !== undefined
}

/** Rows have a handful of keys; a set of them would cost more than it saves. */
function addKey(row: RowKeys, key: Key): void {
  if (key.text === '') return
  for (const known of row.keys) if (known.text === key.text && known.space === key.space) return
  row.keys.push(key)
  if (key.space === 'address') row.addresses.push(key.text)
}
