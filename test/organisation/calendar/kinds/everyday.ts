// What people do all day.
import { answered, entered, everywhere, meet, received } from '../copies.ts'
import { compose, foreignZones } from '../meeting.ts'
import { entry } from '../row.ts'
import { anyone, pair } from '../setting.ts'
import { asAddress, asLegacyDn, attendants } from '../spellings.ts'
import type { Kind } from './kind.ts'

export const single: Kind = setting => {
  const [host, guest] = pair(setting)
  return meet(setting, compose(setting, host, [guest]), host)
}

/** An appointment of one's own: no meeting, nobody else. */
export const ownAppointment: Kind = setting => {
  const [host] = pair(setting)
  const meeting = compose(setting, host, [])
  return [entry(setting, meeting, { mailbox: host, after: 0, action: 'Create', state: 0, by: asLegacyDn(host) })]
}

export const allDay: Kind = setting => {
  const [host, guest] = pair(setting)
  const start = setting.start + setting.random.below(12) * 86_400_000
  return meet(setting, compose(setting, host, [guest], { allDay: true, start, minutes: 1440 }), host)
}

/** Moved twice: versions and sequence numbers count on. */
export const updated: Kind = setting => {
  const [host, guest] = pair(setting)
  const meeting = compose(setting, host, [guest])
  return [
    ...meet(setting, meeting, host),
    ...[1, 2].flatMap(sequence => everywhere(
      setting, { ...meeting, start: meeting.start + sequence * 3_600_000 }, host,
      { after: sequence * 7_200_000, action: 'Update', version: 2 + sequence, sequence },
    )),
  ]
}

/** The cancellation arrives, and the copy is thrown away in two steps. */
export const cancelled: Kind = setting => {
  const [host, guest] = pair(setting)
  const meeting = compose(setting, host, [guest])
  const after = 9_000_000
  return [
    ...meet(setting, meeting, host),
    ...everywhere(setting, meeting, host, { after, action: 'Update', version: 3, sequence: 1, state: 5 }),
    entry(setting, meeting, {
      mailbox: guest, after: after + 2000, action: 'Create', itemClass: 'IPM.Schedule.Meeting.Canceled', state: 7, sequence: 1,
      by: setting.random.pick(attendants),
    }),
    ...(['MoveToDeletedItems', 'SoftDelete', 'HardDelete'] as const).map((action, place) => entry(setting, meeting, {
      mailbox: guest, after: after + 600_000 * (1 + place), action, version: 4 + place, state: 7, by: asLegacyDn(guest),
    })),
  ]
}

/** A delegate invites in the name of the organiser. */
export const byDelegate: Kind = setting => {
  const [host, guest] = pair(setting)
  const sender = asAddress(anyone(setting, 'person'))
  const meeting = compose(setting, host, [guest], { sender })
  return [...entered(setting, meeting, host, sender), ...received(setting, meeting), ...answered(setting, meeting, host)]
}

/** The organiser's own mailbox is not collected: only copies are known. */
export const invitedOnly: Kind = setting => {
  const [guest, other] = pair(setting)
  return received(setting, compose(setting, anyone(setting, 'person'), [guest, other]))
}

/** Forwarded; the list of those who are invited is copied; a shared calendar is kept level; an occurrence taken out. */
export const noise: Kind = setting => {
  const [host, guest] = pair(setting)
  const meeting = compose(setting, host, [guest])
  const by = setting.random.pick(attendants)
  return [
    ...entered(setting, meeting, host),
    ...[
      'IPM.Schedule.Meeting.Notification.Forward', 'IPM.Schedule.Meeting.Request.AttendeeListReplication',
      'IPM.CalendarSharing.EventUpdate', 'IPM.CalendarSharing.EventDelete', '(Occurrence Deleted)', 'IPM.Appointment.MP',
    ].map((itemClass, place) => entry(setting, meeting, {
      mailbox: place % 2 === 0 ? host : guest, after: 60_000 * (1 + place), action: 'Update', itemClass, state: 9, by,
    })),
  ]
}

/** Times of a zone that only its server knows, or that somebody typed. */
export const foreignZone: Kind = setting => {
  const [host, guest] = pair(setting)
  return foreignZones.flatMap(zone => meet(setting, compose(setting, host, [guest], { zone }), host))
}

/** Properties that an item does not have. */
export const bare: Kind = setting => {
  const [host] = pair(setting)
  return [entry(setting, compose(setting, host, []), {
    mailbox: host, after: 0, action: 'Create', state: 0, by: asLegacyDn(host),
    without: ['SenderEmailAddress', 'IsException', 'AppointmentSequenceNumber', 'TimeZone', 'MapiIsAllDayEvent', 'Location'],
  })]
}
