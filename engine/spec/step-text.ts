// A step as a reader sees it: in the pages of the documentation and in editors.
import { stringify } from 'yaml'
import type { Example, Step } from './step.ts'
import type { Option } from './option.ts'

const roles: Readonly<Record<Option['role'], string>> = {
  field: 'a field', fields: 'fields', 'new-field': 'a new field', expression: 'an expression', text: 'text', texts: 'texts',
  flag: 'true or false', choice: 'a word', kinds: 'kinds of account', words: 'a word for each kind of account', lookup: 'a lookup', pattern: 'a regular expression',
}

/** What an option takes, such as `fields`, with the value it has where it is not written. */
export const takes = ({ role, choices, otherwise }: Option): string =>
  `${choices ? choices.map(choice => `\`${choice}\``).join(', ') : roles[role]}${otherwise === undefined || otherwise === '' ? '' : `; \`${String(otherwise)}\` by default`}`

/** An example of a step under a name, on one line where it fits. */
export function yamlOf({ name }: Step, options: Example['options']): string {
  const step = { [name]: options }
  const line = stringify({ step }, { collectionStyle: 'flow', lineWidth: 140 }).trimEnd()
  return line.includes('\n') ? stringify({ step }, { lineWidth: 140 }).trimEnd() : line.replace(/^\{ step: (.*) \}$/, 'step: $1')
}
