// Names of output files: plain ones, that mean the same file on every system.
import { Stop } from '../diagnostics/diagnostic.ts'

/**
 * Refuses a name with exit 2, `bad-path`, unless it is a plain file name that Windows, macOS and Linux all take, and
 * differs from all in `taken` even without case. Adds it there. Rules: security-reliability.md §1.10, §1.14.
 */
export function claimName(name: string, taken: Set<string>): void {
  const problem = wrong(name)
  if (problem !== undefined) {
    throw new Stop(2, { code: 'bad-path', message: `an output file has a name that ${problem}`, hint: 'give a plain name, such as emails.csv' })
  }
  const folded = name.normalize('NFC').toLowerCase()
  if (taken.has(folded)) {
    throw new Stop(2, {
      code: 'bad-path',
      message: `two files of one run would have the name ${name}, or names that differ in case only`,
      hint: 'give each output its own file name',
    })
  }
  taken.add(folded)
}

function wrong(name: string): string | undefined {
  if (name === '' || /^\.+$/.test(name)) return 'is empty, or dots only'
  if (/[/\\]/.test(name)) return 'has a path separator; --out says which folder'
  if (/[\p{Cc}\p{Cf}\p{Surrogate}\u2028\u2029]/u.test(name)) return 'has invisible characters'
  if (/[<>:"|?*]/.test(name)) return 'has one of < > : " | ? *, which Windows refuses'
  if (/[. ]$/.test(name)) return 'ends with a dot or blank, which Windows takes off'
  if (/^[-~ ]/.test(name)) return 'begins with a dash, a tilde or a blank, which shells take for something else'
  if (name.includes('@')) return 'has an @, as addresses have'
  if (/^(con|prn|aux|nul|conin\$|conout\$|(com|lpt)[0-9¹²³])\s*(\.|$)/i.test(name)) return 'Windows reserves for a device'
  if (/\.(partial|previous|lock)$/i.test(name)) return 'ends with .partial, .previous or .lock, which runs use themselves'
  if (Buffer.byteLength(name) > 200) return 'is longer than 200 bytes'
  return undefined
}
