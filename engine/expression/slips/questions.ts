// What words of other languages ask of a text, as conditions.

/** The condition, of what stands before and behind the word. */
export type Means = (left: string, right: string) => string

const questions: Readonly<Record<string, Means>> = {
  contains: (left, right) => `$contains(${left}, ${right})`,
  like: (left, right) => like(left, right),
  match: (left, right) => `$contains(${left}, ${right.startsWith('/') ? right : asPattern(valueOf(right) ?? '…')})`,
  starts: (left, right) => withText(left, right, text => `/^${text}/`),
  ends: (left, right) => withText(left, right, text => `/${text}$/`),
}
const sameQuestions: Readonly<Record<string, string>> = {
  contain: 'contains', has: 'contains', includes: 'contains', include: 'contains',
  matches: 'match', regex: 'match', regexp: 'match',
  startswith: 'starts', begins: 'starts', beginswith: 'starts', endswith: 'ends',
}

/** What a word asks; undefined where it asks nothing. */
export const meaning = (word: string): Means | undefined => {
  const same = Object.hasOwn(sameQuestions, word) ? sameQuestions[word]! : word
  return Object.hasOwn(questions, same) ? questions[same] : undefined
}

/** What a text in quotes holds, as it is written; undefined for everything else. */
const valueOf = (text: string): string | undefined => /^(["'])(.*)\1$/s.exec(text)?.[2]

const asPattern = (pattern: string): string => `/${pattern.replaceAll('/', '\\/')}/`
const escaped = (text: string): string => text.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&')

function withText(left: string, right: string, pattern: (text: string) => string): string {
  const text = valueOf(right)
  return `$contains(${left}, ${text === undefined ? right : pattern(escaped(text))})`
}

/** `LIKE` of SQL with `%` and `_`, and of PowerShell with `*` and `?`. */
function like(left: string, right: string): string {
  const text = valueOf(right)
  if (text === undefined) return `$contains(${left}, ${right})`
  const [, begin, middle, end] = /^([%*]?)(.*?)([%*]?)$/s.exec(text)!
  const wild = /[%*?]/.test(middle!)
  if (!begin && !end && !wild) return `${left} = "${text}"`
  if (begin && end && !wild) return `$contains(${left}, "${middle}")`
  const pattern = escaped(middle!).replace(/%|\\\*/g, '.*').replaceAll('\\?', '.')
  return `$contains(${left}, /${begin ? '' : '^'}${pattern}${end ? '' : '$'}/)`
}
