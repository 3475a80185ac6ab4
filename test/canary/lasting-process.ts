// A process that runs one command after the other, each as `cli.js` does; the engine is loaded once. See lasting.ts.
import { writeSync } from 'node:fs'
import { binary } from '../command-line.ts'

export type Order = { readonly folder: string, readonly args: readonly string[], readonly env: NodeJS.ProcessEnv }
export type Answer = { readonly code: number, readonly out: string, readonly err: string }

/** Where answers go: written at once, so that nothing is lost when the process ends. */
const answers = 4

const printed = { out: '', err: '' }
process.stdout.write = collector('out')
process.stderr.write = collector('err')
const exit = process.exit.bind(process)
process.exit = code => {
  answer(Number(code ?? process.exitCode ?? 0))
  return exit(code)
}

let number = 0
process.on('message', (order: Order) => { void follow(order) })
process.on('disconnect', () => exit(0))

async function follow({ folder, args, env }: Order): Promise<void> {
  process.chdir(folder)
  process.env = { ...env }
  process.argv = [process.execPath, binary, ...args]
  process.exitCode = undefined
  number++
  await import(`${binary}?${number}`)
  // What fails later than the command would still end its process.
  await new Promise(resolve => { setTimeout(resolve, 1) })
  for (const event of ['uncaughtException', 'unhandledRejection', 'SIGINT', 'SIGTERM']) process.removeAllListeners(event)
  process.stdout.removeAllListeners('error')
  answer(Number(process.exitCode ?? 0))
}

function answer(code: number): void {
  const text = `${JSON.stringify({ code, ...printed } satisfies Answer)}\n`
  printed.out = printed.err = ''
  const bytes = Buffer.from(text)
  for (let at = 0; at < bytes.length;) at += writeSync(answers, bytes, at)
}

function collector(stream: 'out' | 'err'): typeof process.stdout.write {
  return (text: string | Uint8Array) => {
    printed[stream] += Buffer.from(text as string).toString('latin1')
    return true
  }
}
