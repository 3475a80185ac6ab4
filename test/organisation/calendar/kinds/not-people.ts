// Meetings whose organiser or sender is no person: no row of them is written (exchange-integration.md, Filtering).
import { entered, received } from '../copies.ts'
import { compose } from '../meeting.ts'
import { anyone, pair } from '../setting.ts'
import { asAddress, asLegacyDn, attendants, inCapitals } from '../spellings.ts'
import type { Kind } from './kind.ts'

export const byRoom: Kind = setting => {
  const [guest] = pair(setting)
  const room = anyone(setting, 'room')
  return received(setting, compose(setting, room, [guest]))
}

export const byEquipment: Kind = setting => {
  const [guest] = pair(setting)
  const equipment = anyone(setting, 'equipment')
  return received(setting, compose(setting, equipment, [guest], { organiser: inCapitals(equipment) }))
}

export const bySharedMailbox: Kind = setting => {
  const [guest] = pair(setting)
  const shared = anyone(setting, 'shared')
  return received(setting, compose(setting, shared, [guest], { organiser: asAddress(shared) }))
}

export const bySystemMailbox: Kind = setting => {
  const [guest] = pair(setting)
  const system = anyone(setting, 'system')
  return received(setting, compose(setting, system, [guest]))
}

/** The attendant itself, in full, stands for the organiser. */
export const byAttendant: Kind = setting => {
  const [guest] = pair(setting)
  return attendants.flatMap(organiser => received(setting, compose(setting, guest, [guest], { organiser })))
}

/** A person's meeting, sent by a booking service. */
export const sentByService: Kind = setting => {
  const [host, guest] = pair(setting)
  return received(setting, compose(setting, host, [guest], { sender: asLegacyDn(anyone(setting, 'service')) }))
}

/** A service changes what a person has made: the row is the person's and stays, the service is nobody's pseudonym. */
export const changedByService: Kind = setting => {
  const [host] = pair(setting)
  return entered(setting, compose(setting, host, []), host, asLegacyDn(anyone(setting, 'service')))
}
