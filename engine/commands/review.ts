// review: what leaves and how, for whoever must agree to it.
import type { Command } from './command.ts'

const review: Command = {
  name: 'review',
  summary: 'Say what a rule file reads, does and lets out, as text or as a page to print and sign; and what has '
    + 'changed since.',
  arguments: '<rules>',
  options: [
    { flags: '--html <file>', about: 'Write a page that needs nothing else: no network, no scripts.' },
    { flags: '--json', about: 'Print the review as JSON.' },
    { flags: '--set <param=value>', about: 'The value of a parameter, as the run will have it.', repeat: true },
    {
      flags: '--against <file>',
      about: 'An earlier page or JSON: say what has changed since, and exit with 1 if more leaves or may leave.',
    },
  ],
  examples: [
    'np-pipeline review rules/customers/contoso/emails.yaml --html emails.html',
    'np-pipeline review rules/customers/contoso/emails.yaml --against signed.html',
    'np-pipeline review rules/emails.yaml --set domains=contoso.com',
  ],
  fails: 'Where a rule file has an error; with --against also where more leaves, or may leave, than before.',
  async run([file = ''], options, world) {
    const { readFileSync, writeFileSync } = await import('node:fs')
    const { printFindings, readRules } = await import('./load.ts')
    const { readWishes } = await import('./wishes.ts')
    const { reviewRules } = await import('../review/of-rules.ts')
    const { changesBetween, grows } = await import('../review/changes.ts')
    const { reviewIn } = await import('../review/written.ts')
    const { Stop } = await import('../diagnostics/diagnostic.ts')

    const { loaded, diagnostics, texts } = readRules(file)
    const { settings } = readWishes({ set: options['set'] }, world)
    // A file that could not be put together is half of what its author means: nothing else is said of it.
    const isWhole = !diagnostics.some(({ severity }) => severity === 'error')
    const found = loaded && isWhole ? reviewRules(loaded, settings) : undefined
    const all = [...diagnostics, ...found?.diagnostics ?? []]
    if (printFindings(all, texts, world) || !found?.review) return 1
    const { review: now } = found
    const against = options['against'] === undefined ? undefined : String(options['against'])
    const before = against === undefined ? undefined : reviewIn(read(against), against)
    const changes = before && { since: before, all: changesBetween(before, now) }

    if (options['html'] !== undefined) {
      const { reviewPage } = await import('../review/page.ts')
      write(String(options['html']), reviewPage(now, changes))
    }
    if (options['json']) {
      const { reviewJson } = await import('../review/written.ts')
      world.out(reviewJson(now))
    } else {
      const { reviewText, writtenText } = await import('../report/review-text.ts')
      world.out(options['html'] === undefined ? reviewText(now, changes, world.width)
        : writtenText(now, changes, String(options['html'])))
    }
    return changes && grows(changes.all) ? 1 : 0

    function read(path: string): string {
      try {
        return readFileSync(path, 'utf8')
      } catch {
        const message = `${path} cannot be read`
        throw new Stop(2, { code: 'unreadable-file', message, hint: 'give the page or the JSON that review wrote' })
      }
    }

    function write(path: string, page: string): void {
      try {
        writeFileSync(path, page)
      } catch {
        const message = `${path} cannot be written`
        throw new Stop(2, { code: 'write-failed', message, hint: 'is there such a folder, and may you write in it?' })
      }
    }
  },
}

export default review
