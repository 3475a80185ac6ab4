// Where the rows of a generated output come from: the directory, or several inputs that share some fields.
import type { Chooser } from './chooser.ts'
import { blindCondition } from './blind.ts'
import { drawStep, joined } from './draw-step.ts'
import { type Made, conditionOf } from './expressions.ts'
import { directoryKnown } from './inputs.ts'
import { type Fields, type Known, isPrivate } from './known.ts'

type Sources = { readonly from?: unknown, readonly shared?: Fields }

/** `from` of an output, and the fields behind it; neither for the rows of the common steps, whose fields are `common`. */
export function drawSources(choose: Chooser, output: string, common: Fields, blind: boolean): Sources {
  switch (choose.one(['common', 'several', 'people', 'several', 'several', 'common'])) {
    case 'people': return { from: 'people', shared: directoryKnown }
    case 'common': return {}
  }
  const [rows, people] = [drawSource(choose, `${output}-rows`, common, blind), drawSource(choose, `${output}-people`, directoryKnown, blind)]
  const both = [...rows.offers.keys()].filter(name => people.offers.has(name))
  const names = choose.some(both, 1, 4)
  const steps = ({ prefix, own, offers }: Source) =>
    ({ ...own, [`${prefix}-shared`]: { set: Object.fromEntries(names.map(name => [name, offers.get(name)!.source])) } })
  return {
    from: { ...choose.rarely(2) ? { people: { steps: steps(people) }, rows: { steps: steps(rows) } } : { rows: { steps: steps(rows) }, people: { steps: steps(people) } } },
    shared: new Map(names.map(name => [name, joined([rows.offers.get(name)!.known, people.offers.get(name)!.known])])),
  }
}

type Source = { readonly prefix: string, readonly own: Readonly<Record<string, unknown>>, readonly offers: ReadonlyMap<string, Made> }

/** Some steps of its own, and what it can give under the names that sources share; each name stands for one form. */
function drawSource(choose: Chooser, prefix: string, before: Fields, blind: boolean): Source {
  const own: Record<string, unknown> = {}
  let fields = before
  for (let left = choose.one([0, 1, 2]); left > 0; left--) {
    const { step, after } = drawStep(choose, fields, blind)
    own[`${prefix}-${left}`] = step
    fields = after
  }
  const named = (test: (field: Known) => boolean): readonly string[] => [...fields].filter(([, field]) => test(field)).map(([name]) => name)
  const address = named(({ type, list, mark }) => type === 'text' && !list && mark === 'identity')[0]
  if (address !== undefined && named(isAccount).length === 0) {
    own[`${prefix}-who`] = { identify: { fields: [address], in: 'people' } }
    fields = new Map([...fields, [address, { ...fields.get(address)!, type: 'account' }]])
  }
  const offers = new Map<string, Made>([['answer', (blind ? blindCondition : conditionOf)(choose, fields, 1)]])
  const offer = (name: string, test: (field: Known) => boolean, as: (source: string, known: Known) => Made = (source, known) => ({ source, known })): void => {
    const all = named(test)
    if (all.length === 0) return
    const field = choose.one(all)
    offers.set(name, as(`\`${field}\``, fields.get(field)!))
  }
  offer('whom', isAccount)
  offer('key', ({ type, list }) => type === 'id' && !list)
  offer('count', ({ type, list }) => type === 'integer' && !list)
  offer('own', ({ type, list }) => type === 'pseudonym' && !list)
  offer('members', ({ type, list }) => type === 'text' && list)
  offer('words', ({ type, list }) => type === 'text' && !list, (source, { mark }) =>
    ({ source: `${source} & ""`, known: { type: 'text', list: false, mark, ...isPrivate({ mark }) ? { fixed: true } : {} } }))
  return { prefix, own, offers }
}

const isAccount = ({ type, list }: Known): boolean => type === 'account' && !list
