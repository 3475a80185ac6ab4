// What became of a record, for a person: each step's verdict with what decided.
import type { Explained, RefusedStory, Shown, StepStory, Story, WrittenStory } from '../explain/story.ts'
import { type Page, detailLines, longest } from './explain-details.ts'
import { painter } from './paint.ts'
import { cut, padded, widthOf } from './table.ts'

export type TextOptions = { readonly name: string, readonly width: number, readonly colors: boolean }

export function explainText(explained: readonly Explained[], { name, width, colors }: TextOptions): string {
  const paint = painter(colors)
  return explained.map(({ record, fields, stories }) => [
    `${paint('bold', `${name}: record ${record.number}`)} of ${record.input}, ${record.file}:${record.line}`,
    ...wrapped(fields.filter(({ value }) => value !== '' && value !== '[]'), width), '',
    ...storiesLines(stories, { indent: '', width: Math.max(40, width), paint }),
  ].map(line => `${line.trimEnd()}\n`).join('')).join('\n')
}

/** The steps of each output stand apart. */
const storiesLines = (stories: readonly Story[], page: Page): readonly string[] => stories.flatMap((story, index) => {
  const apart = index > 0 && story.kind === 'step' && story.output !== undefined && story.output !== outputOf(stories[index - 1]!)
  return [...apart ? [''] : [], ...storyLines(story, page)]
})

const outputOf = (story: Story): string | undefined => story.output

/** `event DELIVER, origin STOREDRIVER` in lines of the width. */
function wrapped(shown: readonly Shown[], width: number): readonly string[] {
  const lines: string[] = []
  for (const { name, value } of shown) {
    const text = `${name} ${cut(value, longest)}`
    const last = lines.at(-1)
    if (last !== undefined && widthOf(last) + widthOf(text) + 3 <= width) lines[lines.length - 1] = `${last}, ${text}`
    else lines.push(`  ${text}`)
  }
  return lines.map((line, index) => index < lines.length - 1 ? `${line},` : line)
}

function storyLines(story: Story, page: Page): readonly string[] {
  switch (story.kind) {
    case 'step': return stepLines(story, page)
    case 'written': return writtenLines(story, page)
    case 'refused': return [refusedLine(story, page)]
  }
}

function stepLines({ step, type, output, verdict, because = '', details, next }: StepStory, page: Page): readonly string[] {
  const { indent, paint } = page
  const inner = { ...page, indent: `${indent}    ` }
  const ends = verdict !== 'goes on' && verdict !== 'held'
  const sign = ends ? paint('red', '✗') : verdict === 'held' ? '…' : paint('green', '✓')
  const words = { 'goes on': '', held: 'goes no further', stops: 'a run stops here', dropped: `dropped: ${because}`, refused: `refused: ${because}` }[verdict]
  return [
    `${indent}${sign} ${output === undefined ? '' : `${output}/`}${paint('bold', step)} ${paint('dim', `· ${type}`)}${words === '' ? '' : ` · ${ends ? paint('red', words) : words}`}`,
    ...detailLines(details, ends, inner),
    ...next.flatMap(({ label, details: own, stories }) => [
      '', `${indent}  ${paint('bold', label)}`, ...detailLines(own, false, inner), ...storiesLines(stories, { ...page, indent: `${indent}  ` }),
    ]),
  ]
}

function writtenLines({ file, columns }: WrittenStory, { indent, width, paint }: Page): readonly string[] {
  const wide = Math.max(...columns.map(({ name }) => widthOf(name)))
  return [
    `${indent}${paint('green', '=')} written to ${paint('bold', file)}`,
    ...columns.map(({ name, value, judged }) => {
      const after = judged === undefined ? '' : ` → ${judged === '' ? 'blank' : judged}, since the table was judged as a whole`
      return cut(`${indent}    ${padded(name, wide)}  ${value}${after}`, width)
    }),
  ]
}

const refusedLine = ({ output, code, field, about }: RefusedStory, { indent, paint }: Page): string =>
  `${indent}${paint('red', '✗')} ${output === undefined ? '' : `${output}: `}${paint('red', 'quarantined')}: ${code}${field === undefined ? '' : ` in ${field}`}. ${about}`
