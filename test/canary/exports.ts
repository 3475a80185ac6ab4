// Every kind of export, small and valid, with a canary in each cell that need not be a time, a number or a word.
import { gzipSync } from 'node:zlib'
import { advanced, logOf, xmlOf } from '../inputs/calendar-writer.ts'
import { canary, wordOf } from './canaries.ts'

/** Cells by column; a list where the export has one. */
export type Row = Readonly<Record<string, string | readonly string[]>>

export type Kind = 'tracking' | 'calendar' | 'people' | 'groups' | 'access'
export type Format = 'raw' | 'csv' | 'json' | 'json-lines' | 'clixml' | 'calendar-log' | 'calendar-xml'

/** A column that nobody declares, and whose name tells of a person. */
const strange = (kind: Kind): string => `Notes of ${wordOf(`header of ${kind}`)}`

const others = (kind: Kind, row: number, columns: readonly string[]): Row => Object.fromEntries([...columns, strange(kind)].map((column, index) => {
  const place = `${kind} ${row} ${column}`
  return [column, [canary.address, canary.subject, canary.name, canary.dn, canary.login, canary.outsider][index % 6]!(place)]
}))

const tracking = (row: number): Row => ({
  ...others('tracking', row, [
    'client-ip', 'client-hostname', 'server-ip', 'server-hostname', 'source-context', 'connector-id', 'internal-message-id', 'recipient-status', 'total-bytes',
    'recipient-count', 'related-recipient-address', 'reference', 'message-subject', 'message-info', 'directionality', 'tenant-id', 'custom-data', 'log-id',
  ]),
  'date-time': `2024-05-20T08:00:0${row}.000Z`, 'source': 'STOREDRIVER', 'event-id': 'DELIVER', 'transport-traffic-type': 'Email',
  'message-id': `<${wordOf(`message ${row}`)}@${wordOf('host')}.example>`, 'network-message-id': wordOf(`network ${row}`),
  'recipient-address': [canary.address('mail 1'), canary.outsider('recipient'), canary.address('nobody')],
  'sender-address': canary.address('mail 2'), 'return-path': canary.address(`envelope ${row}`),
})

const people = (row: number): Row => ({
  ...others('people', row, ['Description', 'GivenName', 'Surname', 'Title', 'SID', 'extensionAttribute1']),
  'DistinguishedName': canary.dn(`dn ${row}`), 'mail': canary.address(`mail ${row}`),
  'proxyAddresses': [`SMTP:${canary.address(`mail ${row}`)}`, `smtp:${canary.address(`alias ${row}`)}`, `X500:${canary.x500(`x500 ${row}`)}`],
  'UserPrincipalName': canary.address(`upn ${row}`), 'legacyExchangeDN': canary.x500(`legacy ${row}`), 'targetAddress': `SMTP:${canary.address(`target ${row}`)}`,
  'SamAccountName': canary.login(`login ${row}`), 'Name': canary.name(`name ${row}`), 'DisplayName': canary.name(`display ${row}`), 'mailNickname': canary.login(`nickname ${row}`),
  'ObjectGUID': `guid-${wordOf(`guid ${row}`)}`, 'EmployeeID': `E${wordOf(`number ${row}`)}`, 'msExchRecipientTypeDetails': '1',
  'Manager': row === 1 ? '' : canary.dn('dn 1'), 'Department': canary.plain(`department ${row}`), 'Division': canary.plain('division'),
  'Company': canary.plain('company'), 'Office': canary.plain('office'), 'MemberOf': [canary.dn(`group ${row}`)], 'Enabled': 'True', 'EmploymentDate': '2019-04-15',
})

const groups = (row: number): Row => ({
  ...others('groups', row, ['members']),
  id: `SQ-${wordOf(`squad ${row}`)}`, name: canary.plain(`squad name ${row}`), category: canary.plain('category'), parent_id: row === 1 ? '' : `SQ-${wordOf('squad 1')}`,
})

const access = (row: number): Row => ({
  ...others('access', row, ['display']), email: canary.address(`access ${row}`), report_ids: [`SQ-${wordOf('squad 1')}`, `Department:${canary.plain(`department ${row}`)}`],
})

