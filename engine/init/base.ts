// The rule file that a customer starts from: what it is made of, and where it keeps what customers set.
import { basename, join, dirname } from 'node:path'
import { entriesOf, pick, textOf, textsOf } from '../load/pick.ts'
import type { Loaded } from '../load/rules.ts'
import type { Tree } from '../load/tree.ts'
import type { Plan } from '../plan/plan.ts'

export type Base = {
  readonly file: string
  /** With what the customer's own library adds, where there is one already. */
  readonly loaded: Loaded
  /** Without the values of the samples, which are no customer's. */
  readonly plan: Plan
  /** The one library that the base includes: what exports share. */
  readonly library?: Library
  /** The customer's own one, where it is there already. */
  readonly shared?: string
}

export type Library = { readonly file: string, readonly tree: Tree }

/** Undefined where the base includes none, or several, or stands on other rules itself. */
export function libraryOf({ file, own }: Loaded): Library | undefined {
  const [top] = own
  const [path, second] = textsOf(pick(top?.tree, 'include'))
  if (path === undefined || second !== undefined || pick(top?.tree, 'extends')) return undefined
  const wanted = join(dirname(file), path)
  const library = own.find(one => one.kind === 'library' && one.file !== file && join(one.file) === wanted)
  return library && { file: library.file, tree: library.tree }
}

/** The file of a customer's own library, in the folder of the customer. */
export const sharedFile = ({ file }: Library, folder: string): string => join(folder, basename(file))

/** The parameter that a key of an input stands for, such as its `zone`. */
export const paramOfInput = ({ loaded }: Base, input: string, key: 'zone' | 'dates'): string | undefined =>
  textOf(pick(loaded.merged, 'inputs', input, key, 'param'))

/** The parameters that the domains of a lookup stand for, with the input behind it and the fields that hold addresses. */
export type DomainParam = { readonly param: string, readonly cloud?: string, readonly input: string, readonly fields: readonly string[] }

export const domainParams = ({ loaded, plan }: Base): readonly DomainParam[] =>
  entriesOf(pick(loaded.merged, 'lookups')).flatMap(({ key, value }) => {
    const param = textOf(pick(value, 'domains', 'param'))
    const cloud = textOf(pick(value, 'cloud-domains', 'param'))
    const lookup = plan.lookups.get(key)
    return param === undefined || !lookup ? [] : [{ param, input: lookup.from, fields: lookup.address, ...(cloud === undefined ? {} : { cloud }) }]
  })
