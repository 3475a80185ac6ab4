// docs/contributing.md shows a whole step: the file as it is, not as it was.
import { readFileSync } from 'node:fs'
import test from 'ava'
import { blocksOf } from './blocks.ts'

test('the step on the page is the file', t => {
  const [block] = blocksOf(readFileSync('docs/contributing.md', 'utf8')).filter(({ info }) => info === 'ts')
  t.is(block?.text, readFileSync('engine/steps/explode.ts', 'utf8'))
})