const calendar = (row: number): Row => ({
  'Local Log Time': `Jun 01, 2023 11:41:4${row}:4060`,
  ...Object.fromEntries(advanced.map((column, index) => [column, [canary.address, canary.subject, canary.name][index % 3]!(`calendar ${row} ${column}`).replaceAll(/["<>&;]/g, '')])),
  StartTime: '2023 06 01 12 30 00 0000', EndTime: '2023 06 01 13 30 00 0000', CalendarLogTriggerAction: 'Update', OriginalLastModifiedTime: '2023 06 01 11 41 45 4060',
  ItemClass: `IPM.Appointment.${wordOf('class')}`, Duration: '60', AppointmentRecurring: 'False', SentRepresentingEmailAddress: canary.address('mail 1'),
  SenderEmailAddress: canary.x500('legacy 2'), ResponsibleUserName: canary.x500('stranger'), ItemVersion: '11', AppointmentSequenceNumber: '3', IsException: 'False', AppointmentState: '1',
  GlobalObjectId: `${Buffer.from(canary.address('event id')).toString('hex').toUpperCase()}`, CreationTime: '2023 06 01 12 16 58 9970', LastModifiedTime: '2023 06 01 12 16 59 0040',
  TimeZone: canary.plain('time zone'), RecurrenceType: 'Weekly', AppointmentRecurrenceBlob: Buffer.from(canary.subject('blob'), 'utf16le').toString('hex'), MapiIsAllDayEvent: 'False',
})

const rows: Readonly<Record<Kind, (row: number) => Row>> = { tracking, calendar, people, groups, access }

/** Two rows of an export, with some cells changed in the second. */
export const rowsOf = (kind: Kind, changed: Row = {}): readonly Row[] => [rows[kind](1), { ...rows[kind](2), ...changed }]

/** The text of a file; columns are those of the first row. */
export function written(kind: Kind, format: Format, all: readonly Row[]): string {
  const columns = Object.keys(all[0]!)
  const joined = (cell: string | readonly string[] = '', between = ';'): string => typeof cell === 'string' ? cell : cell.join(between)
  switch (format) {
    case 'raw': return [`#Software: Microsoft Exchange Server\r\n#Version: 15.01.2507.023\r\n#Log-type: Message Tracking Log\r\n#Fields: ${columns.join()}`,
      ...all.map(row => columns.map(column => rawCell(joined(row[column]))).join())].map(line => `${line}\r\n`).join('')
    case 'csv': return [columns, ...all.map(row => columns.map(column => joined(row[column])))]
      .map(cells => `${cells.map(cell => `"${cell.replaceAll('"', '""')}"`).join(';')}\r\n`).join('')
    case 'json': return JSON.stringify(all, undefined, 2)
    case 'json-lines': return all.map(row => `${JSON.stringify(row)}\n`).join('')
    case 'clixml': return clixml(all)
    case 'calendar-log': return logOf(all as readonly Record<string, string>[], { columns: advanced })
    case 'calendar-xml': return xmlOf(all as readonly Record<string, string>[], advanced)
  }
  throw new Error(`${kind}s are never ${String(format)}`)
}

const rawCell = (text: string): string => /[",]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text

const xml = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;')

const clixml = (all: readonly Row[]): string => [
  '<Objs Version="1.1.0.1" xmlns="http://schemas.microsoft.com/powershell/2004/04">',
  ...all.map((row, index) => `  <Obj RefId="${index * 100}"><Props>\n${Object.entries(row).map(([column, cell], at) => typeof cell === 'string'
    ? `    <S N="${column.replaceAll('_', '_x005F_')}">${xml(cell)}</S>\n`
    : `    <Obj N="${column.replaceAll('_', '_x005F_')}" RefId="${index * 100 + at + 1}"><LST>${cell.map(member => `<S>${xml(member)}</S>`).join('')}</LST></Obj>\n`).join('')}  </Props></Obj>`),
  '</Objs>', '',
].join('\n')

export const gzipped = (text: string): Buffer => gzipSync(text)

/** What a kind is read as. */
export const formats: Readonly<Record<Kind, readonly Format[]>> = {
  tracking: ['raw', 'csv', 'json', 'json-lines', 'clixml'],
  calendar: ['calendar-log', 'calendar-xml', 'csv', 'json', 'clixml'],
  people: ['csv', 'json', 'json-lines', 'clixml'],
  groups: ['csv', 'json', 'clixml'],
  access: ['csv', 'json', 'clixml'],
}

/** Names of departments and squads become titles of reports, and logins stand in clear: the rules allow it. */
export const allowed: Readonly<Record<string, readonly string[]>> = {
  'employees_groups.csv': [1, 2].flatMap(row => [canary.plain(`department ${row}`), canary.plain(`squad name ${row}`), canary.plain('division'), canary.plain('category')]),
  'users.csv': [1, 2].map(row => canary.address(`access ${row}`)),
}
