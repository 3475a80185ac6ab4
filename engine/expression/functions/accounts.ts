// What the rules may know of an account without knowing who it is.
import type { Account, Scalar } from '../../spec/field.ts'
import { boolean, type ExpressionFunction, text } from './declaration.ts'

type Given = Account | Scalar | undefined
const account = [{ name: 'field', takes: 'account' }] as const
const anna: Account = { text: 'anna@example.com', kind: 'person', inside: true, remote: false }
const of = (value: Given): Account | undefined => typeof value === 'object' ? value : undefined

export const accountFunctions: readonly ExpressionFunction[] = [
  {
    name: 'inside',
    summary: 'Whether the account belongs to the organisation. A blank does not.',
    parameters: account,
    examples: [{ expression: '$inside(sender)', row: { sender: anna }, gives: true }],
    gives: boolean,
    lowers: { to: 'open', why: 'Inside or outside is one of two answers, and each holds for many people.' },
    run: (value: Given) => of(value)?.inside ?? false,
  },
  {
    name: 'remote',
    summary: 'Whether the account is a colleague whose mailbox is in the cloud. A blank is not.',
    parameters: account,
    examples: [{ expression: '$remote(sender)', row: { sender: anna }, gives: false }],
    gives: boolean,
    lowers: { to: 'open', why: 'Here or in the cloud is one of two answers, and each holds for many people.' },
    run: (value: Given) => of(value)?.remote ?? false,
  },
  {
    name: 'kind',
    summary: 'The kind of the account: `person`, `outside`, `unknown`, `none`, or one the lookup names, as `room`.',
    parameters: account,
    examples: [{ expression: '$kind(sender)', row: { sender: anna }, gives: 'person' }],
    gives: (_, { kinds }) => ({ ...text(), ...kinds ? { values: kinds } : {} }),
    lowers: { to: 'open', why: 'A kind is one of a closed list of words the rules name, never a person.' },
    run: (value: Given) => of(value)?.kind ?? 'none',
  },
]
