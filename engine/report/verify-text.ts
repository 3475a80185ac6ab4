// What verify found, for people: a line per check, with places and what to do where something is wrong.
import { shown } from '../diagnostics/frame.ts'
import { type Check, type Result, type Spot, grouped, plural } from '../verify/check.ts'
import type { Verification } from '../verify/verify.ts'
import type { Paint, Style } from './paint.ts'

const marks: Readonly<Record<Result, string>> = { fine: '✓', finding: '✗', warning: '!', information: '·' }

const styles: Readonly<Record<Result, Style>> = { fine: 'green', finding: 'red', warning: 'bold', information: 'dim' }

/** So many places stand below a check; `--format json` has them all. */
const mostSpots = 12

export function verifyText({ checks, accounts }: Verification, folder: string, paint: Paint): string {
  const wide = Math.max(...checks.map(({ check }) => check.length))
  const findings = checks.filter(({ result }) => result === 'finding').length
  const warnings = checks.filter(({ result }) => result === 'warning').length
  const verdict = findings > 0 ? paint('red', `not to be handed on: ${plural(findings, 'finding')}`) : paint('green', 'nothing was found that speaks against handing it on')
  return [
    `${folder}, searched for ${plural(accounts, 'account')}`,
    ...checks.flatMap(check => checkLines(check, wide, paint)),
    `${verdict}${warnings > 0 ? `; ${plural(warnings, 'warning')} to look at` : ''}`,
  ].map(line => `${line}\n`).join('')
}

function checkLines({ check, result, code, message, hint, spots }: Check, wide: number, paint: Paint): readonly string[] {
  const mark = paint(styles[result], marks[result])
  const rest = spots.length - mostSpots
  return [
    ` ${mark} ${check.padEnd(wide)}  ${message}${code === undefined ? '' : paint('dim', ` (${code})`)}`,
    ...spots.slice(0, mostSpots).map(spot => `     ${spotText(spot)}`),
    ...rest > 0 ? [`     … and ${grouped(rest)} more`] : [],
    ...hint === undefined ? [] : [`     hint: ${hint}`],
  ]
}

/** `emails.csv:12, to: an address, in clear (people.csv:7), and 3 more like it` */
function spotText({ file, line, column, text, known, more }: Spot): string {
  const place = `${file}${line === undefined ? '' : `:${line}`}${column === undefined ? '' : `, ${column}`}`
  const all = `${place}${text === undefined ? '' : `: ${text}`}${known === undefined ? '' : ` (${known})`}${more === undefined ? '' : `, and ${grouped(more)} more like it`}`
  // Names of files and columns, reasons: nothing of them may act on a terminal.
  return shown(all, 0).join('')
}
