// The peer: the e-mail job as a script of well-known packages does it, one row after the other. It reads the same files,
// applies the same conditions (JSONata, awaited per row), joins aliases through a Map, and writes the same bytes.
import { createHmac } from 'node:crypto'
import { createReadStream, createWriteStream, readFileSync } from 'node:fs'
import { once } from 'node:events'
import { parse } from 'csv-parse'
import { parse as parseAll } from 'csv-parse/sync'
import { stringify } from 'csv-stringify'
import jsonata from 'jsonata'

type Row = Record<string, string>
type End = { text: string, kind: string }

const [, , log = '', people = '', out = '', domain = '', key = ''] = process.argv

const hash = (text: string): string => createHmac('sha256', key).update(text).digest('hex')

const accounts = new Map<string, End>()
for (const user of parseAll(readFileSync(people), { columns: true, bom: true }) as Row[]) {
  const type = user['msExchRecipientTypeDetails']
  const login = user['SamAccountName'] ?? ''
  const account = { text: (user['mail'] ?? '').toLowerCase(), kind: type === '16' ? 'room' : login.startsWith('svc-') || login.startsWith('svc_') ? 'service' : 'person' }
  for (const alias of (user['proxyAddresses'] ?? '').split(';')) accounts.set(alias.slice(alias.indexOf(':') + 1).toLowerCase(), account)
  accounts.set(account.text, account)
  accounts.set((user['UserPrincipalName'] ?? '').toLowerCase(), account)
}

function identify(address: string): End {
  const text = address.toLowerCase()
  const known = accounts.get(text)
  if (known) return known
  const host = text.slice(text.indexOf('@') + 1)
  return { text, kind: host === domain || host.endsWith(`.${domain}`) ? 'unknown' : 'outside' }
}

const inside = (end: End): boolean => end.kind !== 'outside'
const delivered = jsonata('`event-id` = "DELIVER" and source = "STOREDRIVER" or `event-id` in ["SENDEXTERNAL", "SEND"]')
const machineMail = jsonata('`return-path` = "<>"')
const journal = jsonata('`transport-traffic-type` != "" and `transport-traffic-type` != "Email"')
const innerHop = jsonata('event != "DELIVER" and $inside(recipient)')
const nobodyInside = jsonata('$not($inside(sender)) and $not($inside(recipient))')
for (const expression of [innerHop, nobodyInside]) expression.registerFunction('inside', inside)

const rows = createReadStream(log).pipe(parse({ columns: fields => fields, from_line: 5, bom: true, relax_column_count: true }))
const output = stringify({ delimiter: ';', record_delimiter: 'windows', quote_record_delimiter: true, header: true, columns: ['email_id', 'from', 'to', 'when'] })
const file = output.pipe(createWriteStream(out))
const seen = new Set<string>()

for await (const record of rows as AsyncIterable<Row>) {
  const row: Row = record['date-time'] === undefined ? { ...record, 'date-time': record['#Fields: date-time'] ?? '' } : record
  if (!await delivered.evaluate(row) || await machineMail.evaluate(row) || await journal.evaluate(row)) continue
  const message = (row['message-id'] ?? '').trim().replace(/^<(.*)>$/, '$1')
  const sender = identify(row['sender-address'] ?? '')
  for (const address of (row['recipient-address'] ?? '').split(';')) {
    const recipient = identify(address)
    if ([sender, recipient].some(end => ['room', 'service', 'unknown'].includes(end.kind))) continue
    const ends = { event: row['event-id'], sender, recipient }
    if (await innerHop.evaluate(ends) || await nobodyInside.evaluate(ends)) continue
    const id = `${message}\n${sender.text}\n${recipient.text}`
    if (seen.has(id)) continue
    seen.add(id)
    const [from, to] = [sender, recipient].map(end => inside(end) ? hash(end.text) : 'external')
    const when = (row['date-time'] ?? '').replace('T', ' ').replace('Z', '')
    if (!output.write([hash(message), from, to, when])) await once(output, 'drain')
  }
}
output.end()
await once(file, 'finish')
