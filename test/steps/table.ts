// A table through the steps of a rule file: the real check and run, over records written as JSON.
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'csv-parse/sync'
import { stringify } from 'yaml'
import { newFolder } from '../command-line.ts'
import { runRules } from '../run-rules.ts'

export type Given = Readonly<Record<string, string | readonly string[]>>

export type Table = {
  /** Fields of the input as a rule file declares them; sensitive texts where nothing else is said. */
  readonly fields: Record<string, object>
  readonly steps: object
  readonly given: readonly Given[]
  /** Fields to write, all in clear unless they stand in `bounded`. */
  readonly columns: readonly string[]
  readonly bounded?: readonly string[]
  readonly people?: readonly Given[]
  readonly settings?: Record<string, string>
  readonly params?: object
}

export type Went = {
  readonly rows: readonly Record<string, string>[]
  readonly warnings: readonly string[]
  readonly added: number
  readonly dropped: Record<string, number>
  /** Line and code of each refused record. */
  readonly refused: readonly string[]
  /** The file as it was written. */
  readonly text: string
}

/** A library may have kinds of account that nobody asks for. */
const library = `version: 1
inputs: { people: { optional: true, fields: { mail: { privacy: identity }, login: { privacy: identity } } } }
lookups:
  people:
    { from: people, domains: contoso.example, address: mail, also: login, kinds: [{ attendant: { login: attendant } }, { room: { login: room-* } }] }
`

/** What comes out behind the steps; up to 1000 refused records are taken. */
export async function through(t: Parameters<typeof newFolder>[0], table: Table): Promise<Went> {
  const { fields, steps, given, columns, bounded = [], people, settings = {}, params = {} } = table
  const folder = newFolder(t)
  const path = (name: string): string => join(folder, name)
  const clear = columns.filter(name => !bounded.includes(name))
  writeFileSync(path('company.yaml'), library)
  writeFileSync(path('table.yaml'), stringify({
    version: 1, name: 'table', include: ['./company.yaml'], params,
    inputs: { rows: { fields: Object.fromEntries(Object.entries(fields).map(([name, field]) => [name, { privacy: 'sensitive', ...field }])) } },
    from: 'rows', steps,
    outputs: {
      table: { csv: { file: 'table.csv' }, columns: Object.fromEntries(columns.map(name => [name, name])), ...clear.length > 0 ? { allow: Object.fromEntries(clear.map(name => [name, 'a test looks at it'])) } : {} },
    },
  }))
  writeFileSync(path('rows.json'), given.map(record => `${JSON.stringify(record)}\n`).join(''))
  if (people) writeFileSync(path('people.json'), JSON.stringify(people))
  const { result, text } = await runRules({
    rules: path('table.yaml'), out: path('out'), settings, limit: { records: 1000 },
    inputs: { rows: [path('rows.json')], ...people ? { people: [path('people.json')] } : {} }, without: people ? [] : ['people'],
  })
  const { common } = result.counts
  const refusals = path('out.quarantine/table.jsonl')
  return {
    rows: parse(text('table.csv'), { columns: true, relax_column_count: false }) as Record<string, string>[],
    text: text('table.csv'),
    warnings: result.warnings.filter(({ code }) => !['no-rows', 'aliases-not-joined', 'many-unknown'].includes(code)).map(({ code, count, message }) => `${code} ${count}: ${message}`),
    added: [...common.added.values()].reduce((sum, rows) => sum + rows, 0),
    dropped: Object.fromEntries([...common.dropped].flatMap(([, reasons]) => [...reasons])),
    refused: existsSync(refusals) ? readFileSync(refusals, 'utf8').trim().split('\n').map(line => JSON.parse(line) as { line?: number, code: string }).map(({ line, code }) => `${line} ${code}`) : [],
  }
}
