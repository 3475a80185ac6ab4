// How values are written: as the cmdlet does, or as on the vendor's page (calendar-domain.md (c)).
import type { Moment, Value } from './columns.ts'

export type DateForm = 'raw' | 'vendor'

/** `raw`: `yyyy MM dd HH mm ss ffff`; `vendor`: `yyyy-MM-dd HH:mm:ss.fff`, for begin and end of a meeting without `.fff`. */
export const valueText = (name: string, value: Value | undefined, form: DateForm): string => {
  if (value === undefined) return ''
  if (typeof value === 'boolean') return value ? 'True' : 'False'
  if (typeof value !== 'object') return String(value)
  if (form === 'vendor') return vendorTime(value, name === 'StartTime' || name === 'EndTime')
  const [date = '', clock = '', fraction = ''] = parts(value)
  return `${date} ${clock} ${fraction}`.replace(/[-:]/g, ' ')
}

/** `MMM dd, yyyy HH:mm:ss:ffff`; the comma makes the cell a quoted one. */
export const rawLogTime = (moment: Moment): string => {
  const [date = '', clock, fraction] = parts(moment)
  const [year, month, day] = date.split('-')
  return `${months[Number(month) - 1]} ${day}, ${year} ${clock}:${fraction}`
}

export const vendorTime = (moment: Moment, short: boolean): string => {
  const [date, clock, fraction = ''] = parts(moment)
  return short ? `${date} ${clock}` : `${date} ${clock}.${fraction.slice(0, 3)}`
}

/** Date, time of day, and four digits of its second. */
const parts = ({ ticks }: Moment): readonly string[] => {
  const [date = '', clock = ''] = new Date(Math.floor(ticks / 10_000) * 1000).toISOString().slice(0, 19).split('T')
  return [date, clock, String(ticks % 10_000).padStart(4, '0')]
}

const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'] as const
