// Which records to show: by number, by line, or by what stands in their fields.
import { Stop } from '../diagnostics/diagnostic.ts'
import { compileCondition } from '../expression/compile.ts'
import { ExpressionFailed } from '../expression/failed.ts'
import { judge } from '../expression/judge.ts'
import { parse } from '../expression/parse.ts'
import type { Problem, Scope } from '../expression/scope.ts'
import type { Plan } from '../plan/plan.ts'
import { sourceInputs } from '../plan/steps.ts'
import type { Head, ReadCell } from './look.ts'
import type { Row } from '../spec/field.ts'

export type Wanted = {
  meets(head: Head, read: ReadCell): boolean
  /** So many at most. */
  readonly most: number
  /** What to say when none was met, of so many records. */
  missing(records: number): string
}

/** `--row`: the number of a record, or FILE:LINE; undefined where the text is neither. */
export function wantedRow(text: string): Wanted | undefined {
  if (/^[1-9]\d{0,14}(?:\.\d+)*$/.test(text)) return byNumber(Number(text.split('.')[0]))
  const place = /^(.+):([1-9]\d{0,14})$/.exec(text)
  return place ? byLine(place[1]!.replaceAll('\\', '/'), Number(place[2])) : undefined
}

const byNumber = (number: number): Wanted => ({
  most: 1,
  meets: head => head.number === number,
  missing: records => `there is no record ${number}: ${recordsRead(records)}`,
})

function byLine(file: string, line: number): Wanted {
  let before = 0
  let found = false
  return {
    most: 3,
    meets(head) {
      if (!isFile(file, head.file)) return false
      found = true
      if (head.line < line) before = Math.max(before, head.line)
      return head.line === line
    },
    missing: () => !found ? `no record is read from a file called ${file}`
      : `no record begins at line ${line} of ${file}${before === 0 ? '' : `; the last one before begins at line ${before}`}`,
  }
}

/** Messages name files by as few folders as tell them apart; whoever asks may write more or fewer. */
const isFile = (given: string, shown: string): boolean => given === shown || given.endsWith(`/${shown}`) || shown.endsWith(`/${given}`)

/** `--where`: an expression over the fields of an input. Stops (2) where it fits the fields of none. */
export function wantedWhere(source: string, most: number, plan: Plan): Wanted {
  const { expression, problems } = parse(source)
  const wrong = problems.find(isError)
  if (wrong || !expression) throw mistake(wrong ?? problems[0]!)
  const judged = sourceInputs(plan).map(input => {
    const fields = plan.inputs.get(input)?.fields ?? []
    const params = new Map([...plan.params].map(([name, { type, value }]) => [name, { type, ...value === undefined ? {} : { value } }]))
    const scope: Scope = { fields: new Map(fields.map(({ name, field }) => [name, field])), params }
    return { input, scope, ...judge(expression, scope) }
  })
  const fitting = judged.filter(one => !one.problems.some(isError))
  if (fitting.length === 0) throw mistake(judged[0]!.problems.find(isError)!)
  const tests = new Map(fitting.map(({ input, scope, reads }) => {
    const slot = (field: string): number => reads.indexOf(field)
    return [input, { reads, holds: compileCondition(expression, scope, slot) }]
  }))
  return {
    most,
    meets({ input }, read) {
      const test = tests.get(input)
      const row = test?.reads.map(read) ?? []
      // A cell that cannot be read meets nothing.
      return test !== undefined && !row.includes(undefined) && surely(() => test.holds(row as Row))
    },
    missing: records => `the expression holds for no record: ${recordsRead(records)}`,
  }
}

const isError = ({ severity }: Problem): boolean => severity !== 'warning'

const recordsRead = (records: number): string => records === 1 ? '1 record was read' : `${records} records were read`

function surely(holds: () => boolean): boolean {
  try {
    return holds()
  } catch (error) {
    if (error instanceof ExpressionFailed) return false
    throw error
  }
}

const mistake = ({ code, message, hint }: Problem): Stop => new Stop(2, { code, message: `--where: ${message}`, ...hint === undefined ? {} : { hint } })
