// A customer: looks at the exports, asks what they do not tell, writes the rule file when it is proven.
import { join } from 'node:path'
import type { World } from '../commands/command.ts'
import { printFindings, readRules } from '../commands/load.ts'
import { usage } from '../commands/wishes.ts'
import { checkRules } from '../check/rules.ts'
import { Stop } from '../diagnostics/diagnostic.ts'
import { suggestion } from '../diagnostics/suggestion.ts'
import { allInputs } from './next.ts'
import { type Base, domainParams } from './base.ts'
import type { Changes } from './changes.ts'
import { customerOf } from './customer.ts'
import { testsFor } from './first-test.ts'
import { overlayText } from './overlay-text.ts'
import { schemaWay, way } from './places.ts'
import { type Proof, proofOf } from './proof.ts'
import { answering, checkAnswered } from './question.ts'
import { inputText, nextText } from './result-text.ts'
import { trialOf } from './trial.ts'
import { type InitWishes, checkFree } from './wishes.ts'
import { writeRules } from './write.ts'

export async function newCustomer(wishes: Extract<InitWishes, { kind: 'customer' }>, world: World): Promise<number> {
  const base = readBase(wishes.base, world)
  if (!base) return 1
  const file = join(wishes.folder, `${base.plan.name}.yaml`)
  checkFree(file, wishes)
  for (const name of wishes.inputs.keys()) {
    if (!base.plan.inputs.has(name)) throw new Stop(2, { code: 'unknown-input', message: `no input is called "${name}"`, hint: suggestion(name, [...base.plan.inputs.keys()], 'input') })
  }
  const answers = answering({ ask: world.ask, yes: wishes.yes, say: world.err })
  const { changes, surveys } = await customerOf(base, wishes, answers)
  checkAnswered(answers)

  const { text, proof, test } = await proven(file, base, changes)
  if (printFindings(proof.diagnostics, proof.texts, world)) return 1
  const lines: string[] = []
  for (const survey of surveys) {
    const input = proof.checked!.plan!.inputs.get(survey.input.name)!
    lines.push(...inputText(survey, input, await trialOf(input, survey)))
  }
  writeRules(file, text, wishes.force)
  world.out([
    ...lines, '',
    `✓ ${file} is written and checked${test === undefined ? '; the base has no test that holds for it' : `, and its test passes: ${test}`}`,
    '', nextText(file, allInputs(base.plan, wishes.inputs), world.env['NP_HMAC_KEY'] !== undefined),
  ].join('\n'))
  return 0
}

function readBase(file: string, world: World): Base | undefined {
  const { loaded, diagnostics, texts } = readRules(file)
  const checked = loaded && checkRules(loaded, new Map(), true)
  if (printFindings([...diagnostics, ...checked?.diagnostics ?? []].filter(one => one.severity === 'error'), texts, world) || !loaded) return undefined
  const { plan } = checkRules(loaded, new Map(), false)
  if (!plan) throw usage(`${file} is a library; a customer starts from a pipeline`, 'give a rule file that includes it: --base rules/emails.yaml')
  return { file, loaded, plan }
}

/** The text with the first test of the base that holds for it; without one where none does. */
async function proven(file: string, base: Base, changes: Changes): Promise<{ readonly text: string, readonly proof: Proof, readonly test?: string }> {
  const parts = { schema: schemaWay(file, base.file), base: way(file, base.file), changes }
  for (const test of testsFor(base, domainsOf(base, changes))) {
    const text = overlayText({ ...parts, test })
    const proof = await proofOf(file, text)
    if (proof.sound) return { text, proof, test: test[0] }
  }
  const text = overlayText(parts)
  return { text, proof: await proofOf(file, text) }
}

function domainsOf(base: Base, { params }: Changes): readonly string[] {
  const names = domainParams(base).map(({ param }) => param)
  return names.flatMap(name => [params.get(name)?.value ?? []].flat().map(String))
}
