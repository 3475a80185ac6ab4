// What a generator knows of a field: enough to write rules that pass the check most of the time.
export type Known = {
  readonly type: 'text' | 'integer' | 'number' | 'boolean' | 'time' | 'local-time' | 'date' | 'id' | 'account' | 'pseudonym'
  readonly list: boolean
  readonly mark: 'open' | 'pseudonym' | 'sensitive' | 'identity'
  /** The values are a closed list. */
  readonly bounded?: boolean
  /** An expression made it of something private: nothing but hash lowers its mark any more. */
  readonly fixed?: boolean
}
export type Fields = ReadonlyMap<string, Known>

const order = ['open', 'pseudonym', 'sensitive', 'identity'] as const
export const highest = (all: readonly Known['mark'][]): Known['mark'] => order[Math.max(0, ...all.map(mark => order.indexOf(mark)))]!

export const isPrivate = ({ mark }: Pick<Known, 'mark'>): boolean => mark === 'sensitive' || mark === 'identity'
/** What is left of a field in the hands of a step that makes it open where it can. */
export const opened = ({ list, mark, fixed }: Known): Known => fixed
  ? { type: 'text', list, mark, fixed } : { type: 'text', list, mark: 'open', bounded: true }
/** May stand in a column without a word. */
export const mayLeave = ({ mark, type, bounded }: Known): boolean =>
  mark === 'pseudonym' ? type === 'pseudonym' : mark === 'open' && (bounded === true || ['integer', 'number', 'boolean', 'time', 'local-time', 'date'].includes(type))
export const mayHash = ({ mark, type }: Known): boolean => mark !== 'pseudonym' && (mark !== 'identity' || type === 'account' || type === 'id')
