// The rows that a meeting leaves in the mailboxes of those who take part.
import type { Account } from '../party.ts'
import type { Meeting } from './meeting.ts'
import { entry } from './row.ts'
import type { Change, Entry } from './row.ts'
import type { Setting } from './setting.ts'
import { asLegacyDn, attendants } from './spellings.ts'
import type { Named } from './spellings.ts'

/** The organiser enters it: a row in the own calendar. */
export const entered = (setting: Setting, meeting: Meeting, mailbox: Account, by: Named = asLegacyDn(mailbox)): readonly Entry[] =>
  [entry(setting, meeting, { mailbox, after: 0, action: 'Create', by })]

/** The request arrives, and the server makes a copy of the meeting: both rows of the calendar attendant. */
export const received = (setting: Setting, meeting: Meeting): readonly Entry[] =>
  meeting.attendees.flatMap((mailbox, place) => {
    const by = setting.random.pick(attendants)
    const after = 4000 + 700 * place
    return [
      entry(setting, meeting, { mailbox, after, action: 'Create', itemClass: 'IPM.Schedule.Meeting.Request', state: 3, by }),
      entry(setting, meeting, { mailbox, after: after + 300, action: 'Create', state: 3, by }),
    ]
  })

/** Attendees accept: a change in their copy, and an answer in the mailbox of the organiser. */
export const answered = (setting: Setting, meeting: Meeting, organiser: Account): readonly Entry[] =>
  meeting.attendees.flatMap((mailbox, place) => {
    const by = asLegacyDn(mailbox)
    const after = 600_000 + 60_000 * place
    return [
      entry(setting, meeting, { mailbox, after, action: 'Update', version: 2, state: 3, by }),
      entry(setting, meeting, {
        mailbox: organiser, after: after + 2000, action: 'Create', itemClass: 'IPM.Schedule.Meeting.Resp.Pos', state: 0,
        by: setting.random.pick(attendants), organiser: by, sender: by,
      }),
    ]
  })

/** All of it. */
export const meet = (setting: Setting, meeting: Meeting, organiser: Account): readonly Entry[] => [
  ...entered(setting, meeting, organiser), ...received(setting, meeting), ...answered(setting, meeting, organiser),
]

/** One change, seen in the mailbox of the organiser and in those of all who are invited. */
export const everywhere = (
  setting: Setting, meeting: Meeting, organiser: Account, change: Omit<Change, 'mailbox' | 'by'>,
): readonly Entry[] => [
  entry(setting, meeting, { ...change, mailbox: organiser, by: asLegacyDn(organiser) }),
  ...meeting.attendees.map((mailbox, place) => entry(setting, meeting, {
    ...change, mailbox, after: change.after + 3000 + 500 * place, state: (change.state ?? 1) | 2, by: setting.random.pick(attendants),
  })),
]
