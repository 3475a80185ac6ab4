// The samples that come with the rules are what `npm run samples` writes, byte for byte.
import { mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import test from 'ava'
import { writeSamples } from './write-samples.ts'

const filesBelow = (folder: string): readonly string[] =>
  readdirSync(folder, { recursive: true, withFileTypes: true }).filter(entry => entry.isFile())
    .map(entry => join(entry.parentPath, entry.name).slice(folder.length + 1)).toSorted()

test('rules/samples is current', t => {
  const folder = mkdtempSync(join(tmpdir(), 'samples-'))
  t.teardown(() => rmSync(folder, { recursive: true }))
  writeSamples(folder)
  const files = filesBelow(folder)
  t.deepEqual(filesBelow('rules/samples'), files)
  const stale = files.filter(file => !readFileSync(join(folder, file)).equals(readFileSync(join('rules/samples', file))))
  t.deepEqual(stale, [], 'run `npm run samples`')
})
