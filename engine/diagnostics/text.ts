// Findings as text for a person.
import type { Diagnostic, Place } from './diagnostic.ts'
import { frame } from './frame.ts'
import { inOrder } from './order.ts'

/**
 * Findings in the order of file, line and column, those without a place first, an empty line between two, each line
 * ended; no findings give an empty string. The form is that of authoring-ux.md §4 item 1:
 *
 *     rules/emails.yaml:6:35 error unknown-key step "explode" has no option "splt"
 *       5 | …
 *     > 6 | …
 *         | ^^^^
 *       hint: did you mean "split"?
 *
 * `sourceOf` gives the text of a rule file, or undefined where no frame is to be shown (every input).
 */
export function toText(
  diagnostics: readonly Diagnostic[],
  sourceOf: (file: string) => string | undefined,
  options: { readonly color: boolean },
): string {
  const paint = options.color ? painted : plain
  return inOrder(diagnostics).map(diagnostic => block(diagnostic, sourceOf, paint)).join('\n')
}

function block(diagnostic: Diagnostic, sourceOf: (file: string) => string | undefined, paint: Paint): string {
  const { place, severity, code, message, trail = [], hint } = diagnostic
  const source = place && sourceOf(place.file)
  const picture = source === undefined || !place ? '' : frame(source, place.range)
  const lines = [
    [...place ? [paint('bold', spot(place))] : [], paint(severity, severity), code, message].join(' '),
    ...picture === '' ? [] : picture.split('\n').map(line => line.startsWith('>') ? line : paint('dim', line)),
    ...trailLines(trail, place?.file),
    ...hint === undefined ? [] : [`  ${paint('bold', 'hint:')} ${hint}`],
  ]
  return lines.map(line => `${line}\n`).join('')
}

function trailLines(trail: NonNullable<Diagnostic['trail']>, file: string | undefined): readonly string[] {
  const labels = trail.map(({ place }) => {
    if (!place) return ''
    return place.file === file ? `line ${place.range.start.line}` : `${place.file}:${place.range.start.line}`
  })
  const width = Math.max(0, ...labels.map(label => label.length))
  return trail.map(({ text }, index) => width === 0 ? `  ${text}` : `  ${labels[index]!.padEnd(width)}  ${text}`)
}

const spot = ({ file, range }: Place): string => `${file}:${range.start.line}:${range.start.column}`

type Style = 'error' | 'warning' | 'bold' | 'dim'
type Paint = (style: Style, text: string) => string

const plain: Paint = (_, text) => text
const codes: Readonly<Record<Style, string>> = { error: '31;1', warning: '33;1', bold: '1', dim: '2' }
const painted: Paint = (style, text) => `\u001B[${codes[style]}m${text}\u001B[0m`
