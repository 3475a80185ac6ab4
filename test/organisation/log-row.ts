// A row of a message tracking log, and what it testifies to.

export type Version = '2007' | '2010' | '2013' | '2016'

const first = [
  'date-time', 'client-ip', 'client-hostname', 'server-ip', 'server-hostname', 'source-context', 'connector-id',
  'source', 'event-id', 'internal-message-id', 'message-id',
] as const
const middle = [
  'recipient-address', 'recipient-status', 'total-bytes', 'recipient-count', 'related-recipient-address', 'reference',
  'message-subject', 'sender-address', 'return-path', 'message-info',
] as const
const since2010 = ['directionality', 'tenant-id', 'original-client-ip', 'original-server-ip', 'custom-data'] as const
const since2016 = ['transport-traffic-type', 'log-id', 'schema-version'] as const

/** The columns of each generation, in log order (exchange-domain.md §1). */
export const columnsOf = {
  2007: [...first, ...middle],
  2010: [...first, ...middle, ...since2010],
  2013: [...first, 'network-message-id', ...middle, ...since2010],
  2016: [...first, 'network-message-id', ...middle, ...since2010, ...since2016],
} as const satisfies Record<Version, readonly string[]>

export type Column = typeof columnsOf[2016][number]
export type ListColumn = 'recipient-address' | 'recipient-status' | 'reference' | 'custom-data'

/**
 * The cells of a row as Exchange has them in memory: lists as lists, line breaks as line breaks; a column left out is
 * blank.
 */
export type Cells = { readonly [column in Exclude<Column, 'date-time' | ListColumn>]?: string }
  & { readonly [column in ListColumn]?: readonly string[] }

/** Somebody's mail really reached somebody: what one row of `emails.csv` must say, before hashing. */
export type Evidence = { readonly message: string, readonly from: string, readonly to: string }

export type LogRow = {
  /** UTC, milliseconds since 1970. */
  readonly time: number
  readonly cells: Cells
  /** What the row proves by the rule of exchange-domain.md §2; empty for rows that do not count. */
  readonly evidence: readonly Evidence[]
}

/**
 * Transport, mailbox delivery and mailbox submission (2013 on), mailbox role (2007 and 2010); exchange-domain.md §1.
 * Followed by a digit in a file name, they sort in this order.
 */
export const logKinds = ['MSGTRK', 'MSGTRKM', 'MSGTRKMD', 'MSGTRKMS'] as const
export type LogKind = typeof logKinds[number]

/** A row and the log it stands in. */
export type Entry = { readonly server: string, readonly kind: LogKind, readonly row: LogRow }
