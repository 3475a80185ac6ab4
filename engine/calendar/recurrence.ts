// Recurrence blobs without what their exceptions say: subject and place stand in them twice, and stale bytes behind them.
import { bytesOfHex, hexOfBytes } from './hex.ts'
import { readRecurrence } from './recurrence-read.ts'
import { writeRecurrence } from './recurrence-write.ts'

/**
 * The blob of a cell (hex digits) as upper-case hex with the same dates, pattern and flags and no text; undefined where the
 * cell is no blob that can be read whole. Blank stays blank, a cut sample stays as it is, and a result stays itself.
 * Source: calendar-domain.md (a), "Scrub algorithm".
 */
export function scrubRecurrence(text: string): string | undefined {
  const cell = text.trim()
  if (cell === '' || isCutSample(cell)) return cell
  const bytes = bytesOfHex(cell)
  const read = bytes && readRecurrence(bytes)
  if (!read) return undefined
  const scrubbed = writeRecurrence(read.recurrence)
  return isTextFree(scrubbed) ? hexOfBytes(scrubbed) : undefined
}

/** Whether a cell is what `scrubRecurrence` gives. */
export function isScrubbedRecurrence(text: string): boolean {
  if (text === '' || isCutSample(text)) return true
  const bytes = bytesOfHex(text)
  return bytes !== undefined && hexOfBytes(bytes) === text && isTextFree(bytes)
}

/** Nothing had to be gone past, and every length is the one that is written where there is no text. */
function isTextFree(bytes: Buffer): boolean {
  const read = readRecurrence(bytes)
  return read !== undefined && read.passed === 0 && writeRecurrence(read.recurrence).equals(bytes)
}

/**
 * The table on the vendor's page shows `00232000000A...`. Every blob begins with `04`, and 16 bytes reach no text of it,
 * so digits like these and dots are kept. Without the leading 0 a name such as `Ada...` would be one, too.
 */
const isCutSample = (cell: string): boolean => /^0[0-9A-Fa-f]{0,31}\.{2,}$/.test(cell)
