// Values of `--encoding`: judged before any file is opened, so that none is blamed for them.
import { Stop } from '../diagnostics/diagnostic.ts'

/** Whether the WHATWG list has an encoding of this name. */
export function isEncoding(name: string): boolean {
  try {
    return new TextDecoder(name).encoding !== ''
  } catch {
    return false
  }
}

/** Stops (2) at the first that is none. */
export function checkEncodings(encodings: ReadonlyMap<string, string>): void {
  for (const [input, name] of encodings) {
    if (isEncoding(name)) continue
    const meant = meantBy(name)
    throw new Stop(2, {
      code: 'unknown-encoding', message: `--encoding ${input}: no encoding is called "${name}"`,
      hint: `write --encoding ${input}=${meant ?? '…, with one such as windows-1252, windows-1250 or utf-8'}`,
    })
  }
}

/** Windows calls the code page of the country ANSI; in western Europe and America that is 1252. */
function meantBy(name: string): string | undefined {
  const page = /125\d/.exec(name)?.[0]
  if (page !== undefined) return `windows-${page}`
  return /^(?:ansi|ascii|default|windows)$/i.test(name) ? 'windows-1252, or windows-1250 in central Europe' : undefined
}
