// The rule files that the excerpts of codes are parts of: small, and without a mistake.
import { excerpt } from './explained.ts'

/** `company.yaml`, the library that `mails.yaml` includes. */
export const company = excerpt`
  version: 1
  params:
    domains: { type: list, default: [contoso.example] }
    prefix:  { type: text, default: "" }
  inputs:
    tracking:
      files: logs/*.LOG
      fields:
        time:      { from: date-time,         privacy: open,      type: time }
        event:     { from: event-id,          privacy: open,      values: [RECEIVE, SEND, DELIVER] }
        size:      { from: total-bytes,       privacy: open,      type: integer }
        message:   { from: message-id,        privacy: sensitive, type: message-id }
        subject:   { from: message-subject,   privacy: sensitive, optional: true }
        sender:    { from: sender-address,    privacy: identity }
        recipient: { from: recipient-address, privacy: identity,  type: list }
    people:
      files: people.csv
      optional: true
      fields:
        mail:    { privacy: identity }
        manager: { privacy: identity, optional: true }
        type:    { from: msExchRecipientTypeDetails, privacy: open, type: integer }
  lookups:
    people:
      from: people
      domains: { param: domains }
      address: mail
      kinds: [{ room: { type: 16 } }]
`

/** `mails.yaml`, the pipeline; a section of an excerpt stands in place of the one of the same name here or in the library. */
export const mails = excerpt`
  version: 1
  name: mails
  include: [./company.yaml]
  from: tracking
  steps:
    delivered:   { keep: { when: 'event = "DELIVER"', because: other events of the same mails } }
    who:         { identify: { fields: [sender], in: people } }
    people-only: { drop: { accounts: [room, unknown], in: [sender], because: not a person } }
  outputs:
    mails:
      csv: { file: mails.csv }
      columns: { when: time }
`
