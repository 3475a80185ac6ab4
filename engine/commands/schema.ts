// schema: the JSON Schema of rule files, for editors.
import type { Command } from './command.ts'

const schema: Command = {
  name: 'schema',
  summary: 'Print the JSON Schema of rule files, for editors.',
  options: [],
  examples: ['np-pipeline schema > pipeline.schema.json', '# first line of a rule file: # yaml-language-server: $schema=pipeline.schema.json'],
  async run(_files, _options, world) {
    const { language } = await import('../spec/language.ts')
    world.out(`${JSON.stringify(language, undefined, 2)}\n`)
    return 0
  },
}

export default schema
