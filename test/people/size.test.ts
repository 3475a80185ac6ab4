import test from 'ava'
import { buildDirectory } from '../../engine/people/directory.ts'
import { domains, spec } from './sample.ts'

const accounts = 200_000

const entry = (number: number) => new Map<string, string | string[] | number>([
  ['aliases', [`SMTP:Person${number}@Contoso.example`, `smtp:p${number}@contoso.example`, `X500:/o=Old/ou=First Administrative Group/cn=Recipients/cn=p${number}`]],
  ['mail', `person${number}@contoso.example`],
  ['upn', `p${number}@corp.contoso.example`],
  ['legacy', `/o=Contoso/ou=Exchange Administrative Group (FYDIBOHF23SPDLT)/cn=Recipients/cn=person${number}`],
  ['dn', `CN=Person\\, Nr ${number},OU=Sales,OU=Users,DC=contoso,DC=example`],
  ['login', `p${number}`],
  ['employee', String(number)],
  ['type', 1],
])

test('a directory of 200,000 accounts is built in seconds and answers in microseconds', t => {
  const building = buildDirectory(spec, domains)
  const start = performance.now()
  for (let number = 0; number < accounts; number++) building.add(entry(number))
  const people = building.finish()
  const built = performance.now()
  t.is(people.facts.accounts, accounts)
  t.is(people.facts.claimedTwice + people.facts.namesakes, 0)
  for (let number = 0; number < accounts; number++) {
    if (people.identify(`P${number}@Contoso.example`).id !== String(number)) t.fail(`alias ${number}`)
    if (people.identify(`john${number}@partner.example`).kind !== 'outside') t.fail(`outsider ${number}`)
  }
  const asked = performance.now()
  t.log(`built in ${Math.round(built - start)} ms, ${((asked - built) * 1000 / accounts / 2).toFixed(2)} µs an answer`)
  // Far above what a laptop needs: the bound is there for a quadratic mistake, not for a slow machine.
  t.true(built - start < 30_000)
  t.true(asked - built < 10_000)
})
