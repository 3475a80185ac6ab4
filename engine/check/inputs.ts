// Inputs: which columns of which files are read, and what their cells hold.
import { dirname, resolve, sep } from 'node:path'
import { patternProblem } from '../expression/pattern.ts'
import { entriesOf, flagOf, pick, textOf, textsOf } from '../load/pick.ts'
import type { Entry, Tree } from '../load/tree.ts'
import type { FieldPlan, InputPlan } from '../plan/plan.ts'
import { type FieldType, type Mark, marks } from '../spec/field.ts'
import { checkPattern } from '../time/pattern.ts'
import { checkZone } from '../time/zone.ts'
import { type Checker, problem, textValue, textsValue } from './checker.ts'

export function readInputs(tree: Tree | undefined, checker: Checker): ReadonlyMap<string, InputPlan> {
  return new Map(entriesOf(tree).map(entry => [entry.key, readInput(entry, checker)]))
}

function readInput({ key: name, value: node }: Entry, checker: Checker): InputPlan {
  const files = pick(node, 'files')
  const encoding = textOf(pick(node, 'encoding'))
  const about = textOf(pick(node, 'about'))
  return {
    name,
    files: textsValue(checker, files),
    // A path in a rule file starts at the file it is written in.
    base: dirname((files ?? node).at.file),
    ...(about === undefined ? {} : { about }),
    sample: isSample(files),
    optional: flagOf(pick(node, 'optional')) ?? false,
    ...(encoding === undefined ? {} : { encoding }),
    ...timeOptions(node, checker),
    fields: entriesOf(pick(node, 'fields')).map(field => readField(field, name, checker)),
  }
}

/** Samples stand in a folder `samples` beside the rule file that names them. */
function isSample(files: Tree | undefined): boolean {
  if (!files) return false
  const folder = resolve(dirname(files.at.file), 'samples') + sep
  const all = textsOf(files)
  return all.length > 0 && all.every(file => resolve(dirname(files.at.file), file).startsWith(folder))
}

function timeOptions(node: Tree, checker: Checker): { zone?: string, dates?: string } {
  const zone = textValue(checker, pick(node, 'zone')) || undefined
  const dates = textValue(checker, pick(node, 'dates')) || undefined
  if (zone !== undefined && !checkZone(zone)) {
    problem(checker, 'unknown-zone', pick(node, 'zone')!.at, `no time zone is called "${zone}"`, 'write a name such as Europe/Warsaw, or UTC')
  }
  const wrong = dates === undefined ? undefined : checkPattern(dates)
  if (wrong !== undefined) problem(checker, 'wrong-value', pick(node, 'dates')!.at, wrong, 'write a pattern such as dd.MM.yyyy HH:mm:ss')
  return { ...(zone === undefined ? {} : { zone }), ...(dates === undefined ? {} : { dates }) }
}

/** What `type` can say; the schema says what is wrong with anything else. */
const types: readonly string[] = ['text', 'word', 'integer', 'number', 'boolean', 'time', 'local-time', 'date', 'message-id', 'id', 'list']

function readField({ key: name, keyAt, value: node }: Entry, input: string, checker: Checker): FieldPlan {
  const written = textOf(pick(node, 'type')) ?? 'text'
  const values = pick(node, 'values') ? textsValue(checker, pick(node, 'values')) : undefined
  const mark = (textOf(pick(node, 'privacy')) ?? 'identity') as Mark
  const pattern = textOf(pick(node, 'pattern'))
  const wrong = pattern === undefined ? undefined : patternProblem(pattern, '')
  if (wrong) problem(checker, 'bad-pattern', pick(node, 'pattern')!.at, wrong.message, 'write what a whole cell looks like, without look-around and back references')
  return {
    name,
    from: pick(node, 'from') ? textsOf(pick(node, 'from')) : [name],
    or: textsOf(pick(node, 'or')),
    optional: flagOf(pick(node, 'optional')) ?? false,
    ...(pattern === undefined ? {} : { pattern }),
    field: {
      type: (written === 'list' ? 'text' : written) as FieldType,
      list: written === 'list',
      mark,
      ...(pick(node, 'privacy') && marks.includes(mark) && types.includes(written) ? {} : { broken: true as const }),
      ...(values ? { values } : {}),
      trail: [{ place: keyAt, text: `${name} is read from input ${input}, declared ${mark}` }],
    },
  }
}
