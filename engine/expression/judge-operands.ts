// Operands that make an operator fail for every row, or never mean what is written.
import type { FieldType } from '../spec/field.ts'
import { type Judging, wrong } from './judge.ts'
import type { Known } from './known.ts'
import { type At, arithmetics, comparisons, type Expression, type Operator } from './tree.ts'
import { shortly } from './written.ts'

type Operand = readonly [node: Expression, known: Known]

/** Reports what is wrong with the operands, at the operator. */
export function judgeOperands(operator: Operator, at: At, operands: readonly Operand[], { report }: Judging): void {
  const list = operands.find(([, known]) => known.list)
  const other = operands.find(operand => operand !== list)
  if (operator === 'in') {
    judgeMember(at, operands, report)
    return
  }
  if (operator === '&' && list) {
    const hint = `write $join(${shortly(list[0])}, ", ")`
    report({ ...wrong(at, '`&` writes a list as JSON, with brackets and quotes', hint), severity: 'warning' })
    return
  }
  if (operator === '=' || operator === '!=') {
    if (list && other && !other[1].list) {
      report(wrong(at, `\`${operator}\` compares a list with one value`, memberHint(operator, list[0], other[0])))
    } else if (!list) {
      reportNull(operator, at, operands, report)
      reportTypes(operator, at, operands, report)
    }
    return
  }
  if (list && (isIn(operator, comparisons) || isIn(operator, arithmetics))) {
    const hint = `write $count(${shortly(list[0])}) for the number of its members`
    report(wrong(at, `\`${operator}\` cannot work with a list`, hint))
    return
  }
  if (isIn(operator, comparisons)) reportTypes(operator, at, operands, report)
  if (isIn(operator, arithmetics)) {
    const text = operands.find(isText)
    if (!text) return
    const hint = `write $number(${shortly(text[0])}), or & to put texts together`
    report(wrong(at, `\`${operator}\` needs numbers, and a text stands beside it`, hint))
  }
}

function judgeMember(at: At, [one, list]: readonly Operand[], report: Judging['report']): void {
  if (one![1].list) {
    const hint = `write $count($filter(${shortly(one![0])}, function($x){ $x in ${shortly(list![0])} })) > 0`
    report(wrong(at, '`in` asks for one value, and a list stands before it', hint))
  } else if (!list![1].list && !list![1].blank) {
    const [own, text] = [shortly(one![0]), shortly(list![0])]
    const hint = `write $contains(${text}, ${own}) for a part of it, or ${own} = ${text}`
    report({ ...wrong(at, '`in` looks among the members of a list, and one value stands behind it', hint), severity: 'warning' })
  }
}

const isIn = (operator: Operator, all: readonly string[]): boolean => all.includes(operator)

function memberHint(operator: '=' | '!=', list: Expression, other: Expression): string {
  const blank = other.kind === 'literal' && (other.value === '' || other.value === null)
  if (blank) return `write $count(${shortly(list)}) ${operator} 0`
  const member = `${shortly(other)} in ${shortly(list)}`
  return operator === '=' ? `write ${member}` : `write $not(${member})`
}

/** No field is ever null. */
function reportNull(operator: '=' | '!=', at: At, operands: readonly Operand[], report: Judging['report']): void {
  const isNull = ([node]: Operand): boolean => node.kind === 'literal' && node.value === null
  const other = operands.find(operand => !isNull(operand))
  if (!other || !operands.some(isNull)) return
  const hint = `write ${shortly(other[0])} ${operator} ""`
  report({ ...wrong(at, 'nothing is ever null: a blank is an empty text', hint), severity: 'warning' })
}

/** A field of integers, or of true and false, beside a literal of another type: never equal, and without order. */
function reportTypes(operator: Operator, at: At, operands: readonly Operand[], report: Judging['report']): void {
  const field = operands.find(([node]) => node.kind === 'field')
  const other = operands.find(([node]) => node.kind === 'literal')
  if (!field || !other || field[1].blank || other[1].blank) return
  const [has, given] = [valueType(field[1].type), typeof (other[0] as { readonly value?: unknown }).value]
  if (has === given) return
  const type = field[1].type === 'number' ? 'number, whose cells are text,' : field[1].type
  const message = `\`${operator}\` compares a field of type ${type} with a ${words[given] ?? given}`
  const decimals = field[1].type === 'number' && given === 'number'
  const hint = decimals ? `write $number(${shortly(field[0])})` : typeHint(has, shortly(other[0]))
  report(wrong(at, message, hint))
}

const words: Readonly<Record<string, string>> = { string: 'text', number: 'number', boolean: 'boolean' }

const valueType = (type: FieldType): 'number' | 'boolean' | 'string' =>
  type === 'integer' ? 'number' : type === 'boolean' ? 'boolean' : 'string'

function typeHint(wanted: 'number' | 'boolean' | 'string', other: string): string {
  if (wanted === 'string') return `write "${other}" in quotes`
  return wanted === 'number' ? 'write the number without quotes' : 'write true or false without quotes'
}

/** A text literal, or a field whose cells are texts; other texts may come from numbers. */
export function isText([node, { type, list, blank }]: Operand): boolean {
  if (node.kind === 'literal') return typeof node.value === 'string'
  return node.kind === 'field' && !list && !blank && valueType(type) === 'string'
}
