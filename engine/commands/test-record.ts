// test --record: a test made of a real record, put behind those of the rule file.
import { writeFileSync } from 'node:fs'
import { Stop } from '../diagnostics/diagnostic.ts'
import { toText } from '../diagnostics/text.ts'
import { type Recorded, record } from '../rule-tests/record/record.ts'
import { wantedRecord } from '../rule-tests/record/raw.ts'
import type { World } from './command.ts'
import { ready } from './ready.ts'
import { readWishes, usage } from './wishes.ts'

/** Gives the exit code: 1 where stand-ins cannot show the record. Nothing is written then. */
export async function recordTest([file, ...others]: readonly string[], options: Readonly<Record<string, unknown>>, world: World): Promise<number> {
  const given = String(options['row'] ?? '')
  const wanted = wantedRecord(given)
  if (file === undefined || others.length > 0) throw usage('--record appends to one rule file', 'name one')
  if (!wanted) throw usage(options['row'] === undefined ? '--record needs a record' : `--row cannot be "${given}"`, 'write --row with the number of a record, such as --row 12, or with FILE:LINE')
  const title = options['title'] === undefined ? undefined : String(options['title'])
  if (title !== undefined && !/\S/.test(title)) throw usage('--title is blank', 'say what the test shows')
  const wishes = readWishes(options, world)
  const { loaded, prepared } = await ready(file, wishes, world) ?? {}
  if (!loaded || !prepared) return 1
  const reading = (input: string): { readonly encoding?: string, readonly stdin: AsyncIterable<Buffer> } => {
    const encoding = wishes.encodings.get(input)
    return { stdin: world.stdin, ...(encoding === undefined ? {} : { encoding }) }
  }
  let recorded: Recorded
  try {
    recorded = await record(loaded, prepared, { wanted, title: title ?? freeTitle(loaded.tests.map(({ key }) => key)), settings: wishes.settings, reading })
  } catch (error) {
    if (!(error instanceof Stop) || error.diagnostic.code !== 'test-failed') throw error
    world.err(toText([error.diagnostic], () => undefined, { color: world.colors && world.terminal }))
    return 1
  }
  writeFileSync(file, recorded.text)
  world.out(`${recorded.added}\n\nappended to ${file}, line ${recorded.line}; read it, then run np-pipeline test ${file}\n`)
  return 0
}

function freeTitle(titles: readonly string[]): string {
  let number = 1
  while (titles.includes(`recorded ${number}`)) number++
  return `recorded ${number}`
}
