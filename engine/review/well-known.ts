// Columns that exports of a known kind have, so that a review can name those that are passed over.
import { columnsOfGeneration } from '../inputs/tracking-log-columns.ts'
import type { InputPlan } from '../plan/plan.ts'

type Known = { readonly of: string, readonly columns: readonly string[] }

const known: readonly Known[] = [
  { of: 'a message tracking log', columns: columnsOfGeneration(30)! },
  {
    // Get-CalendarDiagnosticAnalysis -DetailLevel Advanced (calendar-domain.md (c)).
    of: 'a calendar analysis',
    columns: [
      'LogTime', 'ItemId', 'Subject', 'NormalizedSubject', 'Location', 'StartTime', 'EndTime', 'CalendarLogTriggerAction', 'ClientInfoString',
      'OriginalLastModifiedTime', 'ClientIntent', 'CleanGlobalObjectId', 'GlobalObjectId', 'ItemClass', 'ParentDisplay', 'Duration',
      'AppointmentRecurring', 'SentRepresentingEmailAddress', 'SentRepresentingDisplayName', 'SenderEmailAddress', 'ItemVersion',
      'AppointmentSequenceNumber', 'IsException', 'FreeBusyStatus', 'ResponsibleUserName', 'AppointmentState', 'CreationTime',
      'LastModifiedTime', 'TimeZone', 'StartTimeZone', 'EndTimeZone', 'RecurrencePattern', 'RecurrenceType', 'AppointmentRecurrenceBlob',
      'ChangeHighlight', 'MapiIsAllDayEvent', 'MeetingRequestType', 'MailboxServerName', 'InternetMessageId',
    ],
  },
  {
    // Properties of Get-ADUser that concern a person.
    of: 'an export of Active Directory',
    columns: [
      'DistinguishedName', 'mail', 'proxyAddresses', 'UserPrincipalName', 'legacyExchangeDN', 'targetAddress', 'SamAccountName', 'Name',
      'DisplayName', 'GivenName', 'Surname', 'mailNickname', 'ObjectGUID', 'SID', 'EmployeeID', 'msExchRecipientTypeDetails', 'Manager',
      'Title', 'Department', 'Division', 'Company', 'Office', 'MemberOf', 'Enabled', 'Description', 'OfficePhone', 'MobilePhone', 'HomePhone',
      'StreetAddress', 'PostalCode', 'City', 'Country', 'thumbnailPhoto', 'LastLogonDate', 'PasswordLastSet', 'whenCreated', 'info',
    ],
  },
]

/**
 * The columns of the kind of export that an input is, without those it reads. Which kind: the one that knows most of the
 * columns that every export must have, if it knows at least two and half of them; undefined where none does.
 */
export function passedOver({ fields }: Pick<InputPlan, 'fields'>): Known | undefined {
  const needed = fields.filter(({ optional }) => !optional)
  const share = ({ columns }: Known): number => needed.filter(({ from }) => from.some(name => has(columns, name))).length
  const best = known.toSorted((one, other) => share(other) - share(one))[0]!
  if (share(best) * 2 < needed.length || share(best) < 2) return undefined
  const read = fields.flatMap(({ from, or }) => [...from, ...or])
  return { of: best.of, columns: best.columns.filter(name => !has(read, name)) }
}

const has = (columns: readonly string[], name: string): boolean => columns.some(column => column.toLowerCase() === name.toLowerCase())
