// Who counts as a person.
import { type Html, html, table } from './html.ts'
import { section } from './page-parts.ts'
import type { DirectoryReview, InputReview, KindReview, PatternsReview, Review } from './review.ts'

export const peoplePart = ({ directories, inputs }: Review): Html =>
  html`${directories.map(directory => directoryPart(directory, inputs.find(({ name }) => name === directory.input)))}`

function directoryPart(directory: DirectoryReview, input: InputReview | undefined): Html {
  const { name, kinds } = directory
  return section(`who-${name}`, 'Who counts as a person', html`
<p>An address is looked up among the accounts of <b>${directory.input}</b>. The first of these rules that fits tells the
kind of an account; an account that no rule fits is a person. * stands for any text, ? for one character; numbers are
types of mailbox, as Exchange writes them; ou is a folder of the directory in which an account stands, cn its name
there.</p>
${table('kinds', 'Kinds of account', ['kind', 'told by'], [...kinds.map(kindRow), ...others(directory)])}
<p>${madeOf(directory)}${input?.optional === true
    ? ` Without ${input.name}, every own address that no rule about addresses fits is a person.` : ''}</p>`)
}

const kindRow = ({ kind, anywhere, tests }: KindReview): readonly (string | Html)[] => [
  kind, html`${tests.map(patterns).join('; ')}${
    anywhere ? html` <span class="soft">(also at domains that are not the organisation’s own)</span>` : undefined}`,
]

function others({ domains, cloudDomains }: DirectoryReview): readonly (readonly string[])[] {
  const own = domains.length > 0 ? domains.join(', ') : 'none is set'
  const cloud = cloudDomains.length > 0 ? `; for mailboxes in the cloud ${cloudDomains.join(', ')}` : ''
  return [
    ['person', 'any other account'],
    ['outside', `an address at a domain that is not the organisation’s own (${own}${cloud})`],
    ['unknown', 'an own address that no account has, one that two accounts claim, or text that is no address'],
    ['none', 'no address at all'],
  ]
}

function madeOf({ address, id, remote }: DirectoryReview): string {
  const far = remote.map(patterns).join(', or ')
  const cloud = remote.length === 0 ? '' : ` A colleague’s mailbox is in the cloud where ${far}.`
  return `The one address of an account comes from ${address.join(', else ')}; its id from ${
    id.length > 0 ? id.join(', else ') : 'nothing'}.${cloud}`
}

const patterns = ({ field, patterns: all }: PatternsReview): string => `${field} is ${all.join(' or ')}`
