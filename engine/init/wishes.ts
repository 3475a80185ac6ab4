// What the command line of init says.
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import type { World } from '../commands/command.ts'
import { readWishes, usage } from '../commands/wishes.ts'
import { Stop } from '../diagnostics/diagnostic.ts'
import { checkPattern, checkZone } from '../time/time.ts'
import type { CustomerWishes } from './customer.ts'
import { quoted } from './quoted.ts'

type Common = {
  /** Names the new rules. */
  readonly name: string
  readonly folder: string
  readonly yes: boolean
  readonly force: boolean
}

export type InitWishes = Common & CustomerWishes & (
  | { readonly kind: 'customer', readonly base: string }
  | { readonly kind: 'pipeline', readonly marks: readonly (readonly [string, string])[] }
)

/** Stops (2) where something is missing or does not go together. */
export function initWishes(
  files: readonly string[], options: Readonly<Record<string, unknown>>, columns: readonly string[], marks: readonly string[], world: Pick<World, 'today'>,
): InitWishes {
  const { inputs, encodings, settings, today } = readWishes(options, world)
  const text = (key: string): string | undefined => options[key] === undefined ? undefined : String(options[key])
  const [zone, dates, domains, base, fresh] = ['zone', 'dates', 'domains', 'base', 'new'].map(text)
  if (fresh !== undefined && (base !== undefined || files[0] !== undefined)) throw usage('init makes a customer of a base, or something new, not both', 'leave --base and the name of a customer out, or --new')
  if (fresh === undefined && files[0] === undefined) throw usage('init needs the name of the customer', 'write np-pipeline init NAME --base rules/emails.yaml --input tracking=FILE')
  if (fresh === undefined && base === undefined) throw usage('init needs the rules that the customer starts from', `write np-pipeline init ${files[0]} --base rules/emails.yaml --input tracking=FILE`)
  if (inputs.size === 0) throw usage('init needs a sample export to look at', fresh === undefined ? 'write --input tracking=FILE' : `write --input ${fresh}=FILE`)
  if ([...inputs.values()].flat().includes('-')) throw usage('init reads its samples twice, which standard input cannot be', 'write it to a file, and --input NAME=FILE')
  if (zone !== undefined && !checkZone(zone)) throw new Stop(2, { code: 'unknown-zone', message: `--zone: no time zone is called "${zone}"`, hint: 'write a name such as Europe/Warsaw, or UTC' })
  const wrong = dates === undefined ? undefined : checkPattern(dates)
  if (wrong !== undefined) throw new Stop(2, { code: 'wrong-value', message: `--dates: ${wrong}`, hint: 'write a pattern such as "dd.MM.yyyy HH:mm:ss"' })
  const name = named(fresh ?? files[0]!)
  const common = {
    name, inputs, encodings, settings, today, yes: options['yes'] === true, force: options['force'] === true,
    columns: pairs(columns, '--column', 'sender=From'),
    ...(zone === undefined ? {} : { zone }), ...(dates === undefined ? {} : { dates }),
    ...(domains === undefined ? {} : { domains: domains.split(',') }),
  }
  return fresh === undefined
    ? { ...common, kind: 'customer', base: base!, folder: join(text('to') ?? join('rules', 'customers'), name) }
    : { ...common, kind: 'pipeline', marks: pairs(marks, '--mark', 'Subject=sensitive'), folder: text('to') ?? 'rules' }
}

/** The last `=` parts the two, for columns may have one in their name. */
const pairs = (given: readonly string[], flag: string, example: string): readonly (readonly [string, string])[] => given.map(text => {
  const at = flag === '--mark' ? text.lastIndexOf('=') : text.indexOf('=')
  if (at < 1) throw usage(`${flag} takes a name and a value`, `write ${flag} ${example}`)
  return [text.slice(0, at), text.slice(at + 1)]
})

function named(name: string): string {
  if (/^[A-Za-z][A-Za-z0-9_-]{0,59}$/.test(name)) return name
  throw new Stop(2, { code: 'bad-name', message: 'the name cannot be that of a rule file', hint: 'names start with a letter and go on with letters, digits, - and _' })
}

/** Stops (2) at a file that is there, unless it may be replaced: somebody wrote it. */
export function checkFree(file: string, { force }: Common): void {
  if (force || !existsSync(file)) return
  throw usage(`${file} is there already`, `change it in an editor, or replace it with --force; see it with: np-pipeline check ${quoted(file)}`)
}
