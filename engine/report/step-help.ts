// A step and a function explained at a terminal, from their declarations.
import { type ExpressionFunction, signature } from '../expression/functions/declaration.ts'
import { each, isFree, listed } from '../spec/option.ts'
import { takes, yamlOf } from '../spec/step-text.ts'
import type { Example, Step } from '../spec/step.ts'
import { twoColumns, wrapped } from './wrapped.ts'

/** What a type of step does, takes and does to privacy, with its examples; prose of at most `width` columns. */
export const stepHelp = (step: Step, width: number): string => text([
  `${step.name}: a type of step`, '', ...wrapped(step.summary, width), ...wrapped(`Privacy: ${step.privacy}`, width),
  '', 'Options:', '', ...twoColumns(Object.entries(step.options).map(([name, option]) =>
    [free[name] ?? name, `${option.about} Takes ${takes(option).replaceAll('`', '')}${isNeeded(name, step) ? '; required' : ''}.`] as const), width),
  ...step.either ? ['', ...wrapped(`Write ${step.either.map(names => names.join(' with ')).join(', or ')}.`, width)] : [],
  ...step.examples.flatMap(example => ['', `${example.title}:`, '', ...exampleLines(step, example).map(line => `    ${line}`)]),
])

/** What a function takes, gives and does to privacy, with its examples; prose of at most `width` columns. */
export const functionHelp = (one: ExpressionFunction, width: number): string => text([
  `$${one.name}: a function of expressions`, '', signature(one), '', ...wrapped(one.summary, width),
  ...one.lowers ? wrapped(`Privacy: the result is ${one.lowers.to}: ${one.lowers.why}`, width) : [],
  ...one.examples.length > 0 ? ['', 'Examples:', ''] : [],
  ...one.examples.map(({ expression, gives }) => `    ${expression}  →  ${JSON.stringify(gives)}`),
])

const free: Readonly<Record<string, string>> = { [each]: 'any name', [listed]: 'any name' }

const isNeeded = (name: string, { options }: Step): boolean =>
  !isFree(name) && !options[name]!.optional && options[name]!.otherwise === undefined

const exampleLines = (step: Step, { options, given, expect }: Example): readonly string[] =>
  [...yamlOf(step, options).split('\n'), '', ...given.map(row => JSON.stringify(row)), '→', ...expect.map(row => JSON.stringify(row))]

const text = (lines: readonly string[]): string => lines.map(line => `${line.trimEnd()}\n`).join('')
