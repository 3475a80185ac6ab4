// The members of a list in one cell of a tracking log (exchange-domain.md §1).

const quote = "'"

/** The offset just behind a member wrapped in single quotes that opens at `open`; -1 when it is none. */
const wrappedEnd = (text: string, open: number): number => {
  let close = text.indexOf(quote, open + 1)
  while (close >= 0 && text[close + 1] === quote) close = text.indexOf(quote, close + 2)
  return close >= 0 && (close + 1 === text.length || text[close + 1] === ';') ? close + 1 : -1
}

/**
 * Members are joined by `;`; one that contains `;` or `'` is wrapped in `'` with each `'` doubled. Blank members are
 * left out: Exchange writes a list of two empty members as `;`. A quote that wraps no member is a letter like others.
 */
export const trackingLogMembers = (text: string): readonly string[] => {
  if (!text.includes(';') && !text.startsWith(quote)) return text.trim() === '' ? [] : [text]
  const members: string[] = []
  for (let from = 0; from <= text.length;) {
    const wrapped = text[from] === quote ? wrappedEnd(text, from) : -1
    const separator = wrapped >= 0 ? wrapped : text.indexOf(';', from)
    const end = separator < 0 ? text.length : separator
    const member = wrapped >= 0 ? text.slice(from + 1, end - 1).replaceAll("''", quote) : text.slice(from, end)
    if (member.trim() !== '') members.push(member)
    from = end + 1
  }
  return members
}
