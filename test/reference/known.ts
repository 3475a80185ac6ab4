// What a generator knows of a field: enough to write rules that pass the check most of the time.
export type Known = {
  readonly type: 'text' | 'integer' | 'number' | 'boolean' | 'time' | 'local-time' | 'date' | 'id' | 'account' | 'pseudonym'
  readonly list: boolean
  readonly mark: 'open' | 'pseudonym' | 'sensitive' | 'identity'
  /** The values are a closed list. */
  readonly bounded?: boolean
}
export type Fields = ReadonlyMap<string, Known>

const order = ['open', 'pseudonym', 'sensitive', 'identity'] as const
export const highest = (all: readonly Known['mark'][]): Known['mark'] => order[Math.max(0, ...all.map(mark => order.indexOf(mark)))]!

export const isPrivate = ({ mark }: Known): boolean => mark === 'sensitive' || mark === 'identity'
/** May stand in a column without a word. */
export const mayLeave = ({ mark, type, bounded }: Known): boolean =>
  mark === 'pseudonym' ? type === 'pseudonym' : mark === 'open' && (bounded === true || ['integer', 'number', 'boolean', 'time', 'local-time', 'date'].includes(type))
export const mayHash = ({ mark, type }: Known): boolean => mark !== 'pseudonym' && (mark !== 'identity' || type === 'account' || type === 'id')
