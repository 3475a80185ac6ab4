// What became of records, for a machine.
import type { Explanation } from '../explain/explain.ts'

/** The stories as they are; steps that follow each other stand in one list, those of several rows of one under `next`. */
export const explainJson = ({ explained, stopped }: Explanation): unknown =>
  ({ records: explained, ...stopped ? { stopped: { code: stopped.diagnostic.code } } : {} })
