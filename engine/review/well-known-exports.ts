// The kinds of export that reviews know.
import { columnsOfGeneration } from '../inputs/tracking-log-columns.ts'

export type Known = {
  readonly of: string
  readonly plain: string
  readonly columns: readonly string[]
  readonly topics: readonly { readonly what: string, readonly columns: readonly string[] }[]
}

export const known: readonly Known[] = [
  {
    of: 'a message tracking log',
    plain: 'the log in which the mail servers note each mail they pass on; it has no texts of mails and no attachments',
    columns: columnsOfGeneration(30)!,
    topics: [
      { what: 'subjects of mails', columns: ['message-subject'] },
      {
        what: 'computers and IP addresses',
        columns: [
          'client-ip', 'client-hostname', 'server-ip', 'server-hostname', 'original-client-ip', 'original-server-ip',
        ],
      },
    ],
  },
  {
    // Get-CalendarDiagnosticAnalysis -DetailLevel Advanced (calendar-domain.md (c)).
    of: 'a calendar analysis',
    plain: 'the record of changes in calendars; it has no texts of invitations and no attachments',
    columns: [
      'LogTime', 'ItemId', 'Subject', 'NormalizedSubject', 'Location', 'StartTime', 'EndTime',
      'CalendarLogTriggerAction', 'ClientInfoString', 'OriginalLastModifiedTime', 'ClientIntent',
      'CleanGlobalObjectId', 'GlobalObjectId', 'ItemClass', 'ParentDisplay', 'Duration', 'AppointmentRecurring',
      'SentRepresentingEmailAddress', 'SentRepresentingDisplayName', 'SenderEmailAddress', 'ItemVersion',
      'AppointmentSequenceNumber', 'IsException', 'FreeBusyStatus', 'ResponsibleUserName', 'AppointmentState',
      'CreationTime', 'LastModifiedTime', 'TimeZone', 'StartTimeZone', 'EndTimeZone', 'RecurrencePattern',
      'RecurrenceType', 'AppointmentRecurrenceBlob', 'ChangeHighlight', 'MapiIsAllDayEvent', 'MeetingRequestType',
      'MailboxServerName', 'InternetMessageId',
    ],
    topics: [
      { what: 'subjects of meetings', columns: ['Subject', 'NormalizedSubject'] },
      { what: 'places of meetings', columns: ['Location'] },
      { what: 'subjects and places of single dates of a series', columns: ['AppointmentRecurrenceBlob'] },
      { what: 'devices and programs', columns: ['ClientInfoString', 'MailboxServerName'] },
    ],
  },
  {
    // Properties of Get-ADUser that concern a person.
    of: 'an export of Active Directory',
    plain: 'the directory of all accounts',
    columns: [
      'DistinguishedName', 'mail', 'proxyAddresses', 'UserPrincipalName', 'legacyExchangeDN', 'targetAddress',
      'SamAccountName', 'Name', 'DisplayName', 'GivenName', 'Surname', 'mailNickname', 'ObjectGUID', 'SID',
      'EmployeeID', 'msExchRecipientTypeDetails', 'Manager', 'Title', 'Department', 'Division', 'Company', 'Office',
      'MemberOf', 'Enabled', 'Description', 'OfficePhone', 'MobilePhone', 'HomePhone', 'StreetAddress', 'PostalCode',
      'City', 'Country', 'thumbnailPhoto', 'LastLogonDate', 'PasswordLastSet', 'whenCreated', 'info',
    ],
    topics: [
      {
        what: 'telephone numbers',
        columns: ['OfficePhone', 'MobilePhone', 'HomePhone', 'telephoneNumber', 'mobile', 'ipPhone', 'otherTelephone'],
      },
      { what: 'postal addresses', columns: ['StreetAddress', 'PostalCode', 'City', 'l', 'homePostalAddress'] },
      { what: 'photographs', columns: ['thumbnailPhoto', 'jpegPhoto'] },
      { what: 'times of log-on', columns: ['LastLogonDate', 'lastLogon', 'lastLogonTimestamp', 'PasswordLastSet'] },
    ],
  },
]
