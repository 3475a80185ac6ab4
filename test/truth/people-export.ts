// The people exports of a generated organisation: what the rules write of it, and what they must write.
import { join } from 'node:path'
import { newFolder } from '../command-line.ts'
import type { Organisation } from '../organisation/organisation.ts'
import type { PeopleTruth } from '../organisation/people-truth.ts'
import { type Access, writeAccess, writeGroups } from '../organisation/write-people.ts'
import { writeUsersCsv } from '../organisation/write-csv.ts'
import { readLikeReceiver } from '../outputs/receiver.ts'
import { runRules } from '../run-rules.ts'
import { pseudonym, pseudonymOrBlank } from './pseudonym.ts'
import { settingsOf } from './settings.ts'

/** Lines of `employees.csv`, `employees_groups.csv` and `users.csv`, header first, without the quotes of CSV. */
export type Files = {
  readonly employees: readonly string[]
  readonly groups: readonly string[]
  readonly users?: readonly string[]
}

export type DirectoryWriter = (organisation: Organisation, path: string) => void

/** Groups and logins are left out where nothing is said. */
export type Given = {
  readonly write?: DirectoryWriter
  readonly settings?: Readonly<Record<string, string>>
  readonly groups?: true
  readonly access?: readonly Access[]
}

type Exported = {
  readonly files: Files
  /** How many managers the warnings say are lost. */
  readonly lostManagers: number
}

const csv: DirectoryWriter = (organisation, path) => writeUsersCsv(organisation, path, { shell: '7', times: 'exact' })

/** Runs the rules; the rows are of 2023-06-30 unless the settings say otherwise. */
export async function exported(
  t: Parameters<typeof newFolder>[0], organisation: Organisation, { write = csv, settings, groups, access }: Given = {},
): Promise<Exported> {
  const folder = newFolder(t)
  const at = (name: string): string => join(folder, name)
  write(organisation, at('users'))
  if (groups) writeGroups(at('groups.csv'))
  if (access) writeAccess(at('access.csv'), access)
  const { result, text } = await runRules({
    rules: 'test/truth/hired.yaml', out: at('out'),
    settings: { ...settingsOf(organisation), 'row-date': '2023-06-30', ...settings },
    inputs: {
      people: [at('users')],
      ...groups ? { groups: [at('groups.csv')] } : {}, ...access ? { access: [at('access.csv')] } : {},
    },
    without: [...groups ? [] : ['groups'], ...access ? [] : ['access']],
  })
  const lines = (file: string): readonly string[] => readLikeReceiver(text(file), ';').map(cells => cells.join(';'))
  const lost = result.warnings.filter(({ code }) => ['lookup-missed', 'reference-blanked'].includes(code))
  return {
    files: {
      employees: lines('employees.csv'), groups: lines('employees_groups.csv'),
      ...access ? { users: lines('users.csv') } : {},
    },
    lostManagers: lost.reduce((sum, { count = 0 }) => sum + count, 0),
  }
}

/** What the receiver must get, from the truth alone. `hired` makes the date of employment of a day. */
export function expected(
  { employees, groups }: PeopleTruth, { date = '2023-06-30', hired = (day: string) => day } = {},
): Files {
  return {
    employees: [
      'row_date;employee_id;supervisor_id;email;employment_date;team_id;group_ids',
      ...employees.map(one => [
        date, pseudonym(one.id), pseudonymOrBlank(one.supervisor), pseudonymOrBlank(one.email), hired(one.hired),
        pseudonymOrBlank(one.team), list(one.groups),
      ].join(';')),
    ],
    groups: ['id;name;category;parent_id', ...groups.map(({ id, name, category, parent }) =>
      [pseudonym(id), name.replace(/^=/, '\'='), category, pseudonymOrBlank(parent)].join(';'))],
  }
}

/** The lines of `users.csv`. */
export const expectedLogins = (access: readonly Access[]): readonly string[] =>
  ['email;report_ids', ...access.map(({ email, reports }) => `${email};${list(reports)}`)]

/** A blank cell is a list of nothing (receiver-contract.md §2). */
const list = (ids: readonly string[]): string => JSON.stringify(ids.map(pseudonym))

/** Employees stand in the order of the directory; that of groups means nothing. */
export const inAnyOrder = ({ groups, ...files }: Files): Files => ({ ...files, groups: groups.toSorted() })
