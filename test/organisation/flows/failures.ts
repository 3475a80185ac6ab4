// Mail that did not arrive. FAIL and DSN are no deliveries (exchange-domain.md §2).
import { delivered, hop } from '../delivery.ts'
import { entry } from '../entry.ts'
import type { Entry } from '../log-row.ts'
import { compose, to } from '../mail.ts'
import type { Addressee, Mail } from '../mail.ts'
import { stranger } from '../party.ts'
import type { Account, Party } from '../party.ts'
import { reception, submission } from '../submission.ts'
import { hubOf, transport } from '../travel.ts'
import type { World } from '../world.ts'
import { colleague, pair } from './flow.ts'
import type { Flow } from './flow.ts'

/** Not in the directory any more: FAIL, and a report to the sender. */
export const unknownRecipient: Flow = world => {
  const sender = colleague(world)
  const mail = compose(world, sender)
  const gone = [to(stranger('unknown', `gone.person@${world.random.pick(world.domains)}`))]
  return [...submission(world, mail, gone), ...transport(world, mail, gone), ...bounce(world, mail, sender, gone)]
}

/** The outside host refuses at once: no SENDEXTERNAL, or SEND, is written. */
export const refusedOutside: Flow = world => {
  const sender = colleague(world)
  const mail = compose(world, sender)
  const refused = [to(world.random.pick(world.outsiders))]
  return [
    ...submission(world, mail, refused), ...transport(world, mail, refused), ...bounce(world, mail, sender, refused),
  ]
}

/** SEND to the next server went well, the mailbox there is full: the hop alone proves nothing. */
export const failedAfterHop: Flow = world => {
  const [sender, recipient] = pair(world)
  const mail = compose(world, sender)
  const hub = hubOf(world, mail)
  const server = recipient.server ?? hub
  const full = [to(recipient)]
  return [
    ...submission(world, mail, full),
    ...transport(world, mail, full),
    hop(world, mail, hub, server, [recipient.shown], 520),
    reception(world, mail, server, hub, [recipient.shown], 560),
    ...bounce(world, mail, sender, full),
  ]
}

/** FAIL and DSN of the mail, then the report itself: sent by the Microsoft Exchange recipient with return path `<>`. */
const bounce = (world: World, mail: Mail, sender: Account, failed: readonly Addressee[]): readonly Entry[] => {
  const server = hubOf(world, mail)
  const report = compose(world, exchangeRecipient(world), {
    returnPath: '<>', subject: `Undeliverable: ${mail.subject}`, sentAt: mail.sentAt + 800,
    messageClass: 'REPORT.IPM.Note.NDR',
  })
  const addresses = failed.map(({ party }) => party.shown)
  return [
    entry(world, mail, { server, kind: 'MSGTRK', after: 700 }, {
      'source': 'SMTP', 'event-id': 'FAIL', 'recipient-address': addresses,
      'recipient-status': addresses.map(
        () => '[{LED=554 5.2.2 mailbox full; STOREDRV.Deliver.Exception:QuotaExceeded}, {"x"}]'
      ),
    }),
    entry(world, report, { server, kind: 'MSGTRK', after: 10 }, {
      'source': 'DSN', 'event-id': 'DSN', 'recipient-address': [sender.shown], 'reference': [mail.id],
      'source-context': 'Failure',
    }),
    delivered(world, report, sender.server ?? server, [sender], 300),
  ]
}

/** Sends what Exchange itself has to say; not a user of the directory (exchange-domain.md §2, [D4]). */
export const exchangeRecipient = (world: World): Party =>
  stranger('unknown', `MicrosoftExchange329e71ec88ae4615bbc36ab6ce41109e@${world.domain}`)
