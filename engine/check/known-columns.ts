// Columns of the exports that this product is for: a field that no input declares is often one of them.
import type { InputPlan } from '../plan/plan.ts'

/** How a column is declared; `also` are other names of it, of the cmdlet or in English. */
type Known = { readonly column: string, readonly declared: string, readonly also?: readonly string[] }

const text = 'privacy: sensitive'
const person = 'privacy: identity'
const count = 'privacy: open, type: integer'

/** Of a message tracking log (exchange-domain.md §1). */
const tracking: readonly Known[] = [
  { column: 'message-subject', declared: text, also: ['subject', 'MessageSubject'] },
  { column: 'total-bytes', declared: count, also: ['size', 'bytes', 'TotalBytes'] },
  { column: 'recipient-count', declared: count, also: ['recipients-count', 'RecipientCount'] },
  { column: 'directionality', declared: 'privacy: open, type: word', also: ['direction'] },
  { column: 'event-id', declared: 'privacy: open, type: word', also: ['event', 'EventId'] },
  { column: 'source', declared: 'privacy: open, type: word', also: ['origin'] },
  { column: 'date-time', declared: 'privacy: open, type: time', also: ['time', 'timestamp', 'date'] },
  { column: 'message-id', declared: 'privacy: sensitive, type: message-id', also: ['message', 'MessageId'] },
  { column: 'sender-address', declared: person, also: ['sender', 'from'] },
  { column: 'recipient-address', declared: `${person}, type: list`, also: ['recipient', 'recipients', 'to'] },
  { column: 'return-path', declared: person, also: ['envelope', 'ReturnPath'] },
  ...[
    'client-ip', 'client-hostname', 'server-ip', 'server-hostname', 'source-context', 'connector-id',
    'recipient-status', 'reference', 'message-info', 'custom-data', 'original-client-ip', 'original-server-ip', 'tenant-id',
    'related-recipient-address',
  ].map(column => ({ column, declared: text })),
]

/** Properties of Get-ADUser (exchange-domain.md §6). */
const directory: readonly Known[] = [
  ...[
    'Title', 'Department', 'Division', 'Company', 'Office', 'City', 'Country', 'Description', 'StreetAddress',
    'PostalCode', 'State', 'info',
  ].map(column => ({ column, declared: text })),
  ...[
    'Manager', 'DisplayName', 'GivenName', 'Surname', 'SamAccountName', 'UserPrincipalName', 'mail', 'OfficePhone',
    'MobilePhone', 'mailNickname',
  ].map(column => ({ column, declared: person })),
  { column: 'MemberOf', declared: `${text}, type: list` },
  { column: 'EmployeeID', declared: `${person}, type: id`, also: ['EmployeeNumber'] },
  { column: 'Enabled', declared: 'privacy: open, type: boolean' },
  { column: 'whenCreated', declared: 'privacy: open, type: date', also: ['created'] },
]

/** Of Get-CalendarDiagnosticAnalysis (calendar-domain.md). */
const calendar: readonly Known[] = [
  ...['Subject', 'Location', 'ItemClass', 'ClientInfoString'].map(column => ({ column, declared: text })),
  { column: 'StartTime', declared: 'privacy: open, type: local-time', also: ['start'] },
  { column: 'EndTime', declared: 'privacy: open, type: local-time', also: ['end'] },
  ...['SenderEmailAddress', 'ResponsibleUserName'].map(column => ({ column, declared: person })),
]

/** What to write where a field is missing that is a column of the export behind the input; undefined where none is. */
export function declaration(name: string, input: InputPlan | undefined): string | undefined {
  if (!input) return undefined
  const read = input.fields.flatMap(({ from, or }) => [...from, ...or])
  const share = (known: readonly Known[]): number =>
    read.filter(column => known.some(one => isCalled(one, column))).length
  const [most] = [tracking, directory, calendar].toSorted((one, other) => share(other) - share(one))
  const found = share(most!) === 0 ? undefined : most!.find(one => isCalled(one, name))
  if (!found || read.some(column => isCalled(found, column))) return undefined
  return `declare it under \`inputs.${input.name}.fields\`: \`${name}: { from: ${found.column}, ${found.declared} }\``
}

const isCalled = ({ column, also = [] }: Known, name: string): boolean =>
  [column, ...also].some(one => bare(one) === bare(name))
const bare = (name: string): string => name.toLowerCase().replaceAll(/[-_ ]/g, '')
