// What each step means, in the plainest words: a row goes in; rows, a reason for dropping it, or a failure come out.
import { createHmac } from 'node:crypto'
import type { Scope } from '../../engine/expression/scope.ts'
import type { Directory } from '../../engine/people/directory.ts'
import type { StepPlan } from '../../engine/plan/plan.ts'
import type { Account, Cell } from '../../engine/spec/field.ts'
import { condition, value } from './evaluate.ts'
import { type Row, type Single, type Value, members, over } from './value.ts'

export type Outcome = { readonly rows: readonly Row[] } | { readonly dropped: string }
export type RunStep = (row: Row) => Promise<Outcome>

/** What steps share: the parameters, the accounts met so far by their texts, and the key of the pseudonyms. */
export type World = {
  readonly params: Scope['params']
  readonly directory: (lookup: string) => Directory
  readonly accounts: Map<string, Account>
  readonly key: string
}

/** The run ends: nothing is delivered. */
export class Stopped extends Error {
  readonly code: string
  constructor(code: string) {
    super(code)
    this.code = code
  }
}

const goes = (row: Row): Outcome => ({ rows: [row] })

/** The step as a function of rows; `unique` remembers the rows it has seen. */
export function runStep(step: StepPlan, world: World): RunStep {
  const { type, before } = step
  // Options are typed where each step is declared; a plan holds them as plain data.
  const options = step.options as any
  const scope: Scope = { fields: before, params: world.params }
  const accountOf = (text: string): Account => world.accounts.get(text) ?? nobody
  const isAccount = (name: string): boolean => before.get(name)?.type === 'account'
  switch (type) {
    case 'keep': {
      const holds = condition(options.when, scope, accountOf)
      return async row => await holds(row) ? goes(row) : { dropped: options.because }
    }
    case 'drop': {
      if (options.when) {
        const holds = condition(options.when, scope, accountOf)
        return async row => await holds(row) ? { dropped: options.because } : goes(row)
      }
      return async row => {
        for (const name of options.in as string[]) {
          const kind = members(row[name]!).map(text => accountOf(text as string).kind).find(one => options.accounts.includes(one))
          if (kind !== undefined) return { dropped: `${options.because}: ${name} is ${kind}` }
        }
        return goes(row)
      }
    }
    case 'explode': return async row => {
      const all = row[options.field] as readonly Single[]
      return all.length === 0 ? { dropped: `${options.field} is empty` } : { rows: all.map(member => ({ ...row, [options.field]: member })) }
    }
    case 'set': {
      const values = Object.entries(options['*']).map(([name, expression]) => ({ name, of: value(expression as never, scope, accountOf) }))
      return async row => {
        const cells: Record<string, Value> = {}
        for (const { name, of } of values) cells[name] = await of(row)
        return goes({ ...row, ...cells })
      }
    }
    case 'rows': {
      const items = (options['[*]'] as Record<string, never>[]).map(item => Object.entries(item).map(([name, expression]) => ({ name, of: value(expression, scope, accountOf) })))
      return async row => {
        const rows: Row[] = []
        for (const item of items) {
          const cells: Record<string, Value> = {}
          for (const { name, of } of item) cells[name] = await of(row)
          rows.push({ ...row, ...cells })
        }
        return { rows }
      }
    }
    case 'conform': return async row => goes({ ...row, ...Object.fromEntries(options.fields.map((name: string) => [name, over(row[name]!, one => conformed(one, options))])) })
    case 'identify': if (options.into) {
      return async row => {
        const account = world.directory(options.in).own(new Map(Object.entries(row) as [string, Cell][]))
        world.accounts.set(account.text, account)
        return goes({ ...row, [options.into]: account.text })
      }
    } else return changing(options.fields, text => {
      const account = words.get(text as string) ?? world.directory(options.in).identify(text as string)
      world.accounts.set(account.text, account)
      return account.text
    }, isAccount)
    case 'lookup': return async row => {
      const account = isAccount(options.field) ? accountOf(row[options.field] as string) : world.directory(options.in).find(row[options.field] as string)
      if (options.otherwise === 'drop' && !account?.entry) return { dropped: `${options.field} is not in the directory` }
      return goes({ ...row, [options.into]: taken(account, options.take) })
    }
    case 'redact': return async row => goes(Object.fromEntries(Object.entries(row).map(([name, cell]) =>
      [name, options.fields.includes(name) ? over(cell, one => redacted(one, options)) : cell])))
    case 'unique': {
      const seen = new Set<string>()
      return async row => {
        const key = JSON.stringify(options.by.map((name: string) => row[name]))
        if (seen.has(key)) return { dropped: 'seen before' }
        seen.add(key)
        return goes(row)
      }
    }
    case 'hash': {
      const hash = (text: string, address: boolean): string => pseudonym(options.lower ? text.toLowerCase() : text, options.profile, options['non-ascii'] ?? (address ? 'refuse' : 'utf8'), world.key)
      const one = (name: string) => (cell: Single): Single =>
        isAccount(name) ? options.words?.[accountOf(cell as string).kind] ?? hashedAccount(accountOf(cell as string), text => hash(text, true)) : hash(String(cell).trim(), false)
      if (options.fields) return async row => goes({ ...row, ...Object.fromEntries(options.fields.map((name: string) => [name, over(row[name]!, one(name))])) })
      return async row => goes({ ...row, [options.into]: hash(options.of.map((name: string) => String(row[name])).join('\u001f'), options.of.some(isAccount)) })
    }
    default: throw new Error(`the reference knows no step "${type}"`)
  }
}

