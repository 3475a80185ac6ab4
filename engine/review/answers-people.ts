// Who is in the files and who is not, as far as rules know.
import { keptOut, personColumns } from './people.ts'
import type { Review } from './review.ts'

export function whoAnswer(review: Review): readonly string[] {
  const kinds = keptOut(review).filter(kind => !['unknown', 'none', 'outside'].includes(kind))
  return [
    ...kinds.length === 0 ? []
      : [`Rows with accounts of ${kinds.length === 1 ? 'this kind' : 'these kinds'} are left out: ${
        kinds.join(', ')}.`],
    'Nobody is left out for an office: works council, company doctor and management are in the files like anyone else, '
      + 'unless a row of “Which rows are left out” says otherwise.',
    ...leaversText(review),
    ...outsidersText(review),
  ]
}

function leaversText(review: Review): readonly string[] {
  const { directories, inputs, outputs } = review
  const [directory] = directories
  if (!directory) return []
  const { input } = directory
  if (outputs.some(output => output.inputs.includes(input))) {
    return [`Who has left is in the files for as long as “${input}” has the account, unless a step leaves it out.`]
  }
  const out = keptOut(review).includes('unknown')
  const optional = inputs.some(one => one.name === input && one.optional)
  return [
    `Who has left and has no account in “${input}” any more counts as unknown: `
      + `${out ? 'rows with such people are left out' : 'they get no pseudonym of their own'}.`
      + `${optional ? ` A run without “${input}” cannot tell.` : ''}`,
  ]
}

/** What stands for those who get no pseudonym; nothing where nobody is looked up. */
function outsidersText(review: Review): readonly string[] {
  if (keptOut(review).includes('outside')) return ['Rows with people outside the organisation are left out.']
  const hashes = personColumns(review).flatMap(({ column }) => column.steps).filter(({ type }) => type === 'hash')
  return [...new Set(hashes.map(({ text }) => text))].filter(text => text.includes('outside'))
}
