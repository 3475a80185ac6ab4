// Tests made of real records: each goes the way of its record, passes, and holds nothing of anybody.
import { readFileSync } from 'node:fs'
import test from 'ava'
import { globSync } from 'tinyglobby'
import { readRules } from '../../engine/commands/load.ts'
import { Stop } from '../../engine/diagnostics/diagnostic.ts'
import { record } from '../../engine/rule-tests/record/record.ts'
import { prepare } from '../../engine/run/prepare.ts'
import { leaksIn, personalValues } from '../scenarios/leaks.ts'

// `record` itself runs what it writes, and refuses it where it goes another way.
const samples = [
  { rules: 'rules/emails.yaml', every: 41, known: [] },
  { rules: 'rules/meetings.yaml', every: 11, known: [] },
  // Two accounts claim one address there: without the other one, the record would have it.
  { rules: 'rules/users.yaml', every: 4, known: [61] },
]

const personal = [...new Set(globSync('rules/samples/**/*.{csv,LOG}').flatMap(file => personalValues(readFileSync(file, 'utf8'))))]
// What Exchange calls its own accounts stands in the rules; stand-ins are called so on purpose.
const ours = readFileSync('rules/organisation.yaml', 'utf8').toLowerCase()

for (const { rules, every, known } of samples) {
  test(`records of the samples become tests of ${rules}`, async t => {
    const { loaded } = readRules(rules)
    const wishes = { settings: new Map(), inputs: new Map(), without: new Set<string>(), encodings: new Map(), today: '2024-01-01' }
    const prepared = await prepare(loaded!, wishes)
    if ('mistakes' in prepared) throw new Error('the rules have mistakes')
    const refused: number[] = []
    let made = 0
    for (let number = 1; ; number += every) {
      try {
        const { added } = await record(loaded!, prepared, { wanted: { record: number }, title: `recorded ${number}`, settings: new Map(), reading: () => ({}) })
        t.deepEqual(leaksIn(Buffer.from(added), personal).filter(value => !ours.includes(value.toLowerCase())), [], `record ${number}`)
        made++
      } catch (error) {
        if (!(error instanceof Stop)) throw error
        if (error.diagnostic.code === 'usage') break
        refused.push(number)
      }
    }
    t.true(made > 5)
    t.deepEqual(refused, known)
  })
}
