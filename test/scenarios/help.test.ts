// Help is quick and complete; the schema and keys that are printed are what they should be.
import { readFileSync } from 'node:fs'
import test from 'ava'
import { commands } from '../../engine/commands/index.ts'
import { npPipeline } from '../command-line.ts'

for (const { name, options, summary } of [...commands, { name: '', options: [], summary: commands[0]!.summary }]) {
  test.serial(`${name === '' ? 'np-pipeline' : name} --help mentions every option, in less than 1.5 seconds`, t => {
    const words = name === '' ? ['--help'] : [name, '--help']
    const times = [1, 2, 3].map(() => {
      const started = performance.now()
      const { code, out, err } = npPipeline(words)
      t.is(code, 0)
      t.is(err, '')
      for (const { flags } of options) t.true(out.includes(flags), flags)
      t.true(out.replace(/\s+/g, ' ').includes(summary))
      return performance.now() - started
    })
    t.true(Math.min(...times) < 1500, String(times))
  })
}

test.serial('--version is that of the package', t => {
  const { version } = JSON.parse(readFileSync('package.json', 'utf8')) as { version: string }
  t.is(npPipeline(['--version']).out, `${version}\n`)
})

test.serial('schema prints the schema that stands in schemas/', t => {
  t.is(npPipeline(['schema']).out, readFileSync('schemas/pipeline.schema.json', 'utf8'))
})

test.serial('keygen prints 64 hexadecimal digits, other ones each time', t => {
  const [one, other] = [npPipeline(['keygen']).out, npPipeline(['keygen']).out]
  t.regex(one, /^[0-9a-f]{64}\n$/)
  t.regex(other, /^[0-9a-f]{64}\n$/)
  t.not(one, other)
})
