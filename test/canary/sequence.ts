// Commands one after the other in a folder with canaries, and what happens to the folder between them.
import type { ExecutionContext } from 'ava'
import type { Code } from '../../engine/diagnostics/codes.ts'
import { domain } from './canaries.ts'
import { type Place, codesIn, inputFile, isColumnName, options, place } from './place.ts'

/**
 * A command, its exit code, and the codes it must print. IN stands for the options that give the canaries, RULES for the
 * rule file, PEOPLE and TRACKING for files.
 */
export type Line = readonly [line: string, exit: number, ...codes: Code[]]

export type Sequence = {
  readonly title: string
  readonly pipeline: string
  readonly steps: readonly (Line | ((place: Place) => void))[]
  readonly env?: NodeJS.ProcessEnv
}

const isLine = (step: Line | ((place: Place) => void)): step is Line => typeof step !== 'function'

export const linesOf = (sequences: readonly Sequence[]): readonly Line[] =>
  sequences.flatMap(({ steps }) => steps.filter(isLine))

/** Runs a sequence: each command ends as it should, and nothing of the canaries appears. */
export async function follow(t: ExecutionContext, { pipeline, steps, env = {} }: Sequence): Promise<void> {
  const here = place(t, pipeline)
  for (const step of steps) {
    if (!isLine(step)) {
      step(here)
      continue
    }
    const [line, exit, ...codes] = step
    const printed = await here.run(argsOf(line, pipeline), env)
    if (process.env['SHOW']) t.log(`${line}\n${printed.out.slice(0, 900)}\n${printed.err.slice(0, 500)}`)
    t.deepEqual(here.leaks(printed).filter(leak => !/^(?:init|verify)/.test(line) || !isColumnName(leak)), [], line)
    t.is(printed.code, exit, `${line}\n${printed.out}\n${printed.err}`)
    const found = codesIn(here.folder, printed)
    for (const code of codes) t.true(found.has(code), `${line}\n${code}\n${printed.out}\n${printed.err}`)
  }
}

/** The arguments of a line, with what its words in capitals stand for. */
export const argsOf = (line: string, pipeline: string): readonly string[] => {
  const meant = Object.entries({
    RULES: `rules/${pipeline}.yaml`, PEOPLE: `people=${inputFile('people')}`, TRACKING: inputFile('tracking'), DOMAIN: domain,
  })
  return line.split(' ').flatMap(word =>
    word === 'IN' ? options(pipeline) : [meant.reduce((text, [name, value]) => text.replace(name, value), word)])
}
