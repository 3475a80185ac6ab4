// The encoding of files that do not tell it.
import type { Reasoned } from './changes.ts'
import type { Answers } from './question.ts'
import type { Survey } from './survey.ts'

/** What the letters look like, where the bytes do not tell. */
export const likelyOf = ({ files }: Survey): string | undefined => files.map(({ writing }) => writing.likely).find(encoding => encoding !== undefined)

/** Undefined where the files tell it, and where nobody answers. */
export async function encodingOf(found: Survey, answers: Answers): Promise<Reasoned<string> | undefined> {
  const proposal = likelyOf(found)
  if (proposal === undefined) return undefined
  const { name } = found.input
  const value = await answers.answer({
    ask: `The files of ${name} do not tell their encoding, and are no UTF-8. Their letters look like ${proposal}.`, proposal,
    option: `--encoding ${name}=${proposal}`, why: `the files of ${name} do not tell their encoding; their letters look like this one`,
    check: answer => isEncoding(answer) ? undefined : 'no encoding is called so: write one such as windows-1250 or windows-1252',
  })
  return value === undefined ? undefined : { value, why: 'the files do not tell it' }
}

function isEncoding(name: string): boolean {
  try {
    return new TextDecoder(name).encoding !== ''
  } catch {
    return false
  }
}
