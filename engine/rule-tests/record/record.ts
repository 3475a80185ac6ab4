// A test from a real record: the same way through the rules, and nothing that could tell of anybody.
import { randomBytes } from 'node:crypto'
import { checkRules } from '../../check/rules.ts'
import { Stop } from '../../diagnostics/diagnostic.ts'
import { type Loaded, loadRules } from '../../load/rules.ts'
import { pick, textOf } from '../../load/pick.ts'
import type { Directory } from '../../people/directory.ts'
import type { Plan, TestPlan, TestRow } from '../../plan/plan.ts'
import { allSteps, sourceInputs } from '../../plan/steps.ts'
import type { ParamValue } from '../../expression/scope.ts'
import { readDirectories } from '../../run/directories.ts'
import type { ReadOptions } from '../../run/inputs.ts'
import type { Prepared } from '../../run/prepare.ts'
import { quarantinedIn } from '../../run/counts.ts'
import { type TestRun, runTest, typed } from '../../run/rule-test.ts'
import type { Account } from '../../spec/field.ts'
import { droppedBy } from '../endings.ts'
import { cellOf } from '../pseudonyms.ts'
import { leaner } from './leaner.ts'
import { type Literals, literalsOf, wordsOf } from './literals.ts'
import { type Path, isFirst, pathOf } from './path.ts'
import { type Wanted, findRecord, readRaw } from './raw.ts'
import { type RawRow, type StandIns, standIns } from './stand-ins.ts'
import { type TestSource, givenCell, tableOf, testLines, withTest } from './test-source.ts'

export type Recording = {
  readonly wanted: Wanted
  readonly title: string
  readonly settings: ReadonlyMap<string, string>
  readonly reading: (input: string) => ReadOptions
}

/** The file with the test in it, the test alone, and the line where it begins. */
export type Recorded = { readonly text: string, readonly added: string, readonly line: number }

/**
 * Makes a test of one record and the entries of the directory that it meets. Stops (2) where there is no such record, and with
 * `test-failed` where stand-ins would go another way than the record, or something of it would be left.
 */
export async function record(loaded: Loaded, { plan, files }: Prepared, { wanted, title, settings, reading }: Recording): Promise<Recorded> {
  if (loaded.tests.some(({ key }) => key === title)) throw refuse(`the file has a test "${title}"`, 'give another one with --title')
  const sources = sourceInputs(plan).flatMap(name => files.has(name) ? [{ input: plan.inputs.get(name)!, files: files.get(name)! }] : [])
  const found = await findRecord(wanted, sources, reading)
  const position = { input: '', file: '', line: 0, record: 0, raw: () => '' }
  const { byLookup } = await readDirectories(plan, files, position, () => {}, reading)
  const met = await entriesMet(loaded, plan, found, byLookup, settings, files, reading)

  const literals = literalsOf(loaded)
  const stand = standIns(plan, literals, randomBytes(32))
  const lookup = [...plan.lookups.values()][0]
  const directoryInput = lookup && files.has(lookup.from) ? plan.inputs.get(lookup.from)! : undefined
  const isOwn = directoryInput?.name === found.input
  if (directoryInput) stand.people(isOwn ? [found.row, ...met] : met, directoryInput)
  const input = plan.inputs.get(found.input)!
  const given = (row: RawRow, entries: readonly RawRow[]): TestPlan['given'] => new Map([[found.input, [row, ...isOwn ? entries : []].map(asRow(loaded))]])

  const real = follow(loaded, { params: settings, given: given(found.row, met) }, found.input, name => byLookup.get(name)!)
  const [row, ...entries] = [stand.row(found.row, input), ...met.map(entry => stand.row(entry, directoryInput!))]
  const whole: Given = {
    params: new Map([...standInParams(loaded, plan, settings, stand)]), given: given(row!, entries),
    ...directoryInput && !isOwn ? { people: entries.map(asRow(loaded)) } : {},
  }
  if (real.run?.stopped) throw refuse('the run of the record stops', 'run it to see why; a test shows no run that stops')
  checkPath(real.path, follow(loaded, whole, found.input).path)
  const made = leaner(whole, input, directoryInput, given => !firstDifference(real.path, follow(loaded, given, found.input).path))
  const shown = follow(loaded, made, found.input)

  const test = sourceOf(title, made, shown.run!, plan)
  const written = withTest(loaded, indent => testLines(test, indent, { input: plan.from, outputs: plan.outputs.length }))
  if (!written) throw refuse('a test cannot be put behind those of the file', 'write `tests:` as a block, with one test below the other')
  checkLeft(written.added, stand, literals)
  checkWritten(loaded, written.text, title, real.path, found.input)
  return written
}

