// The files of a customer: one for this export, and one for what all share, where the base has a library for that.
import { dirname } from 'node:path'
import { type Base, sharedFile } from './base.ts'
import type { Changes } from './changes.ts'
import type { FirstTest } from './first-test.ts'
import { overlayText } from './overlay-text.ts'
import { isNothing, parted } from './parted.ts'
import { schemaWay, way } from './places.ts'

export type Texts = {
  readonly own: string
  /** Left out where the customer has such a file already, or there is nothing to share. */
  readonly shared?: { readonly file: string, readonly text: string }
}

/** `file` is that of the export, `name` that of the customer. */
export function textsOf(file: string, name: string, base: Base, changes: Changes, test?: FirstTest): Texts {
  const { library, shared: there } = base
  const start = { schema: schemaWay(file, base.file), base: way(file, base.file), ...(test ? { test } : {}) }
  if (there !== undefined) return { own: overlayText({ ...start, include: way(file, there), changes }) }
  const parts = library && parted(changes, library)
  if (!parts || isNothing(parts.shared)) return { own: overlayText({ ...start, changes }) }
  const shared = sharedFile(library!, dirname(file))
  return {
    own: overlayText({ ...start, include: way(file, shared), changes: parts.own }),
    shared: {
      file: shared,
      text: overlayText({
        schema: schemaWay(shared, library!.file), base: way(shared, library!.file), changes: parts.shared,
        about: `What all exports of ${name} share; each includes this file.`,
      }),
    },
  }
}
