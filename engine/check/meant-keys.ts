// Which key an unknown one was meant to be, by what the schema takes and lacks there.
import type { DefinedError } from 'ajv'
import { likely, onlyLikely } from '../diagnostics/synonyms.ts'

export type Unknown = DefinedError & { readonly keyword: 'additionalProperties' }
type Missing = DefinedError & { readonly keyword: 'required' }

/** `only` is an answer that can be taken without asking. */
type Meant = { readonly likely: readonly string[], readonly only?: string | undefined }

/**
 * The keys that an unknown one is likely to mean. Where it is like none it means the one that is missing, if no other
 * is missing or unknown beside it, and its value could stand there. `all` are all errors of the file.
 */
export function meantKeys(error: Unknown, all: readonly DefinedError[]): Meant {
  const key = error.params.additionalProperty
  const open = knownKeys(error).filter(one => !Object.hasOwn(error.data as object, one))
  const found = likely(key, open)
  if (found.length > 0 || error.instancePath === '') return { likely: found, only: onlyLikely(key, open) }
  const beside = all.filter(other => other.instancePath === error.instancePath)
  const missing = beside.filter((other): other is Missing => other.keyword === 'required')
    .map(other => other.params.missingProperty)
  const unknown = beside.filter(({ keyword }) => keyword === 'additionalProperties')
  const [only] = missing
  if (only === undefined || missing.length > 1 || unknown.length > 1) return { likely: [] }
  const value = (error.data as Readonly<Record<string, unknown>>)[key]
  return fits(propertyOf(error, only), value) ? { likely: [only], only } : { likely: [] }
}

/** The missing key stands there, in another spelling or as another word: one mistake, one finding. */
export const isMisspelling = (other: DefinedError, missing: Missing, all: readonly DefinedError[]): boolean =>
  other.keyword === 'additionalProperties' && other.instancePath === missing.instancePath
  && meantKeys(other, all).likely.includes(missing.params.missingProperty)

export const knownKeys = (error: DefinedError): readonly string[] =>
  Object.keys(error.parentSchema?.['properties'] ?? {})

/** How a missing key is written. */
export function written(error: DefinedError, key: string): string {
  const { enum: values, const: only } = propertyOf(error, key)
  if (!values) return `\`${key}: ${only === undefined ? '…' : String(only)}\``
  const others = values.slice(1).map(one => `\`${String(one)}\``)
  return `\`${key}: ${String(values[0])}\`${others.length > 0 ? `, or ${others.join(' or ')}` : ''}`
}

type Property = {
  readonly type?: string | readonly string[]
  readonly enum?: readonly unknown[]
  readonly const?: unknown
  readonly else?: Property
}

function propertyOf(error: DefinedError, key: string): Property {
  const property = (error.parentSchema?.['properties'] as Readonly<Record<string, Property>> | undefined)?.[key]
  // What a value is beside `{ param: … }` stands under `else`.
  return property?.else ?? property ?? {}
}

const fits = ({ type, enum: values }: Property, value: unknown): boolean =>
  values ? values.includes(value) : [type].flat().includes(Array.isArray(value) ? 'array' : typeof value)
