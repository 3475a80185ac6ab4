// The page: all that must be said is said, text stays text, and it needs nothing else.
import test from 'ava'
import { reviewPage } from '../../engine/review/page.ts'
import { style } from '../../engine/review/page-style.ts'
import { changesBetween } from '../../engine/review/changes.ts'
import type { OutputReview, Review } from '../../engine/review/review.ts'
import { reviewIn, reviewJson } from '../../engine/review/written.ts'
import { changed, exports, review } from './reviewed.ts'

/** The text of a page as it is read: without tags, style and data, with the characters that were escaped. */
const textOf = (page: string): string => page.replace(/<(script|style|title)\b[\s\S]*?<\/\1>/g, ' ').replace(/<[^>]*>/g, ' ')
  .replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&quot;', '"').replaceAll('&#39;', '\'').replaceAll('&amp;', '&').replace(/\s+/g, ' ')

for (const file of exports) {
  const now = review(file)
  const page = reviewPage(now)
  const text = textOf(page)

  test(`${file}: every field, column, reason, condition, exception, parameter and test is on the page`, t => {
    const all = [
      ...now.inputs.flatMap(({ name, about, fields }) => [name, about, ...fields.flatMap(field => [field.name, ...field.columns, ...field.fallbacks])]),
      ...now.outputs.flatMap(output => [output.file, ...output.rules, ...output.columns.flatMap(column => [column.header, column.allow ?? column.why])]),
      ...now.outputs.flatMap(output => output.columns.flatMap(column => column.steps.flatMap(step => [step.step, step.text, ...step.code ?? []]))),
      ...now.drops.flatMap(({ step, text: rows, when = '', because = '', kinds = [] }) => [step, rows, when, because, ...kinds]),
      ...now.directories.flatMap(({ domains, kinds }) => [...domains, ...kinds.flatMap(({ kind, tests }) => [kind, ...tests.flatMap(({ patterns }) => patterns)])]),
      ...now.params.flatMap(({ name, about }) => [name, about]), ...now.tests, now.digest, now.name, now.about,
    ]
    t.deepEqual(all.filter(one => !text.includes(one.replace(/\s+/g, ' ').trim())), [])
  })

  test(`${file}: the drawing leads from every origin of a column to it, and from nowhere else`, t => {
    const drawings = page.match(/<svg class="lineage"[\s\S]*?<\/svg>/g) ?? []
    t.is(drawings.length, now.outputs.length)
    now.outputs.forEach((output, at) => { t.deepEqual(drawnOrigins(drawings[at]!, output), toldOrigins(output)) })
  })

  test(`${file}: headings do not skip, tables have captions and heads, and no script runs`, t => {
    const levels = [...page.matchAll(/<h([1-6])/g)].map(([, level]) => Number(level))
    t.deepEqual(levels.filter(level => level === 1), [1])
    t.true(levels.every((level, at) => at === 0 || level <= levels[at - 1]! + 1))
    for (const [table] of page.matchAll(/<table[\s\S]*?<\/table>/g)) {
      t.true(table.includes('<caption>'))
      t.is(table.match(/<tr role="row">/g)!.length, table.match(/scope="row"/g)!.length + 1)
    }
    t.deepEqual([...page.matchAll(/<script\b[^>]*>/g)].map(([tag]) => tag), ['<script type="application/json" id="review">'])
    t.notRegex(page.replace(/<script[\s\S]*<\/script>/, ''), /(?:src|href)="(?!#)|url\(|@import|\son\w+=/)
  })

  test(`${file}: the page holds the review, and is the same every time`, t => {
    t.deepEqual(reviewIn(page, 'page.html'), JSON.parse(JSON.stringify(now)) as Review)
    t.is(reviewPage(review(file)), page)
  })
}

type Drawn = Readonly<Record<string, readonly string[]>>

/** Where the paths of a drawing come from, by the numbers at their ends. */
function drawnOrigins(drawing: string, { lineage }: OutputReview): Drawn {
  const edges = [...drawing.matchAll(/data-from="(\d+)" data-to="(\d+)" d="M[^"]+C[^"]+"/g)].map(([, from, to]) => ({ from: Number(from), to: Number(to) }))
  const boxes = new Set([...drawing.matchAll(/data-node="(\d+)"/g)].map(([, node]) => Number(node)))
  const starts = (node: number): readonly string[] => {
    const before = edges.filter(({ to }) => to === node).flatMap(({ from }) => starts(from))
    const { kind } = lineage.nodes[node]!
    return kind === 'field' || kind === 'account' ? [...before, JSON.stringify(lineage.nodes[node])] : before
  }
  return Object.fromEntries(lineage.nodes.flatMap((node, at) => node.kind === 'column' && boxes.has(at) ? [[node.column, [...new Set(starts(at))].map(nameOf).toSorted()]] : []))
}

const nameOf = (json: string): string => {
  const node = JSON.parse(json) as { input: string, field?: string, fields?: readonly string[], take?: string }
  return `${node.input}: ${node.field ?? node.fields!.join(', ')} ${node.take ?? ''}`
}

const toldOrigins = ({ columns }: OutputReview): Drawn => Object.fromEntries(columns.map(({ name, origins }) =>
  [name, origins.map(({ input, fields, take = '' }) => `${input}: ${fields.join(', ')} ${take}`).toSorted()]))

test('what rules say stays text', t => {
  const hostile = '</script><script>alert(1)</script><img src=x onerror=alert(1)>&lt;"\'<!--'
  const quoted = JSON.stringify(hostile)
  const now = changed(`about: ${quoted}
inputs: { tracking: { about: ${quoted}, fields: { server: { from: [${quoted}], privacy: sensitive, optional: true } } } }
params: { zone: { type: text, default: "", about: ${quoted} } }
steps: { journal: { drop: { because: ${quoted} } } }
outputs: { emails: { columns: { server: { field: server, header: ${quoted} } }, allow: { server: ${quoted} } } }
tests: { ${quoted}: { given: [], expect: [] } }`)
  const page = reviewPage(now, { since: now, all: changesBetween(changed(''), now) })
  t.is(page.match(/<script/g)?.length, 1)
  t.notRegex(page, /<img|<!--/)
  t.true(textOf(page).split(hostile).length > 6)
  t.deepEqual(reviewIn(page, 'page.html'), now)
})

const changesOfFile = [
  { title: 'a word of the page data', change: (page: string): string => page.replace('"mark":"pseudonym"', '"mark":"open"') },
  { title: 'the data cut out', change: (page: string): string => page.replace(/<script[\s\S]*<\/script>/, '') },
  { title: 'another file', change: () => 'name;value\n1;2\n' },
  { title: 'other JSON', change: () => '{"digest":"0"}' },
  { title: 'a list', change: () => '[1]' },
  { title: 'a newer form', change: () => JSON.stringify({ form: 'np-pipeline review 2' }) },
  { title: 'broken JSON', change: (page: string): string => reviewJson(reviewIn(page, '')).slice(0, -9) },
] as const

for (const { title, change } of changesOfFile) {
  test(`a comparison refuses ${title}`, t => {
    const error = t.throws<Error & { exit?: number }>(() => reviewIn(change(reviewPage(review('rules/emails.yaml'))), 'signed.html'))
    t.deepEqual([error.message, error.exit], ['bad-review', 2])
  })
}

/** WCAG 2.2, 1.4.3: relative luminance, and the contrast of two colours. */
const luminance = (color: string): number => {
  const [red, green, blue] = [1, 3, 5].map(at => Number.parseInt(color.slice(at, at + 2), 16) / 255).map(part => part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4)
  return 0.2126 * red! + 0.7152 * green! + 0.0722 * blue!
}
const contrast = (one: string, other: string): number => {
  const [dark, light] = [luminance(one), luminance(other)].toSorted((a, b) => a - b)
  return (light! + 0.05) / (dark! + 0.05)
}

test('every colour of text stands out from the paper, in light, dark and print', t => {
  const palettes = [...style('x').matchAll(/:root \{([^}]*)\}/g)].map(([, body]) => new Map([...body!.matchAll(/--([\w-]+): (#\w{6})/g)].map(([, name, color]) => [name!, color!])))
  t.is(palettes.length, 3)
  for (const palette of palettes) {
    const papers = ['paper', 'head', 'exception-paper'].map(name => palette.get(name)!)
    const texts = [...palette].filter(([name]) => !['paper', 'desk', 'head', 'line', 'exception-paper'].includes(name))
    t.true(texts.length >= 12)
    for (const [name, color] of texts) for (const paper of papers) t.true(contrast(color, paper) >= 4.5, `${name} ${color} on ${paper}: ${contrast(color, paper).toFixed(2)}`)
  }
})
