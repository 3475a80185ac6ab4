// A raw log of any size for the benchmark, shaped as performance.md says: 893 bytes a row, 30 columns, 5 events a
// message of which 1 is kept, 4.0 recipients a message (1 to 20, most of them few), a quoted field in 40 % of the rows,
// 15 % of the addresses in capitals, 20,000 employees, 60,000 outsiders. It has no truth of its own; organisation.ts has.
import { columnsOf } from './log-row.ts'
import { ascii, departments, givenNames, surnames } from './names.ts'
import { dn, legacyDn } from './distinguished-name.ts'
import { random as randomFrom } from './random.ts'
import type { Random } from './random.ts'
import { closeSync, openSync, writeSync } from 'node:fs'

/** The domain to give as the organisation's own. */
export const bigDomain = 'contoso.com'

export type BigLog = {
  readonly bytes: number
  readonly rows: number
  /** DELIVER rows: one a message. */
  readonly messages: number
  /** Recipients of the DELIVER rows. */
  readonly recipients: number
}

const employees = 20_000
const outsiders = 60_000
const rooms = 200
const services = 50

/** Writes a 2016 log of about `megabytes` million bytes to one file and tells what is in it. */
export const writeBigLog = (path: string, megabytes: number, seed: number): BigLog => {
  const random = randomFrom(seed)
  const file = openSync(path, 'w')
  const limit = megabytes * 1_000_000
  let text = `#Software: Microsoft Exchange Server\r\n#Version: 15.01.2507.023\r\n#Log-type: Message Tracking Log\r\n#Date: 2024-05-13T00:00:00.000Z\r\n#Fields: ${columnsOf[2016].join(',')}\r\n`
  let bytes = 0
  let messages = 0
  let recipients = 0
  // All of it is ASCII: a letter is a byte.
  while (bytes + text.length < limit) {
    const to = recipientsOf(random)
    text += rowsOfMessage(random, messages, to)
    messages++
    recipients += to.length
    if (text.length > 1 << 20) {
      bytes += writeSync(file, text, null, 'latin1')
      text = ''
    }
  }
  bytes += writeSync(file, text, null, 'latin1')
  closeSync(file)
  return { bytes, rows: messages * 5, messages, recipients }
}

/** Writes the Get-ADUser export (PowerShell 7 CSV) of everyone with a mailbox in a big log. */
export const writeBigDirectory = (path: string): void => {
  const head = 'DistinguishedName,EmployeeID,Enabled,legacyExchangeDN,mail,msExchRecipientTypeDetails,Name,ObjectGUID,proxyAddresses,SamAccountName,targetAddress,UserPrincipalName'
  const line = (name: string, login: string, mail: string, unit: string, type: number, id: string): string => [
    dn(name, [unit], bigDomain), id, type === 16 ? 'False' : 'True', legacyDn('Contoso', login), mail, String(type), name,
    `00000000-0000-4000-8000-${Buffer.from(login).toString('hex').padStart(12, '0').slice(-12)}`,
    `SMTP:${mail};smtp:${login}@${bigDomain};X500:${legacyDn('OldOrg', login)}`, login, '', `${login}@${bigDomain}`,
  ].map(cell => `"${cell}"`).join(',')
  const lines = [
    head.split(',').map(name => `"${name}"`).join(','),
    ...Array.from({ length: employees }, (_, number) => line(
      nameOf(number), `user${number}`, employee(number), departments[number % departments.length] ?? '', 1, String(number).padStart(6, '0'))),
    ...Array.from({ length: rooms }, (_, number) => line(`Room ${number}`, `room${number}`, room(number), 'Rooms', 16, '')),
    ...Array.from({ length: services }, (_, number) => line(`svc-${number}`, `svc-${number}`, service(number), 'Service Accounts', 1, '')),
  ]
  const file = openSync(path, 'w')
  writeSync(file, lines.map(one => `${one}\r\n`).join(''))
  closeSync(file)
}

const nameOf = (number: number): string =>
  `${givenNames[Math.floor(number / surnames.length) % givenNames.length]} ${surnames[number % surnames.length]} ${number}`
const localParts = givenNames.flatMap(given => surnames.map(surname => `${ascii(given)}.${ascii(surname).replace("'", '')}`))
const employee = (number: number): string => `${localParts[number % localParts.length]}${number}@${bigDomain}`
const outsider = (number: number): string => `contact.${number}@company${number % 4000}.example`
const room = (number: number): string => `room-${number}@${bigDomain}`
const service = (number: number): string => `svc-${number}@${bigDomain}`

