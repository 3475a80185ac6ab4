// Runs in this process: a disk that fails at each call, and progress on a terminal. Nothing of the canaries is shown.
import test from 'ava'
import { join } from 'node:path'
import { readRules } from '../../engine/commands/load.ts'
import { Stop } from '../../engine/diagnostics/diagnostic.ts'
import { toText } from '../../engine/diagnostics/text.ts'
import { keyFiles } from '../../engine/hash/key-file.ts'
import { progressOn } from '../../engine/report/progress.ts'
import { type FileSystem, fileSystem } from '../../engine/run/file-system.ts'
import { prepare } from '../../engine/run/prepare.ts'
import { run } from '../../engine/run/run.ts'
import { testKey } from '../command-line.ts'
import { faulty } from '../deliver/faulty.ts'
import { canary, domain } from './canaries.ts'
import { type Place, inputFile, place } from './place.ts'

/** What a person sees of a run on a terminal, and the code with which it stopped. */
async function onTerminal({ folder }: Place, files: FileSystem): Promise<{ readonly shown: string, readonly stopped: string | undefined }> {
  let shown = ''
  let clock = 0
  const { loaded } = readRules('rules/emails.yaml')
  const wishes = {
    settings: new Map([['domains', domain]]), inputs: new Map((['tracking', 'people'] as const).map(kind => [kind, [join(folder, inputFile(kind))]])),
    without: new Set<string>(), encodings: new Map<string, string>(), today: '2024-01-01',
  }
  const prepared = await prepare(loaded!, wishes)
  if ('mistakes' in prepared) throw new Error(JSON.stringify(prepared.mistakes.diagnostics))
  // A clock that leaps, so that each report is drawn.
  const progress = progressOn({ terminal: true, err: text => { shown += text }, now: () => clock += 1000 }, prepared.files)
  try {
    await run(loaded!, prepared, { ...wishes, out: join(folder, 'out'), key: { env: testKey }, allowShortKey: false, quarantineRaw: false }, {
      files, keyFiles: keyFiles(process.platform), stdin: process.stdin, log: line => { shown += `${line}\n` }, progress: progress.at, onDelivery: () => {},
    })
    return { shown, stopped: undefined }
  } catch (error) {
    if (!(error instanceof Stop)) throw error
    return { shown: shown + toText([error.diagnostic], () => undefined, { color: false }), stopped: error.diagnostic.code }
  } finally {
    progress.end()
  }
}

/** The system and its libraries name files, and can name anything. */
const secret = canary.address('mail 1')

test.serial('progress on a terminal', async t => {
  const folder = place(t, 'emails')
  const { shown, stopped } = await onTerminal(folder, fileSystem(process))
  t.is(stopped, undefined)
  t.regex(shown, /tracking: .* records/)
  t.deepEqual(folder.leaks({ code: 0, out: '', err: shown }), [])
})

for (const code of ['ENOSPC', 'EACCES', 'EMFILE']) {
  test.serial(`${code} at each call to the disk`, async t => {
    let failures = 0
    for (let at = 1; ; at++) {
      const folder = place(t, 'emails')
      const fail = (): never => { throw Object.assign(new Error(`${code}: ${secret}`), { code, path: secret }) }
      const files = faulty(fileSystem(process), { at, as: fail })
      const { shown, stopped } = await onTerminal(folder, files)
      t.deepEqual(folder.leaks({ code: 3, out: '', err: shown }), [], `call ${at}`)
      if (stopped !== undefined) {
        failures++
        t.true(['write-failed', 'busy'].includes(stopped), stopped)
      }
      if (files.count() < at) break
    }
    t.true(failures > 5)
  })
}
