// docs/codes.md, from the records of the codes.
import { codeGroups } from '../diagnostics/codes.ts'
import type { Explained } from '../diagnostics/codes/explained.ts'
import { company, mails } from '../diagnostics/codes/surroundings.ts'

export function codesPage(): string {
  return [
    '# Codes', '',
    'Every code a message can carry, with a bad and a good example. Generated from `engine/diagnostics/codes/`; codes are stable.',
    '`np-pipeline help CODE` shows the same on the command line.', '',
    ...codeGroups.flatMap(({ title, codes }) => [`- ${title}: ${Object.keys(codes).map(code => `[\`${code}\`](#${code})`).join(', ')}`]), '',
    '## Findings as data', '',
    '`np-pipeline check --format json` prints a list of records, in the order of file, line and column; `--format github` prints',
    'annotations of a pull request. Lines and columns count from 1, columns in UTF-16 units as editors do; `end` is behind the last',
    'character.', '',
    '| key | what it holds |', '|---|---|',
    '| `code` | one of the codes below |',
    '| `severity` | `error`, or `warning`: the rules can run, but hardly do what was meant |',
    '| `file`, `range` | where: `{ "start": { "line", "column" }, "end": { … } }`. Missing where a finding is about no place |',
    '| `path` | the keys that lead there, such as `["steps", "who", "identify"]` |',
    '| `message`, `hint` | what is wrong, and what to do |',
    '| `trail` | how it came about: records with `text`, and `file` and `range` where it stands |',
    '| `fix` | `{ "replace": … }`: the text to put in the place of `range`, where there is one answer. `--fix` writes it |', '',
    '## The rule files of the examples', '',
    'An excerpt of a rule file is part of `mails.yaml` below, or of the library it includes. A section of the excerpt stands in place',
    'of the one of the same name, save that `params` are more of them; where it has other `inputs`, there are no steps but its own.',
    'An excerpt with `extends` is a whole overlay.', '',
    ...fenced('yaml', mails), '', ...fenced('yaml', company),
    ...codeGroups.flatMap(({ title, codes }) => ['', `## ${title}`, ...Object.entries(codes).flatMap(([code, record]) => section(code, record))]),
    '',
  ].join('\n')
}

function section(code: string, { summary, why, ...examples }: Explained): readonly string[] {
  const [[kind, { bad, good }]] = Object.entries(examples) as [[string, { bad: string, good: string }]]
  const language = kind === 'commands' ? 'sh' : kind === 'input' ? 'text' : 'yaml'
  return ['', `### ${code}`, '', summary, why, '', 'Wrong:', '', ...fenced(language, bad), '', 'Right:', '', ...fenced(language, good)]
}

const fenced = (language: string, text: string): readonly string[] => [`\`\`\`${language}`, ...text.trimEnd().split('\n'), '```']
