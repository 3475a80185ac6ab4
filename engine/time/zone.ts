// Local times of a zone to instants.
import { windowsZones } from './windows-zones.ts'

const day = 86_400_000
const quarter = 900_000

/** The IANA name of a zone given by IANA or Windows name; undefined when nobody knows it. Offsets are not names. */
const ianaName = (zone: string): string | undefined => {
  const name = windowsZones.get(zone) ?? zone
  if (!/^[A-Za-z]/.test(name)) return undefined
  try {
    return new Intl.DateTimeFormat('en-US', { timeZone: name }).resolvedOptions().timeZone
  } catch {
    return undefined
  }
}

/** True for `UTC`, an IANA name such as `Europe/Warsaw` and the usual Windows names. */
export const checkZone = (zone: string): boolean => ianaName(zone) !== undefined

/** The instant of a local time; where the clock shows that time twice, the earlier of the two. */
export type Instant = { readonly instant: number, readonly repeated: boolean }

/**
 * Local time of a zone to instants; both in milliseconds since 1970. A time that the clock shows twice gives the
 * earlier instant, marked `repeated`; a time it leaps over gives undefined. The zone has passed `checkZone`.
 *
 * The offsets come from `Intl`, which takes microseconds, so they are kept: one for each day far from any change, and
 * one for each quarter of an hour near one. (Changes inside a quarter, such as 00:01 in Newfoundland, are looked up.)
 */
export const localClock = (zone: string): (local: number) => Instant | undefined => {
  const offset = keptOffsets(zone)
  const steady = new Map<number, number | undefined>()

  // The same offset the day before and the day after: the clock did not change in between.
  const steadyOffset = (date: number): number | undefined => {
    const before = offset((date - 1) * day)
    return before === offset((date + 2) * day) ? before : undefined
  }

  const nearChange = (local: number): Instant | undefined => {
    const offsets = [offset(local - day), offset(local + day)]
    const instants = offsets.filter(one => offset(local - one) === one).map(one => local - one)
    if (instants.length === 0) return undefined
    return { instant: Math.min(...instants), repeated: instants.length > 1 && instants[0] !== instants[1] }
  }

  return local => {
    const date = Math.floor(local / day)
    let known = steady.get(date)
    if (known === undefined && !steady.has(date)) {
      known = steadyOffset(date)
      steady.set(date, known)
    }
    return known === undefined ? nearChange(local) : { instant: local - known, repeated: false }
  }
}

const keptOffsets = (zone: string): (instant: number) => number => {
  const format = new Intl.DateTimeFormat('en-US', { timeZone: ianaName(zone), timeZoneName: 'longOffset' })
  const exact = (instant: number): number => {
    const name = format.formatToParts(instant).find(part => part.type === 'timeZoneName')?.value ?? ''
    const match = /^GMT(?:([+-])(\d\d):(\d\d))?$/.exec(name)
    // An offset with seconds, as before standard time: NaN agrees with nothing, so there is no such local time.
    if (!match) return NaN
    const [, sign, hours = '0', minutes = '0'] = match
    return (sign === '-' ? -60_000 : 60_000) * (Number(hours) * 60 + Number(minutes))
  }
  const kept = new Map<number, number>()
  const atQuarter = (number: number): number => {
    const known = kept.get(number)
    if (known !== undefined) return known
    const found = exact(number * quarter)
    kept.set(number, found)
    return found
  }
  return instant => {
    const number = Math.floor(instant / quarter)
    const start = atQuarter(number)
    return start === atQuarter(number + 1) ? start : exact(instant)
  }
}
