// The encoding of files that do not tell it.
import type { Reasoned } from './changes.ts'
import type { Answers } from './question.ts'
import { isEncoding } from '../commands/encodings.ts'
import type { Survey } from './survey.ts'

/** What the letters look like, where the bytes do not tell. */
export const likelyOf = ({ files }: Survey): string | undefined => files.map(({ writing }) => writing.likely).find(encoding => encoding !== undefined)

/** Undefined where the files tell it, and where nobody answers. */
export async function encodingOf(found: Survey, answers: Answers): Promise<Reasoned<string> | undefined> {
  const proposal = likelyOf(found)
  if (proposal === undefined) return undefined
  const { name } = found.input
  const { subject, one } = silentFiles(found)
  const [dont, are, their] = one ? ['does not tell its encoding', 'is', 'its'] : ['do not tell their encoding', 'are', 'their']
  const value = await answers.answer({
    ask: `${upper(subject)} of ${name} ${dont}, and ${are} no UTF-8. ${upper(their!)} letters look like ${proposal}.`, proposal,
    option: `--encoding ${name}=${proposal}`, why: `${subject} of ${name} ${dont}; ${their} letters look like this one`,
    check: answer => isEncoding(answer) ? undefined : 'no encoding is called so: write one such as windows-1250 or windows-1252',
  })
  return value === undefined ? undefined : { value, why: 'the files do not tell it' }
}

/** `the files`, or how many of them. */
function silentFiles({ files }: Survey): { readonly subject: string, readonly one: boolean } {
  const count = files.filter(({ writing }) => writing.likely !== undefined).length
  const all = count === files.length
  return { subject: !all ? `${count} of the ${files.length} files` : count === 1 ? 'the file' : 'the files', one: count === 1 }
}

const upper = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1)
