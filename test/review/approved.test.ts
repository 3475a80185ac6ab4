// `run --approved`: what review shows is what runs, and nothing else.
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import test from 'ava'
import { newFolder, npPipeline } from '../command-line.ts'

const digestOf = (args: readonly string[]): string =>
  (JSON.parse(npPipeline(['review', ...args, '--json']).out) as { digest: string }).digest

const record = (folder: string, name: string): { digest: string; approved?: true } =>
  (JSON.parse(readFileSync(join(folder, `${name}.run.json`), 'utf8')) as { rules: { digest: string; approved?: true } })
    .rules

const customer = 'rules/customers/tailspin/users.yaml'

const accepted = [
  { title: 'as they are', rules: 'rules/emails.yaml', set: [], run: [] },
  {
    title: 'with values of the command line',
    rules: 'rules/users.yaml',
    set: ['--set', 'groups=Department', '--set', 'employment-dates=month'],
    run: [],
  },
  {
    title: 'with parameters of each run',
    rules: 'rules/users.yaml',
    set: [],
    run: ['--set', 'prefix=2024-05_', '--set', 'row-date=2024-05-31'],
  },
  {
    title: 'of a customer',
    rules: customer,
    set: [],
    run: [
      '--without',
      'groups',
      '--without',
      'access',
      '--input',
      'people=rules/customers/tailspin/samples/benutzer.csv',
    ],
  },
] as const

for (const { title, rules, set, run } of accepted) {
  test.serial(`approved rules run ${title}`, t => {
    const out = join(newFolder(t), 'out')
    const digest = digestOf([rules, ...set])
    const { code, err } = npPipeline(['run', rules, ...set, ...run, '--out', out, '--quiet', '--approved', digest])
    t.is(code, 0, err)
    t.deepEqual(record(out, rules.includes('emails') ? 'emails' : 'users'), {
      file: rules.split('/').at(-1)!,
      digest,
      approved: true,
    } as never)
  })
}

test.serial('a digest may be copied in groups and capitals', t => {
  const out = join(newFolder(t), 'out')
  const digest = digestOf(['rules/emails.yaml']).toUpperCase().replace(/(.{4})/g, '$1 ').trim()
  t.is(npPipeline(['run', 'rules/emails.yaml', '--out', out, '--quiet', '--approved', digest]).code, 0)
})

const refused = [
  { title: 'another value', args: ['--set', 'headers=np-sync'] },
  { title: 'another own domain', args: ['--set', 'domains=contoso.com'] },
  { title: 'another profile', args: ['--set', 'hash-profile=utf8-base64'] },
] as const

for (const { title, args } of refused) {
  test.serial(`approved rules do not run with ${title}`, t => {
    const out = join(newFolder(t), 'out')
    const digest = digestOf(['rules/emails.yaml'])
    const { code, err } = npPipeline(['run', 'rules/emails.yaml', ...args, '--out', out, '--approved', digest])
    t.is(code, 2)
    t.true(
      err.includes('not-approved') && err.includes(digest) && err.includes(digestOf(['rules/emails.yaml', ...args])),
      err,
    )
    t.true(err.includes(`np-pipeline review rules/emails.yaml ${args.join(' ')} --against`), err)
    t.false(existsSync(out))
  })
}

test.serial('of several rule files each must be approved, before any of them runs', t => {
  const folder = newFolder(t)
  const all = ['rules/emails.yaml', 'rules/meetings.yaml']
  const digests = all.flatMap(file => ['--approved', digestOf([file])])
  t.is(npPipeline(['run', ...all, '--out', join(folder, 'one'), '--quiet', ...digests]).code, 0)
  t.is(npPipeline(['run', ...all, '--out', join(folder, 'two'), '--quiet', ...digests.slice(0, 2)]).code, 2)
  t.false(existsSync(join(folder, 'two')))
})

test.serial('without --approved the record says nothing of approval', t => {
  const out = join(newFolder(t), 'out')
  const { code, err } = npPipeline(['run', 'rules/emails.yaml', '--out', out, '--quiet'])
  t.is(code, 0, err)
  t.deepEqual(Object.keys(record(out, 'emails')), ['file', 'digest'])
})
