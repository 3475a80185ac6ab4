// The columns of message tracking logs by generation of Exchange (exchange-domain.md §1).

const exchange2007 = [
  'date-time', 'client-ip', 'client-hostname', 'server-ip', 'server-hostname', 'source-context', 'connector-id',
  'source', 'event-id', 'internal-message-id', 'message-id', 'recipient-address', 'recipient-status', 'total-bytes',
  'recipient-count', 'related-recipient-address', 'reference', 'message-subject', 'sender-address', 'return-path',
  'message-info',
]

const exchange2010 = [...exchange2007,
  'directionality', 'tenant-id', 'original-client-ip', 'original-server-ip', 'custom-data']

const exchange2013 = exchange2010.flatMap(name => name === 'message-id' ? [name, 'network-message-id'] : [name])

const exchange2016 = [...exchange2013, 'transport-traffic-type', 'log-id', 'schema-version']

const generations = [exchange2007, exchange2010, exchange2013, exchange2016]

/** The columns of a log without a `#Fields:` line, by the number of cells in a row: 21, 26, 27 or 30. */
export const columnsOfGeneration = (count: number): readonly string[] | undefined =>
  generations.find(columns => columns.length === count)

/** How a row begins: always UTC, invariant of culture. */
export const startsWithTime = (line: string): boolean =>
  /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?Z,/.test(line)
