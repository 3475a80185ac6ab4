// --show-personal: on a terminal, and nowhere else.
import test from 'ava'
import explain from '../../engine/commands/explain.ts'
import preview from '../../engine/commands/preview.ts'
import type { Command, World } from '../../engine/commands/command.ts'
import { Stop } from '../../engine/diagnostics/diagnostic.ts'

function worldWith(screen: boolean): { readonly world: World, readonly printed: () => string } {
  let out = ''
  const none = async function* (): AsyncGenerator<Buffer, void> {}
  return {
    printed: () => out,
    world: {
      env: {}, stdin: none(), out: text => { out += text }, err: () => {}, terminal: false, colors: false, screen, width: 100,
      ask: undefined, showHelp: () => false, running: process, now: () => 0, today: () => '2024-05-31', onSignal: () => {},
    },
  }
}

const commands: readonly { readonly command: Command, readonly options: Readonly<Record<string, unknown>> }[] = [
  { command: preview, options: { rows: '1' } },
  { command: explain, options: { row: '70' } },
]

for (const { command, options } of commands) {
  test.serial(`${command.name} shows values on a terminal to whoever asks`, async t => {
    const { world, printed } = worldWith(true)
    t.is(await command.run(['rules/emails.yaml'], { ...options, showPersonal: true }, world), 0)
    t.regex(printed(), /[\w.]+@contoso\.com \(person\)/)
  })

  test.serial(`${command.name} shows stand-ins on a terminal otherwise`, async t => {
    const { world, printed } = worldWith(true)
    t.is(await command.run(['rules/emails.yaml'], options, world), 0)
    t.notRegex(printed(), /@contoso/)
  })

  test.serial(`${command.name} shows no values where standard output is a file`, async t => {
    const { world, printed } = worldWith(false)
    const stop = await t.throwsAsync(command.run(['rules/emails.yaml'], { ...options, showPersonal: true }, world), { instanceOf: Stop })
    t.is(stop.exit, 2)
    t.is(printed(), '')
  })

  test.serial(`${command.name} shows no values to machines`, async t => {
    const { world } = worldWith(true)
    const stop = await t.throwsAsync(command.run(['rules/emails.yaml'], { ...options, showPersonal: true, format: 'json' }, world), { instanceOf: Stop })
    t.is(stop.diagnostic.code, 'usage')
  })
}
