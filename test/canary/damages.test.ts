// Each way to break an export at a canary: the run says what is wrong, and nothing of what it read.
import test from 'ava'
import { type Damage, broken, damages } from './damages.ts'
import { codesIn, pipelines, place, runArgs } from './place.ts'

const pipelineOf = ({ kind }: Damage): string => Object.entries(pipelines).findLast(([, kinds]) => kinds.includes(kind))![0]

for (const damage of damages) {
  const { title, kind, format, exit, code, options: more = [] } = damage
  test.serial(`${kind}, ${format}: ${title}`, t => {
    const pipeline = pipelineOf(damage)
    const { folder, run, leaks } = place(t, pipeline, { [kind]: { format, ...broken(damage) } })
    const without = more.includes('people')
    const args = runArgs(pipeline, ...more)
    const printed = run(without ? args.filter((arg, index) => !arg.startsWith('people=') && !args[index + 1]?.startsWith('people=')) : args)
    if (process.env['SHOW']) t.log(`${printed.code} ${[...codesIn(folder, printed)].join()}\n${printed.err.slice(0, 600)}`)
    t.deepEqual(leaks(printed), [])
    t.is(printed.code, exit, printed.err)
    t.true(codesIn(folder, printed).has(code), `${[...codesIn(folder, printed)].join(' ')}\n${printed.err}`)
  })
}
