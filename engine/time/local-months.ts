// Abbreviated names of months, as .NET writes `MMM` in the cultures that servers in Europe are set to.

/** One line per month: English, then what the other languages write otherwise, of older and newer .NET. */
const names = [
  'jan led sty janv ene gen tammi',
  'feb úno lut févr fev helmi',
  'mar bře mär märz mrz mrt mars maalis',
  'apr dub kwi avr abr huhti',
  'may maj mai mei mag kvě touko',
  'jun juni juin giu cze čvn kesä',
  'jul juli juil lug lip čvc heinä',
  'aug août ago sie srp elo',
  'sep sept set wrz zář syys',
  'oct okt ott out paź říj loka',
  'nov lis marras',
  'dec dez des dic déc gru pro joulu',
]

const months: ReadonlyMap<string, number> =
  new Map(names.flatMap((line, index) => line.split(' ').map(name => [name, index + 1] as const)))

/** The month (from 1) that a name stands for, in any case, with or without its dot; NaN for another text. */
export const monthOf = (name: string): number =>
  months.get(name.normalize('NFC').toLowerCase().replace(/\.$/, '')) ?? NaN
