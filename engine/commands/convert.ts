// convert: the pseudonyms of a delivery in the other form, without the key.
import type { Command } from './command.ts'

const convert: Command = {
  name: 'convert',
  summary: 'Write a delivery anew with its pseudonyms in the other form, hex or Base64. It needs no key, and changes nothing else.',
  arguments: '<folder>',
  options: [
    { flags: '--to <profile>', about: 'The form to write.', choices: ['utf8-base64', 'ascii-hex'] },
    { flags: '--out <dir>', about: 'The folder for the converted delivery.' },
  ],
  examples: ['np-pipeline convert delivery --to utf8-base64 --out delivery-base64'],
  async run(folders, options, world) {
    const { usage } = await import('./wishes.ts')
    const { convert: convertDelivery } = await import('../verify/convert.ts')
    const { fileSystem } = await import('../run/file-system.ts')
    const { plural } = await import('../verify/check.ts')
    const [from] = folders
    if (from === undefined || folders.length > 1) throw usage(`convert takes one folder, not ${folders.length}`, 'np-pipeline convert DIR --to utf8-base64 --out DIR2')
    const { to, out } = options
    if (to === undefined) throw usage('the form is missing', 'write --to utf8-base64, or --to ascii-hex')
    if (out === undefined) throw usage('the folder for the result is missing', 'write --out DIR2')
    const converted = await convertDelivery({ from, to: to as 'utf8-base64' | 'ascii-hex', out: String(out) }, {
      files: fileSystem(world.running), log: line => { world.err(`${line}\n`) }, onDelivery: abandon => { world.onSignal(abandon) },
    })
    world.out(converted.map(({ file, rows, pseudonyms }) => `${String(out)}/${file}: ${plural(rows, 'row')}, ${plural(pseudonyms, 'pseudonym')} now ${String(to)}\n`).join(''))
    return 0
  },
}

export default convert
