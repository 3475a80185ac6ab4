// What a column of an unknown export holds, and how private that is: a proposal, for a person to judge.
import type { FieldType, Mark } from '../spec/field.ts'
import { datesOf } from './dates.ts'
import { localReader } from '../time/local-time.ts'

export type Kind = {
  readonly type: Extract<FieldType, 'text' | 'id' | 'integer' | 'number' | 'boolean' | 'time' | 'date' | 'message-id'>
  readonly list: boolean
  readonly privacy: Exclude<Mark, 'pseudonym'>
  /** Why, for the comment and the question. */
  readonly why: string
  /** Addresses and names that a directory knows. */
  readonly address: boolean
}

/** Names of columns that point to a person or an account, whatever stands in them. */
const personal = /mail|user|login|logon|account|owner|person|phone|mobile|\btel|name$|^name|upn|sid\b|guid|manager|employee|sender|recipient|author|creator|organi[sz]er|attendee|contact|badge|benutzer|konto|person|mitarbeiter|vorname|nachname/i
/** Names of columns that hold a key. */
const key = /(?:^|[_\s-])id$|[a-z]Id$|\bID\b|number$|\bnr\.?$|nummer$|guid|sid\b/

/** Below this many records nothing is said of how often a number comes back. */
const few = 20

/** `texts` are the cells of the column, blank ones too. */
export function kindOf(column: string, texts: readonly string[]): Kind {
  const written = texts.map(text => text.trim()).filter(text => text !== '')
  const all = (test: (text: string) => boolean): boolean => written.length > 0 && written.every(test)
  const is = (type: Kind['type'], privacy: Kind['privacy'], why: string, more: Partial<Kind> = {}): Kind => ({ type, privacy, why, list: false, address: false, ...more })

  if (written.length === 0) return is('text', 'sensitive', 'blank in all records that were looked at')
  if (all(text => /^<[^<>\s]+@[^<>\s]+>$/.test(text))) return is('message-id', 'sensitive', 'message ids')
  if (written.some(text => text.includes('@'))) return is('text', 'identity', 'addresses', { address: true, list: all(text => text.split(/[;|]/).every(part => part.includes('@'))) && written.some(text => /[;|]/.test(text)) })
  if (written.some(text => /\b(?:CN|OU|DC)=|^\/o=/i.test(text))) return is('text', 'identity', 'names of a directory', { address: true })
  if (all(text => /^(?:true|false)$/i.test(text))) return is('boolean', 'open', 'true or false')
  if (all(text => /^-?(?:0|[1-9]\d{0,14})$/.test(text))) {
    const many = written.length >= few && new Set(written).size > written.length * 0.9
    return key.test(column) || personal.test(column) || many ? is('id', 'identity', 'numbers that may each belong to a person') : is('integer', 'open', 'whole numbers')
  }
  if (all(text => /^-?\d{1,15}\.\d{1,6}$/.test(text) || /^-?\d{1,15}$/.test(text) && !/^-?0\d/.test(text))) return is('number', 'open', 'numbers')
  if (isTimes(written)) return all(hasNoClock) ? is('date', 'open', 'dates') : is('time', 'open', 'times')
  if (all(text => /^[\w{}.-]{3,64}$/.test(text)) && (key.test(column) || all(text => /\d/.test(text)))) return is('id', 'identity', 'numbers or keys that may each belong to a person')
  if (personal.test(column)) return is('id', 'identity', 'its name says that it points to people')
  return is('text', 'sensitive', 'free text')
}

/** Every text that is not blank is a time or date of one form. */
export function isTimes(texts: readonly string[]): boolean {
  const { time } = localReader({})
  return ['known', 'pattern', 'either'].includes(datesOf(texts, text => typeof time(text) === 'string').form)
}

/** A day, in figures or ISO. */
const hasNoClock = (text: string): boolean => !/\d[:.]\d\d(?:\D|$)|T\d/.test(text.replace(/^\d{1,4}([./-] ?)\d{1,2}\1\d{1,4}\.?/, ''))
