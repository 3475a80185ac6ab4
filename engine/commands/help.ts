// help: what a command, a step or a function does, or what a code means.
import { Stop } from '../diagnostics/diagnostic.ts'
import type { Command } from './command.ts'

const help: Command = {
  name: 'help',
  summary: 'Explain a command, a type of step, a function, or the code of a message, with examples.',
  arguments: '[name]',
  options: [],
  examples: ['np-pipeline help check', 'np-pipeline help unknown-field', 'np-pipeline help hash', 'np-pipeline help contains'],
  async run([name], _options, world) {
    if (world.showHelp(name)) return 0
    const { codes } = await import('../diagnostics/codes.ts')
    const { steps } = await import('../steps/index.ts')
    const { functions } = await import('../expression/functions/index.ts')
    const { codeHelp } = await import('../report/code-help.ts')
    const { functionHelp, stepHelp } = await import('../report/step-help.ts')
    const wanted = name!.replace(/^\$/, '')
    const width = Math.min(world.width, 100)
    const step = steps.find(one => one.name === wanted)
    const code = Object.entries(codes).find(([one]) => one === wanted)
    const called = functions.get(wanted)
    if (step) world.out(stepHelp(step, width))
    if (code) world.out(codeHelp(...code, width))
    if (called) world.out(functionHelp(called, width))
    if (step || code || called) return 0
    const { commands } = await import('./index.ts')
    const { nearest } = await import('../diagnostics/nearest.ts')
    const near = nearest(wanted, [
      ...commands.flatMap(({ name: one, alias }) => [one, alias ?? one]), ...Object.keys(codes), ...steps.map(one => one.name), ...functions.keys(),
    ])
    throw new Stop(2, {
      code: 'usage', message: `no command, step, function or code is called "${name}"`,
      hint: near === undefined ? 'np-pipeline help lists the commands; docs/steps.md, functions.md and codes.md have the rest' : `did you mean "${near}"?`,
    })
  },
}

export default help
