// Where one member of a joined list ends: what it begins as decides which separators can stand inside it.

const proxyPrefix = /(?:smtp|sip|x500|ex|x400|eum|spo|ms|msmail|ccmail|notes|gwise|fax|mobile):/iy
const legacyName = /(?:(?:x500|ex):)?\/o=/iy
const nameAttribute = /(?:cn|ou|dc|o|l|st|c|street|uid|e|emailaddress|serialnumber|oid(?:\.\d+)+)\s*=/iy
const domainAttribute = /dc\s*=/iy
const mailbox = /(?:smtp:|sip:)?[^\s;,|<>"]+@[^\s;,|<>"]+/iy
const mailboxAfterName = /[^\s;,|<>"/]+@[^\s;,|<>"]+/y
const quotedMailbox = /(?:smtp:|sip:)?"(?:[^"\\]|\\.){0,320}"@[^\s;,|<>"]+/iy
const angled = /\s*<[^<>]*>/y

const at = (pattern: RegExp, text: string, index: number): boolean => {
  pattern.lastIndex = index
  return pattern.test(text)
}

const isBlank = (code: number): boolean => code === 32 || code === 9 || code === 10 || code === 13
const isSeparator = (code: number): boolean => code === 59 || code === 44 || code === 124 || isBlank(code)

const skipSeparators = (text: string, index: number): number => {
  while (index < text.length && isSeparator(text.charCodeAt(index))) index++
  return index
}

/** The first index from `start` on, outside quotes, whose character is in `separators`; else the end of the text. */
const indexOfAny = (separators: string, text: string, start: number): number => {
  for (let index = start; index < text.length; index++) {
    if (separators.includes(text.charAt(index))) return index
    if (text.charCodeAt(index) !== 34) continue
    const close = text.indexOf('"', index + 1)
    if (close > 0) index = close
  }
  return text.length
}

/** A DN: `;`, a line break, or what follows the last `DC=`; an escaped character never ends it (RFC 4514). */
const endOfName = (text: string, start: number): number => {
  let inDomain = at(domainAttribute, text, start)
  let next = start
  for (let index = start; index < text.length; index++) {
    const code = text.charCodeAt(index)
    if (code === 92) { index++; continue }
    if (code === 34) {
      const close = text.indexOf('"', index + 1)
      if (close > 0) index = close
      continue
    }
    if (!isSeparator(code)) continue
    if (code === 59 || code === 10 || code === 13) return index
    if (index >= next) next = skipSeparators(text, index)
    const attribute = at(nameAttribute, text, next)
    const domain = attribute && at(domainAttribute, text, next)
    if (code === 124 ? attribute : inDomain && !domain) return index
    if (code === 44 && attribute) inDomain = domain
  }
  return text.length
}

/** An X500 address or legacyExchangeDN: blanks, commas and bars stand inside unless another address follows. */
const endOfLegacyName = (text: string, start: number): number => {
  let next = start
  for (let index = start; index < text.length; index++) {
    const code = text.charCodeAt(index)
    if (!isSeparator(code)) continue
    if (code === 59 || code === 10 || code === 13) return index
    if (index < next) continue
    next = skipSeparators(text, index)
    const another = at(proxyPrefix, text, next) || at(legacyName, text, next) || at(mailboxAfterName, text, next)
    if (another) return index
  }
  return text.length
}

/** Another proxy address, such as X400 or EUM: even `;` stands inside unless another prefix follows. */
const endOfProxy = (text: string, start: number): number => {
  let next = start
  for (let index = start; index < text.length; index++) {
    if (index < next || !isSeparator(text.charCodeAt(index))) continue
    next = skipSeparators(text, index)
    if (at(proxyPrefix, text, next)) return index
  }
  return text.length
}

/**
 * Text of no known form: `Name <address>` where an angle bracket comes before the next `;`, `|` or line break, else up
 * to the strongest separator of the cell. Both are looked up once per stretch, so that a long cell takes linear time.
 */
const endOfText = (text: string): (start: number) => number => {
  let bracket = -1
  let afterBracket: number | undefined
  let strongest: string | undefined
  return start => {
    if (bracket < start) {
      bracket = indexOfAny('<;|\r\n', text, start)
      afterBracket = at(angled, text, bracket) ? angled.lastIndex : undefined
    }
    if (afterBracket !== undefined) return afterBracket
    strongest ??= ['\r\n', ';', '|', ','].find(separators => indexOfAny(separators, text, 0) < text.length) ?? ';'
    return indexOfAny(strongest, text, start)
  }
}

/** Where the member that begins at `start` (no separator there) ends; undefined for text of no known form. */
const endOfKnown = (text: string, start: number): number | undefined => {
  if (at(quotedMailbox, text, start)) return quotedMailbox.lastIndex
  if (at(legacyName, text, start)) return endOfLegacyName(text, start)
  if (at(nameAttribute, text, start)) return endOfName(text, start)
  if (at(mailbox, text, start)) {
    const end = mailbox.lastIndex
    return at(angled, text, end) ? angled.lastIndex : end
  }
  return at(proxyPrefix, text, start) ? endOfProxy(text, start) : undefined
}

/**
 * The members of the form that nearly all lists of proxyAddresses have, at a fraction of the cost: `smtp:` and X500
 * addresses joined by `;`, with nothing inside that could end one of them earlier. Undefined for all other texts.
 */
export const plainProxies = (text: string): string[] | undefined =>
  plainProxyList.test(text) ? text.split(';') : undefined

const plainMailbox = /(?:smtp|sip):[^\s;,|<>"@]+@[^\s;,|<>"@]+/.source
/** Without `@`, a second `:` and a `/` behind a blank no other address can begin inside. */
const plainLegacyName = /(?:(?:x500|ex):)?\/o=[^\s;,|"@:]+(?: [^\s;,|"@:/][^\s;,|"@:]*)*/.source
const plainProxyList = new RegExp(`^(?:(?:${plainMailbox}|${plainLegacyName})(?:;(?!$)|$))+$`, 'i')

/** The members of a joined list, in order; no member is blank. The rules stand at `members` in lists.ts. */
export const splitMembers = (text: string): string[] => {
  const found: string[] = []
  const unknown = endOfText(text)
  for (let start = skipSeparators(text, 0); start < text.length;) {
    const end = endOfKnown(text, start) ?? unknown(start)
    found.push(text.slice(start, end).trim())
    start = skipSeparators(text, end)
  }
  return found
}
