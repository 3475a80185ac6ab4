// The organisation's own mail domains, and the canonical form of any domain.
import { domainToASCII } from 'node:url'
import { Stop } from '../diagnostics/diagnostic.ts'
import { isAscii, isLetterOrDigit, trimBlanks } from './characters.ts'

export type Domains = {
  /** The domains as they are listed, in their one form; without cloud domains. */
  readonly listed: readonly string[]
  /** The domain, as `address` gives it, is one of the organisation's or below one; cloud domains are its own too. */
  isOwn(domain: string): boolean
  /** The domain is that of colleagues' cloud mailboxes or below one. */
  isCloud(domain: string): boolean
}

/**
 * The test for own domains: equal to a listed one or below it at a dot, after Punycode, so that neither
 * `notcontoso.com` nor `contoso.com.evil.example` is own (security-reliability.md §1.4).
 * A listed text that is no domain stops the run: left out, its people would silently become outsiders.
 */
export function ownDomains(domains: readonly string[], cloud: readonly string[]): Domains {
  const clouds = new Set(cloud.map(canonical('cloud domains')))
  const listed = domains.map(canonical('domains'))
  const own = new Set([...listed, ...clouds])
  return {
    listed: [...new Set(listed)],
    isOwn: domain => isWithin(own, domain),
    isCloud: domain => isWithin(clouds, domain),
  }
}

/**
 * A domain in its one form: ASCII (Punycode), lower-case, without the root dot; undefined where the text is none.
 * A name without a dot counts, an address literal (`[192.0.2.1]`) does not.
 */
export function domainName(text: string): string | undefined {
  // `domainToASCII` reads its argument as the host of a URL: it would decode `%2e` and cut at `/`.
  if (!hasOnlyHostCharacters(text)) return undefined
  const lowered = text.toLowerCase()
  const name = isAscii(text) && !lowered.includes('xn--') ? lowered : domainToASCII(text)
  const rootless = name.endsWith('.') ? name.slice(0, -1) : name
  return isHostName(rootless) ? rootless : undefined
}

/** Compatibility characters can become anything: the result is judged again. */
const isHostName = (name: string): boolean =>
  name !== '' && !name.startsWith('.') && !name.endsWith('.') && !name.includes('..') && hasOnlyHostCharacters(name)

function isWithin(listed: ReadonlySet<string>, domain: string): boolean {
  if (listed.has(domain)) return true
  for (let dot = domain.indexOf('.'); dot >= 0; dot = domain.indexOf('.', dot + 1)) {
    if (listed.has(domain.slice(dot + 1))) return true
  }
  return false
}

const canonical = (list: string) => (text: string, index: number): string => {
  const name = domainName(trimBlanks(text))
  if (name !== undefined) return name
  throw new Stop(2, {
    code: 'wrong-value',
    message: `number ${index + 1} of the ${list} is not a domain name`,
    hint: 'write what stands after the @ of an address, such as contoso.com; sub-domains are included',
  })
}

/** Letters, digits, `-`, `_` and `.`; characters beyond ASCII are left to the IDNA rules. */
function hasOnlyHostCharacters(text: string): boolean {
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at)
    if (!isLetterOrDigit(code) && code !== 0x2d && code !== 0x2e && code !== 0x5f && code < 0x80) return false
  }
  return true
}
