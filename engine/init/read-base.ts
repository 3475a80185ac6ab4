// Reads the rules that a customer starts from, together with the customer's own library where there is one.
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import type { World } from '../commands/command.ts'
import { printFindings, readRules } from '../commands/load.ts'
import { usage } from '../commands/wishes.ts'
import { checkRules } from '../check/rules.ts'
import { type Base, libraryOf, sharedFile } from './base.ts'
import { overlayText } from './overlay-text.ts'
import { way } from './places.ts'
import { proofOf } from './proof.ts'

/** Undefined, and printed, where the rules have errors. Stops (2) where they are no pipeline. */
export async function readBase(file: string, folder: string, world: World): Promise<Base | undefined> {
  const { loaded, diagnostics, texts } = readRules(file)
  const checked = loaded && checkRules(loaded, new Map(), true)
  const errors = [...diagnostics, ...checked?.diagnostics ?? []].filter(one => one.severity === 'error')
  if (printFindings(errors, texts, world) || !loaded) return undefined
  const { plan } = checkRules(loaded, new Map(), false)
  if (!plan) {
    throw usage(`${file} is a library; a customer starts from a pipeline`, 'give a rule file that includes it: --base rules/emails.yaml')
  }
  const library = libraryOf(loaded)
  const base: Base = { file, loaded, plan, ...(library ? { library } : {}) }
  const shared = library && sharedFile(library, folder)
  return shared !== undefined && existsSync(shared) ? withShared(base, shared, folder, world) : base
}

/** The base as an overlay sees it that includes the customer's library. */
async function withShared(base: Base, shared: string, folder: string, world: World): Promise<Base | undefined> {
  const file = join(folder, `${base.plan.name}.yaml`)
  const nothing = { params: new Map(), inputs: new Map() }
  const text = overlayText({ base: way(file, base.file), include: way(file, shared), changes: nothing })
  const { loaded, diagnostics, texts } = await proofOf(new Map([[file, text]]), file)
  if (printFindings(diagnostics.filter(one => one.severity === 'error'), texts, world) || !loaded) return undefined
  const { plan } = checkRules(loaded, new Map(), false)
  return { ...base, loaded: { ...loaded, tests: base.loaded.tests }, plan: plan!, shared }
}
