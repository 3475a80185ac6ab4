// docs/commands.md, from the declarations of the commands.
import { type Command, type CommandOption, exitCodes } from '../commands/command.ts'
import { commands } from '../commands/index.ts'
import { cell } from './page-cell.ts'

export function commandsPage(): string {
  return [
    '# Commands', '',
    'Generated from `engine/commands/`; `np-pipeline help COMMAND` shows the same. From a clone the program is `npx np-pipeline`.',
    'An option with … behind it can be given several times.', '',
    '| command | |', '|---|---|',
    ...commands.map(({ name, summary }) => `| [${name}](#${name}) | ${cell(summary)} |`), '',
    'Nothing is delivered but with exit code 0.', '',
    '| exit code | |', '|---|---|',
    ...Object.entries(exitCodes).map(([code, meaning]) => `| ${code} | ${cell(meaning)} |`), '',
    ...commands.flatMap(part),
  ].join('\n')
}

function part({ name, alias, summary, arguments: operands = '', options, examples, fails }: Command): readonly string[] {
  const line = ['np-pipeline', name, operands, options.length > 0 ? '[options]' : ''].filter(word => word !== '').join(' ')
  return [
    `## ${name}`, '', `\`${line}\`${alias === undefined ? '' : `, or \`${alias}\``}`, '', summary, '',
    ...options.length > 0 ? ['| option | |', '|---|---|', ...options.map(option => `| \`${option.flags}\`${option.repeat ? ' …' : ''} | ${cell(aboutOf(option))} |`), ''] : [],
    '```sh', ...examples, '```', '',
    ...fails === undefined ? [] : [`**Exits with 1.** ${fails}`, ''],
  ]
}

const aboutOf = ({ about, choices }: CommandOption): string =>
  choices ? `${about} One of ${choices.map(word => `\`${word}\``).join(', ')}.` : about
