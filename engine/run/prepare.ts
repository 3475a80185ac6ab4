// From a rule file and the command line to a plan that can run: which files, which values, samples or not.
import { dirname, resolve, sep } from 'node:path'
import { type Checked, checkRules } from '../check/rules.ts'
import { convert, strangeValue } from '../check/params.ts'
import type { Code } from '../diagnostics/codes.ts'
import { type Diagnostic, Stop } from '../diagnostics/diagnostic.ts'
import { nearest } from '../diagnostics/nearest.ts'
import { findFiles } from '../inputs/files.ts'
import type { Loaded } from '../load/rules.ts'
import type { InputPlan, Plan } from '../plan/plan.ts'
import { sourceInputs } from '../plan/steps.ts'
import { engine } from '../engine.ts'
import { rulesDigest } from './rules-digest.ts'

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
  /** `--approved`: digests of rules that may run; without one, all may. */
  readonly approved?: readonly string[]
  /** The day of the run in UTC, `yyyy-MM-dd`. */
  readonly today: string
}

export type LeftOut = { readonly output: string, readonly file: string, readonly inputs: readonly string[] }

export type Prepared = {
  /** Without the outputs and sources whose inputs were left out. */
  readonly plan: Plan
  /** Files of each input that is read, in the order they are read. */
  readonly files: ReadonlyMap<string, readonly string[]>
  /** Every input is a sample: their domains and key hold. */
  readonly sample: boolean
  /** Outputs that cannot be written, since every input they are made of was left out. */
  readonly leftOut: readonly LeftOut[]
  readonly warnings: readonly Diagnostic[]
}

/**
 * Stops with exit 2 for whatever is missing or unknown on the command line. Gives only the diagnostics where the rules
 * have mistakes.
 */
export async function prepare(loaded: Loaded, wishes: Wishes): Promise<Prepared | { readonly mistakes: Checked }> {
  const first = checkRules(loaded, wishes.settings, true, wishes.today)
  if (first.diagnostics.some(one => one.severity === 'error')) {
    throwForSettings(loaded, wishes)
    return { mistakes: first }
  }
  if (!first.plan) throw stop('usage', `${loaded.file} is a library; it is no export by itself`, 'run a rule file that includes it')
  checkNames(first.plan, wishes)
  checkApproved(loaded, first.plan, wishes)
  const needed = neededInputs(first.plan, wishes)
  const sample = needed.every(input => isSample(input, loaded, wishes))
  const files = new Map<string, readonly string[]>()
  checkGiven(needed, first.plan, sample, wishes)
  checkStandardInput(first.plan, wishes)
  for (const input of needed) files.set(input.name, await filesOf(input, wishes))
  const { plan } = checkRules(loaded, wishes.settings, sample, wishes.today)
  if (!sample) checkValues(plan!)
  return { ...withoutInputs(plan!, wishes.without), files, sample, warnings: first.diagnostics }
}

/** The inputs a run reads: those that rows come from, and those of lookups, that are not left out. */
function neededInputs(plan: Plan, { without }: Wishes): readonly InputPlan[] {
  const names = [...sourceInputs(plan), ...[...plan.lookups.values()].map(lookup => lookup.from)]
  return [...new Set(names)].flatMap(name => {
    const input = plan.inputs.get(name)
    return input && !without.has(name) ? [input] : []
  })
}

/** The plan without the sources that are left out, and without outputs that have no other. */
function withoutInputs(plan: Plan, without: ReadonlySet<string>): Pick<Prepared, 'plan' | 'leftOut'> {
  const outputs = plan.outputs.map(output => ({ ...output, sources: output.sources.filter(({ input }) => !without.has(input)) }))
  const written = outputs.filter(({ sources }) => sources.length > 0)
  const names = new Set(written.map(({ name }) => name))
  return {
    plan: {
      ...plan,
      outputs: written.map(output => ({ ...output, expect: output.expect.filter(rule => rule.rule !== 'refers' || names.has(rule.to.output)) })),
    },
    leftOut: plan.outputs.filter(({ name }) => !names.has(name))
      .map(({ name, file, sources }) => ({ output: name, file, inputs: [...new Set(sources.map(({ input }) => input))] })),
  }
}

