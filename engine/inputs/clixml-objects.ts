// CLIXML elements, one by one, to records: names of properties and what they hold.
import type { ClixmlValue } from './clixml-cells.ts'
import { references } from './clixml-references.ts'

/** One object of the export. Names and texts are as they stand in the file: `_x000D_` is not decoded yet. */
export type ClixmlRecord = {
  readonly names: readonly string[]
  readonly values: readonly ClixmlValue[]
  readonly line: number
}

type ObjectFrame = {
  readonly name: string
  readonly id: string
  /** An object of the export itself, not a value of one. */
  readonly record: boolean
  readonly line: number
  readonly names: string[]
  readonly values: ClixmlValue[]
  items?: ClixmlValue[]
  /** Holds records, not values: a list that was exported as one object. */
  holdsRecords: boolean
  shown?: string
  primitive?: string
  numeric: boolean
}

type Container =
  | { readonly kind: 'records' | 'other' }
  | { readonly kind: 'object' | 'properties' | 'list', readonly object: ObjectFrame }

const numbers = new Set(['By', 'SB', 'I16', 'U16', 'I32', 'U32', 'I64', 'U64', 'Sg', 'Db', 'D'])
const primitives = new Set([
  ...numbers, 'S', 'C', 'B', 'DT', 'TS', 'G', 'URI', 'Version', 'XD', 'SBK', 'SS', 'BA', 'Nil', 'Ref', 'ToString', 'T',
])
const lists = new Set(['LST', 'IE', 'STK', 'QUE'])

const records: Container = { kind: 'records' }
const other: Container = { kind: 'other' }

/** How deep elements may nest; Export-Clixml goes no deeper than its -Depth. */
const deepest = 500

/**
 * Follows the elements of a CLIXML document (exchange-domain.md §5): `open` with the attributes N and RefId, `text`,
 * and `close`. Only direct properties of a record count (`<Props>` and `<MS>`); an extended property (`<MS>`) replaces
 * one of the same name. `fail` makes the error for a document that is not CLIXML.
 */
export const clixmlObjects = (found: (record: ClixmlRecord) => void, fail: (message: string) => Error) => {
  const containers: Container[] = []
  const remembered = references()
  let expected: readonly string[] = []
  let leaf = ''
  let leafName = ''
  let leafText = ''
  let leafId = ''

  const addProperty = (object: ObjectFrame, name: string, value: ClixmlValue) => {
    if (!object.record) return
    const index = object.names.length
    // As long as the names are those of the record before, none of them stands twice.
    if (name !== expected[index]) {
      const lower = name.toLowerCase()
      const same = object.names.findIndex(known => known.toLowerCase() === lower)
      if (same >= 0) {
        object.values[same] = value
        return
      }
    }
    object.names.push(name)
    object.values.push(value)
  }

  const give = (name: string, value: ClixmlValue) => {
    const container = containers.at(-1)
    if (container?.kind === 'properties') addProperty(container.object, name, value)
    else if (container?.kind === 'list') (container.object.items ??= []).push(value)
    else if (container?.kind === 'records' && value !== '') throw fail('a value stands where a record is expected')
  }

  const givePrimitive = (tag: string, name: string, text: string) => {
    const container = containers.at(-1)
    if (tag === 'Ref') return give(name, remembered.get(leafId))
    if (container?.kind !== 'object') return give(name, primitiveText(tag, text))
    if (tag === 'ToString') container.object.shown = text
    else {
      container.object.primitive = primitiveText(tag, text)
      container.object.numeric = numbers.has(tag)
    }
  }

  const closeObject = (object: ObjectFrame) => {
    const value = objectValue(object)
    if (object.id !== '') remembered.set(object.id, value)
    if (!object.record) return give(object.name, value)
    if (object.holdsRecords) return
    if (object.names.length === 0) throw fail('an object without properties stands where a record is expected')
    expected = object.names
    found(object)
  }

  const container = (tag: string): Container => {
    const parent = containers.at(-1)
    if (parent?.kind === 'object') {
      const { object } = parent
      if (tag === 'Props' || tag === 'MS') return { kind: 'properties', object }
      if (lists.has(tag)) {
        object.holdsRecords = object.record
        if (object.record) return records
        object.items ??= []
        return { kind: 'list', object }
      }
    }
    return other
  }

  return {
    open(tag: string, name = '', id = '', line: number): void {
      if (leaf !== '') throw fail('an element stands inside a value')
      if (containers.length > deepest) throw fail('elements are nested deeper than in any export')
      if (containers.length === 0) {
        if (tag !== 'Objs') throw fail('the root element is not Objs')
        containers.push(records)
      }
      else if (primitives.has(tag)) {
        leaf = tag
        leafName = name
        leafId = id
        leafText = ''
      } else if (tag === 'Obj') {
        const record = containers.at(-1) === records
        const object = { name, id, record, line, names: [], values: [], holdsRecords: false, numeric: false }
        containers.push({ kind: 'object', object })
      } else containers.push(container(tag))
    },
    text(piece: string): void {
      if (leaf !== '') leafText += piece
      else if (piece.trim() !== '') throw fail('text stands outside of a value')
    },
    close(): void {
      if (leaf !== '') {
        const tag = leaf
        leaf = ''
        return givePrimitive(tag, leafName, leafText)
      }
      const closed = containers.pop()
      if (closed?.kind === 'object') closeObject(closed.object)
    },
  }
}

const primitiveText = (tag: string, text: string): string => {
  if (tag === 'B') return text === 'true' ? 'True' : 'False'
  return tag === 'C' ? String.fromCharCode(Number(text)) : text
}

/** A list is its members; an enumeration its name; another value itself; an object without text cannot be read. */
const objectValue = ({ items, shown, primitive, numeric }: ObjectFrame): ClixmlValue => {
  if (items) return items.map(item => typeof item === 'string' ? item : undefined)
  return primitive === undefined || numeric ? shown ?? primitive : primitive
}
