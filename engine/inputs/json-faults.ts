// What can be wrong with a JSON input as a whole.
import { Stop } from '../diagnostics/diagnostic.ts'
import { atLine } from './place.ts'

/** Longer than any record of an export, in characters; what is longer is not one. */
export const longestRecord = 16 * 1024 * 1024

export const cutFile = 'the file was cut, or is still being written: export or copy it again'

export const whatIsRead =
  'a JSON input is an array of objects, one object, or one object after another, as ConvertTo-Json writes them'

/** Ends the run because of the text at `line`. */
export const badJson = (file: string, line: number, message: string, hint: string): Stop =>
  new Stop(3, { code: 'bad-json', message, hint, place: atLine(file, line) })

/** Ends the run because the object that begins at `line` has no end in sight. */
export const objectTooLong = (file: string, line: number): Stop => new Stop(3, {
  code: 'too-long',
  message: 'the object that begins here is longer than 16 MiB',
  place: atLine(file, line),
  hint: 'no export writes such a record: look for a bracket or quote that is not closed',
})

/** Ends the run because the object that begins at `line` has two values for one key. */
export const duplicateKey = (file: string, line: number): Stop => new Stop(3, {
  code: 'duplicate-column',
  message: 'a key stands twice in the object that begins here',
  place: atLine(file, line),
  hint: 'no export writes that: remove one of the two, or export the file again',
})
