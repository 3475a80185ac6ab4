// Why records are in the outputs, or not: each step's verdict, with what decided.
import { codes } from '../diagnostics/codes.ts'
import type { Stop } from '../diagnostics/diagnostic.ts'
import type { Directory } from '../people/directory.ts'
import type { Plan } from '../plan/plan.ts'
import { type Head, type LookOptions, type ReadCell, look } from '../preview/look.ts'
import { holdsRows, stretchesOf } from '../preview/points.ts'
import { type Happening, type Passage, type Trace, memberLabel, recordCells, tracer } from '../preview/trace.ts'
import type { Masking } from '../report/masking.ts'
import { domainsOf } from '../run/directories.ts'
import { slotsOf } from '../run/fields.ts'
import type { Prepared } from '../run/prepare.ts'
import { type Telling, detailsOf, memberDetails } from './details.ts'
import { earlierRows } from './earlier.ts'
import type { Explained, Story } from './story.ts'
import type { Wanted } from '../preview/wanted.ts'
import { who } from './who.ts'

export type Explanation = {
  readonly explained: readonly Explained[]
  /** Records that were read. */
  readonly records: number
  /** Why accounts of directories are not in them. */
  readonly unread: readonly string[]
  readonly stopped?: Stop
}

/** Reads until the wanted records have gone through the plan, and what is judged as a whole with them. Stops like `look`. */
export async function explain(prepared: Prepared, wanted: Wanted, mask: Masking, outside: LookOptions): Promise<Explanation> {
  const { plan } = prepared
  const following = tracer()
  const toTheEnd = holdsRows(plan) || plan.outputs.some(({ expect }) => expect.length > 0)
  const traces: Trace[] = []
  let inHand: Head | undefined
  const judged = new Map(plan.outputs.filter(({ expect }) => expect.length > 0).map(({ name }) => [name, [] as (readonly string[])[]]))
  const follow = (head: Head, read: ReadCell): Trace | undefined => {
    const isWanted = traces.length < wanted.most && wanted.meets(head, read)
    return isWanted ? following.begin(head, recordCells(plan, head, read)) : following.begin(undefined)
  }
  const { read, directories, unread, stopped } = await look(prepared, outside, {
    watch: following.watch,
    record(head, readCell) {
      inHand = head
      const trace = follow(head, readCell)
      if (trace) traces.push(trace)
    },
    more: () => toTheEnd || traces.length < wanted.most,
    refused(head, code) {
      const trace = follow(head, () => undefined)
      if (trace) traces.push({ ...trace, refused: code })
    },
    here: following.here,
    judged(output, cells) { judged.get(output)?.push([...cells]) },
  })
  const telling: Telling = {
    plan, mask, stoppedAt: stopped && inHand, slots: slotsOf(plan), who: whoIn(plan, directories), around: placesIn(plan),
    earlier: await earlierRows(prepared, traces, outside),
  }
  return {
    explained: traces.map(trace => ({ record: trace.head, fields: fieldsOf(trace, telling), stories: storiesOfRecord(trace, telling, judged) })),
    unread, records: [...read.values()].reduce((sum, { records }) => sum + records, 0), ...stopped ? { stopped } : {},
  }
}

const whoIn = (plan: Plan, directories: ReadonlyMap<string, Directory>): Telling['who'] => new Map([...plan.lookups.values()].flatMap(lookup => {
  const directory = directories.get(lookup.name)
  return directory ? [[lookup.name, who(lookup, directory, domainsOf(lookup))] as const] : []
}))

const placesIn = (plan: Plan): Telling['around'] => new Map(stretchesOf(plan).flatMap(({ points }) =>
  points.flatMap((point, index) => point.step ? [[point.step, { point, previous: points[index - 1]! }] as const] : [])))

function fieldsOf({ head, cells, refused }: Trace, { plan, mask }: Telling): Explained['fields'] {
  return refused ? [] : plan.inputs.get(head.input)!.fields.flatMap(({ name, field }) => {
    const cell = cells.get(name)
    return [{ name, value: cell === undefined ? '?' : mask.cell(cell, field) }]
  })
}

type Judged = ReadonlyMap<string, readonly (readonly string[])[]>

const storiesOfRecord = (trace: Trace, telling: Telling, judged: Judged): readonly Story[] => trace.refused
  ? [{ kind: 'refused', code: trace.refused, about: codes[trace.refused].summary }] : storiesOf(trace.next, String(trace.head.number), telling, judged)

const storiesOf = (all: readonly Happening[], label: string, telling: Telling, judged: Judged): readonly Story[] =>
  all.flatMap((happening): readonly Story[] => {
    if (happening.kind === 'step') return stepStories(happening, label, telling, judged)
    if (happening.kind === 'refused') {
      const { output, refusal: { code, field } } = happening
      return [{ kind: 'refused', ...output === undefined ? {} : { output }, code, ...field === undefined ? {} : { field }, about: codes[code].summary }]
    }
    const { output: name, cells, index } = happening
    const output = telling.plan.outputs.find(one => one.name === name)!
    const final = judged.get(name)?.[index]
    return [{
      kind: 'written', output: name, file: output.file,
      columns: output.columns.map(({ header, field }, column) => {
        const value = telling.mask.written(cells[column]!, field)
        const after = final && telling.mask.written(final[column]!, field)
        return { name: header, value, ...after === undefined || after === value ? {} : { judged: after } }
      }),
    }]
  })

function stepStories(passage: Passage, label: string, telling: Telling, judged: Judged): readonly Story[] {
  const { step, output, handed, dropped, refused } = passage
  const several = handed.length > 1
  const next = several ? handed.map(({ next: behind }, index) => {
    const member = memberLabel(passage, index, label)
    return { label: member, details: memberDetails(passage, index, telling), stories: storiesOf(behind, member, telling, judged) }
  }) : []
  const because = dropped ?? refused?.code
  return [{
    kind: 'step', step: step.id, type: step.type, ...output === undefined ? {} : { output },
    verdict: dropped !== undefined ? 'dropped' : refused ? 'refused' : handed.length > 0 ? 'goes on' : passage.trace.head === telling.stoppedAt ? 'stops' : 'held',
    ...because === undefined ? {} : { because }, details: detailsOf(passage, telling), next,
  }, ...several ? [] : handed.flatMap(one => storiesOf(one.next, label, telling, judged))]
}
