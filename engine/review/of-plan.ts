// From a checked plan to its review.
import type { Limit, LookupPlan, OutputPlan, Plan, StepPlan, TableRule, TestPlan } from '../plan/plan.ts'
import { allSteps, ownSteps } from '../plan/steps.ts'
import { withClear } from './clear.ts'
import { columnReview, originsOf } from './columns.ts'
import { effectsOf } from './effects.ts'
import { inputReview } from './fields.ts'
import { type Traced, columnLineage, reaching, tracedLineage } from './lineage.ts'
import {
  type DirectoryReview, type DropReview, type InputReview, type OutputReview, type PatternsReview, type Review,
  reviewForm,
} from './review.ts'

type Identity = { readonly digest: string, readonly engine: string }

/** `digest` is that of the same rules and values; `engine` the version. */
export function reviewOf(plan: Plan, tests: readonly TestPlan[], { digest, engine }: Identity): Review {
  const traced = plan.outputs.map(output => ({ output, whole: tracedLineage(plan, output) }))
  const outputs = withClear(traced.map(({ output, whole }) => outputReview(output, columnLineage(whole))), plan.outputs)
  const drops = allSteps(plan).flatMap(step => dropReview(step, plan, traced))
  return {
    form: reviewForm, name: plan.name, about: plan.about, engine, digest,
    inputs: inputReviews(plan, outputs, drops),
    directories: [...plan.lookups.values()].map(directoryReview),
    outputs, drops,
    hash: { steps: allSteps(plan).flatMap(step => hashReview(step, plan)) },
    params: [...plan.params.values()].map(({ name, about, perRun, value }) =>
      ({ name, about: about ?? '', perRun: perRun === true, ...(value === undefined ? {} : { value }) })),
    quarantine: limitText(plan.quarantineLimit),
    tests: tests.map(({ title }) => title),
  }
}

/** The input of the pipeline comes first. */
function inputReviews(plan: Plan, outputs: Review['outputs'], drops: Review['drops']): readonly InputReview[] {
  const columns = outputs.flatMap(({ name, columns }) => columns.map(column => ({ ...column, output: name })))
  return [...plan.inputs.values()]
    .toSorted((one, other) => Number(other.name === plan.from) - Number(one.name === plan.from))
    .map(input => inputReview(input, plan, { columns, drops }))
}

const outputReview = (output: OutputPlan, lineage: OutputReview['lineage']): OutputReview => ({
  name: output.name, about: output.about ?? '', file: output.file, csv: csvText(output),
  inputs: [...new Set(output.sources.map(({ input }) => input))],
  columns: output.columns.map(column => columnReview(column, lineage)),
  rules: output.expect.map(ruleText),
  lineage,
})

function csvText({ fileName, delimiter, newline }: OutputPlan): string {
  const between = delimiter === '\t' ? 'tabs' : `“${delimiter}”`
  return `${fileName}, with ${between} between cells and ${newline === 'crlf' ? 'CR LF' : 'LF'} between rows`
}

type TracedOutputs = readonly { readonly output: OutputPlan, readonly whole: Traced }[]

function dropReview(step: StepPlan, plan: Plan, traced: TracedOutputs): readonly DropReview[] {
  const { rows } = effectsOf(step, plan)
  if (!rows) return []
  const meeting = traced.filter(({ whole }) => whole.decisions.some(decision => decision.step === step))
  const origins = meeting.flatMap(({ whole }) => {
    const nodes = whole.decisions.filter(decision => decision.step === step).flatMap(decision => decision.nodes)
    return originsOf(reaching(nodes, whole.edges).map(at => whole.nodes[at]!))
  })
  return [{
    step: step.id, type: step.type, outputs: meeting.map(({ output }) => output.name), ...rows,
    origins: [...new Map(origins.map(origin => [JSON.stringify(origin), origin])).values()],
  }]
}

const directoryReview = (lookup: LookupPlan): DirectoryReview => ({
  name: lookup.name, input: lookup.from, domains: lookup.domains, cloudDomains: lookup.cloudDomains,
  address: lookup.address, id: lookup.id, remote: lookup.remote.map(patternsReview),
  kinds: lookup.kinds.map(({ kind, anywhere, tests }) =>
    ({ kind, anywhere: anywhere === true, tests: tests.map(patternsReview) })),
})

const patternsReview = ({ field, patterns }: LookupPlan['remote'][number]): PatternsReview =>
  ({ field, patterns: patterns.map(String) })

function hashReview(step: StepPlan, plan: Plan): Review['hash']['steps'] {
  const { hash } = effectsOf(step, plan)
  if (!hash) return []
  const outputs = plan.outputs.filter(output => ownSteps(output).includes(step)).map(({ name }) => name)
  return [{ step: step.id, outputs, ...hash }]
}

const limitText = (limit: Limit): string => 'records' in limit ? String(limit.records) : `${limit.share * 100}%`

function ruleText(rule: TableRule): string {
  switch (rule.rule) {
    case 'unique': return `No two rows have the same ${rule.column}; otherwise nothing is delivered.`
    case 'refers': {
      const { output, column } = rule.to
      return `${rule.column} names a row of ${output} by its ${column}; ${otherwise[rule.otherwise]}.`
    }
    case 'acyclic': return `${rule.parent} never leads back to the same ${rule.id}; ${otherwise[rule.otherwise]}.`
  }
}

const otherwise = {
  stop: 'otherwise nothing is delivered', blank: 'what does not becomes blank', warn: 'what does not is counted',
} as const
