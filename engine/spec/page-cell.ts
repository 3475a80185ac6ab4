// Text in a cell of a table of a page.

/** A bar would end the cell, and what looks like a tag would not be shown; inside backticks a tag is none. */
export const cell = (text: string): string => text.replaceAll('|', '\\|').replaceAll('\n', ' ')
  .split(/(`[^`]*`)/).map((part, index) => index % 2 === 1 ? part : part.replaceAll('<', '&lt;')).join('')
