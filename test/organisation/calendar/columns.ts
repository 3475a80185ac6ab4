// The columns of Get-CalendarDiagnosticAnalysis (calendar-domain.md (c)), and the values below them.

const basic = [
  'ItemId', 'NormalizedSubject', 'StartTime', 'EndTime', 'CalendarLogTriggerAction', 'ClientInfoString',
  'OriginalLastModifiedTime', 'ClientIntent', 'CleanGlobalObjectId', 'ItemClass', 'ParentDisplay', 'Duration',
  'AppointmentRecurring', 'SentRepresentingEmailAddress', 'SenderEmailAddress', 'SentRepresentingDisplayName',
] as const

const advanced = [
  'ItemVersion', 'AppointmentSequenceNumber', 'AppointmentLastSequenceNumber', 'IsResponseRequested', 'ResponseState',
  'Location', 'IsException', 'FreeBusyStatus', 'IntendedFreeBusyStatus', 'ResponsibleUserName', 'AppointmentState',
  'GlobalObjectId', 'CreationTime', 'LastModifiedTime', 'AppointmentAuxiliaryFlags', 'IsProcessed', 'Subject', 'TimeZone',
  'StartTimeZone', 'StartTimeZoneId', 'EndTimeZoneId', 'RecurrencePattern', 'RecurrenceType', 'AppointmentRecurrenceBlob',
  'OwnerCriticalChangeTime', 'AttendeeCriticalChangeTime', 'ChangeHighlight', 'MeetingRequestType', 'MapiIsAllDayEvent',
  'ChangeList', 'MiddleTierServerName', 'MiddleTierServerBuildVersion', 'MiddleTierProcessName', 'MailboxServerName',
  'InternetMessageId',
] as const

/** What an alert asks to see comes behind them. */
export const alertColumns = ['DisplayAttendeesAll', 'ViewStartTime', 'AppointmentColor'] as const

export type Property = typeof basic[number] | typeof advanced[number] | typeof alertColumns[number]

/** Stands before the properties, and is the same moment as OriginalLastModifiedTime. */
export const logTime = 'Local Log Time'

/** Behind the time of the log, in this order. */
export const properties: readonly Property[] = [...basic, ...advanced]

/** The 23 columns of the vendor's page, in its order (exchange-integration.md, Exporting meetings). */
export const vendorColumns = [
  'logtime', 'starttime', 'endtime', 'normalizedsubject', 'calendarlogtriggeraction', 'originallastmodifiedtime',
  'itemclass', 'duration', 'appointmentrecurring', 'sentrepresentingemailaddress', 'senderemailaddress', 'itemversion',
  'appointmentsequencenumber', 'isexception', 'responsibleusername', 'appointmentstate', 'globalobjectid', 'creationtime',
  'lastmodifiedtime', 'timezone', 'recurrencetype', 'appointmentrecurrenceblob', 'mapiisalldayevent',
] as const
export type VendorColumn = typeof vendorColumns[number]

/** Ten-thousandths of a second since 1970, on the clock of the export: no zone. */
export type Moment = { readonly ticks: number }

export type Value = string | number | boolean | Moment

/** A property that is missing is left out. */
export type Properties = { readonly [property in Property]?: Value }

/** The property that a column of the vendor's page shows; the time of the log is that of the change. */
export const propertyOf = (column: VendorColumn): Property =>
  properties.find(name => name.toLowerCase() === column) ?? 'OriginalLastModifiedTime'
