// What a failing disk is called in a message.
import { Stop } from '../diagnostics/diagnostic.ts'

/** The code of an error of node:fs, such as ENOSPC; blank for anything else. */
export const errorCode = (error: unknown): string => {
  const code = error instanceof Error && 'code' in error ? error.code : undefined
  return typeof code === 'string' ? code : ''
}

/**
 * The end of a run because `name`, a file the run writes, cannot be written: exit 3, `write-failed`. A Stop and a defect
 * of this tool (an error without code) pass as they are.
 */
export function writeFailed(error: unknown, name: string): unknown {
  const code = errorCode(error)
  if (error instanceof Stop || code === '') return error
  const [reason, hint] = reasons[code] ?? [`the system reports ${code}`, 'check the disk and the folder, then run again']
  return new Stop(3, { code: 'write-failed', message: `cannot write ${name}: ${reason}; nothing was delivered`, hint })
}

const disk: readonly [string, string] = ['the disk reports an error', 'check the disk, or give another folder with --out']
const denied: readonly [string, string] = ['access is denied', 'give a folder you may write to with --out; on Windows, close programs that hold the file']
const taken: readonly [string, string] = ['something else has that name', 'remove it, or give another folder with --out']
const full: readonly [string, string] = ['the disk is full', 'make room, or give a folder on another disk with --out; then run again']

const reasons: Readonly<Record<string, readonly [reason: string, hint: string]>> = {
  ENOSPC: full,
  EDQUOT: ['the quota is used up', full[1]],
  EFBIG: ['the file is larger than the disk format or a limit allows', full[1]],
  EIO: disk,
  ENXIO: disk,
  EACCES: denied,
  EPERM: denied,
  EBUSY: ['another program holds the file', 'close the program that shows it (often Excel), then run again'],
  EROFS: ['the disk is read-only', full[1]],
  EMFILE: ['too many files are open', 'close other programs, or raise the limit of open files, then run again'],
  EEXIST: taken,
  ENOTDIR: taken,
  EISDIR: taken,
  ENOENT: ['its folder is gone', 'do not move the folder while a run writes to it; run again'],
}
