// What the files do not tell: asked on a terminal, and to be written as an option everywhere else.
import { Stop } from '../diagnostics/diagnostic.ts'

export type Question = {
  /** A sentence, as a person is asked. */
  readonly ask: string
  /** What is to be written on the command line instead, such as `--zone Europe/Berlin`, and why. */
  readonly option: string
  readonly why: string
  /** Taken by the Enter key and by `--yes`. */
  readonly proposal?: string
  /** The files can be read without an answer too. */
  readonly optional?: true
  /** Shown with numbers; an answer is one of them, or a number. */
  readonly choices?: readonly string[]
  /** What is wrong with an answer. */
  readonly check?: (answer: string) => string | undefined
}

export type Answers = {
  /** The answer; undefined where nobody can give one, which is then one of the `needs`. */
  answer(question: Question): Promise<string | undefined>
  readonly needs: readonly Question[]
  /** What could have been taken, had anybody been there to ask. */
  readonly offers: readonly Question[]
}

export type Asking = {
  /** Asks a person; undefined where there is none. */
  readonly ask: ((question: string) => Promise<string>) | undefined
  /** Proposals are taken, and nothing is asked. */
  readonly yes: boolean
  readonly say: (text: string) => void
}

const mostTries = 3

export function answering({ ask, yes, say }: Asking): Answers {
  const needs: Question[] = []
  const offers: Question[] = []
  return {
    needs,
    offers,
    async answer(question) {
      const { proposal } = question
      if (yes && proposal !== undefined) return proposal
      if (yes || !ask) {
        (question.optional ? offers : needs).push(question)
        return undefined
      }
      for (let tries = 0; tries < mostTries; tries++) {
        const answer = chosen(question, await ask(shown(question)))
        const wrong = answer === '' ? 'an answer is needed' : question.check?.(answer)
        if (wrong === undefined) return answer
        say(`  ${wrong}\n`)
      }
      throw new Stop(2, { code: 'usage', message: 'no answer that can be used; nothing was written', hint: `write ${question.option}` })
    },
  }
}

const shown = ({ ask, choices = [], proposal }: Question): string =>
  ['', ask, ...choices.map((choice, index) => `  ${index + 1}  ${choice}`), proposal === undefined ? '> ' : `[${proposal}] > `].join('\n')

function chosen({ choices = [], proposal = '' }: Question, answer: string): string {
  const text = answer.trim()
  return text === '' ? proposal : /^\d+$/.test(text) ? choices[Number(text) - 1] ?? text : text
}

/** Stops (2) with all that is missing, and what is on offer besides, where nobody can be asked. */
export function checkAnswered({ needs, offers }: Answers): void {
  if (needs.length === 0) return
  const all = [...needs, ...offers.map(one => ({ ...one, why: `not needed, but likely: ${one.why}` }))]
  const width = Math.min(48, Math.max(...all.map(({ option }) => option.length)))
  throw new Stop(2, {
    code: 'usage',
    message: needs.length === 1 ? 'the files do not tell one thing that is needed; nothing was written' : `the files do not tell ${needs.length} things that are needed; nothing was written`,
    trail: all.map(({ option, why }) => ({ text: `${option.padEnd(width)}  ${why}` })),
    hint: needs.every(({ proposal }) => proposal !== undefined)
      ? 'add these options, or --yes to take them as they stand here; on a terminal you are asked'
      : 'add these options with what holds for the customer; on a terminal you are asked',
  })
}
