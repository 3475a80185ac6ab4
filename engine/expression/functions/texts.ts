// Functions of texts, as jsonata 2.2.2 has them (functions.js, MIT licence). Characters are code points.
import { fail } from '../failed.ts'
import { limits } from '../limits.ts'
import type { Matcher } from '../pattern.ts'
import { stringify, type Value } from '../values.ts'
import { boolean, type ExpressionFunction, integer, text, texts } from './declaration.ts'
import { replace } from './replacement.ts'

type Text = string | undefined
const one = [{ name: 'text', takes: 'text' }] as const

export const textFunctions: readonly ExpressionFunction[] = [
  {
    name: 'string',
    summary: 'The value as text: numbers to 15 digits, lists as JSON.',
    parameters: [{ name: 'value', takes: 'any' }],
    examples: [
      { expression: '$string(1/3)', gives: '0.333333333333333' },
      { expression: '$string([1, "a"])', gives: '[1,"a"]' },
    ],
    gives: text,
    run: stringify,
  },
  {
    name: 'length',
    summary: 'The number of characters.',
    parameters: one,
    examples: [{ expression: '$length("abc")', gives: 3 }, { expression: '$length("😀")', gives: 1 }],
    gives: integer,
    run: (value: Text) => value === undefined ? undefined : Array.from(value).length,
  },
  {
    name: 'substring',
    summary: 'The characters from `start` (from 0; negative counts from the end), all or at most `length`.',
    parameters: [...one, { name: 'start', takes: 'number' }, { name: 'length', takes: 'number', optional: true }],
    examples: [
      { expression: '$substring("2023-06-01", 0, 4)', gives: '2023' },
      { expression: '$substring("abc", -2)', gives: 'bc' },
    ],
    gives: text,
    run: substring,
  },
  {
    name: 'substringBefore',
    summary: 'What stands before the first occurrence; the whole text where there is none.',
    parameters: [...one, { name: 'characters', takes: 'text' }],
    examples: [{ expression: '$substringBefore("anna@example.com", "@")', gives: 'anna' }],
    gives: text,
    run: (value: Text, characters: Text) => {
      const at = value === undefined ? -1 : value.indexOf(String(characters))
      return at < 0 ? value : value?.slice(0, at)
    },
  },
  {
    name: 'substringAfter',
    summary: 'What stands after the first occurrence; the whole text where there is none.',
    parameters: [...one, { name: 'characters', takes: 'text' }],
    examples: [{ expression: '$substringAfter("anna@example.com", "@")', gives: 'example.com' }],
    gives: text,
    run: (value: Text, characters: Text) => {
      const at = value === undefined ? -1 : value.indexOf(String(characters))
      // Without characters JSONata looks for "undefined", and then fails to measure what is missing.
      return at < 0 ? value : value?.slice(at + (characters ?? fail('wrong-type')).length)
    },
  },
  {
    name: 'lowercase',
    summary: 'The text in lower case.',
    parameters: one,
    examples: [{ expression: '$lowercase("Anna@Example.COM")', gives: 'anna@example.com' }],
    gives: text,
    run: (value: Text) => value?.toLowerCase(),
  },
  {
    name: 'uppercase',
    summary: 'The text in upper case.',
    parameters: one,
    examples: [{ expression: '$uppercase("deliver")', gives: 'DELIVER' }],
    gives: text,
    run: (value: Text) => value?.toUpperCase(),
  },
  {
    name: 'trim',
    summary: 'The text without blanks around it, and with single blanks in it.',
    parameters: one,
    examples: [{ expression: '$trim("  a \\n b ")', gives: 'a b' }],
    gives: text,
    run: (value: Text) => value?.replaceAll(/[ \t\n\r]+/g, ' ').replace(/^ /, '').replace(/ $/, ''),
  },
  {
    name: 'contains',
    summary: 'Whether the text has the characters, or something the regular expression matches.',
    parameters: [...one, { name: 'pattern', takes: 'pattern' }],
    examples: [
      { expression: '$contains("RE: lunch", "lunch")', gives: true },
      { expression: '$contains("svc-backup", /^SVC[-_]/i)', gives: true },
    ],
    gives: boolean,
    run: (value: Text, pattern: Text | Matcher) => {
      if (value === undefined || pattern === undefined) return undefined
      return typeof pattern === 'string' ? value.includes(pattern) : pattern.test(value)
    },
  },
  {
    name: 'split',
    summary: 'The parts between separators, all or the first `limit`.',
    parameters: [...one, { name: 'separator', takes: 'pattern' }, { name: 'limit', takes: 'number', optional: true }],
    examples: [
      { expression: '$split("a;b;c", ";", 2)', gives: ['a', 'b'] },
      { expression: '$split("a, b;c", /[,;] */)', gives: ['a', 'b', 'c'] },
    ],
    gives: texts,
    run: split,
  },
  {
    name: 'join',
    summary: 'The texts as one, with the separator between them.',
    parameters: [{ name: 'texts', takes: 'texts' }, { name: 'separator', takes: 'text', optional: true }],
    examples: [{ expression: '$join(["a", "b"], "; ")', gives: 'a; b' }],
    gives: text,
    run: join,
  },
  {
    name: 'replace',
    summary: 'The text with `replacement` for all matches or the first `limit`. '
      + 'In it `$1` is a group, `$0` the match, `$$` a `$`.',
    parameters: [
      ...one, { name: 'pattern', takes: 'pattern' }, { name: 'replacement', takes: 'text' },
      { name: 'limit', takes: 'number', optional: true },
    ],
    examples: [
      { expression: '$replace("a.b.c", ".", "/")', gives: 'a/b/c' },
      { expression: '$replace("Kim, Anna", /(\\w+), (\\w+)/, "$2 $1")', gives: 'Anna Kim' },
    ],
    gives: text,
    run: replace,
  },
]

function substring(value: Text, start: number | undefined, length: number | undefined): Text {
  if (value === undefined) return undefined
  const characters = Array.from(value)
  const from = start !== undefined && characters.length + start < 0 ? 0 : start
  if (length === undefined) return characters.slice(from).join('')
  if (length <= 0) return ''
  const origin = from ?? NaN
  return characters.slice(from, origin >= 0 ? origin + length : characters.length + origin + length).join('')
}

function split(value: Text, separator: Text | Matcher, limit: number | undefined): Value {
  if (value === undefined) return undefined
  if (limit !== undefined && limit < 0) fail('wrong-type')
  if (limit !== undefined && !(limit > 0)) return []
  if (typeof separator === 'string') return value.split(separator, limit)
  if (separator === undefined) return fail('wrong-type')
  const parts: string[] = []
  let from = 0
  for (const match of separator.matches(value)) {
    if (parts.length >= (limit ?? Infinity)) break
    parts.push(value.slice(from, match.start))
    from = match.end
  }
  if (parts.length < (limit ?? Infinity)) parts.push(value.slice(from))
  return parts
}

function join(all: readonly string[] | undefined, separator: Text): Text {
  if (all === undefined) return undefined
  const between = separator ?? ''
  let length = between.length * Math.max(0, all.length - 1)
  for (const member of all) length += member.length
  return length > limits.text ? fail('too-long') : all.join(between)
}
