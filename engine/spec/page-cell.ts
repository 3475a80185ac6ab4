// Text in a cell of a table of a page.

/** A bar would end the cell, and what looks like a tag would not be shown. */
export const cell = (text: string): string => text.replaceAll('|', '\\|').replaceAll('<', '&lt;').replaceAll('\n', ' ')
