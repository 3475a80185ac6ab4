// Steps at the left margin, or below a section of something else.
import { likely } from '../diagnostics/synonyms.ts'
import { ofFile, ofSection } from './keys.ts'
import type { Tell } from './nesting.ts'
import { isStep } from './nesting-steps.ts'
import { isMap, isScalar, pick } from './pick.ts'
import type { Entry, Map as MapNode } from './tree.ts'

/** The file with its stray steps behind the others; an overlay without them: nothing tells whether they are new. */
export function withStepsTogether(file: MapNode, tell: Tell): MapNode {
  const overlay = pick(file, 'extends') !== undefined
  const stray: Entry[] = []
  const taken = (entry: Entry, where: string): boolean => {
    if (!isStep(entry) && !(overlay && isScalar(entry.value) && entry.value.value === 'off')) return false
    const hint = overlay ? inOverlay(entry) : 'move it below `steps:`'
    tell(entry.keyAt, `\`${entry.key}\` is a step, and stands ${where}`, hint)
    stray.push(entry)
    return true
  }
  const entries = file.entries.flatMap((entry): readonly Entry[] => {
    const { key, value } = entry
    if (!ofFile.includes(key)) {
      return likely(key, ofFile).length === 0 && taken(entry, 'at the left margin') ? [] : [entry]
    }
    // Of an overlay's output the base may have the rest.
    if (overlay || !Object.hasOwn(ofSection, key) || !isMap(value)) return [entry]
    const kept = value.entries.filter(one => !taken(one, `under \`${key}\``))
    return [kept.length === value.entries.length ? entry : { ...entry, value: { ...value, entries: kept } }]
  })
  if (stray.length === 0) return file
  if (overlay) return { ...file, entries }
  return { ...file, entries: entries.map(entry => entry.key === 'steps' ? joined(entry, stray) : entry) }
}

const inOverlay = (step: Entry): string => 'write it below `steps:`, where the base has it'
  + (isStep(step) ? `; a new step goes in by \`after: { STEP: { ${step.key}: … } }\`` : '')

const joined = (steps: Entry, more: readonly Entry[]): Entry =>
  isMap(steps.value) ? { ...steps, value: { ...steps.value, entries: [...steps.value.entries, ...more] } } : steps
