import test from 'ava'
import fc from 'fast-check'
import { nearest, onlyNearest } from '../../engine/diagnostics/nearest.ts'

const steps = ['keep', 'drop', 'explode', 'identify', 'hash', 'redact', 'unique']

const cases: readonly { title: string, word: string, candidates: readonly string[], expect: string | undefined }[] = [
  { title: 'a letter too many', word: 'keeep', candidates: steps, expect: 'keep' },
  { title: 'a letter left out', word: 'explde', candidates: steps, expect: 'explode' },
  { title: 'another letter', word: 'radact', candidates: steps, expect: 'redact' },
  { title: 'swapped neighbours count once', word: 'hsah', candidates: steps, expect: 'hash' },
  { title: 'case is free', word: 'HASH', candidates: steps, expect: 'hash' },
  { title: 'case is free beside an edit', word: 'EventID', candidates: ['event-id', 'eventId'], expect: 'eventId' },
  { title: 'two edits of six letters are near', word: 'identfiy', candidates: steps, expect: 'identify' },
  { title: 'two edits of four letters are not', word: 'haxx', candidates: steps, expect: undefined },
  { title: 'another word is no suggestion', word: 'filter', candidates: steps, expect: undefined },
  { title: 'of equally near words the first', word: 'fram', candidates: ['from', 'frame'], expect: 'from' },
  { title: 'a nearer word wins over an earlier one', word: 'sendre', candidates: ['send', 'sender'], expect: 'sender' },
  { title: 'one letter may change in a short word', word: 'im', candidates: ['in'], expect: 'in' },
  { title: 'nothing to choose from', word: 'keep', candidates: [], expect: undefined },
]

for (const { title, word, candidates, expect } of cases) {
  test(title, t => { t.is(nearest(word, candidates), expect) })
}

test('where two words are equally near there is no one answer', t => {
  t.is(onlyNearest('fram', ['from', 'frame']), undefined)
  t.is(onlyNearest('fram', ['from', 'frames']), 'from')
  t.is(onlyNearest('fram', ['from', 'from']), 'from')
  t.is(onlyNearest('fram', ['to']), undefined)
})

test('a word with one slip is always found again', t => {
  const word = fc.stringMatching(/^[a-z]{3,20}$/)
  fc.assert(fc.property(word, fc.nat(), fc.constantFrom('drop', 'double', 'replace', 'swap'), (meant, seed, slip) => {
    const at = seed % (meant.length - 1)
    const typed = meant.slice(0, at) + {
      drop: meant.slice(at + 1),
      double: `${meant[at]}${meant.slice(at)}`,
      replace: `-${meant.slice(at + 1)}`,
      swap: `${meant[at + 1]}${meant[at]}${meant.slice(at + 2)}`,
    }[slip]
    t.is(nearest(typed, ['-0-', meant]), meant)
  }))
})
