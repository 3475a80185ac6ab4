// run: the job.
import type { Loaded } from '../load/rules.ts'
import type { Prepared } from '../run/prepare.ts'
import { type Command, list } from './command.ts'
import { readWishes, usage, wishOptions } from './wishes.ts'

const run: Command = {
  name: 'run',
  summary: 'Run rule files: read the inputs, write the outputs, say where every row went.',
  arguments: '<rules...>',
  options: [
    ...wishOptions,
    { flags: '--out <dir>', about: 'The folder for the outputs (default: out).' },
    { flags: '--key-file <file>', about: 'The file with the secret key (or the variable NP_HMAC_KEY).' },
    { flags: '--max-quarantine <limit>', about: 'Deliver although records are refused: up to so many, or a share such as 1%.' },
    { flags: '--approved <digest>', about: 'Refuse rules and values with another digest than this one of review. With several rule files: one for each.', repeat: true },
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
  fails: 'Where a rule file has an error, more records are refused than the limit, or a file breaks a rule of `expect`. Nothing is delivered.',
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

    const wishes = { ...readWishes(options, world), approved: readDigests(options['approved']) }
    const limit = options['maxQuarantine'] === undefined ? undefined : parseLimit(String(options['maxQuarantine']))
    if (options['maxQuarantine'] !== undefined && !limit) throw usage('--max-quarantine takes a number of records or a share', 'write 3, or 1%')
    const out = String(options['out'] ?? 'out')
    const jobs: { readonly loaded: Loaded, readonly prepared: Prepared, readonly texts: ReadonlyMap<string, string> }[] = []
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
      jobs.push({ loaded, prepared, texts })
    }
    const summaries: unknown[] = []
    for (const { loaded, prepared, texts } of jobs) {
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

/** Digests as review prints them, however they were copied. Stops (2) at what is none. */
function readDigests(given: unknown): readonly string[] {
  return list(given).map(text => {
    const digest = text.replace(/[\s-]/g, '').toLowerCase()
    if (!/^[0-9a-f]{64}$/.test(digest)) throw usage('--approved takes a digest of 64 hexadecimal digits', 'copy the long one from the page or from np-pipeline review; the short one is for the eye')
    return digest
  })
}

export default run
