// The rule file of a customer as text.
import { lineOf } from '../spec/snippets.ts'
import { type Changes, type InputChanges, type Reasoned, isEmpty } from './changes.ts'

export type OverlayParts = {
  /** Paths from the folder of the new file on, with forward slashes. */
  readonly schema?: string
  readonly base: string
  /** A library of the customer's own. */
  readonly include?: string
  readonly about?: string
  readonly changes: Changes
  /** A test as plain values, by its title. */
  readonly test?: readonly [string, Readonly<Record<string, unknown>>]
}

/** Lines of YAML in the style of this project; comments say why a value stands there. */
export function overlayText({ schema, base, include, about, changes, test }: OverlayParts): string {
  const inputs = [...changes.inputs].filter(([, change]) => !isEmpty(change))
  return [
    ...schema === undefined ? [] : [`# yaml-language-server: $schema=${schema}`],
    'version: 1',
    ...about === undefined ? [] : [`about: ${about}`],
    `extends: ${lineOf(base)}`,
    ...include === undefined ? [] : [`include: [${lineOf(include)}]`],
    ...changes.params.size > 0 ? ['', 'params:', ...aligned([...changes.params], '  ')] : [],
    ...inputs.length > 0 ? ['', 'inputs:', ...inputs.flatMap(([name, change]) => [`  ${name}:`, ...inputLines(change)])] : [],
    ...test ? ['', 'tests:', ...testLines(...test)] : [],
    '',
  ].join('\n')
}

export function inputLines({ encoding, zone, dates, fields }: InputChanges): readonly string[] {
  const own = Object.entries({ encoding, zone, dates }).flatMap(([key, value]) => value ? [[key, value] as const] : [])
  const columns = [...fields].map(([field, { value, why }]) => [field, { value: { from: [value] }, ...(why === undefined ? {} : { why }) }] as const)
  return [...aligned(own, '    '), ...columns.length > 0 ? ['    fields:', ...aligned(columns, '      ')] : []]
}

/** One key a line, values and comments below each other. */
export function aligned(entries: readonly (readonly [string, Reasoned<unknown>])[], indent: string): readonly string[] {
  const keys = Math.max(0, ...entries.map(([key]) => key.length + 1))
  const lines = entries.map(([key, { value, why }]) => ({ text: `${indent}${`${key}:`.padEnd(keys)} ${lineOf(value)}`, why }))
  const width = Math.max(0, ...lines.filter(({ why }) => why !== undefined).map(({ text }) => text.length))
  return lines.map(({ text, why }) => why === undefined ? text : `${text.padEnd(width)}   # ${why}`)
}

/** Each row of a list on a line of its own; tables as they are. */
export function testLines(title: string, test: Readonly<Record<string, unknown>>): readonly string[] {
  return [`  ${lineOf(title)}:`, ...Object.entries(test).flatMap(([key, value]) => {
    if (typeof value === 'string' && value.includes('\n')) return [`    ${key}: |`, ...value.trimEnd().split('\n').map(line => `      ${line}`)]
    if (!Array.isArray(value) || value.length < 2) return [`    ${key}: ${lineOf(value)}`]
    return [`    ${key}:`, ...value.map(row => `      - ${lineOf(row)}`)]
  })]
}
