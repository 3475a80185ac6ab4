// What keeps every expression finite (security-reliability.md §1.8 and §1.9).

export const limits = {
  /** UTF-16 units of source. */
  source: 2_000,
  depth: 50,
  nodes: 500,
  /** Functions within functions: each level multiplies the work by the length of a list. */
  functions: 3,
  /** Characters of a regular expression. */
  pattern: 1_000,
  /** UTF-16 units of a text that an expression builds. */
  text: 65_536,
  /** Members of a list that an expression builds. */
  list: 10_000,
} as const