/** A step that changes single values; what is identified already stays. */
const changing = (fields: readonly string[], change: (one: Single) => Single, isDone: (name: string) => boolean): RunStep =>
  async row => goes({ ...row, ...Object.fromEntries(fields.filter(name => !isDone(name)).map(name => [name, over(row[name]!, change)])) })

const nobody: Account = { text: '', kind: 'none', inside: false, remote: false }
const words = new Map<string, Account>([
  ['external', { text: 'external', kind: 'outside', inside: false, remote: false }],
  ['internal', { text: 'internal', kind: 'unknown', inside: true, remote: false }],
  ['error', { text: 'error', kind: 'unknown', inside: true, remote: false }],
])

function hashedAccount({ text, kind, named }: Account, hash: (text: string) => string): string {
  if (kind === 'outside') return 'external'
  if (kind === 'none' || ['external', 'internal', 'error'].includes(text)) return text
  return kind === 'unknown' || named ? 'internal' : hash(text)
}

function pseudonym(text: string, profile: string, nonAscii: string, key: string): string {
  if (text === '') return ''
  if (profile === 'utf8-base64') return createHmac('sha256', key).update(text, 'utf8').digest('base64')
  const beyond = /[^\x00-\x7f]/g
  if (beyond.test(text) && nonAscii === 'refuse') throw new Stopped('non-ascii-address')
  return createHmac('sha256', key).update(nonAscii === 'question-mark' ? text.replace(beyond, '?') : text, 'utf8').digest('hex')
}

function conformed(cell: Single, { to, otherwise, by }: { readonly to: readonly string[], readonly otherwise: string, readonly by: string }): Single {
  const text = String(cell).trim().toLowerCase()
  const fits = (word: string): boolean => text === word || by === 'prefix' && text.startsWith(`${word}.`)
  const found = to.filter(word => word !== '' && fits(word.toLowerCase())).toSorted((one, other) => other.length - one.length)
  return text === '' ? '' : found[0] ?? otherwise
}

function redacted(cell: Single, { with: word, pattern, to }: { readonly with: string, readonly pattern?: string, readonly to?: string }): Single {
  if (cell === '' && pattern === undefined) return ''
  if (pattern !== undefined) return String(cell).replace(new RegExp(pattern, 'g'), () => word)
  if (to === undefined) return word
  const kept = { year: 4, month: 7, day: 10, hour: 13, minute: 16, second: 19 }[to]!
  const local = String(cell)[10] === ' '
  const blank = local ? '0000-01-01 00:00:00' : '0000-01-01T00:00:00.000Z'
  return (String(cell).slice(0, kept) + blank.slice(kept)).slice(0, String(cell).length)
}

function taken(account: Account | undefined, take: string): Value {
  if (take === 'address') return account?.named ? '' : account?.text ?? ''
  if (take === 'kind') return account?.kind ?? ''
  if (take === 'id') return account?.id ?? ''
  return account?.entry?.get(take) as Value | undefined ?? ''
}
