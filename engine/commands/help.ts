// help: what a command does, or what a code means.
import { Stop } from '../diagnostics/diagnostic.ts'
import type { Command } from './command.ts'

const help: Command = {
  name: 'help',
  summary: 'Explain a command, or a code of a message with a bad and a good example.',
  arguments: '[name]',
  options: [],
  examples: ['np-pipeline help check', 'np-pipeline help unknown-field'],
  async run([name], _options, world) {
    if (world.showHelp(name)) return 0
    const { codes } = await import('../diagnostics/codes.ts')
    const { explanation } = await import('../diagnostics/explanation.ts')
    const record = (codes as Readonly<Record<string, typeof codes[keyof typeof codes]>>)[name!]
    if (Object.hasOwn(codes, name!) && record) {
      world.out(explanation(name!, record, Math.min(world.width, 100)))
      return 0
    }
    const { commands } = await import('./index.ts')
    const { nearest } = await import('../diagnostics/nearest.ts')
    const near = nearest(name!, [...commands.flatMap(({ name: one, alias }) => [one, alias ?? one]), ...Object.keys(codes)])
    throw new Stop(2, {
      code: 'usage', message: `no command and no code is called "${name}"`,
      hint: near === undefined ? 'np-pipeline help lists the commands; docs/codes.md has all codes' : `did you mean "${near}"?`,
    })
  },
}

export default help
