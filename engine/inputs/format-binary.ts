// Files that are no text at all, told before anyone tries to decode them.
import { Stop } from '../diagnostics/diagnostic.ts'
import { markOf } from './byte-order-mark.ts'

const signatures: readonly { readonly bytes: string, readonly what: string, readonly fix: string }[] = [
  { bytes: 'PK\x03\x04', what: 'a workbook or a zip file', fix: 'save the sheet as CSV UTF-8, or unpack the file' },
  { bytes: '\xd0\xcf\x11\xe0', what: 'an old Office file', fix: 'save the sheet as CSV UTF-8' },
  { bytes: '!BDN', what: 'an Outlook data file', fix: 'export with the documented commands instead' },
  { bytes: '%PDF', what: 'a PDF', fix: 'export as CSV instead' },
  { bytes: '7z\xbc\xaf\x27\x1c', what: 'a 7-Zip file', fix: 'unpack it, or pack it with gzip' },
  { bytes: '\x28\xb5\x2f\xfd', what: 'packed with zstd', fix: 'unpack it, or pack it with gzip' },
  { bytes: '\xfd7zXZ\x00', what: 'packed with xz', fix: 'unpack it, or pack it with gzip' },
]

/** Stops (3) when the first bytes are those of a known binary format, or full of control characters. */
export const refuseBinary = (head: Buffer, display: string): void => {
  const start = head.toString('latin1', 0, 8)
  const known = signatures.find(({ bytes }) => start.startsWith(bytes))
  if (!known && !isBinary(head)) return
  throw new Stop(3, {
    code: 'unknown-format',
    message: known ? `${display} is ${known.what}, not text` : `${display} is not text`,
    hint: known?.fix ?? 'give a raw tracking log, or what Export-Csv, ConvertTo-Json or Export-Clixml writes',
  })
}

/**
 * One byte in twenty is a control character that no text has; zero bytes are left to the encoding to judge. In UTF-16 half
 * the bytes of Cyrillic, Greek or Polish letters look like that: behind its mark nothing is counted.
 */
const isBinary = (head: Buffer): boolean => {
  if (markOf(head)?.encoding.startsWith('utf-16')) return false
  const strange = head.filter(byte => byte < 32 && byte !== 0 && (byte < 9 || byte > 13) && byte !== 27).length
  return strange * 20 > head.length
}
