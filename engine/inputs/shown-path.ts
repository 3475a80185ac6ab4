// A path that somebody typed, as messages show it.

/** Folders and names with an @ are withheld: exports are often called after the mailbox they are of. */
export const shownPath = (path: string): string => path.replace(/[^/\\]*@[^/\\]*/g, '(withheld)')
