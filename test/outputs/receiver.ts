// How np-sync reads a CSV file, as far as a file without mistakes goes (receiver-contract.md §1).

/** The rows of a file: any of CR, LF, CRLF ends one, empty lines are skipped, nothing is trimmed. Throws where np-sync would lose data. */
export function readLikeReceiver(text: string, delimiter: string): string[][] {
  const rows: string[][] = []
  let at = 0
  const cell = (): string => {
    if (text[at] !== '"') {
      const from = at
      while (at < text.length && text[at] !== delimiter && text[at] !== '\r' && text[at] !== '\n') {
        if (text[at++] === '"') throw new Error('a stray quote cuts the row')
      }
      return text.slice(from, at)
    }
    let value = ''
    for (;;) {
      const end = text.indexOf('"', at + 1)
      if (end === -1) throw new Error('an unclosed quote swallows the rest')
      value += text.slice(at + 1, end)
      at = end + 1
      if (text[at] !== '"') return value
      value += '"'
    }
  }
  while (at < text.length) {
    if (text[at] === '\r' || text[at] === '\n') { at++; continue }
    const row = [cell()]
    while (text[at] === delimiter) { at++; row.push(cell()) }
    if (at < text.length && text[at] !== '\r' && text[at] !== '\n') throw new Error('text after a quote')
    rows.push(row)
  }
  return rows
}
