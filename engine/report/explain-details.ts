// What a step looked at, as lines: a table of fields, and the parts of an expression as a tree.
import type { Reason } from '../explain/condition.ts'
import type { Detail } from '../explain/story.ts'
import type { Paint } from './paint.ts'
import { cut, padded, widthOf } from './table.ts'

export type Page = { readonly indent: string, readonly width: number, readonly paint: Paint }

/** Longer values are cut; stand-ins never are. */
export const longest = 60

type FieldDetail = Extract<Detail, { readonly kind: 'field' }>

/**
 * The details of a step; `ends` where the row goes no further for them. Fields stand in one table, and so does what a field is
 * set to without a choice.
 */
export function detailLines(details: readonly Detail[], ends: boolean, page: Page): readonly string[] {
  const { indent, width, paint } = page
  const plain = details.map(asField)
  const fields = plain.flatMap(detail => detail.kind === 'field' ? [detail] : [])
  const wide = Math.max(0, ...fields.map(({ field }) => widthOf(field)))
  const wideChange = Math.max(0, ...fields.map(detail => widthOf(changeText(detail))))
  return plain.flatMap((detail): readonly string[] => {
    switch (detail.kind) {
      case 'note': return [cut(`${indent}${detail.text}`, width)]
      case 'reason': return reasonLines(detail.reason, detail.field, ends, page)
      case 'field': {
        const mark = detail.decides ? paint('red', '>') : ' '
        const line = `${indent.slice(2)}${mark} ${padded(detail.field, wide)}  ${padded(changeText(detail), wideChange)}`
        return withRemark(line, indent.length + wide + 2 + wideChange, detail.because ?? '', indent.length + wide + 2, page)
      }
    }
  })
}

const changeText = ({ before, after }: FieldDetail): string => [before, after].flatMap(one => one === undefined ? [] : [cut(one, longest)]).join(' → ')

const asField = (detail: Detail): Detail => detail.kind !== 'reason' || detail.field === undefined || detail.reason.parts.length > 0 ? detail : {
  kind: 'field', field: detail.field, after: detail.reason.value ?? '',
  because: [`= ${cut(detail.reason.text, longest)}`, factsText(detail.reason)].filter(one => one !== '').join('; '),
}

/** A remark behind a line that has `used` columns, or below it, `deep` columns in. */
function withRemark(line: string, used: number, remark: string, deep: number, { width, paint }: Page): readonly string[] {
  if (remark === '') return [line]
  return widthOf(remark) <= width - used - 2 ? [`${line}  ${paint('dim', remark)}`]
    : [line, `${' '.repeat(deep)}${paint('dim', cut(remark, width - deep))}`]
}

type Line = { readonly value: string, readonly text: string, readonly facts: string, readonly decides: boolean }

/** A line for a condition and one for each of its parts; of what a field is set to, the field with its value stands first. */
function reasonLines(reason: Reason, field: string | undefined, ends: boolean, page: Page): readonly string[] {
  if (field === undefined) return lineLines(treeLines(reason, '', ''), ends, page)
  return [`${page.indent}${field}  ${reason.value ?? ''}`, ...lineLines(childLines(reason, ''), ends, { ...page, indent: `${page.indent}  ` })]
}

function lineLines(lines: readonly Line[], ends: boolean, page: Page): readonly string[] {
  const { indent, width, paint } = page
  const wideValue = Math.max(...lines.map(({ value }) => widthOf(value)))
  const deep = indent.length + wideValue + 2
  const shown = lines.map(line => ({ ...line, text: cut(line.text, width - deep) }))
  // Facts stand in a column behind all texts but the longest.
  const wide = Math.max(0, ...shown.map(({ text, facts }) => facts === '' || widthOf(text) > (width - deep) / 2 ? 0 : widthOf(text)))
  return shown.flatMap(({ value, text, facts, decides }) => {
    const own = facts === '' ? text : padded(text, wide)
    const mark = decides ? paint(ends ? 'red' : 'green', '>') : ' '
    return withRemark(`${indent.slice(2)}${mark} ${padded(value, wideValue)}  ${own}`, deep + widthOf(own), facts, deep + 4, page)
  })
}

/** What only joins its parts has its word for text, and is marked through them. */
function treeLines(reason: Reason, before: string, branch: string): readonly Line[] {
  const { joins, text, value = 'not asked', parts, decides } = reason
  const own: Line = {
    value, text: `${before}${branch}${joins === undefined || joins === 'choice' ? text : joins}`, facts: factsText(reason), decides: decides && parts.length === 0,
  }
  return [own, ...childLines(reason, `${before}${branch === '' ? '' : branch.startsWith('└') ? '  ' : '│ '}`)]
}

const childLines = ({ parts }: Reason, before: string): readonly Line[] =>
  parts.flatMap((part, index) => treeLines(part, before, index === parts.length - 1 ? '└ ' : '├ '))

/** What a part looks at; why it fails stands there too, unless a part of it tells that. */
const factsText = ({ facts, text, failure, parts }: Reason): string => [
  ...failure === undefined || parts.some(part => part.failure !== undefined) ? [] : [failure],
  ...facts.filter(fact => fact.text !== text && !fact.value.startsWith('nothing: ')).map(fact => `${cut(fact.text, longest)} is ${cut(fact.value, longest)}`),
].join(', ')
