// keygen: a key that nobody can guess.
import type { Command } from './command.ts'

const keygen: Command = {
  name: 'keygen',
  summary: 'Print a new strong key. Keep it in a file that only you can read, and never lose it: without it, files do not join.',
  options: [],
  examples: ['(umask 077; np-pipeline keygen > hmac.key)'],
  async run(_files, _options, world) {
    const { randomBytes } = await import('node:crypto')
    const { newKey } = await import('../hash/keygen.ts')
    world.out(`${newKey(randomBytes)}\n`)
    return 0
  },
}

export default keygen
