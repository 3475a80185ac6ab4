// Writes calendar logs as Get-CalendarDiagnosticAnalysis does, mistakes included (calendar-domain.md (c)).

/** The columns of `-DetailLevel Basic`, behind the log time. */
export const basic = [
  'ItemId', 'NormalizedSubject', 'StartTime', 'EndTime', 'CalendarLogTriggerAction', 'ClientInfoString',
  'OriginalLastModifiedTime', 'ClientIntent', 'CleanGlobalObjectId', 'ItemClass', 'ParentDisplay', 'Duration',
  'AppointmentRecurring', 'SentRepresentingEmailAddress', 'SenderEmailAddress', 'SentRepresentingDisplayName',
] as const

/** Those of `-DetailLevel Advanced`, in their order as far as it matters here: texts stand between bounded columns. */
export const advanced = [
  ...basic, 'ItemVersion', 'AppointmentSequenceNumber', 'ResponseState', 'Location', 'IsException', 'ResponsibleUserName',
  'AppointmentState', 'GlobalObjectId', 'CreationTime', 'LastModifiedTime', 'Subject', 'TimeZone', 'StartTimeZone',
  'StartTimeZoneId', 'EndTimeZoneId', 'RecurrencePattern', 'RecurrenceType', 'AppointmentRecurrenceBlob', 'MapiIsAllDayEvent',
] as const

/** Cells of an ordinary meeting. */
export const usual: Readonly<Record<string, string>> = {
  'Local Log Time': 'Jun 01, 2023 11:41:45:4060',
  ItemId: 'AAMkAGI2', NormalizedSubject: 'Planning', StartTime: '2023 06 01 12 30 00 0000', EndTime: '2023 06 01 13 30 00 0000',
  CalendarLogTriggerAction: 'Update', ClientInfoString: 'Client=OWA;Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko)',
  OriginalLastModifiedTime: '2023 06 01 11 41 45 4060', ClientIntent: 'None', CleanGlobalObjectId: '040000008200E00074C5B7101A82E008',
  ItemClass: 'IPM.Appointment', ParentDisplay: 'Calendar', Duration: '60', AppointmentRecurring: 'False',
  SentRepresentingEmailAddress: '/o=Contoso/ou=Exchange Administrative Group (FYDIBOHF23SPDLT)/cn=Recipients/cn=anna',
  SenderEmailAddress: 'anna@contoso.example', SentRepresentingDisplayName: 'Nowak, Anna', ItemVersion: '11', AppointmentSequenceNumber: '3',
  ResponseState: '1', Location: 'Room 1, Floor 2', IsException: 'False', ResponsibleUserName: 'Microsoft System Attendant', AppointmentState: '1',
  GlobalObjectId: '040000008200E00074C5B7101A82E008', CreationTime: '2023 06 01 12 16 58 9970', LastModifiedTime: '2023 06 01 12 16 59 0040',
  Subject: 'RE: Planning', TimeZone: '(UTC+01:00) Sarajevo, Skopje, Warsaw, Zagreb', StartTimeZone: '(UTC+01:00) Sarajevo, Skopje, Warsaw, Zagreb',
  StartTimeZoneId: 'Central European Standard Time', EndTimeZoneId: 'Central European Standard Time', RecurrencePattern: 'every Monday, from 09:00',
  RecurrenceType: 'Weekly', AppointmentRecurrenceBlob: '04300430', MapiIsAllDayEvent: 'False',
}

export type Meeting = Readonly<Record<string, string>>

/** Quotes if there is a comma and only then; quotes inside are not doubled, line breaks stay. */
export const written = (cell: string): string => cell.includes(',') ? `"${cell}"` : cell

export type Writing = { readonly columns?: readonly string[], readonly alerts?: string | undefined, readonly end?: string }

export const cellsOf = (meeting: Meeting, columns: readonly string[]): string[] =>
  ['Local Log Time', ...columns].map(name => meeting[name] ?? usual[name] ?? '')

/** What one call of the cmdlet gives; without `alerts` the rows have no cell for them. */
export const logOf = (meetings: readonly Meeting[], { columns = basic, alerts = '1 ALERTS:[Warning-Late:Changed late]', end = '\r\n' }: Writing = {}): string =>
  [['Local Log Time', ...columns].join(), ...meetings.map(meeting => [...cellsOf(meeting, columns).map(written), alerts].join())]
    .map(line => line + end).join('')

/** The same without the ALERTS cell. */
export const bareLogOf = (meetings: readonly Meeting[], columns: readonly string[] = basic): string =>
  [['Local Log Time', ...columns].join(), ...meetings.map(meeting => cellsOf(meeting, columns).map(written).join())].map(line => `${line}\r\n`).join('')

/** The XML of one call; nothing is escaped, and blank properties are left out. */
export const xmlOf = (meetings: readonly Meeting[], columns: readonly string[] = basic): string => [
  '<?xml version="1.0" encoding="utf-16"?>', '<CalendarLogAnalysisItems>',
  ...meetings.map(meeting => {
    const [time, ...cells] = cellsOf(meeting, columns)
    const properties = columns.map((name, index) => cells[index] === '' ? '' : `    <${name} Type="String">${cells[index]}</${name}>\r\n`)
    return `  <CalendarLogAnalysis logtime="${time}">\r\n  <Properties>\r\n${properties.join('')}  </Properties>\r\n` +
      '  <Alerts><Alert Level="Warning">Late</Alert></Alerts>\r\n  </CalendarLogAnalysis>'
  }),
  '</CalendarLogAnalysisItems>', '',
].join('\r\n')
