// What steps say of themselves is what the check has found: no field changes that they do not name.
import test from 'ava'
import { allSteps } from '../../engine/plan/steps.ts'
import { effectsOf } from '../../engine/review/effects.ts'
import { steps as stepTypes } from '../../engine/steps/index.ts'
import { checked, exports } from './reviewed.ts'

for (const file of exports) {
  const plan = checked(file).plan!
  const all = allSteps(plan).map(step => ({ step, ...effectsOf(step, plan) }))

  test(`${file}: steps name every field that is other behind them`, t => {
    for (const { step, fields = [] } of all) {
      const named = fields.map(({ field }) => field)
      t.deepEqual(step.writes.filter(field => !named.includes(field)), [], step.id)
      t.deepEqual(named.filter(field => !step.after.has(field)), [], step.id)
    }
  })

  test(`${file}: what steps say they are made of is what they read`, t => {
    for (const { step, fields = [] } of all)
      t.deepEqual(
        fields.flatMap(({ of }) => of).filter(field => !step.reads.includes(field)),
        [],
        step.id,
      )
  })

  test(`${file}: every keyed step says how it hashes, and no other`, t => {
    for (const { step, hash } of all)
      t.is(hash !== undefined, stepTypes.find(({ name }) => name === step.type)!.keyed === true, step.id)
  })

  test(`${file}: steps that leave rows out say which, in sentences`, t => {
    for (const { step, fields = [], rows } of all) {
      const { choosesRows } = stepTypes.find(({ name }) => name === step.type)!
      t.true(rows !== undefined || !choosesRows || step.type === 'expect', step.id)
      t.deepEqual(
        [...fields.map(({ text }) => text), ...(rows ? [rows.text] : [])].filter(text => !/^[A-Z].*[.:]$/.test(text)),
        [],
        step.id,
      )
    }
  })
}

test('every type of step of the project is among them, so that none speaks for itself alone', t => {
  const used = new Set(exports.flatMap(file => allSteps(checked(file).plan!).map(({ type }) => type)))
  t.deepEqual(stepTypes.map(({ name }) => name).filter(name => !used.has(name)), ['rows'])
})
