// Words of other tools: what they mean here is found where spelling gives no answer.
import test from 'ava'
import { likely, onlyLikely, question } from '../../engine/diagnostics/synonyms.ts'

const types = ['conform', 'drop', 'explode', 'hash', 'identify', 'keep', 'redact', 'set', 'unique']

const cases: readonly { readonly word: string, readonly candidates: readonly string[], readonly expect: readonly string[] }[] = [
  { word: 'delete', candidates: types, expect: ['drop'] },
  { word: 'filter', candidates: types, expect: ['keep', 'drop'] },
  { word: 'exclude', candidates: types, expect: ['drop'] },
  { word: 'Reason', candidates: ['when', 'because'], expect: ['because'] },
  { word: 'code-page', candidates: ['encoding', 'files'], expect: ['encoding'] },
  { word: 'if', candidates: ['when', 'accounts', 'in', 'because'], expect: ['when'] },
  // a misspelt key is nearer than another meaning
  { word: 'column', candidates: ['from', 'columns'], expect: ['columns'] },
  { word: 'kepp', candidates: types, expect: ['keep'] },
  // not where the meaning stands already
  { word: 'reason', candidates: ['when'], expect: [] },
  { word: 'constructor', candidates: types, expect: [] },
]

for (const { word, candidates, expect } of cases) {
  test(`${word} among ${candidates.join(', ')}`, t => {
    t.deepEqual(likely(word, candidates), expect)
    t.is(onlyLikely(word, candidates), expect.length === 1 ? expect[0] : undefined)
  })
}

test('where two are meant, both are asked', t => { t.is(question(['keep', 'drop']), 'did you mean "keep" or "drop"?') })
