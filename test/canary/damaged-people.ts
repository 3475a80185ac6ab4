// What can happen to exports of people, groups and who may see them, at a canary.
import { canary, domain, wordOf } from './canaries.ts'
import { type Accidents, line, name } from './damaged-texts.ts'

/** The domain is nobody's: init proposes those of the directory. */
const elsewhere = `otto.${wordOf('elsewhere')}@fabrikam.example`

const inCircle = (text: string): string =>
  text.replace(/("E\w+";"1";)""/, (_, before: string) => `${before}"${canary.dn('dn 2')}"`)

export const people: Accidents = [
  {
    title: 'a list as its type name',
    cells: { proxyAddresses: 'Microsoft.ActiveDirectory.Management.ADPropertyValueCollection' }, exit: 3,
    code: 'list-lost',
  },
  { title: 'a type that is a name', cells: { msExchRecipientTypeDetails: name }, exit: 1, code: 'bad-cell' },
  { title: 'a date that is a name', cells: { EmploymentDate: name }, exit: 1, code: 'bad-time' },
  { title: 'without the DN', lacks: ['DistinguishedName'], exit: 3, code: 'missing-column' },
  {
    title: 'one address at two accounts',
    cells: { mail: canary.address('mail 1'), proxyAddresses: [`SMTP:${canary.address('mail 1')}`] }, exit: 0,
    code: 'claimed-twice',
  },
  {
    title: 'without its header, names only',
    text: () => `"${wordOf('name 1')}";"${wordOf('name 1')}"\r\n"${wordOf('name 2')}";"${wordOf('name 2')}"\r\n`,
    exit: 3, code: 'duplicate-column',
  },
  { title: 'without other addresses', lacks: ['proxyAddresses'], exit: 0, code: 'aliases-not-joined' },
  { title: 'without the kinds of accounts', lacks: ['msExchRecipientTypeDetails'], exit: 0, code: 'kinds-untold' },
  {
    title: 'an own domain at which nobody is', options: ['--set', `domains=${domain},quilmoor.example`], exit: 0,
    code: 'domain-unused',
  },
  {
    title: 'people of a domain that is not said', cells: { mail: elsewhere, proxyAddresses: [`SMTP:${elsewhere}`] },
    exit: 0, code: 'people-elsewhere',
  },
  {
    title: 'an address that another has by right', cells: { mail: canary.address('mail 1'), proxyAddresses: [] },
    exit: 0, code: 'shadowed',
  },
  {
    title: 'supervisors in a circle that the rules let pass', text: inCircle,
    rules: 'outputs: { employees: { expect: { acyclic: { supervisor_id: { to: employee_id, otherwise: blank } } } } }',
    exit: 0, code: 'cycle',
  },
  { title: 'supervisors in a circle', text: inCircle, exit: 1, code: 'broken-table' },
  { title: 'a supervisor who is nobody', cells: { Manager: canary.dn('gone') }, exit: 0, code: 'lookup-missed' },
  {
    title: 'an address beyond ASCII',
    cells: { mail: `jürgen.${wordOf('mail 2')}@quillmoor.example`, proxyAddresses: [] }, exit: 3,
    code: 'non-ascii-address',
  },
  { title: 'nobody in it', text: text => `${line(text, 0)}\r\n`, exit: 3, code: 'empty-lookup' },
]

export const groups: Accidents = [
  {
    title: 'groups in a circle', text: text => text.replace(/;""\r\n/, `;"SQ-${wordOf('squad 2')}"\r\n`), exit: 1,
    code: 'broken-table',
  },
  { title: 'its own parent', cells: { parent_id: `SQ-${wordOf('squad 2')}` }, exit: 0, code: 'own-parent' },
  { title: 'a parent that is no group', cells: { parent_id: wordOf('gone') }, exit: 0, code: 'reference-blanked' },
  { title: 'one id for two groups', cells: { id: `SQ-${wordOf('squad 1')}` }, exit: 0, code: 'merged-differences' },
]

export const access: Accidents = [
  {
    title: 'reports of a group that is none', cells: { report_ids: [wordOf('gone')] }, exit: 0,
    code: 'reference-missing',
  },
]
