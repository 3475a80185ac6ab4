// What a rule file declares and nothing uses: whoever fills it in, or collects it, does so for nothing.
import type { Code } from '../diagnostics/codes.ts'
import { entriesOf, pick, textOf } from '../load/pick.ts'
import type { Loaded } from '../load/rules.ts'
import type { Entry, Tree } from '../load/tree.ts'
import { fieldsRead } from '../people/listing.ts'
import type { Plan } from '../plan/plan.ts'
import { allSteps, sourceInputs } from '../plan/steps.ts'
import { steps as stepTypes } from '../steps/index.ts'
import type { Checker } from './checker.ts'

/**
 * Warns of parameters, inputs, lookups and fields that the file itself declares. Those of a library may be for another
 * pipeline, those of a base for another customer. Every step of the plan must have been read.
 */
export function checkUnused({ file, merged }: Loaded, plan: Plan, checker: Checker): void {
  const own = (section: Tree | undefined): readonly Entry[] => entriesOf(section).filter(({ keyAt }) => keyAt.file === file)
  const warn = (code: Code, { key, keyAt }: Entry, what: string, hint: string): void => checker.report({
    code, severity: 'warning', place: keyAt, message: `${what} "${key}" is declared, and nothing uses it`, hint,
  })

  const params = paramsUsed(merged)
  for (const entry of own(pick(merged, 'params'))) {
    if (params.has(entry.key)) continue
    const uses = `\`{ param: ${entry.key} }\` or ${inExpression(entry.key)}`
    warn('unused-param', entry, 'parameter', `use it by ${uses}, or take it out`)
  }
  const lookups = lookupsUsed(plan)
  for (const entry of own(pick(merged, 'lookups'))) {
    if (!lookups.has(entry.key)) warn('unused-lookup', entry, 'lookup', 'name it under `in` of a step, or take it out')
  }
  const inputs = new Set([...sourceInputs(plan), ...[...plan.lookups.values()].map(lookup => lookup.from)])
  const fields = fieldsUsed(plan, pick(merged, 'outputs'))
  for (const entry of entriesOf(pick(merged, 'inputs'))) {
    if (inputs.has(entry.key)) {
      const lookedUp = [...plan.lookups.values()].filter(({ from }) => from === entry.key).flatMap(fieldsRead)
      for (const field of own(pick(entry.value, 'fields'))) {
        if (fields.has(field.key) || lookedUp.includes(field.key)) continue
        warn('unused-field', field, 'field', 'take it out, so that its column is not read; or let a step or column use it')
      }
    } else if (entry.keyAt.file === file) {
      warn('unused-input', entry, 'input', 'read it by `from` of an output or lookup, or take it out')
    }
  }
}

/** Names in `{ param: … }` and `$params.…` anywhere but in the declarations and tests. */
function paramsUsed(merged: Tree): ReadonlySet<string> {
  const found = new Set<string>()
  const collect = (tree: Tree): void => {
    if (tree.kind === 'scalar') {
      for (const [, quoted, plain] of String(tree.value).matchAll(inExpressions)) found.add(quoted ?? plain!)
    } else if (tree.kind === 'list') tree.items.forEach(collect)
    else {
      const param = pick(tree, 'param')
      if (param && tree.entries.length === 1) found.add(textOf(param) ?? '')
      for (const { value } of tree.entries) collect(value)
    }
  }
  for (const { key, value } of entriesOf(merged)) if (key !== 'params' && key !== 'tests') collect(value)
  return found
}

const inExpressions = /\$params\s*\.\s*(?:`([^`]+)`|([A-Za-z_]\w*))/g

/** A hyphen needs backticks, and those two around the text that shows them. */
const inExpression = (name: string): string =>
  name.includes('-') ? `\`\` $params.\`${name}\` \`\`` : `\`$params.${name}\``

/** The lookups that steps name. */
function lookupsUsed(plan: Plan): ReadonlySet<unknown> {
  return new Set(allSteps(plan).flatMap(({ type, options }) => {
    const declared = Object.entries(stepTypes.find(step => step.name === type)!.options)
    return declared.flatMap(([name, { role }]) => role === 'lookup' ? [options[name]] : [])
  }))
}

/** Fields that steps and columns read, and fields of directories that steps take; of whichever input. */
function fieldsUsed(plan: Plan, outputs: Tree | undefined): ReadonlySet<string> {
  // The plan has only the columns of one header profile.
  const columns = entriesOf(outputs).flatMap(({ value }) => entriesOf(pick(value, 'columns')))
    .map(({ key, value }) => textOf(value) ?? textOf(pick(value, 'field')) ?? key)
  return new Set([...allSteps(plan).flatMap(({ reads, options }) => [...reads, String(options['take'] ?? '')]), ...columns])
}
