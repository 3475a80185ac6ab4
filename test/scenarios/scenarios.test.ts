// The scenarios of this folder, through the real binary. UPDATE=1 writes what the commands do into the files: read the
// difference before it is committed. scenario.ts describes the form.
import { readFileSync, readdirSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import test from 'ava'
import { newFolder, root, testKey } from '../command-line.ts'
import { writeGiven } from './given.ts'
import { filesBelow, leaksIn, personalValues } from './leaks.ts'
import { type Scenario, type Section, type Step, parseScenario, showScenario } from './scenario.ts'
import { type Printed, runLine } from './shell.ts'
import { type Show, lookAt, showing } from './shown.ts'

const here = join(root, 'test/scenarios')

for (const name of readdirSync(here).filter(file => file.endsWith('.scenario')).toSorted()) {
  const path = join(here, name)
  const text = readFileSync(path, 'utf8')
  const scenario = parseScenario(text)
  test.serial(`${name}: ${scenario.title}`, t => {
    const folder = newFolder(t)
    symlinkSync(join(root, 'rules'), join(folder, 'rules'), 'junction')
    for (const file of scenario.given) writeGiven(folder, file)
    const show = showing(folder, [text])
    const steps = scenario.steps.map(step => {
      const printed = runLine(step.command, folder)
      if (!step.command.includes('--quarantine-raw')) t.deepEqual(leaks(scenario, folder, printed, clearColumns(scenario)), [], 'personal values')
      return { ...step, sections: [...printedSections(printed, show), ...filesNamed(step).map(section => lookAt(folder, section, show))] }
    })
    const shown = showScenario({ ...scenario, steps })
    if (process.env['UPDATE']) writeFileSync(path, shown)
    t.is(shown, process.env['UPDATE'] ? shown : text)
  })
}

const isFile = ({ name }: Section): boolean => !['stdout', 'stderr'].includes(name) && !name.startsWith('exit ')
const filesNamed = (step: Step): readonly Section[] => step.sections.filter(isFile)

function printedSections({ stdout, stderr, exit }: Printed, show: Show): readonly Section[] {
  const sections = [{ name: 'stdout', text: show(stdout) }, { name: 'stderr', text: show(stderr) }].filter(({ text }) => text !== '')
  return [...sections, ...exit === 0 ? [] : [{ name: `exit ${exit}`, text: '' }]].map(section => ({ ...section, marks: [] }))
}

/** Rules and tests beside them may hold addresses, and findings show them; inputs may not appear anywhere. */
function leaks({ given }: Scenario, folder: string, { stdout, stderr }: Printed, clear: ReadonlyMap<string, string>): readonly string[] {
  const inputs = given.filter(({ name }) => !name.endsWith('.yaml'))
  const keys = inputs.filter(({ name }) => name.endsWith('.key')).map(({ text }) => text.trim()).filter(key => key.length > 8)
  const values = [...keys, testKey, ...inputs.flatMap(({ text }) => personalValues(text))]
  const written = [...filesBelow(folder)].filter(([name]) => !given.some(file => file.name === name)).flatMap(([name, bytes]) => [Buffer.from(name), without(clear.get(name), bytes)])
  return leaksIn(Buffer.concat([Buffer.from(stdout), Buffer.from(stderr), ...written]), values)
}

/** Columns that rules allow in clear, by file: the mark `clear COLUMN`. */
const clearColumns = ({ steps }: Scenario): ReadonlyMap<string, string> => new Map(steps.flatMap(step => step.sections).flatMap(({ name, marks }) =>
  marks.filter(mark => mark.startsWith('clear ')).map((mark): [string, string] => [name, mark.slice(6)])))

/** A file without one of its columns, whose cells need no quotes. */
function without(column: string | undefined, bytes: Buffer): Buffer {
  if (column === undefined) return bytes
  const rows = bytes.toString().split('\r\n').map(line => line.split(';'))
  const at = rows[0]!.indexOf(column)
  return Buffer.from(rows.map(cells => cells.filter((_, index) => index !== at).join(';')).join('\r\n'))
}
