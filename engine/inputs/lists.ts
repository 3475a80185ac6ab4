// Lists that an export wrote into one cell of text: their members, or why they are lost.
import { Stop } from '../diagnostics/diagnostic.ts'
import { plainProxies, splitMembers } from './list-members.ts'
import { atLine } from './place.ts'

/** Where a cell stands: the file's display name, the line its record begins in, the name of its column. */
export type Where = { readonly file: string, readonly line: number, readonly column: string }

/**
 * The members of a list cell, in their order, without blank ones (exchange-domain.md §4). What a member begins as
 * decides where it ends; the first row that fits counts:
 *
 * | begins as | ends at |
 * |---|---|
 * | `"quoted part"@domain` | its end; separators inside the quotes are its own |
 * | `/o=…`, `X500:/o=…` | `;`, a line break, or whatever stands before the next address |
 * | a DN (`CN=…`) | `;`, a line break, a bar before another DN, any separator after its last `DC=`; never at `\,` |
 * | an address, or `smtp:` and `sip:` with one | `;` `,` `\|` blank or line break, after a following `<…>` |
 * | another proxy prefix (`X400:`, `EUM:`) | the next proxy prefix |
 * | `Name <address>`, the name quoted or not | `>` |
 * | `["a", "b"]`, `['a', 'b']` | as JSON says |
 * | any other text | the strongest of line break, `;`, `\|`, `,` that the cell has outside quotes; never at a blank |
 *
 * `{a, b}`, as Format writes it, loses its brackets first. Stops the run when the members are not in the file:
 * `list-lost` for the type name of a list, `list-cut` for `{a, b...}`.
 */
export const members = (text: string, where: Where): readonly string[] => {
  const proxies = plainProxies(text)
  if (proxies) return proxies
  const trimmed = text.trim()
  if (lostList(trimmed)) throw listLost(where)
  const all = split(trimmed, where)
  if (all.some(lostList)) throw listLost(where)
  return all
}

const split = (text: string, where: Where): readonly string[] => {
  const shape = shapeOf(text)
  if (shape === 'one') return text === '' ? [] : [text]
  if (shape === 'plain') return text.split(';').filter(member => member !== '')
  return bracketed(text) ?? splitMembers(braced(text, where) ?? text)
}

/** The members of a JSON list, with double or, as the vendor's samples have it, single quotes; undefined for other text. */
function bracketed(text: string): readonly string[] | undefined {
  if (!text.startsWith('[') || !text.endsWith(']')) return undefined
  try {
    const list = JSON.parse(singleQuoted.test(text) ? text.replaceAll("'", '"') : text) as readonly unknown[]
    return list.every(member => typeof member === 'string' || typeof member === 'number') ? list.map(String).filter(member => member.trim() !== '') : undefined
  } catch {
    return undefined
  }
}

const singleQuoted = /^\[\s*'[^'"\\]*'(?:\s*,\s*'[^'"\\]*')*\s*\]$/

/**
 * True when a cell is the type name of a collection, which PowerShell writes instead of its content, such as
 * `System.String[]` (exchange-domain.md §4). The members are not in the file.
 */
export const lostList = (text: string): boolean =>
  (text.startsWith('System.') || text.startsWith('Microsoft.')) && collections.some(name => name.test(text))

/** The hint for a lost or cut list: how to export the column so that every member is in the file (PowerShell 5.1). */
export const lostListFix = (column: string): string => {
  // `Select-Object {$_.Recipients}` names its column `$_.Recipients`; the property is what follows.
  const property = column.startsWith('$_.') ? column.slice(3) : column
  const quoted = `'${property.replaceAll(/['‘’‚‛]/g, '$&$&')}'`
  const name = /^[A-Za-z_]\w*$/.test(property) ? property : quoted
  return `export again with the members joined: ... | Select-Object *, @{n=${quoted};e={$_.${name} -join ';'}} ` +
    `-ExcludeProperty ${name} | Export-Csv FILE.csv -NoTypeInformation -Encoding UTF8`
}

/** Ends the run because the members of a list are not in the file. */
export const listLost = (where: Where): Stop => new Stop(3, {
  code: 'list-lost',
  message: `column ${where.column} holds the type name of a list; its members are not in the file`,
  place: atLine(where.file, where.line),
  hint: lostListFix(where.column),
})

const listCut = (where: Where): Stop => new Stop(3, {
  code: 'list-cut',
  message: `the list in column ${where.column} ends in dots: PowerShell's formatting left members out`,
  place: atLine(where.file, where.line),
  hint: lostListFix(where.column),
})

const collections = [
  /^System(?:\.\w+)+\[\]$/,
  /^System\.Collections\.[\w.+]+(?:`\d+(?:\[\S*\])?)?$/,
  /^Microsoft\.(?:\w+\.)+\w*(?:Collection|MultiValuedProperty)(?:`\d+(?:\[\S*\])?)?$/,
]

/** `one`: no separator at all; `plain`: `;` and nothing that could make a `;` part of a member. */
const shapeOf = (text: string): 'one' | 'plain' | 'other' => {
  let joined = false
  for (let index = 0; index < text.length; index++) {
    const code = text.charCodeAt(index)
    if (code === 59) joined = true
    else if (code > 127 || special[code] === 1) return 'other'
  }
  return joined ? 'plain' : 'one'
}

const special = Uint8Array.from({ length: 128 }, (_, code) =>
  code <= 32 || '"\',|:/\\=<>(){}[]'.includes(String.fromCharCode(code)) ? 1 : 0)

/** The inside of `{a, b}`, or undefined when the text is not of that form: `{guid}, {guid}` is not. */
const braced = (text: string, where: Where): string | undefined => {
  if (!text.startsWith('{') || text.includes('{', 1)) return undefined
  const close = text.indexOf('}')
  if (close >= 0 && close < text.length - 1) return undefined
  const inside = text.slice(1, close < 0 ? undefined : close).trimEnd()
  if (inside.endsWith('...') || inside.endsWith('…')) throw listCut(where)
  return close < 0 ? undefined : inside
}