type Given = Pick<TestPlan, 'params' | 'given' | 'people'>

function follow(loaded: Loaded, given: Given, input: string, directory?: (lookup: string) => Directory): { readonly path: Path, readonly run?: TestRun } {
  let path: Path | undefined
  const test = { title: '', place: nowhere(loaded), expect: new Map<string, never>(), ...given }
  const { run } = runTest(loaded, test, {
    ...directory ? { directory } : {},
    observe: (_, origin) => ({ watch: (path = pathOf(() => isFirst(origin(), input))).watch }),
  })
  return { path: path!, ...run ? { run } : {} }
}

const nowhere = ({ file }: Loaded): TestPlan['place'] => ({ file, range: { start: { line: 1, column: 1 }, end: { line: 1, column: 1 } } })
const asRow = (loaded: Loaded) => (cells: RawRow): TestRow => ({ cells, place: nowhere(loaded) })

/** The entries of the directory whose accounts the record meets, in the order of the export; never the record itself. */
async function entriesMet(
  loaded: Loaded, plan: Plan, found: { readonly input: string, readonly row: RawRow }, directories: ReadonlyMap<string, Directory>,
  params: ReadonlyMap<string, string>, files: Prepared['files'], reading: Recording['reading'],
): Promise<readonly RawRow[]> {
  const met = new Map<string, Set<string>>()
  const meet = (lookup: string, account: Account | undefined): Account | undefined => {
    if (account?.entry) met.set(lookup, (met.get(lookup) ?? new Set()).add(account.text))
    return account
  }
  follow(loaded, { params, given: new Map([[found.input, [asRow(loaded)(found.row)]]]) }, found.input, name => {
    const directory = directories.get(name)!
    return { ...directory, identify: text => meet(name, directory.identify(text))!, find: text => meet(name, directory.find(text)) }
  })
  const rows: RawRow[] = []
  for (const lookup of plan.lookups.values()) {
    const input = plan.inputs.get(lookup.from)
    const wanted = met.get(lookup.name)
    const directory = directories.get(lookup.name)
    if (!input || !wanted || !directory || !files.has(lookup.from)) continue
    const own = (row: RawRow): Account => directory.own(typed([asRow(loaded)(row)], input)[0]!)
    const itself = found.input === lookup.from ? own(found.row).text : undefined
    await readRaw(input, files.get(lookup.from)!, reading(input.name), row => {
      const entry = row()
      const { text } = own(entry)
      if (wanted.delete(text) && text !== itself) rows.push(entry)
      return wanted.size === 0
    })
  }
  return rows
}

/** What the command line set, with stand-ins for domains wherever a parameter holds them. Names of files do not matter here. */
function standInParams(loaded: Loaded, plan: Plan, settings: ReadonlyMap<string, string>, stand: StandIns): ReadonlyMap<string, ParamValue> {
  const domains = new Map([...plan.lookups.values()].flatMap(lookup => (['domains', 'cloud-domains'] as const).flatMap(key => {
    const param = textOf(pick(loaded.merged, 'lookups', lookup.name, key, 'param'))
    const values = key === 'domains' ? lookup.domains : lookup.cloudDomains
    return param === undefined || values.length === 0 ? [] : [[param, values.map(stand.domain)] as const]
  })))
  const others = [...settings].filter(([name]) => !domains.has(name) && name !== 'prefix')
  return new Map<string, ParamValue>([...domains, ...others])
}

