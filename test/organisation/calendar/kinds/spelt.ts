// The same persons in all spellings, and those whom nobody knows.
import { entered, received } from '../copies.ts'
import { compose } from '../meeting.ts'
import { anyone, pair } from '../setting.ts'
import { asLegacyDn, asDisplayName, attendants, blank, personSpellings, strangers } from '../spellings.ts'
import type { Kind } from './kind.ts'

/** The responsible user in every spelling. */
export const responsibleInAllSpellings: Kind = setting => {
  const [host] = pair(setting)
  return Object.values(personSpellings).flatMap(spell =>
    entered(setting, compose(setting, host, []), host, spell(anyone(setting, 'person'), setting.accounts)))
}

/** Organiser and sender in every spelling. */
export const organiserInAllSpellings: Kind = setting => {
  const [guest] = pair(setting)
  return Object.values(personSpellings).flatMap(spell => {
    const host = anyone(setting, 'person')
    const organiser = spell(host, setting.accounts)
    return received(setting, compose(setting, host, [guest], { organiser, sender: asLegacyDn(host) }))
  })
}

/** Two share a display name: it tells neither. */
export const byNamesakes: Kind = setting => {
  const [host] = pair(setting)
  const [namesake = host] = setting.accounts.filter(({ displayName }, place) =>
    setting.accounts.findIndex(other => other.displayName === displayName) !== place)
  return entered(setting, compose(setting, host, []), host, asDisplayName(namesake, setting.accounts))
}

export const byStrangers: Kind = setting => {
  const [guest] = pair(setting)
  return strangers(setting.domain).flatMap(organiser => [
    ...received(setting, compose(setting, guest, [guest], { organiser, organiserName: 'Somebody Gone' })),
    ...entered(setting, compose(setting, guest, []), guest, organiser),
  ])
}

/** The calendar attendant changes things, under each of its names. */
export const byEveryAttendant: Kind = setting => {
  const [host] = pair(setting)
  return attendants.flatMap(by => entered(setting, compose(setting, host, []), host, by))
}

export const withoutSender: Kind = setting => {
  const [host] = pair(setting)
  return entered(setting, compose(setting, host, [], { sender: blank }), host)
}
