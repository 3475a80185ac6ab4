// The rows emails.csv must hold, from what the flows know, never from what the rows look like.
import type { Evidence, LogKind, LogRow } from './log-row.ts'
import { logKinds } from './log-row.ts'

/** A row of `emails.csv` before hashing; `when` is UTC, `yyyy-MM-dd HH:mm:ss.fff`. */
export type Truth = Evidence & { readonly when: string }

/** One log of one server, rows in the order they were written. */
export type Log = { readonly kind: LogKind, readonly rows: readonly LogRow[] }
export type Server = { readonly name: string, readonly logs: readonly Log[] }

/**
 * One row for each (message, sender, recipient): the first in input order, which decides `when`. Input order is the
 * order
 * of file names, then of rows: server name, kind of log, day. The raw logs are written as
 * `SERVER/KINDyyyyMMddHH-1.LOG` and the exports as one `SERVER.*` with the same rows in the same order, so all formats
 * have one truth. A mail that leaves through an Edge server is proven twice: `EDGE01` comes before `EX01`, and its own
 * time is the one written; `GATE01` comes after.
 */
export const truthOf = (servers: readonly Server[]): readonly Truth[] => {
  const first = new Map<string, Truth>()
  for (const { time, evidence } of inInputOrder(servers)) {
    for (const one of evidence) {
      const key = JSON.stringify([one.message, one.from, one.to])
      if (!first.has(key)) first.set(key, { ...one, when: new Date(time).toISOString().replace('T', ' ').slice(0, -1) })
    }
  }
  return [...first.values()]
}

/** All rows, as a reader meets them that takes files in name order. */
export const inInputOrder = (servers: readonly Server[]): readonly LogRow[] =>
  servers.toSorted((one, other) => one.name < other.name ? -1 : 1).flatMap(rowsOf)

/** The rows of one server, kinds of log in the order of their names. */
export const rowsOf = ({ logs }: Server): readonly LogRow[] =>
  logKinds.flatMap(kind => logs.filter(log => log.kind === kind).flatMap(({ rows }) => rows))
