// No code is left out: each is fired with canaries in what was read, or stands here with the reason why it cannot.
import test from 'ava'
import { type Code, codeGroups } from '../../engine/diagnostics/codes.ts'
import { commandSequences } from './commands.ts'
import { damages } from './damages.ts'
import { defects } from './defects.ts'
import { deliverySequences } from './deliveries.ts'
import { folderSequences } from './folders.ts'
import { keySequences } from './keys.ts'
import { linesOf } from './sequence.ts'

const byData: ReadonlySet<string> = new Set([
  ...damages.flatMap(({ code, also = code }) => [code, also]),
  ...linesOf([...commandSequences, ...keySequences, ...folderSequences, ...deliverySequences])
    .flatMap(([, , ...codes]) => codes),
])
const byDefect: ReadonlySet<string> = new Set(defects.flatMap(({ code }) => code ?? []))

/** Codes that no export, folder or option brings about, and why; a defect that is put into the engine does. */
const defectsOnly: Partial<Record<Code, string>> = {
  'sum-mismatch': 'every way out of a step is counted: a row is lost by a defect only',
  'bad-output-cell': 'check lets out what a type bounds, and conversion holds each cell to it: the second look finds defects only',
}

/** What check and test say before a record is read: rules.test.ts has them all. */
const ofRules = (title: string): boolean => title.startsWith('Rule files')

for (const { title, codes } of codeGroups.filter(group => !ofRules(group.title))) {
  test(`${title}: each code is fired`, t => {
    t.deepEqual(Object.keys(codes).filter(code => !byData.has(code) && !(code in defectsOnly)), [])
  })
}

test('codes that only a defect brings about are fired by one, and by nothing else', t => {
  t.deepEqual(Object.keys(defectsOnly).filter(code => byData.has(code) || !byDefect.has(code)), [])
})

test('of the codes of rule files, those that a file or an option can give too are fired', t => {
  const given: readonly Code[] = ['unreadable-file', 'identity-in-name', 'unknown-input', 'unknown-param', 'unknown-zone']
  t.deepEqual(given.filter(code => !byData.has(code)), [])
})
