// What the command line says about the inputs and parameters of one run, as `run`, `preview` and `explain` take it.
import { Stop } from '../diagnostics/diagnostic.ts'
import type { Wishes } from '../run/prepare.ts'
import { type CommandOption, type World, list } from './command.ts'
import { checkEncodings } from './encodings.ts'

/** The options that `readWishes` reads. */
export const wishOptions: readonly CommandOption[] = [
  { flags: '--input <name=files>', about: 'The files of an input: a path or pattern; - is standard input. Given twice: both.', repeat: true },
  { flags: '--without <name>', about: 'Leave an optional input out, such as people.', repeat: true },
  { flags: '--set <param=value>', about: 'The value of a parameter; lists with commas: --set domains=a.com,b.com', repeat: true },
  { flags: '--encoding <name=encoding>', about: 'The encoding of an input that does not tell it, such as tracking=windows-1250.', repeat: true },
]

/** Stops (2) where an option is not a name and a value, or names an encoding that there is not. */
export function readWishes(options: Readonly<Record<string, unknown>>, world: Pick<World, 'today'>): Wishes {
  const inputs = new Map<string, string[]>()
  for (const [name, files] of pairs(options['input'], '--input', 'tracking=logs/*.LOG')) inputs.set(name, [...inputs.get(name) ?? [], files])
  const encodings = new Map(pairs(options['encoding'], '--encoding', 'tracking=windows-1250'))
  checkEncodings(encodings)
  return {
    inputs,
    settings: new Map(pairs(options['set'], '--set', 'domains=contoso.com')),
    without: new Set(list(options['without'])),
    encodings,
    today: world.today(),
  }
}

function pairs(given: unknown, flag: string, example: string): [string, string][] {
  return list(given).map(text => {
    const at = text.indexOf('=')
    if (at < 1) throw usage(`${flag} takes a name and a value`, `write ${flag} ${example}`)
    return [text.slice(0, at), text.slice(at + 1)]
  })
}

export const usage = (message: string, hint: string): Stop => new Stop(2, { code: 'usage', message, hint })
