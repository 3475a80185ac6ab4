// Every code explains itself by a bad and a good example, and what the examples of rule files say is true.
import { readFileSync, readdirSync } from 'node:fs'
import test from 'ava'
import { codeGroups, codes } from '../../engine/diagnostics/codes.ts'
import type { Explained } from '../../engine/diagnostics/codes/explained.ts'
import { runTest } from '../../engine/run/rule-test.ts'
import { checkExcerpt } from './excerpt-files.ts'

const all = Object.entries(codes) as readonly (readonly [string, Explained])[]

for (const [code, record] of all) {
  if ('check' in record) {
    test(`${code}: check gives it for the bad example alone`, t => {
      t.deepEqual(checkExcerpt(record.check.bad).findings.map(one => one.code), [code])
      t.deepEqual(checkExcerpt(record.check.good).findings, [])
    })
  } else if ('rules' in record) {
    test(`${code}: only a run gives it, so check takes both examples`, t => {
      t.deepEqual(checkExcerpt(record.rules.bad).findings, [])
      t.deepEqual(checkExcerpt(record.rules.good).findings, [])
    })
  }
}

test('test-failed: the bad example is a test that fails, the good one a test that passes', async t => {
  for (const [excerpt, mismatches] of [[codes['test-failed'].rules.bad, true], [codes['test-failed'].rules.good, false]] as const) {
    const { loaded, tests } = checkExcerpt(excerpt)
    const outcome = await runTest(loaded!, tests[0]!)
    t.is(outcome.mismatches.length > 0, mismatches)
  }
})

test('every code stands in one group, and explains itself in sentences', t => {
  t.deepEqual(codeGroups.flatMap(group => Object.keys(group.codes)), Object.keys(codes))
  for (const [code, { summary, why }] of all) {
    t.regex(summary, /^[A-Z].*\.$/, code)
    t.regex(why, /^[`A-Z0-9].*[.]$/, code)
  }
})

test('every code that check gives has a golden in test/check/broken', t => {
  const folder = 'test/check/broken'
  const goldens = readdirSync(folder).filter(name => name.endsWith('.txt')).map(name => readFileSync(`${folder}/${name}`, 'utf8')).join('\n')
  const given = new Set([...goldens.matchAll(/^\S+:\d+:\d+ (?:error|warning) ([a-z-]+) /gm)].map(([, code]) => code))
  t.deepEqual(all.filter(([, record]) => 'check' in record).map(([code]) => code).filter(code => !given.has(code)), [])
})
