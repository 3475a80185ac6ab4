// Broken CSV: what follows a mistake in quoting is a guess, so that each of these ends the reading of the file.
import { Stop } from '../diagnostics/diagnostic.ts'
import { atLine } from './place.ts'

const mistakes = {
  'quote-not-closed': {
    message: 'the quoted cell that begins on this line never ends',
    hint: 'the file was cut, or a quote inside the cell is not doubled: export again with Export-Csv',
  },
  'text-after-quote': {
    message: 'in a cell that begins on this line, text follows the closing quote',
    hint: 'a quote inside a quoted cell must be doubled: export again with Export-Csv',
  },
  'bare-quote': {
    message: 'a quote stands inside an unquoted cell on this line',
    hint: 'a cell that contains a quote must be quoted, with the quote doubled: export again with Export-Csv',
  },
  'forbidden-character': {
    message: 'a carriage return without line feed stands outside quotes on this line',
    hint: 'lines end with CR LF or LF: export again with Export-Csv',
  },
} as const

/** `line` is where the cell begins; a quote that is not closed may open thousands of lines before it is noticed. */
export const csvMistake = (code: keyof typeof mistakes, file: string, line: number): Stop =>
  new Stop(3, { code, ...mistakes[code], place: atLine(file, line) })

/** A cell above 1 MiB, or a record above 4 MiB; mostly a quote that is not closed. */
export const csvTooLong = (what: 'cell' | 'record', file: string, line: number): Stop => new Stop(3, {
  code: 'too-long',
  message: `a ${what} that begins on this line is longer than ${what === 'cell' ? '1 MiB' : '4 MiB'}`,
  place: atLine(file, line),
  hint: 'perhaps its closing quote is missing: look at this line, or export again with Export-Csv',
})
