// Own domains against the directory: a misspelt one, one that was forgotten, and those that nobody was asked for.
import test from 'ava'
import { newFolder } from '../command-line.ts'
import { type Started, start } from './terminal.ts'

const mails = 'Timestamp,EventId,Source,MessageId,Sender,Recipients\n2024-05-20T08:00:00Z,DELIVER,STOREDRIVER,m@mail.contoso.example,u1@contoso.example,u2@contoso.example\n'

/** So many accounts at each domain. */
const users = (counts: Readonly<Record<string, number>>): string => `mail,DistinguishedName\n${Object.entries(counts)
  .flatMap(([domain, count]) => Array.from({ length: count }, (_, index) => `u${index}@${domain},"CN=U${index},DC=${domain}"\n`)).join('')}`

const begin = (folder: string, counts: Readonly<Record<string, number>>, options: object = {}): Promise<Started> =>
  start(folder, { 'tracking.csv': mails, 'users.csv': users(counts) }, { inputs: { tracking: 'tracking.csv', people: 'users.csv' }, ...options })

const cases: readonly { readonly title: string, readonly counts: Readonly<Record<string, number>>, readonly domains: string, readonly said: readonly RegExp[], readonly unsaid?: RegExp }[] = [
  {
    title: 'a misspelt domain', counts: { 'northwind-traders.example': 40 }, domains: 'northwindtraders.example',
    said: [/! +no account of 40 has an address at northwindtraders\.example/, /! +40 of 40 accounts have addresses at northwind-traders\.example: .*add it to domains/],
  },
  {
    title: 'a second company that was forgotten', counts: { 'contoso.example': 30, 'fabrikam.example': 10, 'guest.example': 1 }, domains: 'contoso.example',
    said: [/10 of 41 accounts have addresses at fabrikam\.example/], unsaid: /guest|no account/,
  },
  { title: 'a sub-domain belongs to its domain', counts: { 'plant.contoso.example': 30 }, domains: 'contoso.example', said: [/✓/], unsaid: /!/ },
  { title: 'all is well', counts: { 'contoso.example': 30, 'guest.example': 1 }, domains: 'contoso.example', said: [/✓/], unsaid: /!/ },
]
for (const { title, counts, domains, said, unsaid } of cases) {
  test(title, async t => {
    const { code, shown } = await begin(newFolder(t), counts, { domains })
    t.is(code, 0, shown.err)
    for (const text of said) t.regex(shown.out, text)
    if (unsaid) t.notRegex(shown.out, unsaid)
    t.is(shown.out.includes('✓'), unsaid?.source === '!', 'what is to be looked at is not called well')
  })
}

test('where nobody is asked, the domains are proposed all the same, and --yes takes them', async t => {
  const counts = { 'contoso.example': 30, 'fabrikam.example': 10, 'guest.example': 1 }
  const { stop } = await begin(newFolder(t), counts)
  t.is(stop?.exit, 2)
  t.regex(JSON.stringify(stop?.diagnostic), /--domains contoso\.example,fabrikam\.example/)
  const taken = await begin(newFolder(t), counts, { yes: true })
  t.is(taken.code, 0)
  t.regex(taken.read('contoso/organisation.yaml'), /domains: \[contoso\.example, fabrikam\.example\]/)
})

test('--yes asks for nothing, not even at a terminal', async t => {
  const folder = newFolder(t)
  const { stop, shown } = await start(folder, { 'tracking.csv': mails.replace('T08:00:00Z', ' 08:00:00') }, { inputs: { tracking: 'tracking.csv' }, yes: true, answers: ['UTC', 'UTC'] })
  t.deepEqual(shown.asked, [])
  t.is(stop?.exit, 2)
  t.regex(JSON.stringify(stop?.diagnostic), /--zone ZONE.*--domains DOMAINS/s)
})

test('what is optional and was not asked for is named at the end', async t => {
  const folder = newFolder(t)
  const cloud = users({ 'contoso.example': 30 }).replace('mail,', 'proxyAddresses,mail,').replaceAll(/^u/gm, 'smtp:c@contoso.mail.onmicrosoft.com,u')
  const { code, shown } = await start(folder, { 'tracking.csv': mails, 'users.csv': cloud }, { inputs: { tracking: 'tracking.csv', people: 'users.csv' }, domains: 'contoso.example' })
  t.is(code, 0, shown.err)
  t.regex(shown.out, /--set cloud-domains=contoso\.mail\.onmicrosoft\.com/)
})
