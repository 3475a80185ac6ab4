// From a rule file and the command line to a plan that can run: which files, which values, samples or not.
import { dirname, resolve, sep } from 'node:path'
import { type Checked, checkRules } from '../check/rules.ts'
import { convert } from '../check/params.ts'
import type { Code } from '../diagnostics/codes.ts'
import { type Diagnostic, Stop } from '../diagnostics/diagnostic.ts'
import { nearest } from '../diagnostics/nearest.ts'
import { findFiles } from '../inputs/files.ts'
import type { Loaded } from '../load/rules.ts'
import type { InputPlan, Plan } from '../plan/plan.ts'

/** What the command line says about one run. */
export type Wishes = {
  /** `--set`: texts by parameter. */
  readonly settings: ReadonlyMap<string, string>
  /** `--input`: paths and patterns by input. */
  readonly inputs: ReadonlyMap<string, readonly string[]>
  /** `--without`. */
  readonly without: ReadonlySet<string>
  /** `--encoding`: by input. */
  readonly encodings: ReadonlyMap<string, string>
}

export type Prepared = {
  readonly plan: Plan
  /** Files of each input that is read, in the order they are read. */
  readonly files: ReadonlyMap<string, readonly string[]>
  /** Every input is a sample: their domains and key hold. */
  readonly sample: boolean
  readonly warnings: readonly Diagnostic[]
}

/**
 * Stops with exit 2 for whatever is missing or unknown on the command line. Gives only the diagnostics where the rules
 * have mistakes.
 */
export async function prepare(loaded: Loaded, wishes: Wishes): Promise<Prepared | { readonly mistakes: Checked }> {
  const first = checkRules(loaded, wishes.settings, true)
  if (first.diagnostics.some(one => one.severity === 'error')) {
    throwForSettings(loaded, wishes.settings)
    return { mistakes: first }
  }
  if (!first.plan) throw stop('usage', `${loaded.file} is a library; it is no export by itself`, 'run a rule file that includes it')
  checkNames(first.plan, wishes)
  const needed = neededInputs(first.plan, wishes)
  const sample = needed.every(input => isSample(input, loaded, wishes))
  const files = new Map<string, readonly string[]>()
  for (const input of needed) files.set(input.name, await filesOf(input, first.plan.from, sample, wishes))
  const { plan } = checkRules(loaded, wishes.settings, sample)
  if (!sample) checkValues(plan!)
  return { plan: plan!, files, sample, warnings: first.diagnostics }
}

/** The inputs a run reads: the one that rows come from, and those of lookups that are not left out. */
function neededInputs(plan: Plan, { without }: Wishes): readonly InputPlan[] {
  const names = [plan.from, ...[...plan.lookups.values()].map(lookup => lookup.from)]
  return [...new Set(names)].flatMap(name => {
    const input = plan.inputs.get(name)
    return input && !without.has(name) ? [input] : []
  })
}

function isSample(input: InputPlan, loaded: Loaded, { inputs }: Wishes): boolean {
  const given = inputs.get(input.name)
  if (!given) return input.sample
  const folders = loaded.own.map(({ file }) => resolve(dirname(file), 'samples') + sep)
  return given.every(path => folders.some(folder => resolve(path).startsWith(folder)))
}

async function filesOf(input: InputPlan, from: string, sample: boolean, { inputs }: Wishes): Promise<readonly string[]> {
  const given = inputs.get(input.name)
  if (given) return findFiles(given, process.cwd())
  if (input.files.length > 0 && (sample || !input.sample)) return findFiles(input.files, input.base)
  throw stop('missing-input', `input "${input.name}" is not given`,
    `write --input ${input.name}=FILE${input.optional && input.name !== from ? `, or --without ${input.name}` : ''}`)
}

function checkNames(plan: Plan, wishes: Wishes): void {
  const inputs = [...plan.inputs.keys()]
  for (const name of [...wishes.inputs.keys(), ...wishes.without, ...wishes.encodings.keys()]) {
    if (!inputs.includes(name)) throw unknown('unknown-input', 'input', name, inputs)
  }
  for (const name of wishes.without) {
    if (name === plan.from || !plan.inputs.get(name)?.optional) throw stop('missing-input', `the run cannot do without input "${name}"`, `write --input ${name}=FILE`)
  }
  for (const [name, text] of wishes.settings) {
    const param = plan.params.get(name)
    if (!param) throw unknown('unknown-param', 'parameter', name, [...plan.params.keys()])
    const value = convert(text, param.type)
    if (value === undefined) throw stop('usage', `--set ${name}: "${text}" is no ${param.type}`, `write --set ${name}=…`)
    if (param.values && !param.values.includes(String(value))) {
      throw stop('usage', `--set ${name}: it cannot be "${text}"`, `it can be: ${param.values.join(', ')}`)
    }
  }
}

/** Stops where a value of the command line is what the rules cannot take: then there is nothing to mend in them. */
function throwForSettings(loaded: Loaded, settings: Wishes['settings']): void {
  const errorIn = (given: Wishes['settings']): Diagnostic | undefined => checkRules(loaded, given, true).diagnostics.find(one => one.severity === 'error')
  if (settings.size === 0 || errorIn(new Map())) return
  for (const [name, text] of settings) {
    const error = errorIn(new Map([[name, text]]))
    if (error) throw new Stop(2, { code: error.code, message: `--set ${name}: ${error.message}`, ...(error.hint === undefined ? {} : { hint: error.hint }) })
  }
}

function checkValues(plan: Plan): void {
  for (const { name, value, about, type } of plan.params.values()) {
    if (value === undefined) {
      throw stop('missing-param', `parameter "${name}" has no value${about === undefined ? '' : ` (${about.replace(/\.$/, '')})`}`,
        `write --set ${name}=…${type === 'list' ? ', with commas between several' : ''}, or set it under params of a customer's rule file`)
    }
  }
  for (const { name, domains } of plan.lookups.values()) {
    if (domains.length === 0) throw stop('missing-param', `lookup "${name}" has no own domain, so nobody would be a colleague`, 'write --set domains=…, with commas between several')
  }
}

const stop = (code: Code, message: string, hint: string): Stop => new Stop(2, { code, message, hint })

function unknown(code: Code, what: string, name: string, known: readonly string[]): Stop {
  const near = nearest(name, known)
  return stop(code, `no ${what} is called "${name}"`, near === undefined ? `there is: ${known.join(', ')}` : `did you mean "${near}"?`)
}
