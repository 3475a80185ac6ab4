// preview: rows after each step, nothing written.
import type { Command } from './command.ts'
import { rowsWanted, wantsPersonal } from './showing.ts'
import { readWishes, usage, wishOptions } from './wishes.ts'

const preview: Command = {
  name: 'preview',
  summary: 'Show rows after each step. Nothing is written, no key is needed, and personal values have stand-ins.',
  arguments: '<rules>',
  options: [
    ...wishOptions,
    { flags: '--rows <number>', about: 'How many rows to follow (default: 5).' },
    { flags: '--where <expression>', about: 'Only records for which this holds, such as \'event = "SEND"\'.' },
    { flags: '--at <step>', about: 'Only before and after this step; OUTPUT/STEP where several outputs have one of this name.' },
    { flags: '--diff', about: 'Only the cells that a step changes, and rows that it drops.' },
    { flags: '--show-personal', about: 'Values as they are; on a terminal only.' },
    { flags: '--format <format>', about: 'text for people, json for machines.', choices: ['text', 'json'] },
  ],
  examples: [
    'np-pipeline preview rules/emails.yaml                 # over the samples',
    'np-pipeline preview customers/acme/emails.yaml --input tracking="logs/*.LOG" --input people=users.csv --at who',
  ],
  fails: 'Where a rule file has an error, or --where holds for no record.',
  async run([file = ''], options, world) {
    const { ready } = await import('./ready.ts')
    const { preview: previewRules, pointNames } = await import('../preview/preview.ts')
    const { lookKey } = await import('../preview/look.ts')
    const { wantedWhere } = await import('../preview/wanted.ts')
    const { masking } = await import('../report/masking.ts')
    const { previewText } = await import('../report/preview-text.ts')
    const { previewJson } = await import('../report/preview-json.ts')
    const { progressOn } = await import('../report/progress.ts')
    const { domainsOf } = await import('../run/directories.ts')
    const { suggestion } = await import('../diagnostics/suggestion.ts')

    const wishes = readWishes(options, world)
    const rows = rowsWanted(options['rows'], 5)
    const personal = wantsPersonal(options, world)
    const { prepared } = await ready(file, wishes, world) ?? {}
    if (!prepared) return 1
    const at = options['at'] === undefined ? undefined : String(options['at'])
    const where = options['where'] === undefined ? undefined : wantedWhere(String(options['where']), rows, prepared.plan)
    const names = pointNames(prepared.plan)
    if (at !== undefined && !names.includes(at)) throw usage(`--at: no step is called "${at}"`, suggestion(at, names, 'step'))
    const progress = progressOn(world, prepared.files)
    const mask = masking([...prepared.plan.lookups.values()].map(domainsOf), personal)
    const shown = await previewRules(prepared, { rows, ...at === undefined ? {} : { at }, ...where ? { where } : {}, dropped: options['diff'] === true || at !== undefined }, mask, {
      key: lookKey(prepared), encodings: wishes.encodings, stdin: world.stdin, progress: progress.at,
    }).finally(progress.end)
    for (const reason of shown.unread) world.err(`warning: accounts that are not in the directory, since a run refuses them: ${reason}\n`)
    world.out(options['format'] === 'json' ? `${JSON.stringify(previewJson(shown, prepared.sample), undefined, 2)}\n` : previewText(shown, {
      width: world.width, colors: world.colors, diff: options['diff'] === true, at: at !== undefined, personal, sample: prepared.sample,
    }))
    if (shown.stopped) throw shown.stopped
    if (!where || shown.found) return 0
    world.err(`${where.missing([...shown.read.values()].reduce((sum, { records }) => sum + records, 0))}\n`)
    return 1
  },
}

export default preview
