// Kinds of account that no step deals with: most often a misspelt one, whose accounts would be written as persons are.
import { nearest } from '../diagnostics/nearest.ts'
import { correction } from '../diagnostics/suggestion.ts'
import { kindsAsked } from '../expression/kinds.ts'
import type { Expression } from '../expression/parse.ts'
import { entriesOf, itemsOf, pick } from '../load/pick.ts'
import type { Loaded } from '../load/rules.ts'
import type { Entry, Tree } from '../load/tree.ts'
import type { StepPlan } from '../plan/plan.ts'
import { each, listed } from '../spec/option.ts'
import { steps as stepTypes } from '../steps/index.ts'
import type { Checker } from './checker.ts'
import { builtInKinds } from './lookups.ts'
import { readOptions } from './options.ts'

/**
 * Reports each kind that neither a step nor an expression names and that what the file starts from does not have.
 * Libraries may have kinds that only some of their pipelines name, and a step that was turned off has named its own.
 * Nothing is reported where a step can deal with any kind, as `lookup` with `take: kind` does.
 */
export function checkKinds(lookups: Tree | undefined, steps: readonly StepPlan[], own: Loaded['own'], checker: Checker): void {
  const named: string[] = []
  for (const step of [...steps, ...checker.withdrawn.flatMap(({ before }) => formerStep(before, checker))]) {
    const kinds = kindsNamedBy(step, checker)
    if (!kinds) return
    named.push(...kinds)
  }
  const given = new Set([...builtInKinds, ...entriesOf(lookups).flatMap(({ value }) => itemsOf(pick(value, 'kinds')).flatMap(entriesOf)).map(({ key }) => key)])
  // A step that misspells the kind is reported where it does.
  const misspelt = (kind: string): boolean => !given.has(nearest(kind, named) ?? kind)
  const libraries = new Set(own.filter(({ kind }) => kind === 'library').map(({ file }) => file))
  for (const { value } of entriesOf(lookups)) {
    const rules = itemsOf(pick(value, 'kinds')).flatMap(entriesOf)
    rules.forEach((rule, index) => {
      // Rules of an overlay stand before those of its base.
      const inherited = rules.slice(index + 1).filter(({ keyAt }) => keyAt.file !== rule.keyAt.file).map(({ key }) => key)
      if (libraries.has(rule.keyAt.file) || [...builtInKinds, ...named, ...inherited].includes(rule.key) || misspelt(rule.key)) return
      reportUnnamed(rule, [...new Set([...named, ...inherited, ...builtInKinds])], checker)
    })
  }
}

function reportUnnamed({ key, keyAt }: Entry, known: readonly string[], checker: Checker): void {
  const near = nearest(key, known)
  checker.report({
    code: 'unknown-kind', severity: 'error', place: keyAt,
    message: `no step names the kind "${key}", so its accounts would be written as persons are`,
    hint: near === undefined ? `name it under \`accounts\` of a drop step; kinds that are named: ${known.join(', ')}` : `did you mean "${near}"?`,
    ...correction(key, known),
  })
}

type Naming = Pick<StepPlan, 'type' | 'options'>

function formerStep(before: Tree, checker: Checker): readonly Naming[] {
  const [entry] = entriesOf(before)
  const type = stepTypes.find(step => step.name === entry?.key)
  const read = type && readOptions(type, entry?.value, { ...checker, report: () => {} })
  return type && read?.sound ? [{ type: type.name, options: read.values }] : []
}

/** Undefined where the step can deal with any kind. */
function kindsNamedBy({ type, options }: Naming, { params }: Checker): readonly string[] | undefined {
  if (type === 'lookup' && options['take'] === 'kind') return undefined
  const named: string[] = []
  for (const [name, { role }] of Object.entries(stepTypes.find(step => step.name === type)!.options)) {
    const value = options[name]
    if (value === undefined) continue
    if (role === 'words') named.push(...Object.keys(value as Readonly<Record<string, string>>))
    if (role === 'kinds') {
      // A parameter without a value can still be set to any kind.
      if ((value as readonly string[]).length === 0) return undefined
      named.push(...value as readonly string[])
    }
    for (const expression of role === 'expression' ? expressionsOf(name, value) : []) {
      const asked = kindsAsked(expression, params)
      if (!asked) return undefined
      named.push(...asked)
    }
  }
  return named
}

/** All expressions of an option, which stand by themselves, in a map, or in maps of a list. */
function expressionsOf(name: string, value: unknown): readonly Expression[] {
  if (name === each) return Object.values(value as Readonly<Record<string, Expression>>)
  return name === listed ? (value as readonly Readonly<Record<string, Expression>>[]).flatMap(Object.values) : [value as Expression]
}