/** The first event that differs, with the step where that is; undefined where both go the same way. */
function firstDifference(real: Path, shown: Path): { readonly step?: string } | undefined {
  const at = Array.from({ length: Math.max(real.events.length, shown.events.length) }, (_, index) => index)
    .find(index => real.events[index]?.text !== shown.events[index]?.text)
  return at === undefined ? undefined : real.events[at] ?? shown.events[at]
}

function checkPath(real: Path, shown: Path): void {
  const different = firstDifference(real, shown)
  if (!different) return
  throw refuse(`stand-ins go another way than the record${different.step === undefined ? '' : ` at step "${different.step}"`}; nothing was written`,
    'the rules look at something that stand-ins do not keep; write the test by hand, as docs/rules.md says')
}

/** The last look: no word of what was replaced stands in the test, unless it stands in the rules or in every test. */
function checkLeft(added: string, { replaced }: StandIns, { words }: Literals): void {
  const written = new Set(wordsOf(added))
  const left = [...replaced].flatMap(wordsOf).filter(word => word.length >= 3 && /\p{L}/u.test(word) && written.has(word) && !words.has(word) && !vocabulary.has(word))
  if (left.length > 0) throw refuse('the test would hold a word of the record; nothing was written', 'write the test by hand, as docs/rules.md says; is it in the title?')
}

/** Words of addresses and names in general, and those that stand-ins and tests are made of. */
const vocabulary = new Set([
  'user', 'example', 'partner', 'com', 'exchange', 'recipients', 'unit', 'onmicrosoft', 'mail', 'cloud', 'external', 'internal', 'error',
  'smtp', 'x500', 'x400', 'sip', 'eum', 'imceaex', 'mailto', 'text', 'zone', 'utc', 'gmt', 'ipm', 'uid',
  'true', 'false', 'hash', 'given', 'expect', 'people', 'dropped', 'quarantined', 'params',
])

/** The test as it will be read again goes the same way, and passes. */
function checkWritten(loaded: Loaded, text: string, title: string, real: Path, input: string): void {
  const made = loadRules(loaded.file, path => path === loaded.file ? text : loaded.texts.get(path), () => {})
  const test = made && checkRules(made, new Map(), true).tests.find(one => one.title === title)
  if (!made || !test) throw refuse('the test could not be written so that it reads the same', 'write it by hand, as docs/rules.md says')
  let path: Path | undefined
  const { mismatches } = runTest(made, test, { observe: (_, origin) => ({ watch: (path = pathOf(() => isFirst(origin(), input))).watch }) })
  if (mismatches.length > 0 || !path) throw refuse('the test could not be written so that it passes', 'write it by hand, as docs/rules.md says')
  checkPath(real, path)
}

function sourceOf(title: string, made: Given, run: TestRun, plan: Plan): TestSource {
  const rowsOf = (rows: readonly TestRow[], input: string): ReturnType<typeof tableOf> => {
    const names = plan.inputs.get(input)!.fields.map(({ name }) => name)
    return tableOf(names, rows.map(({ cells }) => names.map(name => givenCell(cells.get(name) ?? ''))))
  }
  const lookup = [...plan.lookups.values()][0]
  return {
    title, params: made.params,
    ...made.people && lookup ? { people: rowsOf(made.people, lookup.from) } : {},
    given: new Map([...made.given].map(([input, rows]) => [input, rowsOf(rows, input)])),
    expect: new Map(run.plan.outputs.filter(({ sources }) => sources.some(({ input }) => made.given.has(input))).map(output => [output.name, tableOf(output.columns.map(({ name }) => name),
      run.written.get(output.name)!.map(cells => cells.map((cell, index) => cellOf(cell, output.columns[index], run.hashed))))])),
    dropped: new Map([...new Set(allSteps(run.plan).map(({ id }) => id))].flatMap(id => droppedBy(run.counts, id) > 0 ? [[id, droppedBy(run.counts, id)]] : [])),
    quarantined: quarantinedIn(run.counts),
  }
}

const refuse = (message: string, hint: string): Stop => new Stop(2, { code: 'test-failed', message, hint })
