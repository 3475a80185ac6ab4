// The objects of Get-MessageTrackingLog for the rows of one server (exchange-domain.md §4).
import type { Cells, LogRow, Version } from './log-row.ts'
import type { Property, Records, Value } from './record.ts'
import type { Server } from './truth.ts'
import { rowsOf } from './truth.ts'
import { logText } from './write-raw-logs.ts'

/** The cmdlet reads one server; `server` in input order. `remoting` adds the columns of a remote shell. */
export const trackingRecords = (server: Server, version: Version, remoting: boolean): Records => ({
  type: 'Microsoft.Exchange.Management.TransportLogSearchTasks.MessageTrackingEvent',
  listType: 'System.String[]',
  objects: rowsOf(server).map(row => properties(row, version)),
  notes: remoting ? [
    ['PSComputerName', `${server.name.toLowerCase()}.contoso.com`],
    ['RunspaceId', { guid: '5f8d389d-9a89-4d5f-bc07-359fca077d6a' }],
    ['PSShowComputerName', true],
  ] : [],
})

/** In the documented order; the cmdlets before 2016 lack some properties that the log has, the network id above all. */
const properties = ({ time, cells }: LogRow, version: Version): readonly Property[] => {
  const text = (
    column: Exclude<keyof Cells, 'recipient-address' | 'recipient-status' | 'reference' | 'custom-data'>,
  ): string =>
    logText(cells[column] ?? '')
  const list = (members: readonly string[] | undefined): Value =>
    members === undefined || members.length === 0 ? null : members
  const number = (digits: string): Value => digits === '' ? null : Number(digits)
  const all: readonly (Property | readonly [...Property, readonly Version[]])[] = [
    ['Timestamp', { time }],
    ['ClientIp', text('client-ip')],
    ['ClientHostname', text('client-hostname')],
    ['ServerIp', text('server-ip')],
    ['ServerHostname', text('server-hostname')],
    ['SourceContext', text('source-context')],
    ['ConnectorId', text('connector-id')],
    ['Source', text('source')],
    ['EventId', text('event-id')],
    ['InternalMessageId', text('internal-message-id')],
    ['MessageId', text('message-id')],
    ['NetworkMessageId', text('network-message-id'), ['2016']],
    ['Recipients', cells['recipient-address'] ?? []],
    ['RecipientStatus', cells['recipient-status'] ?? []],
    ['TotalBytes', number(text('total-bytes'))],
    ['RecipientCount', number(text('recipient-count'))],
    ['RelatedRecipientAddress', text('related-recipient-address')],
    ['Reference', list(cells['reference'])],
    ['MessageSubject', text('message-subject')],
    ['Sender', text('sender-address')],
    ['ReturnPath', text('return-path')],
    ['Directionality', text('directionality'), ['2013', '2016']],
    ['TenantId', text('tenant-id'), ['2013', '2016']],
    ['OriginalClientIp', text('original-client-ip'), ['2013', '2016']],
    ['MessageInfo', text('message-info')],
    ['MessageLatency', null, ['2010', '2013', '2016']],
    ['MessageLatencyType', 'None', ['2010', '2013', '2016']],
    ['EventData', { pairs: (cells['custom-data'] ?? []).map(pair) }, ['2010', '2013', '2016']],
    ['TransportTrafficType', text('transport-traffic-type'), ['2016']],
    ['SchemaVersion', text('schema-version'), ['2016']],
  ]
  return all.filter(
    ([, , versions]) => versions === undefined || versions.includes(version)
  ).map(([name, value]) => [name, value])
}

/** `S:DeliveryPriority=Normal` to its key and value. */
const pair = (member: string): readonly [string, string] => {
  const text = member.slice(member.indexOf(':') + 1)
  const equals = text.indexOf('=')
  return [text.slice(0, equals), text.slice(equals + 1)]
}
