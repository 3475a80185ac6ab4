// Who is an employee, whom they report to, and in which groups they are: what the people exports must say, before hashing.
import type { Organisation } from './organisation.ts'
import type { Account } from './party.ts'

/** Where groups come from (`Group`: MemberOf); also the category of a group and the first part of its id. */
export type Category = 'Department' | 'Division' | 'Company' | 'Office' | 'Group'

/** A row of `employees.csv` before hashing; blanks are `''`. */
export type Employee = {
  /** The employee number, else the address. */
  readonly id: string
  /** The id of the manager; `''` where that is no employee. */
  readonly supervisor: string
  /** Canonical address; `''` for those who have only a number. */
  readonly email: string
  /** Id of the department's group. */
  readonly team: string
  /** Ids of groups, in the order of the categories asked for. */
  readonly groups: readonly string[]
  /** `yyyy-MM-dd` or `''`, from extensionAttribute1. */
  readonly hired: string
}

/** A row of `employees_groups.csv` before hashing, its name not yet made harmless for spreadsheets. */
export type EmployeeGroup = {
  readonly id: string
  readonly name: string
  readonly category: string
  readonly parent: string
}

export type PeopleTruth = {
  /** In the order of the directory. */
  readonly employees: readonly Employee[]
  /** Each once, in no order that means anything: first derived ones, then those of the groups file. */
  readonly groups: readonly EmployeeGroup[]
  /** How many managers are named but no employees: not in the export, no person, or without number and address. */
  readonly lostManagers: number
}

/** `wanted`: which properties make groups; default departments and divisions. `added`: the rows of a groups file. */
export const peopleTruth = (
  { accounts }: Organisation,
  { wanted = ['Department', 'Division'], added = [] }: {
    readonly wanted?: readonly Category[]
    readonly added?: readonly EmployeeGroup[]
  } = {},
): PeopleTruth => {
  const staff = accounts.filter(one => one.kind === 'person' && employeeId(one) !== '')
  const byDn = new Map(staff.map(one => [plainDn(one.dn), employeeId(one)]))
  const supervisor = ({ manager }: Account): string => byDn.get(plainDn(manager)) ?? ''
  const groups = staff.flatMap(one => groupsOf(one, wanted, staff))
  return {
    employees: staff.map(one => ({
      id: employeeId(one),
      supervisor: supervisor(one),
      email: one.address,
      team: groupId('Department', one.department),
      groups: groupsOf(one, wanted, staff).map(({ id }) => id),
      hired: one.hired,
    })),
    groups: [...new Map([...groups, ...added].map(group => [group.id, group])).values()],
    lostManagers: staff.filter(one => one.manager !== '' && supervisor(one) === '').length,
  }
}

const employeeId = ({ employeeId: number, address }: Account): string => number === '' ? address : number

const groupId = (category: string, name: string): string => name.trim() === '' ? '' : `${category}:${name.trim()}`

const groupsOf = (
  one: Account, wanted: readonly Category[], staff: readonly Account[],
): readonly EmployeeGroup[] => wanted.flatMap(category =>
  namesOf[category](one).map(name => name.trim()).filter(name => name !== '').map(name => {
    const parent = category === 'Department' && wanted.includes('Division')
      ? groupId('Division', onlyDivision(name, staff)) : ''
    return { id: groupId(category, name), name, category, parent }
  }))

/** The division of a department, where all its employees are in one. */
const onlyDivision = (department: string, staff: readonly Account[]): string => {
  const found = new Set(staff.filter(one => one.department.trim() === department).map(({ division }) => division))
  return found.size === 1 ? [...found][0] ?? '' : ''
}

const namesOf: Readonly<Record<Category, (one: Account) => readonly string[]>> = {
  Department: ({ department }) => [department],
  Division: ({ division }) => [division],
  Company: ({ company }) => [company],
  Office: ({ office }) => [office],
  // The CN of a DN as the generator makes it: no hex pairs.
  Group: ({ memberOf }) => memberOf.map(dn => dn.replace(/^CN=((?:\\.|[^,\\])*),.*$/s, '$1').replace(/\\(.)/g, '$1')),
}

/** Equal for equal DNs: no case, hex pairs of ASCII letters as the letters. The generator makes no other spellings. */
const plainDn = (dn: string): string =>
  dn.replace(/\\([0-9A-Fa-f]{2})/g, (_, hex: string) => `\\${String.fromCharCode(parseInt(hex, 16))}`).toLowerCase()
