// What an editor makes of a snippet when its author changes none of the stops.
import { type Position, type Proposal } from './language-server.ts'

/** The text of a snippet in the syntax of the protocol: `$1`, `${1:text}`, `${1|one,other|}`, and `\` before `$`, `}` and `\`. */
export const expanded = (snippet: string): string =>
  snippet.replace(/\\([\\$}])|\$\{\d+:((?:\\.|[^\\}])*)\}|\$\{\d+\|([^,|]*)[^}]*\}|\$\{?\d+\}?|\$(?=.)/g, (whole, escaped?: string, text?: string, first?: string) => {
    if (whole === '$') throw new Error('a $ that begins no stop names a variable of the editor')
    return escaped ?? text?.replace(/\\(.)/g, '$1') ?? first ?? ''
  })

/** The text with the proposal taken at a position: its further lines are indented as the line it is taken on. */
export function taken(text: string, { line, character }: Position, proposal: Proposal): string {
  const lines = text.split('\n')
  const here = lines[line]!
  const [indent = ''] = /^ */.exec(here)!
  const inserted = expanded(proposal.textEdit?.newText ?? proposal.insertText ?? '').replaceAll('\n', `\n${indent}`)
  return [...lines.slice(0, line), `${here.slice(0, character)}${inserted}${here.slice(character)}`, ...lines.slice(line + 1)].join('\n')
}
