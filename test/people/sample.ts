// A small organisation that the tests of the directory share.
import { buildDirectory, type Directory, type LookupSpec } from '../../engine/people/directory.ts'
import { ownDomains } from '../../engine/people/domains.ts'
import type { Cell } from '../../engine/spec/field.ts'

export const domains = ownDomains(['contoso.example', 'bücher.example'], ['contoso.mail.onmicrosoft.com'])

export const spec: LookupSpec = {
  address: ['aliases', 'mail', 'upn'],
  also: ['aliases', 'legacy', 'dn', 'target', 'login', 'name'],
  id: ['employee', 'address', 'guid'],
  kinds: [
    { kind: 'room', tests: [{ field: 'type', patterns: [16, 8589934592] }] },
    { kind: 'outside', tests: [{ field: 'type', patterns: [64, 128] }] },
    {
      kind: 'service',
      tests: [{ field: 'ou', patterns: ['Service Accounts'] }, { field: 'address', patterns: ['svc-*'] }],
    },
    { kind: 'probe', anywhere: true, tests: [{ field: 'address', patterns: ['healthmailbox*'] }] },
  ],
  remote: [{ field: 'type', patterns: [2147483648] }, { field: 'target', patterns: ['*@*.mail.onmicrosoft.com'] }],
}

export type Fields = Readonly<Record<string, Cell>>

export function directoryOf(rows: readonly Fields[], over: Partial<LookupSpec> = {}): Directory {
  const building = buildDirectory({ ...spec, ...over }, domains)
  for (const row of rows) building.add(new Map(Object.entries(row)))
  return building.finish()
}
