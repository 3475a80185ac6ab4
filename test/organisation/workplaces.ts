// Where people work: departments, and the divisions they belong to.

/** IT stands in two divisions; one department in none. */
export const divisionsOf: Readonly<Record<string, readonly string[]>> = {
  'Sales': ['Commercial'],
  'Finance': ['Corporate Services'],
  'IT': ['Corporate Services', 'Products'],
  'Research, Development': ['Products'],
  'East#Test + Lab': ['Products'],
  'Produktion Süd': ['Operations & Supply'],
  'R&D, Łódź': ['Products'],
  '=SUM(A1) Forecast': ['Corporate Services'],
  'O"Brien Team': ['Commercial'],
  'Facilities': [],
}

/**
 * Departments of some, by number: with a comma, a quote, a letter that makes a formula of it, a blank at the end (which
 * nobody sees, and which makes no other department), and none at all.
 */
export const unusualDepartments: ReadonlyMap<number, string> = new Map([
  [5, 'R&D, Łódź'], [10, '=SUM(A1) Forecast'], [15, 'O"Brien Team'], [20, 'Facilities '], [21, 'Facilities'], [25, ''],
  [12, 'Finance'], [36, 'IT'],
])

/** Two who are called the same: their CN says which is which, the address book does not (exchange-domain.md §7). */
export const namesakes: ReadonlyMap<number, string> = new Map([[12, '[FINANCE]'], [36, '[IT]']])
