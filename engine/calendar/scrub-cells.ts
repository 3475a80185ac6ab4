// What scrub-recurrence and scrub-event-id share: single cells of text, and a count of those of no known form.
import type { Field, FieldType, Shape } from '../spec/field.ts'
import { type Action, type Flow, type Remark, type Work, loweredField, withFields } from '../spec/step.ts'
import { withLast } from '../run/remember.ts'

export type Scrubbed = { readonly text: string, readonly odd: boolean }

const textual: readonly FieldType[] = ['text', 'word', 'id', 'message-id', 'recurrence', 'event-id']

/** What a scrub makes of a field: its type and mark, and the reason for them. */
export type Result = Pick<Field, 'type' | 'mark'> & { readonly reason: string }

/** The shape after a scrub; what was read before is of no matter any more, so the reason is its whole trail. */
export function scrubbedShape(names: readonly string[], flow: Flow, { type, mark, reason }: Result): Shape {
  return withFields(flow.shape, names.flatMap((name, index): [string, Field][] => {
    const field = flow.field(name, 'fields', index)
    if (!field) return []
    if (!field.broken && (field.list || !textual.includes(field.type))) {
      flow.problem('wrong-field-type', `"${name}" is ${field.list ? 'a list' : field.type}, not a single text`, undefined, 'fields', index)
    }
    return [[name, loweredField(field, mark, flow.place('fields', index), `${name} ${reason}`, { type, list: false })]]
  }))
}

/**
 * Scrubs the cells of fields, and says at the end how many were odd: cells, not distinct values, which is why this is no
 * function of one value. Rows of one series follow each other, so the last cell is remembered.
 */
export function scrubCells(
  names: readonly string[], work: Work, scrub: (text: string) => Scrubbed, remark: (odd: number) => Remark,
): Action {
  const cells = names.map(name => ({ slot: work.slot(name), scrubbed: withLast(cell => scrub(cell as string)) }))
  let odd = 0
  work.atEnd(() => odd === 0 ? undefined : remark(odd))
  return {
    rows: next => row => {
      for (const { slot, scrubbed } of cells) {
        const result = scrubbed(row[slot]!)
        row[slot] = result.text
        if (result.odd) odd++
      }
      next(row)
    },
  }
}
