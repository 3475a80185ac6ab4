// How a command declares itself: its name, help and options, and what it does. Declaring is cheap; work is loaded by run.

/** One option as it is written, such as `--out <dir>`; `repeat` collects several. */
export type CommandOption = { readonly flags: string, readonly about: string, readonly repeat?: true, readonly choices?: readonly string[] }

/** The outside world, handed in by the command line. */
export type World = {
  readonly env: Readonly<Record<string, string | undefined>>
  readonly stdin: AsyncIterable<Buffer>
  readonly out: (text: string) => void
  readonly err: (text: string) => void
  /** Asks a person; undefined where standard input or error is no terminal, so that nobody is there. */
  readonly ask: ((question: string) => Promise<string>) | undefined
  /** Standard error is a terminal: progress and colours are welcome. */
  readonly terminal: boolean
  readonly colors: boolean
  /** Standard output is a terminal: who asked to see values may see them there. */
  readonly screen: boolean
  /** Columns that a line of standard output may have. */
  readonly width: number
  /** Shows the help of a command, or without a name that of all; false where no command has the name. */
  readonly showHelp: (command?: string) => boolean
  readonly running: Pick<NodeJS.Process, 'pid' | 'platform' | 'kill'>
  /** Milliseconds, for rates. */
  readonly now: () => number
  /** The date in UTC, `yyyy-MM-dd`. */
  readonly today: () => string
  /** What to do when the process is told to end. */
  readonly onSignal: (clean: () => Promise<void>) => void
}

export type Command = {
  readonly name: string
  readonly alias?: string
  readonly summary: string
  /** As commander writes them: `<rules...>`. */
  readonly arguments?: string
  readonly options: readonly CommandOption[]
  /** Lines of examples, shown under the help. */
  readonly examples: readonly string[]
  /** When the exit code is 1; undefined where it never is. The others mean the same everywhere: `exitCodes`. */
  readonly fails?: string
  /** Gives the exit code. Options come by their long name in camel case; repeated ones as a list. */
  readonly run: (files: readonly string[], options: Readonly<Record<string, unknown>>, world: World) => Promise<number>
}

/** What exit codes mean, whatever the command. Nothing is delivered but with 0. */
export const exitCodes: Readonly<Record<string, string>> = {
  0: 'Fine. Warnings, if any, were printed.',
  1: 'Findings: about rules, or about the data. Each command says which.',
  2: 'Stopped before the first record: wrong options, missing files or values, no key.',
  3: 'Stopped while reading or writing.',
  70: 'A defect of the program itself. No value of an input is in its message: please report it.',
  '130, 143': 'Ended from outside, by Ctrl-C or a signal; what was begun is cleaned up.',
}

export const list = (value: unknown): readonly string[] => Array.isArray(value) ? value as string[] : []
