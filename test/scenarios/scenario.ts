// The form of a scenario: files, commands, and what each command leaves.
//
//     # Title
//     What it shows, in prose.
//
//     == mail.csv, utf-16le, crlf          a file to begin with; the marks are those of `given.ts`
//     …its text
//
//     $ np-pipeline run … \                a command, as shell.ts reads it
//       --out out
//
//     == stdout                            what it printed; left out when it printed nothing
//     == stderr
//     == exit 2                            left out when it is 0
//     == out/emails.csv, crlf              a file afterwards, with `crlf` where its lines end so; `clear COLUMN` for one that
//                                          the rules allow in clear
//     == out/emails.run.json: key          one value of a JSON file
//     == out/                              the names and modes in a folder

export type Section = { readonly name: string, readonly part?: string, readonly marks: readonly string[], readonly text: string }

/** A command with what stands below it. */
export type Step = { readonly command: string, readonly sections: readonly Section[] }

export type Scenario = { readonly title: string, readonly about: string, readonly given: readonly Section[], readonly steps: readonly Step[] }

export function parseScenario(text: string): Scenario {
  const [head = '', ...blocks] = text.split(/^(?===\s|\$\s)/m)
  const [title = '', ...about] = head.split('\n')
  const given: Section[] = []
  const steps: { command: string, sections: Section[] }[] = []
  for (const block of blocks) {
    if (block.startsWith('$')) steps.push({ command: block.slice(2).trimEnd(), sections: [] })
    else (steps.at(-1)?.sections ?? given).push(parseSection(block))
  }
  return { title: title.replace(/^# /, ''), about: about.join('\n').trim(), given, steps }
}

function parseSection(block: string): Section {
  const end = block.indexOf('\n')
  const [, name = '', part, marks] = /^== ([^,:]+)(?:: ([^,]+))?(?:, (.+))?$/.exec(end < 0 ? block : block.slice(0, end)) ?? []
  const text = block.slice(end + 1).trimEnd()
  return { name, ...(part === undefined ? {} : { part }), marks: marks?.split(', ') ?? [], text: text === '' || end < 0 ? '' : `${text}\n` }
}

/** The inverse of parseScenario, with one blank line between blocks. */
export function showScenario({ title, about, given, steps }: Scenario): string {
  const blocks = [
    `# ${title}${about === '' ? '' : `\n${about}`}`,
    ...given.map(showSection),
    ...steps.flatMap(({ command, sections }) => [`$ ${command}`, ...sections.map(showSection)]),
  ]
  return `${blocks.join('\n\n')}\n`
}

const showSection = ({ name, part, marks, text }: Section): string =>
  `== ${name}${part === undefined ? '' : `: ${part}`}${marks.map(mark => `, ${mark}`).join('')}\n${text}`.trimEnd()
