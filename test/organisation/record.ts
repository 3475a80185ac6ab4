// Objects as cmdlets give them, before an export turns them into text.

export type Value =
  | null | string | number | boolean
  | readonly string[]
  | { readonly time: number }
  | { readonly guid: string }
  | { readonly sid: string }
  | { readonly pairs: readonly (readonly [key: string, value: string])[] }

export type Property = readonly [name: string, value: Value]

export type Records = {
  /** Full .NET name, without `Deserialized.` or `Selected.`. */
  readonly type: string
  /** The .NET type of its lists. */
  readonly listType: string
  readonly objects: readonly (readonly Property[])[]
  /** Notes that remoting adds to each object. */
  readonly notes: readonly Property[]
}

export const isList = (value: Value): value is readonly string[] => Array.isArray(value)
