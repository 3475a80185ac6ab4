// Export-Clixml (exchange-domain.md §5).
import { encoded } from './encoding.ts'
import type { Encoding } from './encoding.ts'
import { isoTime, offsetOf } from './local-time.ts'
import type { Offset } from './local-time.ts'
import type { Organisation } from './organisation.ts'
import { isList } from './record.ts'
import type { Property, Records, Value } from './record.ts'
import { trackingRecords } from './tracking-records.ts'
import { userRecords } from './user-records.ts'
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

export type ClixmlOptions = {
  /** Default encoding of 5.1 is UTF-16LE, of 7 UTF-8. */
  readonly shell: '5.1' | '7'
  readonly encoding?: Encoding
  /** Such as `Europe/Warsaw`; default UTC. Times keep their milliseconds and their offset. */
  readonly zone?: string
  /** After Select-Object: all properties are notes, in `<MS>`. */
  readonly selected?: boolean
  readonly remoting?: boolean
}

/** Writes `folder/SERVER.xml` for each server; gives the paths in input order. */
export const writeTrackingClixml = (
  organisation: Organisation, folder: string, options: ClixmlOptions,
): readonly string[] => {
  mkdirSync(folder, { recursive: true })
  return organisation.servers.map(server => {
    const path = join(folder, `${server.name}.xml`)
    writeFileSync(path, clixml(trackingRecords(server, organisation.version, options.remoting ?? false), options))
    return path
  })
}

export const writeUsersClixml = (organisation: Organisation, path: string, options: ClixmlOptions): void =>
  writeFileSync(path, clixml(userRecords(organisation), options))

/** The bytes of one file of any objects. */
export const clixml = (records: Records, options: ClixmlOptions): Buffer => {
  const write = writer(records, offsetOf(options.zone ?? 'UTC'), options)
  const text = [
    '<Objs Version="1.1.0.1" xmlns="http://schemas.microsoft.com/powershell/2004/04">',
    ...records.objects.map(write),
    '</Objs>',
  ].join('\r\n')
  return encoded(text, options.encoding ?? (options.shell === '5.1' ? 'utf16le' : 'utf8'))
}

/** Objects and type names are numbered through the file; a type's names stand at its first object only. */
const writer = (records: Records, offset: Offset, options: ClixmlOptions): (object: readonly Property[]) => string => {
  let objects = 0
  const types = new Map<string, number>()
  const typeNames = (...names: readonly string[]): string => {
    const known = types.get(names[0] ?? '')
    if (known !== undefined) return `<TNRef RefId="${known}" />`
    types.set(names[0] ?? '', types.size)
    return `<TN RefId="${types.size - 1}">${names.map(name => `<T>${escaped(name)}</T>`).join('')}</TN>`
  }
  const object = (name: string, inner: () => string): string => {
    const number = objects++
    return `<Obj${name === '' ? '' : ` N="${name}"`} RefId="${number}">${inner()}</Obj>`
  }
  const property = ([name, value]: Property): string => {
    const plain = simple(name, value, offset)
    if (plain !== undefined) return plain
    if (isList(value)) {
      return object(name, () => `${typeNames(records.listType, 'System.Array', 'System.Object')}<LST>${
        value.map(member => `<S>${escaped(member)}</S>`).join('')}</LST>`)
    }
    if (value !== null && typeof value === 'object' && 'sid' in value) {
      const { sid } = value
      return object(name, () => [
        typeNames('System.Security.Principal.SecurityIdentifier', 'System.Object'),
        `<ToString>${sid}</ToString><Props>`, property(['BinaryLength', 28]), property(['Value', sid]), '</Props>',
      ].join(''))
    }
    const pairs = value !== null && typeof value === 'object' && 'pairs' in value ? value.pairs : []
    return object(name, () => [
      typeNames('System.Collections.Generic.KeyValuePair`2[]', 'System.Array', 'System.Object'),
      '<LST>', ...pairs.map(pairObject), '</LST>',
    ].join(''))
  }
  const pairObject = ([key, text]: readonly [string, string]): string => object('', () => [
    typeNames('System.Collections.Generic.KeyValuePair`2', 'System.ValueType'),
    `<ToString>[${escaped(`${key}, ${text}`)}]</ToString>`,
    '<Props>', property(['Key', key]), property(['Value', text]), '</Props>',
  ].join(''))
  const { type, notes } = records
  const all = (properties: readonly Property[]): string => properties.map(one => `\r\n      ${property(one)}`).join('')
  return record => `  ${object('', () => options.selected === true
    ? [
      typeNames(`Selected.${type}`, 'System.Management.Automation.PSCustomObject', 'System.Object'),
      '<MS>', all([...notes, ...record]), '\r\n    </MS>',
    ].join('')
    : [
      typeNames(`Deserialized.${type}`, 'Deserialized.System.Object'), `<ToString>${type}</ToString>`,
      '<Props>', all(record), '\r\n    </Props>',
      ...notes.length === 0 ? [] : ['<MS>', all(notes), '\r\n    </MS>'],
    ].join(''))}`
}

/** A value that needs no object of its own. */
const simple = (name: string, value: Value, offset: Offset): string | undefined => {
  if (value === null) return `<Nil N="${name}" />`
  if (typeof value === 'boolean') return `<B N="${name}">${value}</B>`
  if (typeof value === 'number') {
    const tag = value > 0x7fff_ffff ? 'I64' : 'I32'
    return `<${tag} N="${name}">${value}</${tag}>`
  }
  if (typeof value === 'string') return `<S N="${name}">${escaped(value)}</S>`
  if ('time' in value) return `<DT N="${name}">${isoTime(value.time, offset)}</DT>`
  if ('guid' in value) return `<G N="${name}">${value.guid}</G>`
  return undefined
}

/**
 * Control letters, and halves of surrogate pairs, as `_x000D_`; a text that looks like one has its own underscore
 * escaped.
 */
const escaped = (text: string): string => text
  .replace(/_(?=x[0-9A-Fa-f]{4}_)/g, '_x005F_')
  .replace(/\p{Cc}|\p{Cs}/gu, letter => `_x${letter.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}_`)
  .replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
