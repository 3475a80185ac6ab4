// What no real export reaches (security-reliability.md §1.5); beyond it a file is broken or hostile.

/** The longest cell, in characters of the text as read: one a byte for UTF-8. */
export const longestCell = 1 << 20

/** The longest record, or line of a tracking log, in the same unit. */
export const longestRecord = 4 << 20

/** The largest number of columns. */
export const mostColumns = 1_000
