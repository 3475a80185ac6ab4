// Who writes and receives in a big log (big-log.ts): addresses by number, and the directory that knows them.
import { dn, legacyDn } from './distinguished-name.ts'
import { ascii, departments, givenNames, surnames } from './names.ts'
import { writeFileSync } from 'node:fs'

/** The domain to give as the organisation's own. */
export const bigDomain = 'contoso.com'

export const bigCounts = { employees: 20_000, outsiders: 60_000, rooms: 200, services: 50 } as const

const localParts = givenNames.flatMap(given =>
  surnames.map(surname => `${ascii(given)}.${ascii(surname).replace("'", '')}`))

export const bigEmployee = (number: number): string => `${localParts[number % localParts.length]}${number}@${bigDomain}`
export const bigOutsider = (number: number): string => `contact.${number}@company${number % 4000}.example`
export const bigRoom = (number: number): string => `room-${number}@${bigDomain}`
export const bigService = (number: number): string => `svc-${number}@${bigDomain}`

const columns = [
  'DistinguishedName', 'EmployeeID', 'Enabled', 'legacyExchangeDN', 'mail', 'msExchRecipientTypeDetails', 'Name',
  'ObjectGUID', 'proxyAddresses', 'SamAccountName', 'targetAddress', 'UserPrincipalName',
] as const

/** Writes the Get-ADUser export (PowerShell 7 CSV) of everyone with a mailbox in a big log. */
export const writeBigDirectory = (path: string): void => {
  const people = Array.from({ length: bigCounts.employees }, (_, number) => user({
    name: nameOf(number), login: `user${number}`, mail: bigEmployee(number), type: 1,
    unit: departments[number % departments.length] ?? '', employeeId: String(number).padStart(6, '0'),
  }))
  const rooms = Array.from({ length: bigCounts.rooms }, (_, number) => user({
    name: `Room ${number}`, login: `room${number}`, mail: bigRoom(number), type: 16, unit: 'Rooms',
  }))
  const services = Array.from({ length: bigCounts.services }, (_, number) => user({
    name: `svc-${number}`, login: `svc-${number}`, mail: bigService(number), type: 1, unit: 'Service Accounts',
  }))
  const lines = [columns, ...people, ...rooms, ...services].map(cells => cells.map(cell => `"${cell}"`).join(','))
  writeFileSync(path, lines.map(one => `${one}\r\n`).join(''))
}

type User = {
  readonly name: string
  readonly login: string
  readonly mail: string
  readonly unit: string
  readonly type: number
  readonly employeeId?: string
}

const user = ({ name, login, mail, unit, type, employeeId = '' }: User): readonly string[] => [
  dn(name, [unit], bigDomain), employeeId, type === 16 ? 'False' : 'True', legacyDn('Contoso', login), mail,
  String(type), name, `00000000-0000-4000-8000-${Buffer.from(login).toString('hex').padStart(12, '0').slice(-12)}`,
  `SMTP:${mail};smtp:${login}@${bigDomain};X500:${legacyDn('OldOrg', login)}`, login, '', `${login}@${bigDomain}`,
]

const nameOf = (number: number): string => {
  const given = givenNames[Math.floor(number / surnames.length) % givenNames.length]
  return `${given} ${surnames[number % surnames.length]} ${number}`
}
