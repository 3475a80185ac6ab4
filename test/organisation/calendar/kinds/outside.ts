// Invitations from elsewhere: other addresses, and ids that are foreign texts (calendar-domain.md (b)).
import { received } from '../copies.ts'
import type { EventId } from '../event-id.ts'
import { compose } from '../meeting.ts'
import { entry } from '../row.ts'
import { anyone, pair } from '../setting.ts'
import type { Setting } from '../setting.ts'
import { asLegacyDn, outsiders } from '../spellings.ts'
import type { Kind } from './kind.ts'

/** UIDs of other calendars: most of them tell an address, a host or a product. */
const foreignUid = ({ random }: Setting): EventId => ({
  kind: 'uid', ended: random.chance(0.7),
  uid: random.pick([
    `${random.hex(26)}@google.example`, `anna.hansen${random.below(1000)}@contoso.com`, `{${random.guid().toUpperCase()}}`,
    `zoom-${random.below(1e9)}-John.Doe`, `Müller-${random.hex(6)}`,
  ]),
})

/** All who are invited have the same meeting, by the same id. */
export const byOutsiders: Kind = setting => outsiders.flatMap(organiser => {
  const [guest, other] = pair(setting)
  return received(setting, compose(setting, guest, [guest, other], {
    organiser, sender: organiser, organiserName: 'John Doe', id: foreignUid(setting),
  }))
})

/** A mail user has a login here, and is somebody outside (exchange-domain.md §6, type 128). */
export const byMailUser: Kind = setting => {
  const [guest] = pair(setting)
  const partner = anyone(setting, 'outside')
  return received(setting, compose(setting, partner, [guest]))
}

/** Exceptions of a foreign series carry their day in the same place. */
export const foreignException: Kind = setting => {
  const [guest, other] = pair(setting)
  const organiser = setting.random.pick(outsiders)
  const meeting = compose(setting, guest, [guest, other], { organiser, sender: organiser, id: foreignUid(setting) })
  const occurrence = { original: meeting.start + 7 * 86_400_000, start: meeting.start + 8 * 86_400_000 }
  return [
    ...received(setting, meeting),
    ...meeting.attendees.map((mailbox, place) => entry(setting, meeting, {
      mailbox, after: 5_000_000 + place, action: 'Create', state: 3, by: asLegacyDn(mailbox), occurrence,
    })),
  ]
}

/** Ids that tools have cut or wrapped: what comes out is an id, and nothing of these texts. */
export const oddIds: Kind = setting => {
  const [guest] = pair(setting)
  const { random } = setting
  const base = `${random.hex(26)}-anna.hansen@contoso.com`
  return [base, Buffer.from(base).toString('base64'), `40000008200E00074C5B7101A82E008${random.hex(80).toUpperCase()}`]
    .flatMap(text => received(setting, compose(setting, anyone(setting, 'person'), [guest], { id: { kind: 'odd', text } })))
}
