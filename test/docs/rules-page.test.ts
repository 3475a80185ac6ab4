// The pages show no YAML and no expression that the real check has not seen: see page-rules.ts for the kinds of block.
import { readFileSync } from 'node:fs'
import test from 'ava'
import { compile, ExpressionFailed, judge, parse } from '../../engine/expression/index.ts'
import type { Scope } from '../../engine/expression/scope.ts'
import { runTest } from '../../engine/run/rule-test.ts'
import type { Account, Cell } from '../../engine/spec/field.ts'
import { blocksOf } from './blocks.ts'
import { pageRules } from './page-rules.ts'

for (const page of ['docs/rules.md', 'docs/recipes.md', 'docs/collect.md', 'docs/privacy.md']) {
  const { examples, check } = pageRules(blocksOf(readFileSync(page, 'utf8')))
  for (const { line, file, gives } of examples) {
    test(`${page}, line ${line}: ${gives ?? 'no finding'}`, async t => {
      const { loaded, checked, findings } = check(file)
      t.deepEqual(gives === undefined ? findings.map(({ message }) => message) : findings.map(({ code }) => code), gives === undefined ? [] : [gives])
      if (findings.length > 0) return
      for (const one of checked.tests) t.deepEqual((await runTest(loaded, one)).mismatches, [], one.title)
    })
  }
}

// Expressions of rules.md, after its step `who`, of the record that the page shows.
const page = blocksOf(readFileSync('docs/rules.md', 'utf8'))
const scope = scopeOf()
const anna: Account = { text: 'anna@example.com', kind: 'person', inside: true, remote: false }
const bob: Account = { text: 'bob@example.com', kind: 'person', inside: true, remote: false }
const john: Account = { text: 'john@partner.com', kind: 'outside', inside: false, remote: false }
const accounts: Readonly<Record<string, Cell>> = { sender: anna, recipient: [bob, john] }

test('the record of the expressions is the one the page shows', t => {
  const shown = JSON.parse(page.find(({ info }) => info === 'json')!.text) as Record<string, Cell>
  t.deepEqual(Object.keys(shown), [...scope.fields.keys()])
  t.deepEqual(shown['recipient'], [bob.text, john.text])
  t.is(shown['sender'], anna.text)
})

for (const { text, line } of page.filter(({ info }) => info === 'jsonata')) {
  for (const [index, one] of text.trimEnd().split('\n').entries()) {
    test(`docs/rules.md, line ${line + index + 1}: ${one}`, t => {
      const [, expression = '', sign, wanted] = /^(.*?) +([→✗]) +(.*)$/.exec(one) ?? []
      if (sign === '→') t.deepEqual(outcome(expression), JSON.parse(wanted!))
      else t.is(outcome(expression), wanted)
    })
  }
}

/** What the expression gives, or the code of the first thing that is wrong with it. */
function outcome(text: string): unknown {
  const shown = JSON.parse(page.find(({ info }) => info === 'json')!.text) as Record<string, Cell>
  const { expression, problems } = parse(text)
  const [problem] = [...problems, ...expression ? judge(expression, scope).problems : []]
  if (problem || !expression) return problem?.code
  const names = [...scope.fields.keys()]
  try {
    return compile(expression, scope, name => names.indexOf(name))(names.map(name => accounts[name] ?? shown[name]!))
  } catch (error) {
    if (error instanceof ExpressionFailed) return 'expression-failed'
    throw error
  }
}

/** The fields of the page's pipeline with identified lists: behind `who`, with `one-recipient` left out. */
function scopeOf(): Scope {
  const { check } = pageRules([...page, { info: 'yaml change mail.yaml', line: 0, text: 'steps: { one-recipient: off }\n' }])
  const { plan } = check('line-0.yaml').checked
  const { before } = plan!.steps.find(({ id }) => id === 'people-only')!
  return { fields: before, params: new Map([['domains', { type: 'list', value: ['example.com'] }]]) }
}
