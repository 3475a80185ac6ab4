// The page as a file: text stays text, what somebody changed is refused, and colours stand out.
import test from 'ava'
import { reviewPage } from '../../engine/review/page.ts'
import { style } from '../../engine/review/page-style.ts'
import { changesBetween } from '../../engine/review/changes.ts'
import { reviewIn, reviewJson } from '../../engine/review/written.ts'
import { changed, review, textOf } from './reviewed.ts'

test('what rules say stays text', t => {
  const hostile = '</script><script>alert(1)</script><img src=x onerror=alert(1)>&lt;"\'<!--'
  const quoted = JSON.stringify(hostile)
  const now = changed(`about: ${quoted}
inputs:
  tracking: { about: ${quoted}, fields: { server: { from: [${quoted}], privacy: sensitive, optional: true } } }
params: { zone: { type: text, default: "", about: ${quoted} } }
steps: { journal: { drop: { because: ${quoted} } } }
outputs: { emails: { columns: { server: { field: server, header: ${quoted} } }, allow: { server: ${quoted} } } }
tests: { ${quoted}: { given: [], expect: [] } }`)
  const page = reviewPage(now, { since: now, all: changesBetween(changed(''), now) })
  t.is(page.match(/<script/g)?.length, 1)
  t.notRegex(page, /<img|<!--/)
  t.true(textOf(page.replaceAll('<wbr>', '')).split(hostile).length > 6)
  t.deepEqual(reviewIn(page, 'page.html'), now)
})

const changesOfFile = [
  { title: 'a word of the page data', change: (page: string) => page.replace('"mark":"pseudonym"', '"mark":"open"') },
  { title: 'the data cut out', change: (page: string) => page.replace(/<script[\s\S]*<\/script>/, '') },
  { title: 'another file', change: () => 'name;value\n1;2\n' },
  { title: 'other JSON', change: () => '{"digest":"0"}' },
  { title: 'a list', change: () => '[1]' },
  { title: 'a newer form', change: () => JSON.stringify({ form: 'np-pipeline review 2' }) },
  { title: 'broken JSON', change: (page: string) => reviewJson(reviewIn(page, '')).slice(0, -9) },
] as const

for (const { title, change } of changesOfFile) {
  test(`a comparison refuses ${title}`, t => {
    const page = change(reviewPage(review('rules/emails.yaml')))
    const error = t.throws<Error & { exit?: number }>(() => reviewIn(page, 'signed.html'))
    t.deepEqual([error.message, error.exit], ['bad-review', 2])
  })
}

/** WCAG 2.2, 1.4.3: relative luminance, and the contrast of two colours. */
const luminance = (color: string): number => {
  const [red, green, blue] = [1, 3, 5].map(at => Number.parseInt(color.slice(at, at + 2), 16) / 255)
    .map(part => part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4)
  return 0.2126 * red! + 0.7152 * green! + 0.0722 * blue!
}
const contrast = (one: string, other: string): number => {
  const [dark, light] = [luminance(one), luminance(other)].toSorted((a, b) => a - b)
  return (light! + 0.05) / (dark! + 0.05)
}

test('every colour of text stands out from every ground, in light, dark and print', t => {
  const palettes = [...style('x').matchAll(/:root \{([^}]*)\}/g)].map(([, body]) =>
    new Map([...body!.matchAll(/--([\w-]+): (#\w{6})/g)].map(([, name, color]) => [name!, color!])))
  t.is(palettes.length, 3)
  for (const palette of palettes) {
    const papers = ['paper', 'head', 'exception-paper'].map(name => palette.get(name)!)
    const texts = [...palette].filter(([name]) => !['paper', 'desk', 'head', 'line', 'exception-paper'].includes(name))
    t.true(texts.length >= 12)
    for (const [name, color] of texts) {
      for (const paper of papers) t.true(contrast(color, paper) >= 4.5, `${name} ${color} on ${paper}`)
    }
  }
})
