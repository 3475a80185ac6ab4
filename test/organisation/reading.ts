// A strict reader of raw logs and a plain reading of the rule, row by row: they check the generator against itself, for
// its truth comes from what the flows know and not from rows.
import { parse } from 'csv-parse/sync'
import { columnsOf } from './log-row.ts'
import type { Column, Version } from './log-row.ts'
import type { Organisation } from './organisation.ts'
import type { Account } from './party.ts'
import type { Truth } from './truth.ts'

export type RawRow = ReadonlyMap<Column, string>

/** The rows of a raw log; throws unless each line is one record of the version's columns, by RFC 4180. */
export const readRawLog = (text: string, version: Version): readonly RawRow[] => {
  const lines = text.replace(/^\ufeff/, '').split(/\r?\n/).filter(line => line !== '' && !line.startsWith('#'))
  const records: readonly (readonly string[])[] = parse(lines.join('\n'), { record_delimiter: '\n' })
  const columns = columnsOf[version]
  if (records.length !== lines.length) throw new Error(`${lines.length} lines hold ${records.length} records`)
  return records.map(cells => {
    if (cells.length !== columns.length) throw new Error(`${cells.length} fields instead of ${columns.length}`)
    return new Map(columns.map((column, place) => [column, cells[place] ?? '']))
  })
}

/**
 * The members of a list field (exchange-domain.md §1): split at `;` outside single quotes, doubled ones being letters.
 */
export const splitMembers = (field: string): readonly string[] => {
  const members: string[] = []
  let from = 0
  for (let at = 0, quoted = false; at <= field.length; at++) {
    if (field[at] === "'") quoted = !quoted
    if (at < field.length && (field[at] !== ';' || quoted)) continue
    const member = field.slice(from, at)
    members.push(member.startsWith("'") ? member.slice(1, -1).replaceAll("''", "'") : member)
    from = at + 1
  }
  return members
}

/** What the rule of design.md §3 (emails.yaml) makes of raw rows in input order. */
export const rowsByRule = (
  rows: Iterable<RawRow>, { accounts, domains, cloudDomains }: Organisation,
): readonly Truth[] => {
  const known = accountIndex(accounts)
  const own = [...domains, ...cloudDomains]
  const identify = (text: string): { readonly kind: string, readonly text: string, readonly remote: boolean } => {
    const lower = text.toLowerCase()
    const account = known.get(lower) ?? known.get(decapsulated(lower))
    if (account === 'contested') return { kind: 'unknown', text: lower, remote: false }
    if (account) {
      const { kind, address, server } = account
      return { kind, text: address, remote: kind === 'person' && server === undefined }
    }
    const inside = own.some(domain => lower.endsWith(`@${domain}`) || lower.endsWith(`.${domain}`))
    return { kind: inside || !lower.includes('@') ? 'unknown' : 'outside', text: lower, remote: false }
  }
  const people = new Set(['person', 'outside'])
  const once = new Map<string, Truth>()
  for (const row of rows) {
    const event = row.get('event-id')
    const counts = event === 'DELIVER' && row.get('source') === 'STOREDRIVER'
      || event === 'SEND' || event === 'SENDEXTERNAL'
    if (!counts || row.get('return-path') === '<>') continue
    const sender = identify(row.get('sender-address') ?? '')
    const message = (row.get('message-id') ?? '').replace(/^<(.*)>$/, '$1') || (row.get('network-message-id') ?? '')
    for (const member of splitMembers(row.get('recipient-address') ?? '')) {
      const recipient = identify(member)
      if (!people.has(sender.kind) || !people.has(recipient.kind)) continue
      if (event !== 'DELIVER' && recipient.kind === 'person' && !recipient.remote) continue
      if (sender.kind === 'outside' && recipient.kind === 'outside') continue
      const key = [message, sender.text, recipient.text].join('\n')
      const when = (row.get('date-time') ?? '').replace('T', ' ').replace('Z', '')
      if (!once.has(key)) once.set(key, { message, from: sender.text, to: recipient.text, when })
    }
  }
  return [...once.values()]
}

/** Every lower-case spelling of an account; a spelling that two claim names neither. */
const accountIndex = (accounts: readonly Account[]): ReadonlyMap<string, Account | 'contested'> => {
  const index = new Map<string, Account | 'contested'>()
  for (const account of accounts) {
    const spellings = [...account.proxyAddresses, account.targetAddress].map(one => one.replace(/^(smtp|x500):/i, ''))
    for (const spelling of new Set([account.mail, account.legacyDn, ...spellings].map(one => one.toLowerCase()))) {
      const old = index.get(spelling)
      if (spelling !== '') index.set(spelling, old === undefined || old === account ? account : 'contested')
    }
  }
  return index
}

/** `imceaex-_o=contoso_ou=…+20…@domain` back to `/o=contoso/ou=… …`. */
const decapsulated = (address: string): string => !address.startsWith('imceaex-') ? address
  : address.slice('imceaex-'.length, address.lastIndexOf('@')).replaceAll('_', '/')
    .replace(/\+([0-9a-f]{2})/g, (_, hex: string) => String.fromCharCode(parseInt(hex, 16)))
