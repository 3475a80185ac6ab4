// A customer: looks at the exports, asks what they do not tell, writes the rule files when they are proven.
import { join } from 'node:path'
import type { World } from '../commands/command.ts'
import { printFindings } from '../commands/load.ts'
import { Stop } from '../diagnostics/diagnostic.ts'
import { suggestion } from '../diagnostics/suggestion.ts'
import { type Base, domainParams } from './base.ts'
import type { Changes } from './changes.ts'
import { customerOf } from './customer.ts'
import { type Texts, textsOf } from './customer-files.ts'
import { testsFor } from './first-test.ts'
import { allInputs } from './next.ts'
import { type Proof, proofOf } from './proof.ts'
import { type Answers, answering, checkAnswered } from './question.ts'
import { readBase } from './read-base.ts'
import { refusalTexts } from './refusal-text.ts'
import { inputText, nextText, remarkLines } from './result-text.ts'
import { trialOf } from './trial.ts'
import { type InitWishes, checkFree } from './wishes.ts'
import { writeRules } from './write.ts'

/** Gives 1, with the files written, where a run would refuse records of these exports. */
export async function newCustomer(wishes: Extract<InitWishes, { kind: 'customer' }>, world: World): Promise<number> {
  const base = await readBase(wishes.base, wishes.folder, world)
  if (!base) return 1
  const file = join(wishes.folder, `${base.plan.name}.yaml`)
  checkFree(file, wishes)
  for (const name of wishes.inputs.keys()) {
    if (base.plan.inputs.has(name)) continue
    throw new Stop(2, { code: 'unknown-input', message: `no input is called "${name}"`, hint: suggestion(name, [...base.plan.inputs.keys()], 'input') })
  }
  const answers = answering({ ask: world.ask, yes: wishes.yes, say: world.err })
  const { changes, surveys, remarks } = await customerOf(base, wishes, answers)
  checkAnswered(answers)

  const { texts, proof, test } = await proven(file, wishes.name, base, changes)
  if (printFindings(proof.diagnostics, proof.texts, world)) return 1
  const { plan } = proof.checked!
  const trials = await trialOf(plan!, surveys)
  const refused = surveys.flatMap(survey => refusalTexts(survey.input, survey.match.found, trials.get(survey.input.name)!))
  if (texts.shared) writeRules(texts.shared.file, texts.shared.text, false)
  writeRules(file, texts.own, wishes.force)
  const odd = [...refused, ...remarks]
  world.out([
    ...surveys.flatMap(survey => inputText(survey, plan!.inputs.get(survey.input.name)!)), ...offerLines(answers),
    ...odd.length > 0 ? ['', ...remarkLines(odd)] : [], '', verdict(file, test, odd.length > 0), ...sharedLine(texts, base), '',
    nextText(file, allInputs(base.plan, wishes.inputs), world.env['NP_HMAC_KEY'] !== undefined),
  ].join('\n'))
  return refused.length > 0 ? 1 : 0
}

function verdict(file: string, test: string | undefined, odd: boolean): string {
  const tested = test === undefined ? '; the base has no test that holds for it' : `, and its test passes: ${test}`
  return odd ? `! ${file} is written${tested}; but see what is marked with ! above` : `✓ ${file} is written and checked${tested}`
}

const sharedLine = ({ shared }: Texts, { shared: there }: Base): readonly string[] =>
  shared ? [`  what all exports share: ${shared.file}`] : there === undefined ? [] : [`  it includes ${there}, which was there`]

/** What nobody was asked for. */
const offerLines = ({ offers }: Answers): readonly string[] =>
  offers.map(({ option, why }) => `  not set: ${option} (${why})`)

type Proven = { readonly texts: Texts, readonly proof: Proof, readonly test?: string }

/** The texts with the first test of the base that holds for them; without one where none does. */
async function proven(file: string, name: string, base: Base, changes: Changes): Promise<Proven> {
  const proof = ({ own, shared }: Texts): Promise<Proof> =>
    proofOf(new Map([[file, own], ...shared ? [[shared.file, shared.text] as const] : []]), file)
  for (const test of testsFor(base, domainsOf(base, changes))) {
    const texts = textsOf(file, name, base, changes, test)
    const found = await proof(texts)
    if (found.sound) return { texts, proof: found, test: test[0] }
  }
  const texts = textsOf(file, name, base, changes)
  return { texts, proof: await proof(texts) }
}

function domainsOf(base: Base, { params }: Changes): readonly string[] {
  const names = domainParams(base).map(({ param }) => param)
  const valueOf = (name: string): unknown => params.get(name)?.value ?? base.plan.params.get(name)?.value ?? []
  return [...new Set(names)].flatMap(name => [valueOf(name)].flat().map(String))
}
