// The new rules over what was read of the exports: what would stop a run, and what it would refuse.
import { createHmac, randomBytes } from 'node:crypto'
import { Stop } from '../diagnostics/diagnostic.ts'
import { digester } from '../hash/digest.ts'
import { keyOf } from '../hash/key.ts'
import { newKey } from '../hash/keygen.ts'
import { atLine } from '../inputs/place.ts'
import type { InputPlan, Plan } from '../plan/plan.ts'
import { type ReadField, bind } from '../run/binding.ts'
import { newCounts } from '../run/counts.ts'
import { readDirectories } from '../run/directories.ts'
import type { Position } from '../run/inputs.ts'
import { compileRows } from '../run/rows.ts'
import { type TimeFault, inputTimes } from '../run/times.ts'
import { readRecords } from './head.ts'
import type { Survey } from './survey.ts'
import { type Trial, tallies, worse } from './tallies.ts'
import { isTime } from './times.ts'

/**
 * Takes the heads of the exports through the plan as a run does, under a key that nobody ever sees; directories are
 * read as a whole. Stops (2) where times are not of the declared form, also in records that a run would drop before,
 * (3) at what would stop a run.
 */
export async function trialOf(plan: Plan, surveys: readonly Survey[]): Promise<ReadonlyMap<string, Trial>> {
  for (const survey of surveys) await tryTimes(plan.inputs.get(survey.input.name)!, survey)
  const position: Position = { input: '', file: '', line: 0, record: 0, raw: () => '' }
  const [inDirectories, inRows] = [tallies(), tallies()]
  const paths = new Map(surveys.map(({ input, paths: own }) => [input.name, own]))
  const directories = await readDirectories(plan, paths, position, (field, code) => {
    inDirectories.note(position, { code, ...(field === undefined ? {} : { field }) })
  }, () => ({}))
  for (const { name, records } of directories.read) inDirectories.count(name, records)

  const key = keyOf(newKey(randomBytes))
  const rows = compileRows(plan, {
    counts: newCounts(plan), directory: lookup => directories.byLookup.get(lookup)!,
    digest: profile => digester(key, profile), mac: bytes => createHmac('sha256', key.secret).update(bytes).digest(),
    write: () => () => {}, warn: () => {}, meet: () => {}, here: () => () => {}, place: () => place(position),
    refuse: refusal => { inRows.note(position, refusal) },
    stop: (code, message, hint) => { throw new Stop(3, { code, message, hint, place: place(position) }) },
  })
  for (const { input: { name }, files } of surveys) {
    const source = rows.sources.get(name)
    if (!source) continue
    const input = plan.inputs.get(name)!
    const begin = (file: string): void => {
      position.input = name
      position.file = file
    }
    const next = (): void => {
      position.record++
      inRows.count(name, 1)
    }
    for (const { head } of files) {
      begin(head.display)
      const times = inputTimes(input, fault => { throw unread(fault, name) })
      await readRecords(head, input.encoding, {
        header: columns => { source.bind(bind(input, columns, head.display, times.read)) },
        record: cells => {
          next()
          source.record(cells)
        },
        refuse: code => {
          next()
          inRows.note(position, { code })
        },
      })
    }
  }
  // A directory whose records become rows too was read twice.
  return new Map(surveys.map(({ input: { name } }) => [name, worse(inDirectories.of(name), inRows.of(name))]))
}

const place = ({ file, line }: Position): ReturnType<typeof atLine> => atLine(file, line)

/** Reads the times and lists of all records. */
async function tryTimes(input: InputPlan, { files }: Survey): Promise<void> {
  const tried = new Set(input.fields.filter(field => isTime(field) || field.field.list).map(({ name }) => name))
  for (const { head } of files) {
    const { read } = inputTimes(input, fault => { throw unread(fault, input.name) })
    let fields: readonly ReadField[] = []
    await readRecords(head, input.encoding, {
      header: columns => {
        fields = [...bind(input, columns, head.display, read)].flatMap(([name, field]) => tried.has(name) ? [field] : [])
      },
      record: cells => { for (const field of fields) field(cells) },
    })
  }
}

const unread = ({ code, message }: TimeFault, input: string): Stop => new Stop(2, {
  code, message: `the times of ${input} cannot be read with what is given; nothing was written: ${message}`,
  hint: 'leave --dates out to have their form found, or give that of all times of this input',
})