function isSample(input: InputPlan, loaded: Loaded, { inputs }: Wishes): boolean {
  const given = inputs.get(input.name)
  if (!given) return input.sample
  const folders = loaded.own.map(({ file }) => resolve(dirname(file), 'samples') + sep)
  return given.every(path => folders.some(folder => resolve(path).startsWith(folder)))
}

async function filesOf(input: InputPlan, { inputs }: Wishes): Promise<readonly string[]> {
  const given = inputs.get(input.name)
  return given ? findFiles(given, process.cwd()) : findFiles(input.files, input.base)
}

/** All inputs that are missing, in one message. */
function checkGiven(needed: readonly InputPlan[], plan: Plan, sample: boolean, { inputs }: Wishes): void {
  const missing = needed.filter(input => !inputs.has(input.name) && (input.files.length === 0 || input.sample && !sample))
  if (missing.length === 0) return
  const names = missing.map(({ name }) => `"${name}"`)
  throw stop('missing-input', missing.length === 1 ? `input ${names[0]} is not given` : `inputs ${names.slice(0, -1).join(', ')} and ${names.at(-1)} are not given`,
    missing.map(({ name, optional }) => `write --input ${name}=FILE${optional && name !== plan.from ? `, or --without ${name}` : ''}`).join('; '))
}

/** A directory whose records become rows too is read twice. */
function checkStandardInput(plan: Plan, { inputs }: Wishes): void {
  const sources = sourceInputs(plan)
  const twice = [...plan.lookups.values()].map(lookup => lookup.from).find(name => sources.includes(name) && inputs.get(name)?.includes('-'))
  if (twice !== undefined) throw stop('usage', `input "${twice}" is read twice, which standard input cannot be`, `write it to a file, and --input ${twice}=FILE`)
}

function checkNames(plan: Plan, wishes: Wishes): void {
  const inputs = [...plan.inputs.keys()]
  for (const name of [...wishes.inputs.keys(), ...wishes.without, ...wishes.encodings.keys()]) {
    if (!inputs.includes(name)) throw unknown('unknown-input', 'input', name, inputs)
  }
  for (const name of wishes.without) {
    if (name === plan.from || !plan.inputs.get(name)?.optional) throw stop('missing-input', `the run cannot do without input "${name}"`, `write --input ${name}=FILE`)
  }
  checkSettings(plan.params, wishes)
}

/** Stops with exit 2 where `--set` names no parameter, or gives one a value that it cannot have. */
export function checkSettings(params: Plan['params'], { settings, today }: Pick<Wishes, 'settings' | 'today'>): void {
  for (const [name, text] of settings) {
    const param = params.get(name)
    if (!param) throw unknown('unknown-param', 'parameter', name, [...params.keys()])
    const value = convert(text, param.type, today)
    if (value === undefined) throw stop('usage', `--set ${name}: "${text}" is no ${param.type}`, `write --set ${name}=…`)
    const strange = param.values && strangeValue(value, param.values)
    if (strange !== undefined) {
      throw stop('usage', `--set ${name}: it cannot be "${strange}"`, `it can be: ${param.values!.join(', ')}`)
    }
  }
}

/** Stops where the rules with these values are not among those that were approved. */
function checkApproved(loaded: Loaded, { name }: Plan, { approved, settings }: Wishes): void {
  if (approved === undefined || approved.length === 0) return
  const digest = rulesDigest(loaded, settings, engine.version)
  if (approved.includes(digest)) return
  const set = [...settings].map(([param, value]) => ` --set ${param}=${value}`).join('')
  throw stop('not-approved', `${name}: the digest of these rules and values is ${digest}, and approved is ${approved.join(', ')}`,
    `np-pipeline review ${loaded.file}${set} --against SIGNED.html shows what has changed since the page was signed`)
}

/** Stops where a value of the command line is what the rules cannot take: then there is nothing to mend in them. */
function throwForSettings(loaded: Loaded, { settings, today }: Wishes): void {
  const errorIn = (given: Wishes['settings']): Diagnostic | undefined => checkRules(loaded, given, true, today).diagnostics.find(one => one.severity === 'error')
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
