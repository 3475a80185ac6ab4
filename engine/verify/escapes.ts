// Escapes that put characters into other words: what a text says without them.

/** A text without one kind of escapes; bytes where the escapes stand for bytes. Undefined where there are none. */
export type Unescape = { readonly name: string, readonly undo: (text: string) => string | Buffer | undefined }

export const unescapes: readonly Unescape[] = [
  { name: 'percent escapes', undo: text => /%[0-9a-f]{2}/i.test(text) ? bytesOf(text.replaceAll('+', ' '), /%([0-9a-f]{2})/gi) : undefined },
  { name: 'quoted-printable', undo: text => /=(?:[0-9a-f]{2}|\r?\n)/i.test(text) ? bytesOf(text.replace(/=\r?\n/g, ''), /=([0-9a-f]{2})/gi) : undefined },
  { name: 'HTML escapes', undo: text => /&(?:#|[a-z]{2})/i.test(text) ? text.replace(entity, characterOf) : undefined },
  {
    name: 'JSON escapes',
    undo: text => text.includes('\\')
      ? text.replace(/\\u\{?([0-9a-f]{4,6})\}?|\\x([0-9a-f]{2})/gi, (_, unit: string | undefined, byte: string) => fromCode(Number.parseInt(unit ?? byte, 16)))
        .replace(/\\(["'/\\])/g, '$1')
      : undefined,
  },
  {
    name: 'words for signs',
    undo: text => /[([{<]\s*(?:at|dot|@)\s*[)\]}>]| at .* dot /i.test(text)
      ? text.replace(/\s*[([{<]\s*(?:at|@)\s*[)\]}>]\s*| at /gi, '@').replace(/\s*[([{<]\s*dot\s*[)\]}>]\s*| dot /gi, '.') : undefined,
  },
  // Zeros between letters are UTF-16 in a file of another encoding; what cannot be seen tells two texts apart for programs only.
  { name: 'characters between that cannot be seen', undo: text => unseen.test(text) ? text.replace(unseenAll, '') : undefined },
]

const unseen = /[\u0000-\u001f\u007f\u00ad\p{Cf}]/u
const unseenAll = new RegExp(unseen.source, 'gu')

/** The text as bytes, with bytes in place of escapes; other characters as UTF-8. */
function bytesOf(text: string, escape: RegExp): Buffer {
  const parts = text.split(escape)
  return Buffer.concat(parts.map((part, index) => Buffer.from(part, index % 2 === 1 ? 'hex' : 'utf8')))
}

const entity = /&(?:#x([0-9a-f]{1,6})|#(\d{1,7})|([a-z]{2,20}));?/gi

function characterOf(whole: string, hex: string | undefined, decimal: string | undefined, name: string | undefined): string {
  if (name === undefined) return fromCode(hex === undefined ? Number(decimal) : Number.parseInt(hex, 16))
  const marked = /^([a-z])(uml|acute|grave|circ|tilde|cedil|ring|caron|ogon|dot|breve)$/i.exec(name)
  if (marked) return (marked[1]! + marks[marked[2]!.toLowerCase()]!).normalize('NFC')
  return named[name] ?? named[name.toLowerCase()] ?? whole
}

const marks: Readonly<Record<string, string>> = {
  uml: '\u0308', acute: '\u0301', grave: '\u0300', circ: '\u0302', tilde: '\u0303', cedil: '\u0327', ring: '\u030a', caron: '\u030c', ogon: '\u0328', dot: '\u0307', breve: '\u0306',
}

const named: Readonly<Record<string, string>> = {
  amp: '&', lt: '<', gt: '>', quot: '"', apos: '\'', nbsp: ' ', commat: '@', period: '.', comma: ',', lowbar: '_', hyphen: '-', dash: '-', sol: '/', bsol: '\\',
  equals: '=', szlig: 'ß', oslash: 'ø', Oslash: 'Ø', lstrok: 'ł', Lstrok: 'Ł', aelig: 'æ', AElig: 'Æ', oelig: 'œ', OElig: 'Œ', dstrok: 'đ', Dstrok: 'Đ',
}

const fromCode = (code: number): string => code <= 0x10ffff ? String.fromCodePoint(code) : '?'
