// The same input, rules and key give the same bytes, wherever and in whatever language the computer runs.
import { readFileSync, readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import test from 'ava'
import { newFolder, npPipeline } from '../command-line.ts'

const places = [
  { TZ: 'UTC', LC_ALL: 'C' },
  { TZ: 'America/New_York', LC_ALL: 'en_US.UTF-8' },
  { TZ: 'Pacific/Apia', LC_ALL: 'tr_TR.UTF-8' },
  { TZ: 'Europe/Warsaw', LC_ALL: 'tr_TR.UTF-8' },
]

/** Letters that Turkish makes lower-case in its own way, and times without a zone on a day that the clocks change. */
const export_ = [
  'Timestamp;Source;EventId;MessageId;Recipients;Sender;ReturnPath',
  '31.03.2024 03:30:00;STOREDRIVER;DELIVER;m1@mail.contoso.example;IRENE@CONTOSO.EXAMPLE, ibrahim@contoso.example;INGRID@contoso.example;',
  '27.10.2024 02:30:00;STOREDRIVER;DELIVER;m2@mail.contoso.example;john@partner.example;irene@contoso.example;',
].join('\r\n')

const runs: Readonly<Record<string, readonly string[]>> = {
  'the samples': [],
  'local times and the letter I': ['--input', 'tracking=FOLDER/mail.csv', '--without', 'people', '--set', 'domains=contoso.example', '--set', 'zone=Europe/Berlin', '--set', 'dates=dd.MM.yyyy HH:mm:ss'],
}

for (const [title, options] of Object.entries(runs)) {
  test(title, t => {
    const folder = newFolder(t)
    writeFileSync(join(folder, 'mail.csv'), export_)
    const results = places.map((place, number) => {
      const out = join(folder, `out-${number}`)
      const { code, out: printed, err } = npPipeline(['run', 'rules/emails.yaml', ...options.map(text => text.replace('FOLDER', folder)), '--out', out, '--json'], { env: place })
      t.is(code, 0, err)
      const files = readdirSync(out).toSorted().map(name => [name, readFileSync(join(out, name), 'utf8')])
      return { printed: printed.replace(out, 'out'), files }
    })
    for (const result of results) t.deepEqual(result, results[0])
  })
}
