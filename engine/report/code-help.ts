// What a code means, for a person at a terminal.
import type { Excerpts, Explained } from '../diagnostics/codes/explained.ts'
import { wrapped } from './wrapped.ts'

/** The record of a code as text of at most `width` columns; excerpts stand as they are. */
export function codeHelp(code: string, { summary, why, ...rest }: Explained, width: number): string {
  const [excerpts] = Object.values(rest) as [Excerpts]
  const part = (title: string, text: string): readonly string[] =>
    ['', `${title}:`, '', ...text.trimEnd().split('\n').map(line => `    ${line}`.trimEnd())]
  return [
    code, '', ...wrapped(summary, width), ...wrapped(why, width), ...part('Wrong', excerpts.bad), ...part('Right', excerpts.good),
  ].map(line => `${line}\n`).join('')
}
