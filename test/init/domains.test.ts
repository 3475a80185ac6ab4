// The domains that look like the organisation's own.
import test from 'ava'
import { likelyDomains } from '../../engine/init/domains.ts'

const accounts = (...counts: readonly (readonly [string, number])[]): readonly (readonly string[])[] =>
  counts.flatMap(([domain, count]) => Array.from({ length: count }, (_, index) => [`SMTP:user${index}@${domain}`]))

const cases: readonly { readonly title: string, readonly accounts: readonly (readonly string[])[], readonly own: readonly string[], readonly cloud?: readonly string[] }[] = [
  { title: 'the most frequent first', accounts: accounts(['contoso.pl', 10], ['contoso.com', 30]), own: ['contoso.com', 'contoso.pl'] },
  { title: 'a few guests are no domain of the organisation', accounts: accounts(['contoso.com', 98], ['partner.example', 2]), own: ['contoso.com'] },
  { title: 'a sub-domain belongs to its domain', accounts: accounts(['contoso.com', 20], ['plant.contoso.com', 20]), own: ['contoso.com'] },
  { title: 'cloud domains and names of directories are none', accounts: [['anna@contoso.com', 'smtp:anna@contoso.mail.onmicrosoft.com', 'anna@contoso.local', 'x400:c=DK;s=Hansen']], own: ['contoso.com'], cloud: ['contoso.mail.onmicrosoft.com'] },
  { title: 'nobody has an address', accounts: [[], ['anna']], own: [] },
]
for (const { title, accounts: all, own, cloud = [] } of cases) test(title, t => { t.deepEqual(likelyDomains(all), { own, cloud }) })
