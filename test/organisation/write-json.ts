// ConvertTo-Json (exchange-domain.md §5).
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

export type JsonOptions = {
  /** 5.1: `\/Date(ms)\/`, UTF-16LE; 7: ISO times, UTF-8. */
  readonly shell: '5.1' | '7'
  readonly encoding?: Encoding
  /** The zone of 7's times, such as `Europe/Warsaw`; default UTC. 5.1 writes an instant. */
  readonly zone?: string
  /** 5.1 only: lists as `{"value":[…],"Count":n}`, times as `{"value":"…","DisplayHint":2,…}`. */
  readonly wrapped?: boolean
  /** One object a line, as `ForEach { $_ | ConvertTo-Json -Compress }` gives. */
  readonly lines?: boolean
  readonly remoting?: boolean
}

/** Writes `folder/SERVER.json` for each server; gives the paths in input order. Times keep their milliseconds. */
export const writeTrackingJson = (
  organisation: Organisation, folder: string, options: JsonOptions,
): readonly string[] => {
  mkdirSync(folder, { recursive: true })
  return organisation.servers.map(server => {
    const path = join(folder, `${server.name}.json`)
    writeFileSync(path, json(trackingRecords(server, organisation.version, options.remoting ?? false), options))
    return path
  })
}

export const writeUsersJson = (organisation: Organisation, path: string, options: JsonOptions): void =>
  writeFileSync(path, json(userRecords(organisation), options))

/** A JSON value whose maps keep their order and whose texts are still to be escaped. */
type Tree = null | string | number | boolean | readonly Tree[] | Members
type Members = { readonly members: readonly (readonly [name: string, value: Tree])[] }

/** The bytes of one file of any objects. */
export const json = (records: Records, options: JsonOptions): Buffer => {
  const offset = offsetOf(options.zone ?? 'UTC')
  const trees = records.objects.map(object => members([...records.notes, ...object], options, offset))
  // One object alone is not put in an array.
  const whole: Tree = trees.length === 1 && trees[0] ? trees[0] : trees
  const text = options.lines === true ? trees.map(tree => compact(tree, options.shell) + '\r\n').join('')
    : `${options.shell === '5.1' ? aligned(whole, 0) : indented(whole, 0)}\r\n`
  return encoded(text, options.encoding ?? (options.shell === '5.1' ? 'utf16le' : 'utf8'))
}

const members = (properties: readonly Property[], options: JsonOptions, offset: Offset): Members =>
  ({ members: properties.map(([name, value]) => [name, tree(value, options, offset)]) })

const tree = (value: Value, options: JsonOptions, offset: Offset): Tree => {
  const wrapped = options.wrapped === true && options.shell === '5.1'
  if (value === null || typeof value !== 'object') return value
  if (isList(value)) return wrapped ? { members: [['value', value], ['Count', value.length]] } : value
  if ('time' in value) {
    const time = options.shell === '5.1' ? `/Date(${value.time})/` : isoTime(value.time, offset)
    return wrapped
      ? { members: [['value', time], ['DisplayHint', 2], ['DateTime', new Date(value.time).toUTCString()]] }
      : time
  }
  if ('guid' in value) return value.guid
  if ('sid' in value) {
    const domain = value.sid.slice(0, value.sid.lastIndexOf('-'))
    return { members: [['BinaryLength', 28], ['AccountDomainSid', domain], ['Value', value.sid]] }
  }
  return value.pairs.map(([key, text]) => ({ members: [['Key', key], ['Value', text]] }))
}

/** 5.1 also escapes `<`, `>`, `&` and `'`, and the slashes of a date; 7 only what JSON asks for. */
const quoted = (text: string, shell: '5.1' | '7'): string => {
  const plain = JSON.stringify(text)
  if (shell === '7') return plain
  if (/^\/Date\(-?\d+\)\/$/.test(text)) return plain.replaceAll('/', '\\/')
  return plain.replace(/[<>&']/g, letter => `\\u00${letter.charCodeAt(0).toString(16)}`)
}

const compact = (value: Tree, shell: '5.1' | '7'): string => {
  if (value === null || typeof value === 'number' || typeof value === 'boolean') return String(value)
  if (typeof value === 'string') return quoted(value, shell)
  if ('members' in value) {
    const inner = value.members.map(([name, member]) => `${quoted(name, shell)}:${compact(member, shell)}`)
    return `{${inner.join(',')}}`
  }
  return `[${value.map(inner => compact(inner, shell)).join(',')}]`
}

/** 7: two blanks a level. */
const indented = (value: Tree, column: number): string => {
  if (value === null || typeof value !== 'object') return compact(value, '7')
  const isMap = 'members' in value
  const inner = isMap
    ? value.members.map(([name, member]) => `${quoted(name, '7')}: ${indented(member, column + 2)}`)
    : value.map(member => indented(member, column + 2))
  const [open, close] = isMap ? '{}' : '[]'
  if (inner.length === 0) return `${open}${close}`
  const margin = ' '.repeat(column + 2)
  return `${open}\r\n${margin}${inner.join(`,\r\n${margin}`)}\r\n${' '.repeat(column)}${close}`
}

/** 5.1: four blanks more than the bracket stands at. */
const aligned = (value: Tree, column: number): string => {
  if (value === null || typeof value !== 'object') return compact(value, '5.1')
  const isMap = 'members' in value
  const inner = isMap
    ? value.members.map(([name, member]) => {
      const key = `${quoted(name, '5.1')}:  `
      return key + aligned(member, column + 4 + key.length)
    })
    : value.map(member => aligned(member, column + 4))
  const [open, close] = isMap ? '{}' : '[]'
  const margin = ' '.repeat(column + 4)
  const content = inner.length === 0 ? '' : margin + inner.join(`,\r\n${margin}`)
  return `${open}\r\n${content}\r\n${' '.repeat(column)}${close}`
}
