// The rules we ship: they check without a finding, and their own tests pass.
import { globSync } from 'tinyglobby'
import test from 'ava'
import { npPipeline } from './command-line.ts'

const rules = globSync(['rules/*.yaml', 'rules/customers/**/*.yaml']).toSorted()

test('all rules check', t => {
  const { code, err } = npPipeline(['check', ...rules])
  t.is(err, '')
  t.is(code, 0)
})

test('the tests beside the rules pass', t => {
  const { code, out } = npPipeline(['test', ...rules.filter(file => !file.endsWith('organisation.yaml'))])
  t.is(code, 0, out)
  t.regex(out, /^\d+ passed, 0 failed$/m)
})
