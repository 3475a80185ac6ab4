// Blocks of text put together so that a record is whole when it is read.
import type { TextBlock } from './records.ts'
import { longestRecord } from './limits.ts'

/** The `decode` of text that is true text already. */
export const asIs = (piece: string): string => piece

/**
 * How to decode text that began in earlier blocks: blocks of plain ASCII come as they are, but once letters beyond it
 * were there, a record that goes on in such a block still holds their bytes. ASCII is the same either way.
 */
export const decodeOf = (before: TextBlock['decode'], block: TextBlock): TextBlock['decode'] =>
  before === asIs ? block.decode : before

/**
 * Reads the whole records of a stretch of text and gives the offset where the first cut one begins. With `last` the
 * file ends with the stretch, and everything must be read.
 */
export type ReadStretch = (text: string, decode: TextBlock['decode'], last: boolean) => number

/**
 * Hands the blocks of a file to `read`, each with what it left of those before. A record longer than its block is tried
 * again only when twice as much is there, so that the work stays proportional to the file whatever the size of blocks.
 */
export const readStretches = async (blocks: AsyncIterable<TextBlock>, read: ReadStretch): Promise<void> => {
  let text = ''
  let decode: TextBlock['decode'] = asIs
  let wanted = 0
  for await (const block of blocks) {
    decode = text === '' ? block.decode : decodeOf(decode, block)
    text += block.text
    if (text.length < wanted) continue
    const used = read(text, decode, false)
    text = text.slice(used)
    wanted = used > 0 ? 0 : Math.min(text.length * 2, longestRecord + 1)
  }
  read(text, decode, true)
}
