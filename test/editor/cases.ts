// Rule files as an author has them in the editor, with a mark at the spot in question.
import { type Position } from './language-server.ts'

/** Where the mark stood, counted from 0, and the text without it. */
export function marked(text: string): { readonly text: string, readonly at: Position } {
  const before = text.slice(0, text.indexOf('▸')).split('\n')
  return { text: text.replace('▸', ''), at: { line: before.length - 1, character: before.at(-1)!.length } }
}

/** A pipeline with some of its parts in other words; those that are not given are sound. */
export const pipeline = (parts: Partial<Record<'params' | 'inputs' | 'steps' | 'outputs' | 'rest', string>>): string => [
  'version: 1', 'name: mail', 'from: tracking',
  parts.params ?? 'params: { most: { type: integer, default: 5 } }',
  parts.inputs ?? 'inputs: { tracking: { fields: { sender: { privacy: identity } } } }',
  parts.steps ?? 'steps: { pseudonyms: { hash: { fields: [sender] } } }',
  parts.outputs ?? 'outputs: { mail: { csv: { file: mail.csv }, columns: { from: sender } } }',
  ...parts.rest === undefined ? [] : [parts.rest],
].join('\n') + '\n'

export const overlay = (rest: string): string => `version: 1\nextends: ./emails.yaml\n${rest}\n`
export const library = (rest: string): string => `version: 1\n${rest}\n`
