#!/usr/bin/env node
// From the command line to an exit code. The only file that touches the process.
import { Command as Commander, CommanderError, Option } from 'commander'
import { askOn } from './commands/asking.ts'
import { type Command, type World } from './commands/command.ts'
import { commands } from './commands/index.ts'
import { Stop } from './diagnostics/diagnostic.ts'
import { engine } from './engine.ts'

const world: World = {
  env: process.env,
  stdin: process.stdin as AsyncIterable<Buffer>,
  out: text => { process.stdout.write(text) },
  err: text => { process.stderr.write(text) },
  ask: process.stdin.isTTY === true && process.stderr.isTTY === true ? askOn(process.stdin, process.stderr) : undefined,
  terminal: process.stderr.isTTY === true,
  colors: process.stdout.isTTY === true && process.env['NO_COLOR'] === undefined,
  screen: process.stdout.isTTY === true,
  // A terminal that does not know its size says 0.
  width: process.stdout.columns || 100,
  showHelp(name) {
    const shown = name === undefined ? program : program.commands.find(one => one.name() === name || one.alias() === name)
    shown?.outputHelp()
    return shown !== undefined
  },
  running: process,
  now: () => performance.now(),
  today: () => new Date().toISOString().slice(0, 10),
  onSignal(clean) {
    for (const [signal, code] of [['SIGINT', 130], ['SIGTERM', 143]] as const) {
      process.once(signal, () => { void clean().finally(() => process.exit(code)) })
    }
  },
}

// A reader that goes away, as `| head` does, is no failure of ours.
process.stdout.on('error', error => { if ((error as NodeJS.ErrnoException).code === 'EPIPE') process.exit(0) })
// Node prints the source line and the message of an uncaught error, and either could hold a value of an input.
process.on('uncaughtException', defect)
process.on('unhandledRejection', defect)
// So it does with warnings, whose texts are those of libraries.
process.removeAllListeners('warning')

function defect(error: unknown): never {
  const where = error instanceof Error ? /dist\/(engine\/[\w/.-]+\.js:\d+)/.exec(error.stack ?? '')?.[1] : undefined
  process.stderr.write(`error: a defect of np-pipeline${where === undefined ? '' : ` at ${where}`}; nothing was delivered. Please report it with the command you ran.\n`)
  process.exit(70)
}

/** What the data are found to be, not what stands in the way of reading or writing them. */
const findings: ReadonlySet<string> = new Set(['above-quarantine-limit', 'broken-table'])

const program = new Commander('np-pipeline')
  .description('Hands Exchange interaction data to an analytics service without one name, address or subject leaving the building.')
  .version(engine.version, '--version', 'Print the version.')
  .helpOption('--help', 'Show this help.')
  .helpCommand(false)
  .showSuggestionAfterError(true)
  .exitOverride()
  .configureOutput({ writeErr: text => world.err(text.startsWith('error:') ? `${text.trimEnd()}\n  hint: np-pipeline --help\n` : text) })

for (const command of commands) program.addCommand(declare(command))

try {
  await program.parseAsync(process.argv)
} catch (error) {
  process.exitCode = await exitCodeOf(error)
}

function declare(command: Command): Commander {
  const declared = new Commander(command.name).description(command.summary).helpOption('--help', 'Show this help.').exitOverride()
    .configureOutput({ writeErr: text => world.err(`${text.trimEnd()}\n  hint: np-pipeline ${command.name} --help\n`) })
  if (command.alias !== undefined) declared.alias(command.alias)
  if (command.arguments !== undefined) declared.arguments(command.arguments)
  for (const { flags, about, repeat, choices } of command.options) {
    const option = new Option(flags, about)
    if (choices) option.choices(choices)
    if (repeat) option.argParser((value: string, before: string[] | undefined) => [...before ?? [], value])
    declared.addOption(option)
  }
  if (command.examples.length > 0) declared.addHelpText('after', `\nExamples:\n${command.examples.map(line => `  ${line}`).join('\n')}`)
  if (command.fails !== undefined) declared.addHelpText('after', `\nExits with 1:\n  ${command.fails}`)
  return declared.action(async (...given: unknown[]) => {
    process.exitCode = await command.run(given.slice(0, -2).flat() as string[], given.at(-2) as Record<string, unknown>, world)
  })
}

async function exitCodeOf(error: unknown): Promise<number> {
  if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2
  if (!(error instanceof Stop)) return defect(error)
  const { toText } = await import('./diagnostics/text.ts')
  world.err(toText([error.diagnostic], () => undefined, { color: world.terminal && world.colors }))
  return findings.has(error.diagnostic.code) ? 1 : error.exit
}
