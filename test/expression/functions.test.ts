// Every function does what its own page says: the examples are the documentation.
import test from 'ava'
import { functions, signature } from '../../engine/expression/index.ts'
import { evaluate, problemsOf } from './example-rows.ts'

for (const declared of functions.values()) {
  for (const { expression, row = {}, gives } of declared.examples) {
    test(`${signature(declared)}: ${expression}`, t => {
      t.deepEqual(problemsOf(expression), [])
      t.deepEqual(evaluate(expression, row), gives)
    })
  }
}

test('every function is documented by an example, and only three lower a mark, each with its reason', t => {
  t.deepEqual([...functions.values()].filter(declared => declared.examples.length === 0), [])
  const lowering = [...functions.values()].filter(declared => declared.lowers)
  t.deepEqual(lowering.map(declared => declared.name), ['inside', 'remote', 'kind'])
  t.true(lowering.every(declared => declared.lowers!.why.endsWith('.')))
})
