// Several rule files checked at once, and mended where there is one answer.
import { writeFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { fixed } from '../check/fix.ts'
import { checkRules } from '../check/rules.ts'
import { changes } from '../diagnostics/changes.ts'
import { type Diagnostic, type Place, Stop } from '../diagnostics/diagnostic.ts'
import { inOrder } from '../diagnostics/order.ts'
import { pathAt } from '../load/path.ts'
import type { Documents } from '../load/sources.ts'
import type { Tree } from '../load/tree.ts'
import { allSteps } from '../plan/steps.ts'
import { readRules } from './load.ts'

export type CheckedFiles = {
  /** In the order of file, line and column; those of shared files once. */
  readonly findings: readonly Diagnostic[]
  /** Every file that was read, as it stands on the disk. */
  readonly texts: ReadonlyMap<string, string>
  readonly pathAt: (place: Place) => readonly string[] | undefined
  readonly pipelines: number
  readonly steps: number
  readonly tests: number
}

export function checkFiles(files: readonly string[]): CheckedFiles {
  const texts = new Map<string, string>()
  const trees = new Map<string, Tree>()
  const found: Diagnostic[] = []
  const documents: Documents = new Map()
  const totals = { pipelines: 0, steps: 0, tests: 0 }
  for (const file of files) {
    const { loaded, diagnostics, texts: own } = readRules(file, documents)
    const checked = loaded && checkRules(loaded, new Map(), true)
    for (const [path, text] of own) texts.set(path, text)
    for (const { file: path, tree } of loaded?.own ?? []) trees.set(path, tree)
    found.push(...diagnostics, ...checked?.diagnostics ?? [])
    if (!checked?.plan) continue
    totals.pipelines++
    totals.steps += allSteps(checked.plan).length
    totals.tests += checked.tests.length
  }
  const treeOf = (place: Place): Tree | undefined => trees.get(place.file)
  return {
    findings: inOrder(found), texts, ...totals,
    pathAt: place => treeOf(place) && pathAt(treeOf(place)!, place.range.start),
  }
}

/** A fix can bring up a mistake that it hid, such as an option of a step whose type was misspelt. */
const mostRounds = 5

/** Writes the fixes into these files, and into none that they include or extend; gives what changed, as text. */
export function fixFiles(files: readonly string[]): string {
  const before = new Map<string, string>()
  const after = new Map<string, string>()
  for (let round = 0; round < mostRounds; round++) {
    const { findings, texts } = checkFiles(files)
    let changed = false
    for (const file of files) {
      const own = findings.filter(({ place }) => place && resolve(place.file) === resolve(file))
      const text = texts.get(file)!
      const next = fixed(text, file, own)
      if (next === text) continue
      write(file, next)
      before.set(file, before.get(file) ?? text)
      after.set(file, next)
      changed = true
    }
    if (!changed) break
  }
  return [...after].map(([file, text]) => `${changes(file, before.get(file)!, text)}\n`).join('')
}

function write(file: string, text: string): void {
  try {
    writeFileSync(file, text)
  } catch {
    throw new Stop(2, {
      code: 'write-failed', message: `${file} cannot be written`, hint: 'check who may write the file; without --fix nothing is written',
    })
  }
}
