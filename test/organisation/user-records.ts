// The objects of Get-ADUser for all users of the directory (exchange-domain.md §7).
import type { Organisation } from './organisation.ts'
import type { Account } from './party.ts'
import type { Property, Records, Value } from './record.ts'

export const userRecords = ({ accounts }: Organisation): Records => ({
  type: 'Microsoft.ActiveDirectory.Management.ADUser',
  listType: 'Microsoft.ActiveDirectory.Management.ADPropertyValueCollection',
  objects: accounts.map(properties),
  notes: [],
})

/** In alphabetical order, as the cmdlet gives them; an attribute without a value is null. */
const properties = (account: Account): readonly Property[] => {
  const text = (value: string): Value => value === '' ? null : value
  const all: readonly Property[] = [
    ['Company', text(account.company)],
    ['Department', text(account.department)],
    ['Description', text(account.description)],
    ['DisplayName', text(account.displayName)],
    ['DistinguishedName', account.dn],
    ['Division', text(account.division)],
    ['EmailAddress', text(account.mail)],
    ['EmployeeID', text(account.employeeId)],
    ['Enabled', account.enabled],
    ['extensionAttribute1', text(account.hired)],
    ['GivenName', text(account.givenName)],
    ['legacyExchangeDN', text(account.legacyDn)],
    ['mail', text(account.mail)],
    ['mailNickname', text(account.nickname)],
    ['Manager', text(account.manager)],
    ['MemberOf', account.memberOf],
    ['msExchRecipientTypeDetails', account.recipientType ?? null],
    ['Name', account.name],
    ['ObjectClass', 'user'],
    ['ObjectGUID', { guid: account.guid }],
    ['Office', text(account.office)],
    ['proxyAddresses', account.proxyAddresses],
    ['SamAccountName', account.login],
    ['SID', { sid: account.sid }],
    ['Surname', text(account.surname)],
    ['targetAddress', text(account.targetAddress)],
    ['Title', text(account.title)],
    ['userAccountControl', account.userAccountControl],
    ['UserPrincipalName', text(account.upn)],
    ['whenChanged', { time: account.whenCreated + 86_400_000 * 400 }],
    ['whenCreated', { time: account.whenCreated }],
  ]
  return all
}
