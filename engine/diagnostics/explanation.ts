// What a code means, for a person at a terminal.
import type { Excerpts, Explained } from './codes/explained.ts'

/** The record of a code as text of at most `width` columns; excerpts stand as they are. */
export function explanation(code: string, { summary, why, ...rest }: Explained, width: number): string {
  const [excerpts] = Object.values(rest) as [Excerpts]
  const part = (title: string, text: string): readonly string[] =>
    ['', `${title}:`, '', ...text.trimEnd().split('\n').map(line => `    ${line}`.trimEnd())]
  return [
    code, '', ...wrapped(summary, width), ...wrapped(why, width), ...part('Wrong', excerpts.bad), ...part('Right', excerpts.good),
  ].map(line => `${line}\n`).join('')
}

function wrapped(text: string, width: number): readonly string[] {
  const lines: string[] = []
  for (const word of text.split(' ')) {
    const last = lines.at(-1)
    if (last === undefined || last.length + 1 + word.length > width) lines.push(word)
    else lines[lines.length - 1] = `${last} ${word}`
  }
  return lines
}
