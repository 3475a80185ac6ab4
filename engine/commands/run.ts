// run: the job.
import { type Command, list } from './command.ts'
import { Stop } from '../diagnostics/diagnostic.ts'

const run: Command = {
  name: 'run',
  summary: 'Run rule files: read the inputs, write the outputs, say where every row went.',
  arguments: '<rules...>',
  options: [
    { flags: '--input <name=files>', about: 'The files of an input: a path or pattern; - is standard input. Given twice: both.', repeat: true },
    { flags: '--without <name>', about: 'Leave an optional input out, such as people.', repeat: true },
    { flags: '--set <param=value>', about: 'The value of a parameter; lists with commas: --set domains=a.com,b.com', repeat: true },
    { flags: '--out <dir>', about: 'The folder for the outputs (default: out).' },
    { flags: '--key-file <file>', about: 'The file with the secret key (or the variable NP_HMAC_KEY).' },
    { flags: '--encoding <name=encoding>', about: 'The encoding of an input that does not tell it, such as tracking=windows-1250.', repeat: true },
    { flags: '--max-quarantine <limit>', about: 'Deliver although records are refused: up to so many, or a share such as 1%.' },
    { flags: '--quarantine-raw', about: 'Keep refused records as they were read, in clear: broken lines whole, of others the columns the rules read.' },
    { flags: '--allow-short-key', about: 'Take a key below 32 characters that is in use already; it is recorded.' },
    { flags: '--json', about: 'Print the summary as JSON.' },
    { flags: '--quiet', about: 'Print warnings and errors only.' },
  ],
  examples: [
    'np-pipeline run rules/emails.yaml                     # over the samples',
    'np-pipeline run rules/emails.yaml --input tracking="logs/MSGTRK*.LOG" --input people=ad-users.csv \\',
    '  --set domains=contoso.com --key-file hmac.key --out delivery --set prefix=2023-06_',
  ],
  async run(files, options, world) {
    const { readRules, printFindings } = await import('./load.ts')
    const { prepare } = await import('../run/prepare.ts')
    const { run: runRules } = await import('../run/run.ts')
    const { fileSystem } = await import('../run/file-system.ts')
    const { keyFiles } = await import('../hash/key-file.ts')
    const { summaryText } = await import('../report/summary.ts')
    const { warningLines } = await import('../report/warnings.ts')
    const { summaryJson } = await import('../report/summary-json.ts')
    const { progressOn } = await import('../report/progress.ts')
    const { checkRules, parseLimit } = await import('../check/rules.ts')

    const wishes = { ...readWishes(options), today: world.today() }
    const limit = options['maxQuarantine'] === undefined ? undefined : parseLimit(String(options['maxQuarantine']))
    if (options['maxQuarantine'] !== undefined && !limit) throw usage('--max-quarantine takes a number of records or a share', 'write 3, or 1%')
    const out = String(options['out'] ?? 'out')
    const summaries: unknown[] = []
    for (const file of files) {
      const { loaded, diagnostics, texts } = readRules(file)
      // Broken rules are checked to the end all the same: every mistake at once.
      const broken = loaded && diagnostics.some(one => one.severity === 'error')
      if (printFindings([...diagnostics, ...broken ? checkRules(loaded, wishes.settings, true, wishes.today).diagnostics : []], texts, world) || !loaded) return 1
      const prepared = await prepare(loaded, wishes)
      if ('mistakes' in prepared) {
        printFindings(prepared.mistakes.diagnostics, texts, world)
        return 1
      }
      printFindings(prepared.warnings, texts, world)
      const progress = progressOn(world, prepared.files)
      const started = world.now()
      const result = await runRules(loaded, prepared, {
        ...wishes, out,
        key: { ...(options['keyFile'] === undefined ? {} : { file: String(options['keyFile']) }), ...(world.env['NP_HMAC_KEY'] === undefined ? {} : { env: world.env['NP_HMAC_KEY'] }) },
        allowShortKey: options['allowShortKey'] === true,
        ...(limit ? { limit } : {}),
        quarantineRaw: options['quarantineRaw'] === true,
      }, {
        files: fileSystem(world.running), keyFiles: keyFiles(world.running.platform), stdin: world.stdin, progress: progress.at,
        log: line => { if (!options['quiet']) world.err(`${line}\n`) },
        onDelivery: abandon => { world.onSignal(abandon) },
      }).finally(progress.end)
      if (options['json']) summaries.push(summaryJson(result, out))
      else if (options['quiet']) world.err(warningLines(result.warnings, `${result.plan.name}: `).map(line => `${line}\n`).join(''))
      else world.out(summaryText(result, out, (world.now() - started) / 1000))
    }
    if (options['json']) world.out(`${JSON.stringify(summaries.length === 1 ? summaries[0] : summaries, undefined, 2)}\n`)
    return 0
  },
}

export default run

function readWishes(options: Readonly<Record<string, unknown>>): {
  settings: Map<string, string>, inputs: Map<string, string[]>, without: Set<string>, encodings: Map<string, string>
} {
  const inputs = new Map<string, string[]>()
  for (const [name, files] of pairs(options['input'], '--input', 'tracking=logs/*.LOG')) inputs.set(name, [...inputs.get(name) ?? [], files])
  return {
    inputs,
    settings: new Map(pairs(options['set'], '--set', 'domains=contoso.com')),
    without: new Set(list(options['without'])),
    encodings: new Map(pairs(options['encoding'], '--encoding', 'tracking=windows-1250')),
  }
}

function pairs(given: unknown, flag: string, example: string): [string, string][] {
  return list(given).map(text => {
    const at = text.indexOf('=')
    if (at < 1) throw usage(`${flag} takes a name and a value`, `write ${flag} ${example}`)
    return [text.slice(0, at), text.slice(at + 1)]
  })
}

const usage = (message: string, hint: string): Stop => new Stop(2, { code: 'usage', message, hint })

