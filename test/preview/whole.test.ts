// What preview and explain say is what a run does: over the samples, under the key that both use.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import test from 'ava'
import { newFolder, npPipeline } from '../command-line.ts'
import { readLikeReceiver } from '../outputs/receiver.ts'

type Step = { readonly step?: string, readonly output?: string, readonly in?: number, readonly out?: number, readonly dropped?: Readonly<Record<string, { readonly rows: number }>> }
type Shown = { readonly row: string, readonly cells: Readonly<Record<string, string>> }
type Preview = { readonly steps: readonly Step[], readonly outputs: Readonly<Record<string, { readonly file: string, readonly rows: number, readonly shown: readonly Shown[] }>> }
type Story = {
  readonly kind: string, readonly step: string, readonly output?: string, readonly verdict: string, readonly because?: string
  readonly columns: readonly { readonly name: string, readonly value: string, readonly judged?: string }[]
  readonly next: readonly { readonly stories: readonly Story[] }[]
}
type Explanation = { readonly records: readonly { readonly stories: readonly Story[] }[] }

const fixed = ['--set', 'prefix=']
const pipelines = [
  { name: 'emails', where: '1 = 1', settings: fixed },
  { name: 'meetings', where: '1 = 1', settings: fixed },
  { name: 'users', where: '1 = 1', settings: [...fixed, '--set', 'row-date=2024-05-31'] },
]

const json = <Result>(t: { is(one: unknown, other: unknown, message?: string): void }, args: readonly string[]): Result => {
  const { code, out, err } = npPipeline(args, { env: { NP_HMAC_KEY: '' } })
  t.is(code, 0, err)
  return JSON.parse(out) as Result
}

/** Every story of a record, also of the rows that a step makes of one. */
const allOf = (stories: readonly Story[]): readonly Story[] => stories.flatMap(story => [story, ...(story.next ?? []).flatMap(({ stories: behind }) => allOf(behind))])

/** A digest is shown by its first digits. */
const short = (cell: string): string => /^[0-9a-f]{64}$/.test(cell) ? `${cell.slice(0, 8)}…` : cell

for (const { name, where, settings } of pipelines) {
  test.serial(`${name}: the same rows, and the same rows dropped`, t => {
    const folder = newFolder(t)
    const rules = `rules/${name}.yaml`
    type Summary = { readonly counts: Readonly<Record<'common', { readonly dropped: Dropped }> & { readonly outputs: Readonly<Record<string, { readonly dropped: Dropped, readonly written: number }>> }> }
    type Dropped = Readonly<Record<string, Readonly<Record<string, number>>>>
    const run = json<Summary>(t, ['run', rules, ...settings, '--out', join(folder, 'out'), '--json'])
    const preview = json<Preview>(t, ['preview', rules, ...settings, '--rows', '1000', '--format', 'json'])
    const explanation = json<Explanation>(t, ['explain', rules, ...settings, '--where', where, '--rows', '1000', '--format', 'json'])

    const reasons = (output: string | undefined): Dropped => output === undefined ? run.counts.common.dropped : run.counts.outputs[output]!.dropped
    for (const { step, output, dropped = {} } of preview.steps) {
      if (step === undefined) continue
      t.deepEqual(Object.fromEntries(Object.entries(dropped).map(([reason, { rows }]) => [reason, rows])), reasons(output)[step] ?? {}, step)
    }

    const stories = allOf(explanation.records.flatMap(record => record.stories))
    const told = new Map<string, number>()
    for (const { kind, output, step, verdict, because } of stories) {
      if (kind === 'step' && verdict === 'dropped') told.set(JSON.stringify([output, step, because]), (told.get(JSON.stringify([output, step, because])) ?? 0) + 1)
    }
    for (const output of [undefined, ...Object.keys(run.counts.outputs)]) {
      for (const [step, own] of Object.entries(reasons(output))) {
        for (const [reason, rows] of Object.entries(own)) t.is(told.get(JSON.stringify([output, step, reason])), rows, `${step}: ${reason}`)
      }
    }

    for (const [output, { file, rows, shown }] of Object.entries(preview.outputs)) {
      const [header = [], ...written] = readLikeReceiver(readFileSync(join(folder, 'out', file), 'utf8'), ';')
      t.is(rows, written.length, output)
      t.is(shown.length, rows)
      const explained = stories.filter(story => story.kind === 'written' && story.output === output)
      t.is(explained.length, rows)
      for (const [index, cells] of written.entries()) {
        for (const [column, title] of header.entries()) {
          const { value, judged } = explained.find(({ columns }) => columns === explained[index]!.columns)!.columns[column]!
          const cell = cells[column]!
          const isOpen = !/^(?:text|address|name|id)-\d/.test(value)
          if (isOpen && !cell.startsWith('[') && !/^[0-9A-F]{40,}$/.test(cell)) t.is(judged ?? value, short(cell), `${output}, row ${index + 1}, ${title}`)
        }
      }
    }
  })
}
