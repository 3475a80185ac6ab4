// verify: a delivery, checked after the runs.
import type { Plan } from '../plan/plan.ts'
import type { VerifyOptions } from '../verify/verify.ts'
import { type Command, type World, list } from './command.ts'

const verify: Command = {
  name: 'verify',
  summary: 'Check a delivery after the runs: whole, of one key, joining, and without anyone of the directory in clear or in any encoding.',
  arguments: '<folder>',
  options: [
    { flags: '--input <name=files>', about: 'The directory export: people=ad-users.csv. Columns that identify are searched for, whether rules read them or not. Given twice: both.', repeat: true },
    { flags: '--rules <file>', about: 'Rules that read the directory, such as those of the runs: their columns with identities are searched for, whatever they are called.', repeat: true },
    { flags: '--encoding <name=encoding>', about: 'The encoding of the directory, where it does not tell it, such as people=windows-1250.', repeat: true },
    { flags: '--set <param=value>', about: 'domains=a.com,b.com: the own domains, which all runs must have had.', repeat: true },
    { flags: '--approved <digest>', about: 'The digest of a signed review: rules of another digest are a finding. Given twice: either.', repeat: true },
    { flags: '--smallest-group <number>', about: 'Warn about groups with fewer members (default: 5).' },
    { flags: '--format <format>', about: 'text for people, json for machines.', choices: ['text', 'json'] },
  ],
  examples: [
    'np-pipeline verify delivery --input people=ad-users.csv',
    'np-pipeline verify delivery --input people=personal.csv --rules rules/customers/tailspin/users.yaml',
    'np-pipeline verify delivery --input people=ad-users.csv --set domains=contoso.com --smallest-group 10 --format json',
  ],
  fails: 'Where a check has a finding, or a rule file an error.',
  async run(folders, options, world) {
    const { usage } = await import('./wishes.ts')
    const { verify: verifyFolder } = await import('../verify/verify.ts')
    const [folder] = folders
    if (folder === undefined || folders.length > 1) throw usage(`verify takes one folder, not ${folders.length}`, 'np-pipeline verify DIR --input people=FILE')
    const plans = await plansOf(list(options['rules']), world)
    if (!plans) return 1
    const { directory, domains } = await wishes(options, plans, world)
    const smallest = String(options['smallestGroup'] ?? 5)
    if (!/^\d{1,4}$/.test(smallest)) throw usage('--smallest-group takes a number', 'write --smallest-group 5')
    const verification = await verifyFolder(folder, {
      directory, approved: list(options['approved']), smallestGroup: Number(smallest), ...(domains === undefined ? {} : { domains }),
    })
    if (options['format'] === 'json') {
      const { verifyJson } = await import('../report/verify-json.ts')
      world.out(`${JSON.stringify(verifyJson(verification, folder), undefined, 2)}\n`)
    } else {
      const { verifyText } = await import('../report/verify-text.ts')
      const { painter } = await import('../report/paint.ts')
      world.out(verifyText(verification, folder, painter(world.colors)))
    }
    return verification.checks.some(({ result }) => result === 'finding') ? 1 : 0
  },
}

export default verify

/** The plans of rule files; undefined where one has an error, which is printed then. */
async function plansOf(files: readonly string[], world: World): Promise<readonly Plan[] | undefined> {
  if (files.length === 0) return []
  const { readRules, printFindings } = await import('./load.ts')
  const { checkRules } = await import('../check/rules.ts')
  const { usage } = await import('./wishes.ts')
  const plans: Plan[] = []
  for (const file of files) {
    const { loaded, diagnostics, texts } = readRules(file)
    const checked = loaded && checkRules(loaded, new Map(), true)
    if (printFindings([...diagnostics, ...checked?.diagnostics ?? []].filter(({ severity }) => severity === 'error'), texts, world)) return undefined
    if (!checked?.plan) throw usage(`${file} is a library`, 'give the rules of a run: --rules rules/users.yaml')
    plans.push(checked.plan)
  }
  return plans
}

/** The files of the directory, and the own domains; stops (2) where an option says something else. */
async function wishes(options: Readonly<Record<string, unknown>>, plans: readonly Plan[], world: World): Promise<Pick<VerifyOptions, 'directory' | 'domains'>> {
  const { readWishes, usage } = await import('./wishes.ts')
  const { findFiles } = await import('../inputs/files.ts')
  const { shownNames } = await import('../run/record.ts')
  const { columnsOfRules } = await import('../verify/rule-columns.ts')
  const { inputs, encodings, settings } = readWishes(options, world)
  if (inputs.size === 0) throw usage('without the directory there is nobody to search for', 'write --input people=FILE, the export that the runs have read')
  for (const name of encodings.keys()) {
    if (!inputs.has(name)) throw usage(`--encoding ${name}: no --input has that name`, `write --encoding ${[...inputs.keys()][0]}=…`)
  }
  for (const name of settings.keys()) {
    if (name !== 'domains') throw usage(`verify has no parameter "${name}"`, 'it takes --set domains=a.com,b.com')
  }
  for (const plan of plans) {
    if ([...inputs.keys()].some(name => plan.inputs.has(name))) continue
    throw usage(`--rules: ${plan.name} has no input called ${[...inputs.keys()].map(name => `"${name}"`).join(' or ')}`,
      `name the directory as the rules do: ${[...plan.inputs.keys()].map(name => `--input ${name}=FILE`).join(' or ')}`)
  }
  const found = await Promise.all([...inputs].map(async ([input, patterns]) => (await findFiles(patterns, process.cwd())).map(path => ({ input, path }))))
  const files = found.flat()
  const shown = shownNames(files.map(({ path }) => path))
  return {
    directory: files.map(({ input, path }, index) => {
      const encoding = encodings.get(input)
      const display = path === '-' ? 'standard input' : shown[index]!
      return { path, options: { display, input, stdin: world.stdin, ...(encoding === undefined ? {} : { encoding }), ...(plans.length === 0 ? {} : { columns: columnsOfRules(plans, input) }) } }
    }),
    ...(settings.has('domains') ? { domains: settings.get('domains')!.split(',').map(domain => domain.trim()).filter(domain => domain !== '') } : {}),
  }
}
