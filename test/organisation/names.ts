// What people, their departments and their companies are called.

export const givenNames = [
  'Anna', 'Łukasz', 'Søren', 'Zoë', 'Jürgen', 'François', 'Žofia', 'Núria', 'James K.', 'Mei', 'Aditi', 'Tomás',
  'Chris', 'Olga', 'Håkon', 'Fatima', 'Bart', 'Eilidh', 'Marek', 'Ines', 'Peter', 'Yuki', 'Sara', 'Dan',
] as const

export const surnames = [
  'Hansen', "O'Brien", 'Żółkiewska', 'Smith', 'van der Berg', 'Müller', 'García Márquez', 'Nowak', 'Čapek', 'Jones-Wu',
  "D'Angelo", 'Kowalska', 'Åberg', 'Rossi', 'Dvořák', 'Fischer', 'Öztürk', 'Lee', 'Petrov', 'Laursen', 'Weiß', 'Tanaka',
  'Brown', 'Šimić',
] as const

/** Some need escapes in a DN (exchange-domain.md §7). */
export const departments = [
  'Sales', 'Research, Development', 'East#Test + Lab', 'Finance', 'IT', 'Produktion Süd',
] as const

export const titles = ['Engineer', 'Manager, Accounts', 'Analyst', 'Director "EMEA"', 'Księgowa', 'Assistant'] as const

export const outsideDomains = [
  'partner.example', 'Supplier.example', 'mail.customer.example', 'gmail.example', 'bank.example', 'law-firm.example',
] as const

/** Own names in other people's domains: outside, however alike they look. */
export const lookAlikeDomains = (domain: string): readonly string[] =>
  [`${domain}.evil.example`, `not${domain}`, `my-${domain}`, domain.replace('.', '-') + '.example', `x.${domain}.co`]

export const subjects = [
  'Quarterly figures', 'RE: offer, second version', 'He said "no", then "yes"', 'Zażółć gęślą jaźń', '会議のお知らせ',
  'Lunch? 🍕', 'folded\r\n header', 'C:\\temp\\new report', 'semi;colon; only', "it's late", '',
  'FW: AW: Übergabe; "final", v2', '=1+1', ' leading blank',
] as const

/** The letters a mail address is made of: without marks, lower-case. */
export const ascii = (name: string): string =>
  name.replaceAll('Ł', 'L').replaceAll('ł', 'l').replaceAll('ø', 'o').replaceAll('ß', 'ss')
    .normalize('NFD').replace(/[^\x20-\x7e]/g, '').replace(/[ .]+/g, '').toLowerCase()
