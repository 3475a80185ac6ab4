// Generated files are what the declarations say; `npm run generate` writes them anew.
import test from 'ava'
import { stale } from '../engine/spec/generate.ts'

test('schema, step list and reference pages are current', async t => {
  t.deepEqual(await stale(), [], 'run `npm run generate`')
})
