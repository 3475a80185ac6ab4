// Times as a PowerShell session shows them: in its zone and by its culture, or exactly.

/**
 * Short date and long time of a culture, as `DateTime.ToString()` and thus Export-Csv write them (exchange-domain.md
 * §5).
 */
export const cultures = {
  'da-DK': 'dd-MM-yyyy HH:mm:ss',
  'de-DE': 'dd.MM.yyyy HH:mm:ss',
  'en-GB': 'dd/MM/yyyy HH:mm:ss',
  'en-US': 'M/d/yyyy h:mm:ss tt',
} as const

export type Culture = keyof typeof cultures

/** Minutes that the zone is ahead of UTC at a time. `zone` is a name such as `Europe/Warsaw`, or `UTC`. */
export type Offset = (time: number) => number

export const offsetOf = (zone: string): Offset => {
  if (zone === 'UTC') return () => 0
  const format = new Intl.DateTimeFormat('en-US', {
    timeZone: zone, hourCycle: 'h23',
    year: 'numeric', month: 'numeric', day: 'numeric', hour: 'numeric', minute: 'numeric',
  })
  // Clocks change on the quarter of an hour at the finest: asked once for each.
  const known = new Map<number, number>()
  return time => {
    const quarter = Math.floor(time / 900_000)
    const old = known.get(quarter)
    if (old !== undefined) return old
    const part = new Map(format.formatToParts(quarter * 900_000).map(({ type, value }) => [type, Number(value)]))
    const wall = Date.UTC(
      part.get('year') ?? 0, (part.get('month') ?? 1) - 1, part.get('day'), part.get('hour'), part.get('minute'),
    )
    const offset = (wall - quarter * 900_000) / 60_000
    known.set(quarter, offset)
    return offset
  }
}

/** By culture, without milliseconds or zone: all that Export-Csv keeps. */
export const cultureTime = (time: number, offset: Offset, culture: Culture): string => {
  const wall = new Date(time + offset(time) * 60_000)
  const two = (value: number): string => String(value).padStart(2, '0')
  const hour = wall.getUTCHours()
  const parts: Readonly<Record<string, string>> = {
    yyyy: String(wall.getUTCFullYear()), MM: two(wall.getUTCMonth() + 1), M: String(wall.getUTCMonth() + 1),
    dd: two(wall.getUTCDate()), d: String(wall.getUTCDate()), HH: two(hour), h: String(hour % 12 || 12),
    mm: two(wall.getUTCMinutes()), ss: two(wall.getUTCSeconds()), tt: hour < 12 ? 'AM' : 'PM',
  }
  return cultures[culture].replace(/[A-Za-z]+/g, token => parts[token] ?? token)
}

/** `2024-05-13T08:30:00.1230000Z`: format `o` of a UTC time. */
export const roundTrip = (time: number): string => new Date(time).toISOString().replace('Z', '0000Z')

/** `2024-05-13T10:30:00.12+02:00`: as JSON of PowerShell 7 and CLIXML write it, without the zeros at the end. */
export const isoTime = (time: number, offset: Offset): string => {
  const minutes = offset(time)
  const [second, fraction = ''] = new Date(time + minutes * 60_000).toISOString().slice(0, -1).split('.')
  const digits = fraction.replace(/0+$/, '')
  const shown = digits === '' ? second : `${second}.${digits}`
  if (minutes === 0) return `${shown}Z`
  const ahead = Math.abs(minutes)
  const [hours, rest] = [Math.floor(ahead / 60), ahead % 60].map(part => String(part).padStart(2, '0'))
  return `${shown}${minutes < 0 ? '-' : '+'}${hours}:${rest}`
}
