// The delivered files against what their records say, and what was found in their cells.
import type { Catalogue } from './catalogue.ts'
import { type Check, fine, information, plural } from './check.ts'
import { type IdentityKind, kindNames } from './identity.ts'
import type { CellFindings } from './findings.ts'
import type { OutputRead } from './outputs.ts'
import type { DeliveredFile } from '../run/record.ts'
import type { Spots } from './spots.ts'

/** A file with what its record says of it. */
export type Compared = { readonly read: OutputRead, readonly listed: DeliveredFile, readonly record: string }

export function contentCheck(files: readonly Compared[]): Check {
  const altered = files.flatMap(({ read, listed, record }) => {
    const wrong = [
      ...read.sha256 === listed.sha256 && read.bytes === listed.bytes ? [] : ['SHA-256'],
      ...read.rows === listed.rows ? [] : [`${read.rows} rows instead of ${listed.rows}`],
      ...read.headed ? [] : ['the header'],
    ]
    return wrong.length === 0 ? [] : [{ file: read.shown, text: `differs from ${record}: ${wrong.join(', ')}` }]
  })
  const rows = files.reduce((sum, { read }) => sum + read.rows, 0)
  if (altered.length === 0) {
    return fine('content', files.length,
      `${plural(files.length, 'file')} with ${plural(rows, 'row')}, as the runs wrote them: SHA-256, size and rows`)
  }
  return {
    check: 'content', result: 'finding', code: 'altered-output', count: altered.length, spots: altered,
    message: `${plural(altered.length, 'file')} ${altered.length === 1 ? 'is' : 'are'} not what the run wrote`,
    hint: 'run the rules again, and hand on copies that no other program has saved',
  }
}

export function cellChecks({ identities, addresses, odd, excepted }: CellFindings, known: Catalogue): readonly Check[] {
  return [
    ...odd.count === 0 ? [] : [{
      check: 'cells', result: 'finding' as const, code: 'odd-cell' as const, count: odd.count, spots: odd.all(),
      message: `${plural(odd.count, 'cell or row', 'cells or rows')} that no run writes there`, hint: 'the file was changed after the run: run the rules again',
    }],
    identities.count === 0 ? fine('identities', known.texts.length,
      `none of ${plural(known.texts.length, 'identity', 'identities')} stands in a cell or a run record, in clear or in an encoding`)
      : leakCheck('identities', 'identity-in-clear', identities, `${plural(identities.count, 'place')} with an identity of the directory`),
    addresses.count === 0 ? fine('addresses', 0, 'nothing else is shaped like an address')
      : leakCheck('addresses', 'address-in-clear', addresses,
        `${plural(addresses.count, 'place')} with something that is shaped like an address, and is not in the directory`),
    ...excepted.count === 0 ? [] : [information('exceptions', excepted.count,
      `${plural(excepted.count, 'cell')} with identities where the rules let them stand`, excepted.all())],
  ]
}

const leakCheck = (check: string, code: 'identity-in-clear' | 'address-in-clear', found: Spots, message: string): Check => ({
  check, result: 'finding', code, count: found.count, spots: found.all(), message,
  hint: 'do not hand the delivery on; np-pipeline explain RULES --row N shows how a row came to be, '
    + 'and np-pipeline check RULES what may leave',
})

/** `61 000 addresses, 20 000 distinguished names, …` */
export const knownText = ({ counts }: Pick<Catalogue, 'counts'>): string =>
  [...counts].filter(([kind]) => kind !== 'domain').map(([kind, count]) => plural(count, singular(kind), kindNames[kind][1])).join(', ')

const singular = (kind: IdentityKind): string => kindNames[kind][0].replace(/^an? /, '')

/** Run records hold words of rules and names of files: one short word may be there by chance, and is looked at by a person. */
export const recordCheck = (words: Spots): readonly Check[] => words.count === 0 ? [] : [{
  check: 'words', result: 'warning', code: 'word-in-record', count: words.count, spots: words.all(),
  message: `${plural(words.count, 'line')} of run records ${words.count === 1 ? 'has' : 'have'} a word that is also a login, name or number in the directory`,
  hint: 'look at them: names of files can name a person; most often the word only happens to be the same',
}]
