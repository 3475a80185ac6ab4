// The page: all that must be said is said, drawn and told alike, and it needs nothing else.
import test from 'ava'
import { reviewPage } from '../../engine/review/page.ts'
import type { KindReview, OutputReview, Review } from '../../engine/review/review.ts'
import { clearText } from '../../engine/review/words-fields.ts'
import { reviewIn } from '../../engine/review/written.ts'
import { exports, review, textOf } from './reviewed.ts'

for (const file of exports) {
  const now = review(file)
  const page = reviewPage(now)
  const text = textOf(page)

  test(`${file}: every field, column, reason, condition, exception, parameter and test is on the page`, t => {
    t.deepEqual(allOf(now).filter(one => !text.includes(one.replace(/\s+/g, ' ').trim())), [])
  })

  test(`${file}: the drawing leads from every origin of a column to it, and from nowhere else`, t => {
    const drawings = page.match(/<svg class="lineage[\s\S]*?<\/svg>/g) ?? []
    t.is(drawings.length, now.outputs.length)
    now.outputs.forEach((output, at) => { t.deepEqual(drawnOrigins(drawings[at]!, output), toldOrigins(output)) })
  })

  test(`${file}: headings do not skip, tables have captions and heads, drawings names, and no script runs`, t => {
    const levels = [...page.matchAll(/<h([1-6])/g)].map(([, level]) => Number(level))
    t.deepEqual(levels.filter(level => level === 1), [1])
    t.true(levels.every((level, at) => at === 0 || level <= levels[at - 1]! + 1))
    for (const [table] of page.matchAll(/<table[\s\S]*?<\/table>/g)) {
      t.true(table.includes('<caption>'))
      t.is(table.match(/<tr role="row">/g)!.length, table.match(/scope="row"/g)!.length + 1)
    }
    for (const [drawing] of page.matchAll(/<svg class="lineage[\s\S]*?<\/desc>/g)) {
      const [, named] = drawing.match(/aria-labelledby="([^"]+)"/)!
      const [, described] = drawing.match(/aria-describedby="([^"]+)"/)!
      t.regex(drawing, new RegExp(`<title id="${named}">Lineage of \\S+</title>`))
      t.regex(drawing, new RegExp(`<desc id="${described}">[^<]+ leads to [^<]+<`))
    }
    const ids = [...page.matchAll(/\sid="([^"]+)"/g)].map(([, id]) => id)
    t.is(new Set(ids).size, ids.length, 'no name stands for two things')
    t.deepEqual(
      [...page.matchAll(/<script\b[^>]*>/g)].map(([tag]) => tag),
      ['<script type="application/json" id="review">'],
    )
    t.notRegex(page.replace(/<script[\s\S]*<\/script>/, ''), /(?:src|href)="(?!#)|url\(|@import|\son\w+=/)
  })

  test(`${file}: what decides by all fields of an input is said once`, t => {
    for (const { fields } of now.inputs.filter(input => input.fields.length > 3)) {
      const all = fields[0]!.decides.filter(step => fields.every(({ decides }) => decides.includes(step)))
      for (const step of all) t.is(text.split(`decide which rows stay: ${step}.`).length, 2)
    }
    t.pass()
  })

  test(`${file}: nothing is said twice in a row, and no part is empty`, t => {
    const sentences = textOf(page.replace(/<svg[\s\S]*?<\/svg>/g, '')).match(/[A-Z][^.:?]{30,}[.?]/g) ?? []
    t.deepEqual(sentences.filter((one, at) => one === sentences[at + 1]), [])
    t.deepEqual(page.match(/<(p|li|td|th|dd|ul|ol|dl)\b[^>]*>\s*<\/\1>/g)?.filter(tag => tag !== '<dd></dd>') ?? [], [])
  })

  test(`${file}: the page holds the review, and is the same every time`, t => {
    t.deepEqual(reviewIn(page, 'page.html'), JSON.parse(JSON.stringify(now)) as Review)
    t.is(reviewPage(review(file)), page)
  })
}

/** All texts of a review that must not be missing. */
const allOf = ({ inputs, outputs, drops, directories, params, tests, ...rest }: Review): readonly string[] => [
  ...inputs.flatMap(input => [input.name, input.about, ...input.known?.passedOver ?? []]),
  ...inputs.flatMap(({ fields }) => fields.flatMap(field => [field.name, ...field.columns, ...field.fallbacks])),
  ...outputs.flatMap(output => [output.file, ...output.rules]),
  ...outputs.flatMap(({ columns }) => columns.flatMap(({ header, allow, why, clear, steps }) => [
    header, allow ?? why, clear ? `But ${clearText(clear)}` : '',
    ...steps.flatMap(({ step, text, code = [] }) => [step, text, ...code]),
  ])),
  ...drops.flatMap(({ step, text, when, because = '', kinds = [] }) => [step, when ?? text, because, ...kinds]),
  ...directories.flatMap(({ domains, cloudDomains }) => [...domains, ...cloudDomains]),
  ...directories.flatMap(({ kinds }) => kinds.flatMap(kindTexts)),
  ...params.flatMap(param => [param.name, param.about]), ...tests, rest.digest, rest.name, rest.about,
]

const kindTexts = ({ kind, tests }: KindReview): readonly string[] =>
  [kind, ...tests.flatMap(({ patterns }) => patterns)]

type Drawn = Readonly<Record<string, readonly string[]>>

/** Where the paths of a drawing come from, by the numbers at their ends. */
function drawnOrigins(drawing: string, { lineage }: OutputReview): Drawn {
  const edges = [...drawing.matchAll(/data-from="(\d+)" data-to="(\d+)" d="M[^"]+C[^"]+"/g)]
    .map(([, from, to]) => ({ from: Number(from), to: Number(to) }))
  const boxes = new Set([...drawing.matchAll(/data-node="(\d+)"/g)].map(([, node]) => Number(node)))
  const starts = (node: number): readonly string[] => {
    const before = edges.filter(({ to }) => to === node).flatMap(({ from }) => starts(from))
    const { kind } = lineage.nodes[node]!
    return kind === 'field' || kind === 'account' ? [...before, JSON.stringify(lineage.nodes[node])] : before
  }
  return Object.fromEntries(lineage.nodes.flatMap((node, at) => node.kind === 'column' && boxes.has(at)
    ? [[node.column, [...new Set(starts(at))].map(nameOf).toSorted()]] : []))
}

const nameOf = (json: string): string => {
  const node = JSON.parse(json) as { input: string, field?: string, fields?: readonly string[], take?: string }
  return `${node.input}: ${node.field ?? node.fields!.join(', ')} ${node.take ?? ''}`
}

const toldOrigins = ({ columns }: OutputReview): Drawn => Object.fromEntries(columns.map(({ name, origins }) =>
  [name, origins.map(({ input, fields, take = '' }) => `${input}: ${fields.join(', ')} ${take}`).toSorted()]))
