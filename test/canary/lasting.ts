// Commands in a process that lasts. Starting Node and loading the engine takes ten times as long as a small run.
import { type ChildProcess, fork } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import type { Answer, Order } from './lasting-process.ts'

const script = fileURLToPath(new URL('lasting-process.js', import.meta.url))

let running: ChildProcess | undefined

/**
 * Runs one command after all others are answered, and gives what it printed, one character a byte. Whatever the process
 * printed past the command counts as standard error. A process that ends, as after a defect, is replaced.
 */
export async function lastingRun(order: Order): Promise<Answer> {
  const child = running ??= start()
  const answers = child.stdio[4] as NodeJS.ReadableStream
  let text = ''
  let beside = ''
  const collect = (bytes: Buffer): void => { beside += bytes.toString('latin1') }
  child.stdout!.on('data', collect)
  child.stderr!.on('data', collect)
  try {
    const answer = await new Promise<Answer>((resolve, reject) => {
      const take = (bytes: Buffer): void => {
        text += bytes.toString()
        if (!text.endsWith('\n')) return
        answers.off('data', take)
        child.off('close', ended)
        resolve(JSON.parse(text) as Answer)
      }
      const ended = (): void => { reject(new Error(`the process ended without an answer: ${beside}`)) }
      answers.on('data', take)
      child.once('close', ended)
      child.send(order)
    })
    return { ...answer, err: answer.err + beside }
  } finally {
    child.stdout!.off('data', collect)
    child.stderr!.off('data', collect)
  }
}

export function endLasting(): void {
  running?.disconnect()
  running = undefined
}

function start(): ChildProcess {
  const child = fork(script, { stdio: ['ignore', 'pipe', 'pipe', 'ipc', 'pipe'] })
  child.once('exit', () => { if (running === child) running = undefined })
  return child
}
