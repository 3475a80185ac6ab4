// A raw log of any size for the benchmark, shaped as performance.md says: 893 bytes a row, 30 columns, 5 events a
// message of which 1 is kept, 4.0 recipients a message (1 to 20, most of them few), a quoted field in 40 % of the rows,
// 15 % of the addresses in capitals, 20,000 employees, 60,000 outsiders. It has no truth of its own; organisation.ts
// has.
import { bigCounts, bigDomain, bigEmployee, bigOutsider, bigRoom, bigService } from './big-directory.ts'
import { random as randomFrom } from './random.ts'
import type { Random } from './random.ts'
import { rawLog } from './write-raw-logs.ts'
import { closeSync, openSync, writeSync } from 'node:fs'

export type BigLog = {
  readonly bytes: number
  readonly rows: number
  /** DELIVER rows: one a message. */
  readonly messages: number
  /** Recipients of the DELIVER rows. */
  readonly recipients: number
}

/** Writes a 2016 log of about `megabytes` million bytes to one file and tells what is in it. */
export const writeBigLog = (path: string, megabytes: number, seed: number): BigLog => {
  const random = randomFrom(seed)
  const file = openSync(path, 'w')
  const limit = megabytes * 1_000_000
  let text = rawLog([], '2016')
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

/** Some people write far more than others: the square of an even chance. */
const often = (random: Random, limit: number): number => Math.floor(limit * (random.below(1 << 30) / (1 << 30)) ** 2)
const spelled = (random: Random, address: string): string => random.chance(0.15) ? address.toUpperCase() : address

const senderOf = (random: Random): string => {
  const share = random.below(100)
  return spelled(random, share < 70 ? bigEmployee(often(random, bigCounts.employees))
    : share < 97 ? bigOutsider(often(random, bigCounts.outsiders))
      : bigService(random.below(bigCounts.services)))
}

const recipientsOf = (random: Random): readonly string[] => {
  const count = 1 + Math.floor(20 * (random.below(1 << 30) / (1 << 30)) ** 4.93)
  return Array.from({ length: count }, () => {
    const share = random.below(100)
    return spelled(random, share < 80 ? bigEmployee(often(random, bigCounts.employees))
      : share < 98 ? bigOutsider(often(random, bigCounts.outsiders))
        : bigRoom(random.below(bigCounts.rooms)))
  })
}

/** The cells that differ between the events of a mail. */
type Event = {
  readonly context: string
  readonly connector?: string
  readonly source: string
  readonly event: string
  readonly status?: string
  readonly info?: string
  readonly custom: string
}

const latency = 'TOTAL-HUB=0.316|SMR=0.180(SMRDI=0.036)|CAT=0.048(CATMS=0.001|CATOS=0.025)|QDM=0.005|SMS=0.055'
const midnight = '2024-05-13T00:00:00.000Z'
const host = `ex01.${bigDomain}`

/** RECEIVE/STOREDRIVER, RECEIVE/SMTP, AGENTINFO, SEND, DELIVER; the first and the last hold a quoted field. */
const rowsOfMessage = (random: Random, number: number, to: readonly string[]): string => {
  const sentAt = Date.UTC(2024, 4, 13) + number * 40
  const network = random.guid()
  const sender = senderOf(random)
  const id = `<${random.hex(32)}@${host}>`
  const recipients = to.join(';')
  const internal = String(27_000_000_000_000 + number * 8)
  const common = `S:DeliveryPriority=Normal;S:OriginalFromAddress=${sender};S:AccountForest=${bigDomain}`
  const line = (one: Event, place: number): string => {
    const at = new Date(sentAt + place * 35).toISOString()
    const log = `${network.slice(0, 8)}-0000-4000-8000-${String(number * 8 + place).padStart(12, '0')}`
    return `${at},10.225.101.11,${host},10.225.101.12,ex02,${one.context},${one.connector ?? ''},`
      + `${one.source},${one.event},${internal},${id},${network},${recipients},${one.status ?? ''},`
      + `${4000 + number % 90_000},${to.length},,,Subject number ${number},${sender},${sender},${one.info ?? ''},Originating,,10.10.10.10,10.225.101.11,`
      + `${one.custom},Email,${log},15.01.2507.023\r\n`
  }
  return line({
    context: `"MDB:${network}, Mailbox:${network}, Event:68722180, MessageClass:IPM.Note, `
      + `CreationTime:${midnight}, ClientType:MOMT"`,
    source: 'STOREDRIVER', event: 'RECEIVE', status: to.map(() => 'To').join(';'), info: '04I: ',
    custom: `S:MailboxDatabaseGuid=${network};S:ItemEntryId=00-00-00-00-1B-BE-A7-9B-0F-C5-C9-4D;${common}`,
  }, 0) + line({
    context: `08DB31CCE0C90805;${midnight};0`, connector: 'EX01\\Default EX01',
    source: 'SMTP', event: 'RECEIVE', info: '0cI: ',
    custom: `S:MessageValue=MediumHigh;S:Replication=ex02;S:FirstForestHop=${host};S:FromEntity=Hosted;${common}`,
  }, 1) + line({
    context: 'CatContentConversion', source: 'AGENT', event: 'AGENTINFO',
    custom: 'S:AMA=SUM|v=0|action=|error=|atch=0;S:TRA=ETRP|ruleId=00096cc2-899f-4443-b960-8b4f688a5b4e'
      + `|st=2023-03-10T16:03:35.0000000Z|ExecW=0|ExecC=0;S:CompCost=|AMA=0;${common}`,
  }, 2) + line({
    context: `;250 2.0.0 OK ${id} [Hostname=ex02.${bigDomain}];ClientSubmitTime:`,
    connector: 'Intra-Organization SMTP Send Connector',
    source: 'SMTP', event: 'SEND', status: to.map(() => '250 2.1.5 Recipient OK').join(';'),
    info: `${midnight};LSRV=${host}:${latency}`,
    custom: `S:E2ELatency=0.482;S:MsgRecipCount=${to.length};S:IncludeInSla=True;${common}`,
  }, 3) + line({
    context: `08DB2A365544E439;${midnight};ClientSubmitTime:`,
    source: 'STOREDRIVER', event: 'DELIVER', status: ';'.repeat(to.length - 1),
    info: `${midnight};SRV=${host}:${latency}`,
    custom: `"S:IncludeInSla=True;S:MailboxDatabaseGuid=${network};S:P2RecipStat=0,005/2;`
      + `S:MsgRecipCount=${to.length};${common}"`,
  }, 4)
}
