// What a fix changed in a file, line by line.

/**
 * The lines that differ, each as it was and as it is, in the manner of a frame; `before` and `after` have as many lines:
 *
 *     rules/emails.yaml
 *     - 6 |   who: { identfy: { fields: [sender] } }
 *     + 6 |   who: { identify: { fields: [sender] } }
 */
export function changes(file: string, before: string, after: string): string {
  const [old, now] = [before, after].map(text => text.replace(/^\uFEFF/, '').split(/\r?\n/)) as [string[], string[]]
  const changed = old.flatMap((line, index) => line === now[index] ? [] : [index])
  const digits = String((changed.at(-1) ?? 0) + 1).length
  const row = (sign: string, index: number, text: string): string => `${sign} ${String(index + 1).padStart(digits)} | ${text}\n`
  return `${file}\n${changed.map(index => row('-', index, old[index]!) + row('+', index, now[index]!)).join('')}`
}
