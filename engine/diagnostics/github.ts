// Findings as annotations of a pull request: workflow commands of GitHub Actions.
import type { Diagnostic } from './diagnostic.ts'

/**
 * A line `::error file=…,line=…,col=…,endLine=…,endColumn=…,title=CODE::MESSAGE` per finding. The hint is a second line
 * of the message. Source: "Workflow commands for GitHub Actions", and the escapes of @actions/core, command.ts.
 */
export function toGithub(diagnostics: readonly Diagnostic[]): string {
  return diagnostics.map(({ code, severity, place, message, hint }) => {
    const { start, end } = place?.range ?? {}
    const spot = place && { file: place.file, line: start!.line, col: start!.column, endLine: end!.line, endColumn: end!.column }
    const properties = { ...spot, title: code }
    const written = Object.entries(properties).map(([key, value]) => `${key}=${property(String(value))}`).join(',')
    return `::${severity} ${written}::${data(hint === undefined ? message : `${message}\nhint: ${hint}`)}\n`
  }).join('')
}

const data = (text: string): string => text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A')
const property = (text: string): string => data(text).replaceAll(':', '%3A').replaceAll(',', '%2C')
