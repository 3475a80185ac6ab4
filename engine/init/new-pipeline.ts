// A pipeline for an export that no rules read: every column with a type and a mark, for a person to judge.
import { join } from 'node:path'
import type { World } from '../commands/command.ts'
import { printFindings } from '../commands/load.ts'
import { usage } from '../commands/wishes.ts'
import { Stop } from '../diagnostics/diagnostic.ts'
import type { InputPlan } from '../plan/plan.ts'
import { type Kind } from './column-kind.ts'
import { encodingOf, likelyOf } from './encoding-of.ts'
import { fieldNames } from './field-name.ts'
import { libraryBeside } from './library.ts'
import { madeUpTest } from './made-up-test.ts'
import { markedColumns } from './marks.ts'
import { schemaWay } from './places.ts'
import { proofOf } from './proof.ts'
import { answering, checkAnswered } from './question.ts'
import { refusalTexts } from './refusal-text.ts'
import { nextText, remarkLines, writingText } from './result-text.ts'
import { partsOf, skeletonText } from './skeleton.ts'
import { survey } from './survey.ts'
import { tableOf } from './table.ts'
import { formReason, timesOf, zoneReason } from './times.ts'
import { trialOf } from './trial.ts'
import { type InitWishes, checkFree } from './wishes.ts'
import { writeRules } from './write.ts'

export async function newPipeline(wishes: Extract<InitWishes, { kind: 'pipeline' }>, world: World): Promise<number> {
  const [[input, patterns] = ['', []], second] = [...wishes.inputs]
  if (second) throw usage('a new pipeline begins with one input', 'give one --input now, and add the others in an editor')
  const file = join(wishes.folder, `${wishes.name}.yaml`)
  checkFree(file, wishes)
  const answers = answering({ ask: world.ask, yes: wishes.yes, say: world.err })
  const given = wishes.encodings.get(input)
  const found = await survey(unread(input), patterns, given)
  const encoding = given === undefined ? await encodingOf(found, answers) : { value: given, why: 'the files do not tell it' }
  const used = encoding?.value ?? likelyOf(found)
  const table = await tableOf(found, used)
  const kinds = await markedColumns(table, wishes, answers, world.ask && { say: world.err })
  const timed = [...kinds].filter(([, { type }]) => type === 'time' || type === 'date')
  const times = await timesOf(input, timed.map(([column, { type }]) => ({ field: type, texts: table.cells.get(column)! })), wishes, answers)
  checkAnswered(answers)
  if (kinds.size === 0) throw new Stop(2, { code: 'usage', message: 'no column is left to read', hint: 'take a --mark COLUMN=off away' })

  const names = fieldNames([...kinds.keys()])
  const library = libraryBeside(file, input)
  const skeleton = {
    name: wishes.name, input, schema: schemaWay(file), ...(library ? { library } : {}),
    reading: { ...(encoding ? { encoding } : {}), ...withGiven(times, wishes, timed.length > 0), fields: new Map() },
  }
  const parts = partsOf({ ...skeleton, fields: [...kinds].map(([column, kind]: [string, Kind], index) => ({ name: names[index]!, column, kind })) })
  const test = madeUpTest(parts.written, parts.people.length > 0 ? library?.domains : undefined)
  const whole = skeletonText(skeleton, parts, test)
  const tested = await proofOf(new Map([[file, whole]]), file)
  const text = tested.sound ? whole : skeletonText(skeleton, parts)
  const proof = tested.sound ? tested : await proofOf(new Map([[file, text]]), file)
  if (printFindings(proof.diagnostics, proof.texts, world)) return 1
  const { plan } = proof.checked!
  const trials = await trialOf(plan!, [found])
  const read = plan!.inputs.get(input)!
  const refused = refusalTexts(read, new Map(read.fields.map(({ name, from }) => [name, from[0]!])), trials.get(input)!)
  writeRules(file, text, wishes.force)
  world.out([
    writingText({ ...found, ...(used === undefined ? {} : { encoding: used }) }),
    `  ${parts.written.length} columns are written, ${parts.hashed.length} of them as pseudonyms; ${parts.kept.length} are not read as yet`,
    ...table.lost.map(column => `  ${column} is left out: it was exported as the name of its type`),
    ...refused.length > 0 ? ['', ...remarkLines(refused)] : [],
    '', `${refused.length > 0 ? '!' : '✓'} ${file} is written${refused.length > 0 ? '' : ' and checked'}`
      + `${tested.sound ? ', and its test passes' : ''}. Read it: types and marks are proposals`,
    '', nextText(file, [...patterns.map(path => `--input ${input}=${path}`), ...parts.people.length > 0 ? ['--input people=FILE', '--set domains=DOMAINS'] : []], world.env['NP_HMAC_KEY'] !== undefined),
  ].join('\n'))
  return refused.length > 0 ? 1 : 0
}

const unread = (name: string): InputPlan => ({ name, files: [], base: '.', sample: false, optional: false, fields: [] })

/** What the command line says of times stands in the file too. */
const withGiven = (times: Awaited<ReturnType<typeof timesOf>>, { zone, dates }: { readonly zone?: string, readonly dates?: string }, timed: boolean): object =>
  timed ? { ...(zone === undefined ? {} : { zone: { value: zone, why: zoneReason } }), ...(dates === undefined ? {} : { dates: { value: dates, why: formReason } }), ...times } : {}
