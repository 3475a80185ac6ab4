// docs/steps.md, from the declarations of the steps.
import { stringify } from 'yaml'
import { steps } from '../steps/index.ts'
import type { Example, Step } from './step.ts'
import { type Option, each, listed } from './option.ts'

const roles: Readonly<Record<Option['role'], string>> = {
  field: 'a field', fields: 'fields', 'new-field': 'a new field', expression: 'an expression', text: 'text', texts: 'texts',
  flag: 'true or false', choice: 'a word', kinds: 'kinds of account', words: 'a word for each kind of account', lookup: 'a lookup', pattern: 'a regular expression',
}

export function stepsPage(): string {
  return [
    '# Steps', '',
    'Generated from `engine/steps/`; every example runs as a test. A step stands under a name of its own: `name: { type: { options } }`.', '',
    ...steps.map(step => `- [${step.name}](#${step.name}): ${step.summary}`), '',
    ...steps.flatMap(stepPart),
  ].join('\n')
}

function stepPart(step: Step): readonly string[] {
  return [
    `## ${step.name}`, '', step.summary, '', `**Privacy.** ${step.privacy}`, '',
    '| option | takes | meaning |', '|---|---|---|',
    ...Object.entries(step.options).map(([name, option]) => `| ${free[name] ?? `\`${name}\``}${option.optional || option.otherwise !== undefined ? '' : ' (required)'} | ${takes(option)} | ${option.about} |`),
    '',
    ...step.either ? [`Write ${step.either.map(names => names.map(name => `\`${name}\``).join(' with ')).join(', or ')}.`, ''] : [],
    ...step.examples.flatMap(example => examplePart(step, example)),
  ]
}

const free: Readonly<Record<string, string>> = { [each]: '*any name*', [listed]: '*any name*, in each item of a list' }

const takes = ({ role, choices, otherwise }: Option): string =>
  `${choices ? choices.map(choice => `\`${choice}\``).join(', ') : roles[role]}${otherwise === undefined || otherwise === '' ? '' : `; \`${String(otherwise)}\` by default`}`

const examplePart = (step: Step, { title, options, given, expect }: Example): readonly string[] => [
  `*${title}*`, '', '```yaml', yamlOf({ [step.name]: options }), '```', '',
  '```', ...given.map(row => JSON.stringify(row)), '→', ...expect.map(row => JSON.stringify(row)), '```', '',
]

/** On one line where it fits. */
function yamlOf(step: object): string {
  const line = stringify({ step }, { collectionStyle: 'flow', lineWidth: 140 }).trimEnd()
  return line.includes('\n') ? stringify({ step }, { lineWidth: 140 }).trimEnd() : line.replace(/^\{ step: (.*) \}$/, 'step: $1')
}
