// The way of one record through the rules, without what stood in it: two records with one path are treated alike.
import type { Account, Cell, Scalar } from '../../spec/field.ts'
import type { Watch } from '../../run/environment.ts'
import { type Origin } from '../trace.ts'
import { spot } from '../places.ts'

export type Path = {
  readonly watch: Watch
  /** What happened, in order; `step` names the step where that is. */
  readonly events: readonly { readonly text: string, readonly step?: string }[]
}

/**
 * Steps, verdicts and reasons; of every account its kind, whether it is inside and in the cloud, and which others are the
 * same; of other cells whether they are blank, and numbers and truth values as they are.
 */
export function pathOf(isFollowed: () => boolean): Path {
  const events: { text: string, step?: string }[] = []
  const persons = new Map<string, number>()
  const numberOf = (text: string): number => {
    if (!persons.has(text)) persons.set(text, persons.size)
    return persons.get(text)!
  }
  const shape = (cell: Cell): string => {
    if (Array.isArray(cell)) return `[${(cell as readonly Scalar[]).map(shape).join()}]`
    if (typeof cell === 'object') {
      const { kind, inside, remote, text } = cell as Account
      return `${kind}/${inside}/${remote}/${numberOf(text)}`
    }
    return typeof cell === 'string' ? cell === '' ? '-' : 'text' : String(cell)
  }
  const add = (text: string, step?: string): void => { if (isFollowed()) events.push({ text, ...(step === undefined ? {} : { step }) }) }
  return {
    events,
    watch: {
      enter(step) { add(`enter ${spot(step.place)}`, step.id) },
      leave(step, _, row) { add(`leave ${spot(step.place)} ${row.map(shape).join(' ')}`, step.id) },
      drop(step, _, reason) { add(`drop ${spot(step.place)} ${reason}`, step.id) },
      refuse(output, { code, step, field }) { add(`refuse ${output} ${code} ${step} ${field}`, step) },
      write(output, cells) { add(`write ${output} ${cells.map(cell => cell === '' ? '-' : words.has(cell) ? cell : 'text').join(' ')}`) },
    },
  }
}

const words = new Set(['external', 'internal', 'error'])

export const isFirst = (origin: Origin | undefined, input: string): boolean => origin?.input === input && origin.index === 0
