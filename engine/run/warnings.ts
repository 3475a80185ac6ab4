// What a run should tell although it went well: data that looks as if something is missing.
import type { Code } from '../diagnostics/codes.ts'
import type { Directory } from '../people/directory.ts'
import type { Plan } from '../plan/plan.ts'
import type { InputRead } from './inputs.ts'

export type Warning = { readonly code: Code, readonly count: number, readonly message: string, readonly hint?: string }

/** The default result size of Get-MessageTrackingLog (exchange-domain.md §4): an export of exactly this many is probably cut. */
const cmdletLimit = 1000

/** Above this share of unknown ends the directory is probably not whole. */
const unknownShare = 0.05

const directoryLine = 'Get-ADUser -Filter * -Properties mail,proxyAddresses,legacyExchangeDN,targetAddress,msExchRecipientTypeDetails,EmployeeID '
  + '| Select-Object DistinguishedName,SamAccountName,UserPrincipalName,ObjectGUID,EmployeeID,mail,legacyExchangeDN,targetAddress,msExchRecipientTypeDetails,'
  + '@{n=\'proxyAddresses\';e={$_.proxyAddresses -join \';\'}} | Export-Csv ad-users.csv -NoTypeInformation -Encoding UTF8'

/** The ends of rows that identify met: all of them, and those with an own address that nobody has. */
export type Ends = { all: number, unknown: number }

export function findWarnings(facts: {
  readonly plan: Plan
  readonly directories: ReadonlyMap<string, Directory>
  readonly withDirectory: ReadonlySet<string>
  readonly read: readonly InputRead[]
  readonly ends: Ends
  readonly ambiguousHours: number
  readonly stale: readonly string[]
  readonly counted: ReadonlyMap<Code, number>
}): readonly Warning[] {
  const { plan, directories, withDirectory, read, ends, ambiguousHours, stale, counted } = facts
  const warnings: Warning[] = []
  const warn = (code: Code, count: number, message: string, hint?: string): void => {
    if (count > 0) warnings.push({ code, count, message, ...(hint === undefined ? {} : { hint }) })
  }
  for (const [name, directory] of directories) {
    const { claimedTwice, hasAliases, accounts } = directory.facts
    if (!withDirectory.has(name)) {
      warn('aliases-not-joined', 1, 'without a directory, the aliases of a person were not joined, and rooms and shared mailboxes not told from people', `give the directory: ${directoryLine}`)
    } else if (!hasAliases) {
      warn('aliases-not-joined', accounts, 'the directory has no proxyAddresses, so the aliases of a person were not joined', `export them: ${directoryLine}`)
    }
    warn('claimed-twice', claimedTwice, claimedTwice === 1
      ? '1 address or name is claimed by two accounts; it counts as unknown'
      : `${claimedTwice} addresses or names are claimed by two accounts each; they count as unknown`)
  }
  if (ends.all > 0 && ends.unknown / ends.all > unknownShare && withDirectory.size > 0) {
    warn('many-unknown', ends.unknown, `${ends.unknown} of ${ends.all} ends of mails (${Math.round(ends.unknown / ends.all * 100)} %) are own addresses that nobody in the directory has`,
      `the directory may be incomplete; export all users, with their aliases: ${directoryLine}`)
  }
  const cut = read.filter(one => one.name === plan.from && one.format !== 'tracking-log' && one.records === cmdletLimit).length
  warn('cut-export', cut, `${cut} of the files hold exactly ${cmdletLimit} records, which is where Get-MessageTrackingLog stops by itself`, 'export with -ResultSize Unlimited')
  warn('no-records', read.every(one => one.name !== plan.from || one.records === 0) ? 1 : 0, `input "${plan.from}" holds no record`)
  warn('ambiguous-hour', ambiguousHours, `${ambiguousHours} times fall in the hour that the clock repeats in autumn; they were taken as the first of the two`)
  warn('stale-partial', stale.length, 'an earlier run was ended before it could finish; what it left was replaced')
  const merged = counted.get('merged-identities') ?? 0
  warn('merged-identities', merged, `${merged} addresses differ only in letters beyond ASCII and became one pseudonym`, 'use profile utf8-base64, or non-ascii: utf8')
  return warnings
}
