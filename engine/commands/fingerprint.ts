// fingerprint: which key a file holds, without showing it.
import type { Command } from './command.ts'

const fingerprint: Command = {
  name: 'fingerprint',
  summary: 'Print the fingerprint of a key, as run records have it. It says whether two keys are the same, and nothing else about them.',
  options: [
    { flags: '--key-file <file>', about: 'The file with the key (or the variable NP_HMAC_KEY).' },
    { flags: '--allow-short-key', about: 'Take a key below 32 characters.' },
  ],
  examples: ['np-pipeline fingerprint --key-file hmac.key'],
  async run(_files, options, world) {
    const { readKey } = await import('../hash/key.ts')
    const { keyFiles } = await import('../hash/key-file.ts')
    const { fingerprint: printOf } = await import('../hash/digest.ts')
    const env = world.env['NP_HMAC_KEY']
    // Of the two profiles the one that takes more keys: which one the key is for, nobody says here.
    const key = readKey({ ...(options['keyFile'] === undefined ? {} : { file: String(options['keyFile']) }), ...(env === undefined ? {} : { env }) },
      { allowShort: options['allowShortKey'] === true, sampleRun: false, profile: 'utf8-base64' }, keyFiles(world.running.platform))
    world.out(`${printOf(key)}\n`)
    return 0
  },
}

export default fingerprint
