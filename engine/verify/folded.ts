// One form of texts for searching: what people and programs write differently counts as the same.
import { isAscii } from '../people/characters.ts'

/** Lower case and composed, wide and joined letters made plain (NFKC). Never the locale's lower case. */
export const folded = (text: string): string =>
  isAscii(text) ? text.toLowerCase() : text.normalize('NFKC').toLowerCase().normalize('NFKC')

/** Without the marks of letters, as those spell names who have no such keys: `Łukasz Müller` is `lukasz muller`. */
export const withoutMarks = (text: string): string =>
  text.replace(/[łŁøØßæÆœŒđĐıþÞ]/g, letter => plainLetters[letter] ?? letter).normalize('NFD').replace(/\p{M}/gu, '').normalize('NFC')

const plainLetters: Readonly<Record<string, string>> = {
  ł: 'l', Ł: 'L', ø: 'o', Ø: 'O', ß: 'ss', æ: 'ae', Æ: 'AE', œ: 'oe', Œ: 'OE', đ: 'd', Đ: 'D', ı: 'i', þ: 'th', Þ: 'TH',
}

/** With two letters for those that have none on other keyboards, as Germans and Danes write: `Müller` is `Mueller`. */
export const spelledOut = (text: string): string => withoutMarks(text.normalize('NFC').replace(/[äöüåøæ]/g, letter => twoLetters[letter]!))

const twoLetters: Readonly<Record<string, string>> = { ä: 'ae', ö: 'oe', ü: 'ue', å: 'aa', ø: 'oe', æ: 'ae' }

/** The text in memory of its own. V8 keeps the whole block that a piece of text was cut from as long as the piece lives. */
export function ownText(text: string): string {
  const encoding = isLatin(text) ? 'latin1' : 'utf16le'
  return Buffer.from(text, encoding).toString(encoding)
}

const isLatin = (text: string): boolean => !/[^\u0000-\u00ff]/.test(text)

/** A letter or digit, of any script. */
export function isWordUnit(unit: number): boolean {
  if (unit < 128) return unit >= 97 && unit <= 122 || unit >= 48 && unit <= 57 || unit >= 65 && unit <= 90
  return letter.test(String.fromCharCode(unit))
}

const letter = /[\p{L}\p{N}\p{M}]/u
