// Somebody at a terminal, or nobody, who starts init.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import type { World } from '../../engine/commands/command.ts'
import init from '../../engine/commands/init.ts'
import { Stop } from '../../engine/diagnostics/diagnostic.ts'

export type Shown = { out: string, err: string, readonly asked: string[] }

/** A world with a person who types these lines; what is shown, by where. */
export function terminal(...lines: readonly string[]): { readonly world: World, readonly shown: Shown, readonly left: string[] } {
  const shown: Shown = { out: '', err: '', asked: [] }
  const left = [...lines]
  const world = {
    env: {}, out: text => { shown.out += text }, err: text => { shown.err += text }, today: () => '2024-01-01', terminal: true, colors: false,
    ask: async question => { shown.asked.push(question); return left.shift() ?? '' },
  } as Partial<World> as World
  return { world, shown, left }
}

/** Where nobody can be asked. */
export function nobody(): { readonly world: World, readonly shown: Shown } {
  const { world, shown } = terminal()
  return { world: { ...world, ask: undefined }, shown }
}

export type Started = { readonly code: number, readonly shown: Shown, readonly stop?: Stop, readonly read: (file: string) => string }

/**
 * `init customer` over files in a folder; a name in `inputs` means one of them. `answers` are typed by a person, and without
 * them nobody is there.
 */
export async function start(folder: string, files: Readonly<Record<string, string | Buffer>>, { base = 'rules/emails.yaml', inputs, answers, ...options }: {
  readonly base?: string, readonly inputs: Readonly<Record<string, string | readonly string[]>>, readonly answers?: readonly string[]
} & Readonly<Record<string, unknown>>): Promise<Started> {
  for (const [name, content] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true })
    writeFileSync(join(folder, name), content)
  }
  const { world, shown } = answers ? terminal(...answers) : nobody()
  const input = Object.entries(inputs).flatMap(([name, own]) => [own].flat().map(file => `${name}=${join(folder, file)}`))
  const read = (file: string): string => readFileSync(join(folder, 'customers', file), 'utf8')
  try {
    return { code: await init.run(['contoso'], { base, input, to: join(folder, 'customers'), ...options }, world), shown, read }
  } catch (error) {
    if (!(error instanceof Stop)) throw error
    return { code: error.exit, shown, stop: error, read }
  }
}
