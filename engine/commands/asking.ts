// A person at a terminal.
import { Stop } from '../diagnostics/diagnostic.ts'

/**
 * Asks one question and gives the line that is typed. Stops (2) when the input ends or is broken off instead: nobody is
 * there any more.
 */
export const askOn = (input: NodeJS.ReadableStream, output: NodeJS.WritableStream) => async (question: string): Promise<string> => {
  const { createInterface } = await import('node:readline')
  const lines = createInterface({ input, output, terminal: true })
  return new Promise((resolve, reject) => {
    const gone = (): void => { reject(new Stop(2, { code: 'usage', message: 'broken off; nothing was written', hint: 'run it again, or give the answers as options' })) }
    lines.once('close', gone)
    lines.question(question, answer => {
      lines.off('close', gone)
      lines.close()
      resolve(answer)
    })
  })
}
