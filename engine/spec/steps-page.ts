// docs/steps.md, from the declarations of the steps.
import { steps } from '../steps/index.ts'
import type { Example, Step } from './step.ts'
import { each, listed } from './option.ts'
import { takes, yamlOf } from './step-text.ts'

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

const examplePart = (step: Step, { title, options, given, expect }: Example): readonly string[] => [
  `*${title}*`, '', '```yaml', yamlOf(step, options), '```', '',
  '```', ...given.map(row => JSON.stringify(row)), '→', ...expect.map(row => JSON.stringify(row)), '```', '',
]
