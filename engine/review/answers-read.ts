// Whether what people ask for first is read at all.
import { enumeration } from '../spec/step.ts'
import type { InputReview, Review, TopicReview } from './review.ts'

export function topicsAnswer(review: Review): readonly string[] {
  const { inputs } = review
  const all = inputs.flatMap(input => input.known?.topics.map(topic => ({ input, ...topic })) ?? [])
  const unread = all.filter(({ fields }) => fields.length === 0).map(({ what, columns }) => `${what} (${columns[0]!})`)
  const read = all.filter(({ fields }) => fields.length > 0)
  const unknown = inputs.filter(({ known }) => !known).map(({ name }) => `“${name}”`)
  return [
    ...unread.length === 0 ? [] : [`Not read: ${enumeration([...new Set(unread)])}.`],
    ...read.map(topic => readText(topic, review)),
    `No column is read but those that stand under “What is read”.${unknown.length === 0 ? ''
      : ` Of what else ${enumeration(unknown)} may hold the program knows nothing.`}`,
  ]
}

type Topic = TopicReview & { readonly input: InputReview }

/** What becomes of something that is read. */
function readText({ what, fields, input }: Topic, { outputs }: Review): string {
  const columns = outputs.flatMap(output => output.columns).filter(({ origins }) =>
    origins.some(origin => origin.input === input.name && origin.fields.some(field => fields.includes(field))))
  const start = `Read: ${what}, by the field ${enumeration(fields)} of “${input.name}”. `
  if (columns.length === 0) return `${start}They reach no column.`
  const last = columns.map(({ header, steps, allow }) =>
    `${header}: ${allow === undefined ? steps.at(-1)?.text ?? 'as it is read.' : `in clear, by exception (${allow}).`}`)
  return `${start}What becomes of them: ${last.join(' ')}`
}
