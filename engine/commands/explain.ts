// explain: why a record is in the output, or not.
import type { Command } from './command.ts'
import { rowsWanted, wantsPersonal } from './showing.ts'
import { readWishes, usage, wishOptions } from './wishes.ts'

const explain: Command = {
  name: 'explain',
  summary: 'Show why a record is in the output, or not: each step\'s verdict, and the part of the expression that decided.',
  arguments: '<rules>',
  options: [
    { flags: '--row <record>', about: 'The number of the record, as preview shows it, or FILE:LINE.' },
    { flags: '--where <expression>', about: 'The first records for which this holds; over the fields of the input.' },
    { flags: '--rows <number>', about: 'With --where: how many records (default: 3).' },
    ...wishOptions,
    { flags: '--show-personal', about: 'Values as they are; on a terminal only.' },
    { flags: '--format <format>', about: 'text for people, json for machines.', choices: ['text', 'json'] },
  ],
  examples: [
    'np-pipeline explain rules/emails.yaml --row 70        # over the samples',
    'np-pipeline explain rules/emails.yaml --where \'event = "SEND" and $contains(sender, "svc-")\' --input tracking=MSGTRK.LOG \\',
    '  --input people=users.csv --set domains=contoso.com',
  ],
  fails: 'Where a rule file has an error, or no record is the one that was asked for.',
  async run([file = ''], options, world) {
    const { ready } = await import('./ready.ts')
    const { explain: explainRules } = await import('../explain/explain.ts')
    const { wantedRow, wantedWhere } = await import('../preview/wanted.ts')
    const { lookKey } = await import('../preview/look.ts')
    const { masking } = await import('../report/masking.ts')
    const { explainText } = await import('../report/explain-text.ts')
    const { explainJson } = await import('../report/explain-json.ts')
    const { progressOn } = await import('../report/progress.ts')
    const { domainsOf } = await import('../run/directories.ts')

    const wishes = readWishes(options, world)
    const [row, where] = [options['row'], options['where']]
    if ((row === undefined) === (where === undefined)) throw usage('explain takes --row or --where', 'write --row 70, --row FILE:LINE, or --where \'event = "SEND"\'')
    const most = rowsWanted(options['rows'], 3)
    const personal = wantsPersonal(options, world)
    const { prepared } = await ready(file, wishes, world) ?? {}
    if (!prepared) return 1
    const wanted = where === undefined ? wantedRow(String(row)) : wantedWhere(String(where), most, prepared.plan)
    if (!wanted) throw usage('--row takes the number of a record, or FILE:LINE', 'write --row 70, or --row MSGTRK2024052005-1.LOG:12')
    const progress = progressOn(world, prepared.files)
    const explanation = await explainRules(prepared, wanted, masking([...prepared.plan.lookups.values()].map(domainsOf), personal), {
      key: lookKey(prepared), encodings: wishes.encodings, stdin: world.stdin, progress: progress.at,
    }).finally(progress.end)
    const { explained, records, unread, stopped } = explanation
    for (const reason of unread) world.err(`warning: accounts that are not in the directory, since a run refuses them: ${reason}\n`)
    world.out(options['format'] === 'json' ? `${JSON.stringify(explainJson(explanation), undefined, 2)}\n`
      : explainText(explained, { name: prepared.plan.name, width: world.width, colors: world.colors }))
    if (stopped) throw stopped
    if (explained.length === 0) world.err(`${wanted.missing(records)}\n`)
    return explained.length === 0 ? 1 : 0
  },
}

export default explain
