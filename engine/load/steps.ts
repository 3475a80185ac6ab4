// Steps of an overlay: single options of a named step changed, steps taken out, steps put in before or after others.
import { onlyNearest } from '../diagnostics/nearest.ts'
import { type Merge, type Spot, byKey, changing, isOff, mistake, namesNothing, withEntry, withoutEntry } from './merge.ts'
import { isSupposed } from './nesting-steps.ts'
import { entriesOf, isMap } from './pick.ts'
import { replacingList, stepApart } from './replaced-lists.ts'
import type { Entry, Map as MapNode, Tree } from './tree.ts'

/**
 * A rule for what holds `steps`: a pipeline, or one of its outputs. `steps`, `after` and `before` of the overlay work
 * on the steps of the base; `otherwise` merges the rest. A step that is taken out can still say where others go in,
 * so that a step is replaced by `steps: { old: off }` with `after: { old: { new: … } }`.
 */
export const withSteps = (otherwise: Merge): Merge => (base, overlay, spot) => {
  if (!isMap(overlay.value)) return otherwise(base, overlay, spot)
  const rest = overlay.value.entries.filter(({ key }) => !['steps', 'after', 'before'].includes(key))
  const merged = otherwise(base, { ...overlay, value: { ...overlay.value, entries: rest } }, spot)
  if (!merged || !isMap(merged.value)) return merged
  const steps = mergedSteps(entriesOf(base?.value).find(({ key }) => key === 'steps'), overlay.value, spot)
  return steps ? { ...merged, value: withEntry(merged.value, steps) } : merged
}

function mergedSteps(base: Entry | undefined, overlay: MapNode, spot: Spot): Entry | undefined {
  const given = overlay.entries.find(({ key }) => key === 'steps')
  let steps: MapNode = isMap(base?.value) ? base.value : { kind: 'map', at: given?.value.at ?? overlay.at, entries: [] }
  const fresh = steps.entries.length === 0
  const removed: string[] = []
  const blocks = overlay.entries.filter(({ key }) => isBlock(key))
  for (const patch of entriesOf(given?.value)) {
    const step = steps.entries.find(({ key }) => key === patch.key)
    const here = at(spot, steps, 'steps', patch.key)
    if (step && isOff(patch.value)) {
      removed.push(patch.key)
      withdraw(spot, step, patch, { behind: steps.entries[steps.entries.indexOf(step) - 1]?.key })
    } else if (step) {
      const result = changed(step, patch, here)!
      withdraw(spot, step, patch, { after: result.value })
      steps = withEntry(steps, result)
    }
    // Where the base has no steps at all there is none to go in before or after.
    else if (fresh && !isOff(patch.value)) steps = withEntry(steps, patch)
    // The schema check says that it stands in the wrong place; taken as meant, it leads to no other finding.
    else if (isBlock(patch.key) && isMap(patch.value)) blocks.push(patch)
    else {
      const asNew = `\`after: { STEP: { ${patch.key}: … } }\``
      namesNothing('step', patch, here, `a new step goes in by ${asNew}, or \`before\`, beside \`steps\``)
    }
  }
  for (const { key, value } of blocks) {
    for (const anchor of entriesOf(value)) steps = inserted(steps, anchor, key as Side, spot)
  }
  for (const key of removed) steps = withoutEntry(steps, key)
  const start = base ?? given
  return start && { ...start, value: steps }
}

/** A step keeps its type; each option the overlay gives is replaced as a whole. */
const changed = changing('step', 'leave it out', (step, patch, spot) => {
  if (!isMap(step?.value) || !isMap(patch.value)) return patch
  let value = step.value
  for (const options of patch.value.entries) {
    const [own] = step.value.entries
    const type = isSupposed(patch, options) || own?.key === options.key ? own : undefined
    const merge = byKey({}, replacingList(stepApart(step, type ?? options, entriesOf(type?.value))))
    const result = type && merge(type, options, { ...spot, path: [...spot.path, options.key] })
    if (result) value = withEntry(value, result)
    else anotherType(step, options, spot)
  }
  return { ...step, value }
})

function anotherType(step: Entry, { key, keyAt }: Entry, spot: Spot): void {
  const type = entriesOf(step.value)[0]
  if (!type) return
  mistake(spot, 'overlay-names-nothing', keyAt, `the step "${step.key}" is of the type "${type.key}", not "${key}"`, {
    hint: `change options of "${type.key}", or take the step out (${step.key}: off) and put another in after it`,
    trail: [{ place: type.keyAt, text: 'the step in the base' }],
  })
}

function inserted(steps: MapNode, anchor: Entry, side: Side, spot: Spot): MapNode {
  const here = at(spot, steps, side, anchor.key)
  const meant = here.known.includes(anchor.key) ? anchor.key : onlyNearest(anchor.key, here.known)
  const isUnnamed = (step: Entry): boolean =>
    entriesOf(step.value).some(type => type.key === step.key && isSupposed(step, type))
  const unnamed = entriesOf(anchor.value).find(isUnnamed)
  if (meant !== anchor.key) {
    const example = `\`${side}: { STEP: { ${anchor.key}: { ${unnamed?.key}: … } } }\``
    const there = here.known.join(', ')
    const missing = `write the step of the base that it goes ${side}: ${example}; the base has: ${there}`
    namesNothing('step', anchor, here, unnamed && missing)
  } else if (unnamed) {
    mistake(here, 'bad-name', unnamed.keyAt, `\`${unnamed.key}\` stands where the name of the new step stands`, {
      hint: `give it one: \`${side}: { ${anchor.key}: { NAME: { ${unnamed.key}: … } } }\``,
    })
  }
  if (meant === undefined) return steps
  const index = here.known.indexOf(meant)
  const added = entriesOf(anchor.value).filter(step => {
    const existing = steps.entries.find(({ key }) => key === step.key)
    if (!existing) return true
    const spotOfStep = { ...here, path: [...here.path, step.key] }
    mistake(spotOfStep, 'duplicate-key', step.keyAt, `there is a step "${step.key}" already`, {
      hint: 'give the new step a name of its own', trail: [{ place: existing.keyAt, text: 'the step in the base' }],
    })
    return false
  })
  return { ...steps, entries: steps.entries.toSpliced(side === 'after' ? index + 1 : index, 0, ...added) }
}

const sides = ['after', 'before'] as const
type Side = typeof sides[number]
const isBlock = (key: string): boolean => (sides as readonly string[]).includes(key)

function withdraw(spot: Spot, step: Entry, patch: Entry, more: { readonly behind?: string | undefined, readonly after?: Tree }): void {
  const [part, output] = spot.path
  const { behind, after } = more
  spot.withdraw({
    step: step.key, place: patch.keyAt, before: step.value, within: spot.path,
    ...behind === undefined ? {} : { behind }, ...after ? { after } : {},
    ...part === 'outputs' && output !== undefined ? { output } : {},
  })
}

const at = (spot: Spot, steps: MapNode, ...path: readonly string[]): Spot =>
  ({ ...spot, path: [...spot.path, ...path], known: steps.entries.map(({ key }) => key) })
