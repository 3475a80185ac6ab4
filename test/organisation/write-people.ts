// The two files that an administrator writes by hand for the people exports: further groups, and who may see which report.
import { writeFileSync } from 'node:fs'
import type { Organisation } from './organisation.ts'
import type { EmployeeGroup } from './people-truth.ts'

/** Squads below departments of the directory, and one below another squad. */
export const squads: readonly EmployeeGroup[] = [
  { id: 'Squad:Falcon', name: 'Falcon', category: 'Squad', parent: 'Department:IT' },
  { id: 'SQ-2', name: 'Otter; "night shift"', category: 'Squad', parent: 'Department:Produktion Süd' },
  { id: 'Squad:Heron', name: 'Heron', category: 'Squad', parent: 'SQ-2' },
  { id: 'Squad:Żubr', name: 'Żubr', category: 'Squad', parent: '' },
]

/**
 * `id;name;category;parent_id`: an id that is `category:name` is left blank, as most will do; parents are the ids of
 * other rows or of groups that the directory gives.
 */
export const writeGroups = (path: string, groups: readonly EmployeeGroup[] = squads): void =>
  writeFileSync(path, table([
    ['id', 'name', 'category', 'parent_id'],
    ...groups.map(({ id, name, category, parent }) => [id === `${category}:${name}` ? '' : id, name, category, parent]),
  ]))

/** A login and the groups whose reports it may see: a row of `users.csv` before the ids are hashed. */
export type Access = { readonly email: string, readonly reports: readonly string[] }

/** The first few with an address; a report whose id holds a comma never stands alone, see writeAccess. */
export const accessOf = ({ accounts }: Organisation): readonly Access[] => {
  const logins = accounts.filter(({ kind, address, enabled }) => kind === 'person' && address !== '' && enabled)
  const reports = [
    ['Department:Sales', 'Department:R&D, Łódź'], ['Division:Operations & Supply'],
    ['Department:Research, Development', 'Department:East#Test + Lab', 'Squad:Falcon'], ['Department:Finance', 'SQ-2'], [],
  ]
  return reports.flatMap((ids, place) => {
    const login = logins[place]
    return login === undefined ? [] : [{ email: login.mail === '' ? login.address : login.mail, reports: ids }]
  })
}

/**
 * `email;report_ids`, the ids joined by `;`. A reader tells the separator of a joined list by what the cell holds: an id
 * with a comma would fall apart if it stood alone.
 */
export const writeAccess = (path: string, access: readonly Access[]): void =>
  writeFileSync(path, table([['email', 'report_ids'], ...access.map(({ email, reports }) => [email, reports.join(';')])]))

/** RFC 4180 with `;`, quotes where they are needed, CRLF. */
const table = (rows: readonly (readonly string[])[]): string => rows.map(cells => `${cells.map(quoted).join(';')}\r\n`).join('')

const quoted = (cell: string): string => /[;"\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell
