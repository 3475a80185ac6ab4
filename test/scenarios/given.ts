// The files a scenario begins with: written as their marks say.
import { mkdirSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { gzipSync } from 'node:zlib'
import type { Section } from './scenario.ts'

/**
 * Writes a file below `folder`. Marks: `crlf`; `cut` (no line end at the end); `utf-8-bom`, `utf-16le` (with its mark), `windows-1250` or
 * `windows-1252`; `gzip`; `mode 600`.
 */
export function writeGiven(folder: string, { name, marks, text }: Section): void {
  const path = join(folder, name)
  const has = (mark: string): boolean => marks.includes(mark)
  const lines = has('cut') ? text.slice(0, -1) : text
  const bytes = encoded(has('crlf') ? lines.replaceAll('\n', '\r\n') : lines, marks)
  const mode = marks.find(mark => mark.startsWith('mode '))
  mkdirSync(dirname(path), { recursive: true })
  writeFileSync(path, has('gzip') ? gzipSync(bytes) : bytes, mode === undefined ? {} : { mode: Number.parseInt(mode.slice(5), 8) })
}

function encoded(text: string, marks: readonly string[]): Buffer {
  if (marks.includes('utf-16le')) return Buffer.from(`\uFEFF${text}`, 'utf16le')
  const page = marks.find(mark => mark.startsWith('windows-'))
  if (page !== undefined) return Buffer.from(Array.from(text, letter => lettersOf(page).indexOf(letter)))
  return Buffer.from(marks.includes('utf-8-bom') ? `\uFEFF${text}` : text)
}

const lettersOf = (page: string): string => new TextDecoder(page).decode(Uint8Array.from({ length: 256 }, (_, byte) => byte))
