// The peer: the same rules as a chain of well-known packages interprets them, one row after the other. It reads the same
// files; every condition and every column is a JSONata expression, compiled once and awaited per row; aliases are joined
// through a Map; each value is hashed by createHmac; it writes the same bytes.
import { createHash, createHmac } from 'node:crypto'
import { createReadStream, createWriteStream, readFileSync } from 'node:fs'
import { once } from 'node:events'
import { parse } from 'csv-parse'
import { parse as parseAll } from 'csv-parse/sync'
import { stringify } from 'csv-stringify'
import jsonata from 'jsonata'

type Row = Record<string, string>
type End = { text: string, kind: string }

const [, , log = '', people = '', out = '', domain = '', key = ''] = process.argv

const accounts = new Map<string, End>()
for (const user of parseAll(readFileSync(people), { columns: true, bom: true }) as Row[]) {
  const login = user['SamAccountName'] ?? ''
  const kind = user['msExchRecipientTypeDetails'] === '16' ? 'room' : /^svc[-_]/.test(login) ? 'service' : 'person'
  const account = { text: (user['mail'] ?? '').toLowerCase(), kind }
  for (const alias of (user['proxyAddresses'] ?? '').split(';')) accounts.set(alias.slice(alias.indexOf(':') + 1).toLowerCase(), account)
  accounts.set(account.text, account)
  accounts.set((user['UserPrincipalName'] ?? '').toLowerCase(), account)
}

function identify(address: string): End {
  const text = address.trim().toLowerCase()
  const known = accounts.get(text)
  if (known) return known
  const host = text.slice(text.indexOf('@') + 1)
  return { text, kind: host === domain || host.endsWith(`.${domain}`) ? 'unknown' : 'outside' }
}

const expression = (source: string): jsonata.Expression => {
  const compiled = jsonata(source)
  compiled.registerFunction('inside', (end: End) => end.kind !== 'outside')
  compiled.registerFunction('hash', (text: string) => createHmac('sha256', key).update(text).digest('hex'))
  return compiled
}
const delivered = expression('`event-id` = "DELIVER" and source = "STOREDRIVER" or `event-id` in ["SENDEXTERNAL", "SEND"]')
const machineMail = expression('`return-path` = "<>"')
const journal = expression('`transport-traffic-type` != "" and `transport-traffic-type` != "Email"')
const notPeople = expression('sender.kind in ["room", "service", "unknown"] or recipient.kind in ["room", "service", "unknown"]')
const innerHop = expression('event != "DELIVER" and $inside(recipient)')
const nobodyInside = expression('$not($inside(sender)) and $not($inside(recipient))')
const columns = expression(`{
  "email_id": $hash(message),
  "from": $inside(sender) ? $hash(sender.text) : "external",
  "to": $inside(recipient) ? $hash(recipient.text) : "external",
  "when": $substring(time, 0, 10) & " " & $substring(time, 11, 12)
}`)

const digest = createHash('sha256')
const bytes = createReadStream(log).on('data', chunk => { digest.update(chunk) })
const rows = bytes.pipe(parse({ columns: names => names.map((name: string) => name.replace('#Fields: ', '')), from_line: 5, bom: true }))
const output = stringify({ delimiter: ';', record_delimiter: 'windows', quote_record_delimiter: true, header: true, columns: ['email_id', 'from', 'to', 'when'] })
const file = output.pipe(createWriteStream(out))
const seen = new Set<string>()

for await (const row of rows as AsyncIterable<Row>) {
  if (!await delivered.evaluate(row) || await machineMail.evaluate(row) || await journal.evaluate(row)) continue
  const message = (row['message-id'] ?? '').trim().replace(/^<(.*)>$/, '$1')
  const sender = identify(row['sender-address'] ?? '')
  for (const address of (row['recipient-address'] ?? '').split(';')) {
    const mail = { event: row['event-id'], time: row['date-time'], message, sender, recipient: identify(address) }
    if (await notPeople.evaluate(mail) || await innerHop.evaluate(mail) || await nobodyInside.evaluate(mail)) continue
    const id = `${message}\n${sender.text}\n${mail.recipient.text}`
    if (seen.has(id)) continue
    seen.add(id)
    if (!output.write(await columns.evaluate(mail))) await once(output, 'drain')
  }
}
output.end()
await once(file, 'finish')
digest.digest('hex')
