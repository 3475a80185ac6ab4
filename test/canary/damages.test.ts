// Each way to break an export at a canary: whoever reads it says what is wrong, and nothing of what it read.
import test from 'ava'
import { domain } from './canaries.ts'
import { type Damage, broken, damages } from './damages.ts'
import { codesIn, files, isColumnName, options, pipelines, place } from './place.ts'

const pipelineOf = ({ kind }: Damage): string =>
  Object.entries(pipelines).findLast(([, kinds]) => kinds.includes(kind))![0]

/** Readers and steps are the same for all who read, so that others meet one accident of each kind and format. */
const met = new Set<string>()

for (const damage of damages) {
  const { title, kind, format, exit, code, also = code, options: more = [], alone, rules } = damage
  test.serial(`${kind}, ${format}: ${title}`, async t => {
    const pipeline = pipelineOf(damage)
    const without = alone ? 'people' : undefined
    const { folder, write, run, leaks } = place(t, pipeline, { [kind]: { format, ...broken(damage) } })
    write('own.yaml', `version: 1\nextends: ./rules/${pipeline}.yaml\n${rules ?? ''}\n`)
    const given = ['own.yaml', ...options(pipeline, without)]
    const printed = await run(['run', ...given, '--out', 'out', ...more])
    if (process.env['SHOW']) t.log(printed.err.slice(0, 600))
    t.deepEqual(leaks(printed), [])
    t.is(printed.code, exit, printed.err)
    for (const one of [code, also]) t.true(codesIn(folder, printed).has(one), printed.out + printed.err)

    if (met.has(`${format} ${code}`)) return
    met.add(`${format} ${code}`)
    const init = ['init', 'quill', '--base', 'own.yaml', ...files(pipeline, without), '--domains', domain, '--to', 'made', '--yes']
    const looks = [['preview', ...given], ['explain', ...given, '--row', '2'], ['test', '--record', '--row', '2', ...given]]
    for (const args of [...looks, init]) {
      const seen = await run(args)
      t.deepEqual(leaks(seen).filter(leak => args !== init || !isColumnName(leak)), [], args.join(' '))
      t.true([0, 1, 2, 3].includes(seen.code!), seen.err)
    }
  })
}
