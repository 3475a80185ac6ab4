// Prose on a terminal.

/** The text in lines of at most `width` columns; a word that is longer has a line of its own. */
export function wrapped(text: string, width: number): readonly string[] {
  const lines: string[] = []
  for (const word of text.split(' ')) {
    const last = lines.at(-1)
    if (last === undefined || last.length + 1 + word.length > width) lines.push(word)
    else lines[lines.length - 1] = `${last} ${word}`
  }
  return lines
}

/** Names with what they mean, as two columns; the meaning goes on in its column. */
export function twoColumns(rows: readonly (readonly [name: string, meaning: string])[], width: number): readonly string[] {
  const first = Math.max(...rows.map(([name]) => name.length))
  return rows.flatMap(([name, meaning]) => wrapped(meaning, Math.max(width - first - 4, 20))
    .map((line, index) => `  ${(index === 0 ? name : '').padEnd(first)}  ${line}`))
}