/** Some people write far more than others: the square of an even chance. */
const often = (random: Random, limit: number): number => Math.floor(limit * (random.below(1 << 30) / (1 << 30)) ** 2)
const spelled = (random: Random, address: string): string => random.chance(0.15) ? address.toUpperCase() : address

const senderOf = (random: Random): string => {
  const share = random.below(100)
  return spelled(random, share < 70 ? employee(often(random, employees)) : share < 97 ? outsider(often(random, outsiders)) : service(random.below(services)))
}

const recipientsOf = (random: Random): readonly string[] => {
  const count = 1 + Math.floor(20 * (random.below(1 << 30) / (1 << 30)) ** 4.93)
  return Array.from({ length: count }, () => {
    const share = random.below(100)
    return spelled(random, share < 80 ? employee(often(random, employees)) : share < 98 ? outsider(often(random, outsiders)) : room(random.below(rooms)))
  })
}

const latency = 'TOTAL-HUB=0.316|SMR=0.180(SMRDI=0.036)|CAT=0.048(CATMS=0.001|CATOS=0.025)|QDM=0.005|SMS=0.055'

/** RECEIVE/STOREDRIVER, RECEIVE/SMTP, AGENTINFO, SEND, DELIVER; the first and the last hold a quoted field. */
const rowsOfMessage = (random: Random, number: number, to: readonly string[]): string => {
  const sentAt = Date.UTC(2024, 4, 13) + number * 40
  const network = random.guid()
  const sender = senderOf(random)
  const id = `<${random.hex(32)}@ex01.${bigDomain}>`
  const recipients = to.join(';')
  const internal = String(27_000_000_000_000 + number * 8)
  let row = 0
  const line = (context: string, connector: string, source: string, event: string, status: string, message: string, custom: string): string => {
    const at = new Date(sentAt + row * 35).toISOString()
    const log = `${network.slice(0, 8)}-0000-4000-8000-${String(number * 8 + row++).padStart(12, '0')}`
    return `${at},10.225.101.11,ex01.${bigDomain},10.225.101.12,ex02,${context},${connector},${source},${event},${internal},${id},${network},`
      + `${recipients},${status},${4000 + number % 90_000},${to.length},,,Subject number ${number},${sender},${sender},${message},Originating,,10.10.10.10,10.225.101.11,${custom},Email,${log},15.01.2507.023\r\n`
  }
  const common = `S:DeliveryPriority=Normal;S:OriginalFromAddress=${sender};S:AccountForest=${bigDomain}`
  return line(`"MDB:${network}, Mailbox:${network}, Event:68722180, MessageClass:IPM.Note, CreationTime:2024-05-13T00:00:00.000Z, ClientType:MOMT"`, '', 'STOREDRIVER', 'RECEIVE', to.map(() => 'To').join(';'), '04I: ', `S:MailboxDatabaseGuid=${network};S:ItemEntryId=00-00-00-00-1B-BE-A7-9B-0F-C5-C9-4D;${common}`)
    + line('08DB31CCE0C90805;2024-05-13T00:00:00.000Z;0', 'EX01\\Default EX01', 'SMTP', 'RECEIVE', '', '0cI: ', `S:MessageValue=MediumHigh;S:Replication=ex02;S:FirstForestHop=ex01.${bigDomain};S:FromEntity=Hosted;${common}`)
    + line('CatContentConversion', '', 'AGENT', 'AGENTINFO', '', '', `S:AMA=SUM|v=0|action=|error=|atch=0;S:TRA=ETRP|ruleId=00096cc2-899f-4443-b960-8b4f688a5b4e|st=2023-03-10T16:03:35.0000000Z|ExecW=0|ExecC=0;S:CompCost=|AMA=0;${common}`)
    + line(`;250 2.0.0 OK ${id} [Hostname=ex02.${bigDomain}];ClientSubmitTime:`, 'Intra-Organization SMTP Send Connector', 'SMTP', 'SEND', to.map(() => '250 2.1.5 Recipient OK').join(';'), `2024-05-13T00:00:00.000Z;LSRV=ex01.${bigDomain}:${latency}`, `S:E2ELatency=0.482;S:MsgRecipCount=${to.length};S:IncludeInSla=True;${common}`)
    + line('08DB2A365544E439;2024-05-13T00:00:00.000Z;ClientSubmitTime:', '', 'STOREDRIVER', 'DELIVER', ';'.repeat(to.length - 1), `2024-05-13T00:00:00.000Z;SRV=ex01.${bigDomain}:${latency}`, `"S:IncludeInSla=True;S:MailboxDatabaseGuid=${network};S:P2RecipStat=0,005/2;S:MsgRecipCount=${to.length};${common}"`)
}
