// Every kind of finding has a code of its own, stable across versions: tests, machines and people refer to them.
// Each is one record in `codes/`: what it means, why it matters, a bad and a good example.
import { columns } from './codes/columns.ts'
import { commandLine } from './codes/command-line.ts'
import { delivered } from './codes/delivered.ts'
import { delivery } from './codes/delivery.ts'
import type { Explained } from './codes/explained.ts'
import { expressions } from './codes/expressions.ts'
import { files } from './codes/files.ts'
import { names } from './codes/names.ts'
import { people } from './codes/people.ts'
import { privacy } from './codes/privacy.ts'
import { refused } from './codes/refused.ts'
import { rows } from './codes/rows.ts'
import { shape } from './codes/shape.ts'
import { tests } from './codes/tests.ts'

/** In the order of docs/codes.md. */
export const codeGroups: readonly { readonly title: string, readonly codes: Readonly<Record<string, Explained>> }[] = [
  { title: 'Rule files: text and shape', codes: shape },
  { title: 'Rule files: expressions', codes: expressions },
  { title: 'Rule files: names', codes: names },
  { title: 'Rule files: privacy', codes: privacy },
  { title: 'Rule files: tests', codes: tests },
  { title: 'Command line, keys and folders', codes: commandLine },
  { title: 'Inputs: files', codes: files },
  { title: 'Inputs: columns', codes: columns },
  { title: 'Runs that cannot deliver', codes: delivery },
  { title: 'Records that are refused', codes: refused },
  { title: 'Warnings of a run: who is who', codes: people },
  { title: 'Warnings of a run: rows, tables and folders', codes: rows },
  { title: 'What verify and convert find', codes: delivered },
]

export const codes = {
  ...shape, ...expressions, ...names, ...privacy, ...tests, ...commandLine, ...files, ...columns, ...delivery, ...refused, ...people, ...rows, ...delivered,
} as const

export type Code = keyof typeof codes
