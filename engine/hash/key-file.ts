// A key file: is it one, who can read it, and what text is in it.
import { closeSync, constants, fstatSync, openSync, readSync } from 'node:fs'
import { Stop } from '../diagnostics/diagnostic.ts'

/** What a path given as key file leads to; `bytes` is empty unless it is a regular file of at most `largest` bytes. */
export type KeyFile = { readonly regular: boolean, readonly size: number, readonly mode: number, readonly bytes: Uint8Array }

/** Access to key files; `platform` is that of `process.platform`. `read` throws when there is no reading the path. */
export type KeyFiles = { readonly platform: string, readonly read: (path: string) => KeyFile }

/** No key is longer; a log or an export given by mistake is. */
const largest = 64 * 1024

/** The key files of this machine. */
export const keyFiles = (platform: string): KeyFiles => ({
  platform,
  read(path) {
    // Without O_NONBLOCK, opening a named pipe waits for ever.
    const descriptor = openSync(path, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0))
    try {
      const found = fstatSync(descriptor)
      const readable = found.isFile() && found.size <= largest
      const bytes = Buffer.alloc(readable ? found.size : 0)
      const length = readable ? readSync(descriptor, bytes, 0, bytes.length, 0) : 0
      return { regular: found.isFile(), size: found.size, mode: found.mode, bytes: bytes.subarray(0, length) }
    } finally {
      closeSync(descriptor)
    }
  },
})

/** The file, when it is a regular one of a believable size; stops with `missing-key-material` or `unreadable-file`. */
export function openKeyFile(path: string, files: KeyFiles): KeyFile {
  const file = attempt(path, files)
  if (!file.regular) throw unreadable('the key file is not a regular file')
  if (file.size > largest) throw unreadable('the key file is larger than 64 KiB, so it is no key')
  return file
}

/** Whether group or others have any access. Windows keeps that in access lists, which mode bits do not show. */
export const isOpen = (file: KeyFile, files: KeyFiles): boolean => files.platform !== 'win32' && (file.mode & 0o077) !== 0

/**
 * The text of a key file, by its byte order mark: Windows PowerShell 5.1 writes UTF-16 with `>`, Notepad can write any.
 * Without a mark it is UTF-8. Wrong bytes stop with `unknown-encoding`; replacing them would make one key of many.
 */
export function decodeKey(bytes: Uint8Array): string {
  const [first, second] = bytes
  const encoding = first === 0xff && second === 0xfe ? 'utf-16le' : first === 0xfe && second === 0xff ? 'utf-16be' : 'utf-8'
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes)
  } catch {
    throw new Stop(2, {
      code: 'unknown-encoding',
      message: `the key file is not ${encoding.toUpperCase()} text`,
      hint: 'a key is text, not random bytes: make one with `np-pipeline keygen`, or save the file as UTF-8',
    })
  }
}

function attempt(path: string, files: KeyFiles): KeyFile {
  try {
    return files.read(path)
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code
    if (code !== 'ENOENT' && code !== 'ENOTDIR') throw unreadable('the key file cannot be read')
    throw new Stop(2, {
      code: 'missing-key-material',
      message: 'there is no file at the path given as key file',
      hint: 'check the path after --key-file, or make a key with `np-pipeline keygen`',
    })
  }
}

const unreadable = (message: string): Stop =>
  new Stop(2, { code: 'unreadable-file', message, hint: 'give the file that holds the key, readable by you, after --key-file' })
