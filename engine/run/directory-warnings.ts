// What looks wrong in a directory: columns, domains and people that it should have.
import type { Code } from '../diagnostics/codes.ts'
import type { FieldPlan, LookupPlan } from '../plan/plan.ts'
import { allSteps } from '../plan/steps.ts'
import { type Facts, type Warning, plural } from './warnings.ts'

/** Above this share it is no exception any more: a few accounts are always odd. */
const manyShare = 0.05

/** Of the directories that tell who is who; others only lend values to accounts that are known. */
export function directoryWarnings({ plan, directories, lacking }: Facts, exported: () => string): readonly Warning[] {
  const identifying = new Set(allSteps(plan).filter(({ type }) => type === 'identify').map(({ options }) => String(options['in'])))
  return [...plan.lookups.values()].filter(({ name }) => identifying.has(name)).flatMap((lookup): readonly Warning[] => {
    const missing = lacking.get(lookup.name)
    if (!missing) {
      return [{
        code: 'aliases-not-joined', count: 1, hint: 'give the directory: docs/collect.md says how to export it',
        message: 'without a directory, the aliases of a person were not joined, and rooms and shared mailboxes not told from people',
      }]
    }
    const { claimedTwice, hasAliases, accounts, byKind, elsewhere, shadowed, unused } = directories.get(lookup.name)!.facts
    const people = byKind.get('person') ?? 0
    const untold = untoldKinds(lookup, missing, byKind)
    const columns = columnsOf(lookup, untold, plan.inputs.get(lookup.from)?.fields ?? [])
    return [
      ...hasAliases ? [] : [{
        code: 'aliases-not-joined' as const, count: accounts, hint: `export them ${exported()}`,
        message: 'the directory has no proxyAddresses, so the aliases of a person were not joined',
      }],
      ...warning('kinds-untold', untold.length, `the directory has no column ${columns}, so accounts of the kinds ${untold.join(', ')} count as persons`,
        `export it ${exported()}`),
      { code: 'claimed-twice', count: claimedTwice, message: claimedText(claimedTwice), hint: `give each address to one account; this lists those of several: ${claimedLine}` },
      ...warning('domain-unused', unused.length, `no account of the directory has an address at ${unused.join(', ')}`,
        'is it spelt as in the addresses? whoever is at a domain that is not listed, and not in the directory, counts as an outsider'),
      ...warning('people-elsewhere', isMany(elsewhere, people) ? elsewhere : 0,
        `${elsewhere} of ${plural(people, 'person', 'people')} in the directory have an address at none of the own domains`,
        `add their domains: whoever else writes from there counts as an outsider. This lists them: ${domainsLine}`),
      ...warning('shadowed', isMany(shadowed, accounts) ? shadowed : 0,
        `${shadowed} of ${plural(accounts, 'account', 'accounts')} have an address that another account of the directory has by a better field; what else they say is not used`,
        'two lists of the same people are two inputs, with a lookup each: docs/recipes.md, "Two lists of people"'),
    ]
  })
}

const warning = (code: Code, count: number, message: string, hint: string): readonly Warning[] => count === 0 ? [] : [{ code, count, message, hint }]

const isMany = (count: number, all: number): boolean => count > all * manyShare

/** Kinds that no account is of, that no address or name tells, and that columns would which are not there. */
const untoldKinds = (lookup: LookupPlan, missing: ReadonlySet<string>, byKind: ReadonlyMap<string, number>): readonly string[] =>
  [...new Set(lookup.kinds.map(({ kind }) => kind))].filter(kind => {
    const tested = testedOf(lookup, kind)
    const columns = tested.filter(field => field !== 'ou')
    return !byKind.has(kind) && columns.length > 0 && columns.every(field => missing.has(field))
  })

/** What the rules of a kind look at. */
const testedOf = ({ kinds }: LookupPlan, kind: string): readonly string[] =>
  [...new Set(kinds.filter(rule => rule.kind === kind).flatMap(({ tests }) => tests.map(({ field }) => field)))]

/** The columns that tell these kinds, by the first of their names. */
const columnsOf = (lookup: LookupPlan, kinds: readonly string[], fields: readonly FieldPlan[]): string =>
  [...new Set(kinds.flatMap(kind => testedOf(lookup, kind)).filter(field => field !== 'ou'))]
    .map(field => fields.find(({ name }) => name === field)?.from[0] ?? field).join(' or ')

/** How to export a directory; the line itself only once, since it is long. */
export function exportLine(): () => string {
  let line = ': Get-ADUser -Filter * -Properties mail,proxyAddresses,legacyExchangeDN,targetAddress,msExchRecipientTypeDetails,EmployeeID '
    + '| Select-Object DistinguishedName,SamAccountName,UserPrincipalName,ObjectGUID,EmployeeID,mail,legacyExchangeDN,targetAddress,msExchRecipientTypeDetails,'
    + '@{n=\'proxyAddresses\';e={$_.proxyAddresses -join \';\'}} | Export-Csv ad-users.csv -NoTypeInformation -Encoding UTF8'
  return () => {
    const text = `as docs/collect.md says${line}`
    line = ''
    return text
  }
}

const claimedText = (count: number): string => count === 1
  ? '1 address or name is claimed by two accounts; it counts as unknown'
  : `${count} addresses or names are claimed by two accounts each; they count as unknown`

const claimedLine = 'Import-Csv ad-users.csv -Encoding UTF8 | ForEach-Object { @($_.mail) + ($_.proxyAddresses -split \';\' -replace \'^smtp:\') | Where-Object { $_ } '
  + '| Sort-Object -Unique } | Group-Object | Where-Object { $_.Count -gt 1 } | Select-Object Count, Name'

const domainsLine = 'Import-Csv ad-users.csv -Encoding UTF8 | Group-Object { ($_.mail -split \'@\')[-1] } | Select-Object Count, Name'
