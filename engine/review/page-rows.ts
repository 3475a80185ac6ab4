// Which rows are left out, and who counts as a person.
import { type Html, html, table } from './html.ts'
import { code, origins } from './page-parts.ts'
import type { DirectoryReview, KindReview, PatternsReview, Review } from './review.ts'

export const rowsPart = ({ drops, outputs, directories, quarantine }: Review): Html => html`<section aria-labelledby="rows">
<h2 id="rows">Which rows are left out</h2>
<p>Rows pass these steps in this order. What is left out is counted, by step and reason, in the record of the run; nothing is lost silently. A condition may look at anything: it decides whether a row exists, not what stands in it.</p>
${table('drops', 'Steps that leave rows out', ['step', 'which rows', 'why', 'looks at'], drops.map(drop => [
    html`${drop.step}${outputs.length > 1 ? html`<p class="soft">${drop.outputs.join(', ')}</p>` : undefined}`,
    html`${drop.text}${drop.when === undefined ? undefined : code(drop.when)}`, drop.because, origins(drop.origins),
  ]))}
<p>A record that is broken is refused: it is in no file, and is counted. ${quarantine === '0' ? 'With a single one nothing is delivered' : `With more than ${quarantine} of them nothing is delivered`}, unless the run is told another limit.</p>
</section>
${directories.map(directoryPart)}`

const directoryPart = ({ name, input, domains, cloudDomains, address, id, remote, kinds }: DirectoryReview): Html => html`<section aria-labelledby="who-${name}">
<h2 id="who-${name}">Who counts as a person</h2>
<p>An address is looked up among the accounts of <b>${input}</b>. The first rule that fits tells the kind of an account; an account that no rule fits is a person. * stands for any text, ? for one character.</p>
${table('kinds', 'Kinds of account', ['kind', 'told by'], [
    ...kinds.map(kindRow),
    ['person', 'any other account'],
    ['outside', `an address at a domain that is not the organisation’s own (${domains.length > 0 ? domains.join(', ') : 'none is set'}${cloudDomains.length > 0 ? `; for mailboxes in the cloud ${cloudDomains.join(', ')}` : ''})`],
    ['unknown', 'an own address that no account has, one that two accounts claim, or text that is no address'],
    ['none', 'no address at all'],
  ])}
<p>The one address of an account comes from ${address.join(', else ')}; its id from ${id.length > 0 ? id.join(', else ') : 'nothing'}.${remote.length > 0 ? ` A colleague’s mailbox is in the cloud where ${remote.map(patterns).join(', or ')}.` : ''} Without ${input}, every own address that no rule about addresses fits is a person.</p>
</section>`

const kindRow = ({ kind, anywhere, tests }: KindReview): readonly (string | Html)[] =>
  [kind, html`${tests.map(test => html`<p>${patterns(test)}</p>`)}${anywhere ? html`<p class="soft">also at domains that are not the organisation’s own</p>` : undefined}`]

const patterns = ({ field, patterns: all }: PatternsReview): string => `${field} is ${all.join(' or ')}`
