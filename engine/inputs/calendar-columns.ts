// What the columns of Get-CalendarDiagnosticAnalysis can hold, as far as it tells where a text beside them ends.

/**
 * `bounded`: Exchange itself writes times, numbers, words, ids and names of time zones there, so that no quote stands in
 * the cell; `flag`: only True or False. Any other column, `text`, can hold whatever someone typed.
 */
export type ColumnKind = 'text' | 'bounded' | 'flag'

const bounded = new Set([
  'starttime', 'endtime', 'calendarlogtriggeraction', 'originallastmodifiedtime', 'clientintent', 'itemclass',
  'duration', 'cleanglobalobjectid', 'globalobjectid', 'creationtime', 'lastmodifiedtime', 'itemversion',
  'appointmentsequencenumber', 'appointmentlastsequencenumber', 'appointmentstate', 'appointmentauxiliaryflags', 'responsestate', 'freebusystatus',
  'intendedfreebusystatus', 'timezone', 'starttimezone', 'starttimezoneid', 'endtimezoneid', 'recurrencetype',
  'appointmentrecurrenceblob', 'ownercriticalchangetime', 'attendeecriticalchangetime', 'changehighlight', 'changelist',
  'meetingrequesttype',
])

const flags = new Set(['appointmentrecurring', 'isexception', 'isprocessed', 'isresponserequested', 'mapiisalldayevent'])

/** The kind of a column by its name in a header (calendar-domain.md (c)). */
export const columnKind = (name: string): ColumnKind => {
  const folded = name.replace(/[\s_]/g, '').toLowerCase()
  return flags.has(folded) ? 'flag' : bounded.has(folded) ? 'bounded' : 'text'
}
