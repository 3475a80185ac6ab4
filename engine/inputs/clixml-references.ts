// What `<Ref RefId="…"/>` points back to.
import type { ClixmlValue } from './clixml-cells.ts'

/**
 * Values by their RefId. Bounded, so that memory stays flat however long the file: beyond `limit` characters the value
 * that was neither made nor used for the longest time is forgotten, and `get` gives undefined for it.
 */
export const references = (limit = 4 * 1024 * 1024) => {
  const kept = new Map<string, ClixmlValue>()
  let size = 0
  const forget = (id: string) => {
    size -= sizeOf(kept.get(id))
    kept.delete(id)
  }
  const set = (id: string, value: ClixmlValue): void => {
    if (kept.has(id)) forget(id)
    kept.set(id, value)
    size += sizeOf(value)
    // A Map keeps the order in which keys were set: the first is the oldest.
    for (const oldest of kept.keys()) {
      if (size <= limit) break
      forget(oldest)
    }
  }
  return {
    set,
    get(id: string): ClixmlValue {
      const value = kept.get(id)
      if (value !== undefined) set(id, value)
      return value
    },
  }
}

/** About how many characters a value takes; each costs something even when it is blank. */
const sizeOf = (value: ClixmlValue): number => {
  if (typeof value !== 'object') return 64 + (value?.length ?? 0)
  return value.reduce((sum, member) => sum + 16 + (member?.length ?? 0), 64)
}
