// Which columns of a directory file name people: by what they are called, by what stands in them, or by the rules.
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import test from 'ava'
import { catalogue } from '../../engine/verify/catalogue.ts'
import type { ColumnsOfRules } from '../../engine/verify/directory-columns.ts'
import { readDirectoryFile } from '../../engine/verify/directory-file.ts'
import { columnsOfRules } from '../../engine/verify/rule-columns.ts'
import { identitySearch } from '../../engine/verify/search.ts'
import { checkRules } from '../../engine/check/rules.ts'
import { loadRules } from '../../engine/load/rules.ts'
import { newFolder } from '../command-line.ts'

const many = <Value>(count: number, make: (index: number) => Value): readonly Value[] => Array.from({ length: count }, (_, index) => make(index))

/** Reads a table, and gives a search for what it has, and the columns that are not searched. */
async function read(t: Parameters<typeof newFolder>[0], header: readonly string[], rows: readonly (readonly string[])[], columns: ColumnsOfRules = new Map()) {
  const path = join(newFolder(t), 'people.csv')
  writeFileSync(path, [header, ...rows].map(cells => cells.map(cell => `"${cell}"`).join(';')).join('\r\n'))
  const known = catalogue()
  const { unsearched, kinds } = await readDirectoryFile(path, known, { display: 'people.csv', input: 'people', columns })
  const search = identitySearch(known.finish())
  return { unsearched, kinds, finds: (text: string) => search.inText(text)?.known !== undefined }
}

const languages: readonly { readonly language: string, readonly header: readonly string[], readonly found?: readonly string[] }[] = [
  { language: 'English', header: ['First Name', 'Last Name', 'Staff Number'] },
  { language: 'German', header: ['Vorname', 'Nachname', 'Personalnummer'] },
  { language: 'German, shortened', header: ['Rufname', 'Familienname', 'Pers.-Nr.'] },
  { language: 'French', header: ['Pr\u00e9nom', 'Nom', 'Matricule'] },
  { language: 'Polish', header: ['Imi\u0119', 'Nazwisko', 'Numer pracownika'] },
  { language: 'Spanish', header: ['Nombre', 'Apellidos', 'N\u00famero de empleado'] },
  { language: 'Italian', header: ['Nome', 'Cognome', 'Matricola'] },
  { language: 'Dutch', header: ['Voornaam', 'Achternaam', 'Personeelsnummer'] },
  { language: 'Czech', header: ['Jm\u00e9no', 'P\u0159\u00edjmen\u00ed', 'Osobn\u00ed \u010d\u00edslo'] },
  { language: 'Portuguese', header: ['Primeiro nome', 'Sobrenome', 'N\u00famero do funcion\u00e1rio'] },
  { language: 'Swedish', header: ['F\u00f6rnamn', 'Efternamn', 'Anst\u00e4llningsnummer'] },
]
for (const { language, header } of languages) {
  test(`given name, surname and number are known by their headers: ${language}`, async t => {
    const { finds, unsearched } = await read(t, header, [['Anna', 'Schr\u00f6der', '004711'], ['Ben', 'Ma\u00df', '004712']])
    t.deepEqual(unsearched, [`${header[0]} (only with the surname)`, `${header[1]} (only with the given name)`])
    for (const text of ['Anna Schr\u00f6der', 'schr\u00f6der, anna', 'anna.schr\u00f6der', 'Anna Schroeder', 'Anna Schroder', '004711', Buffer.from('Ben Ma\u00df').toString('base64')]) t.true(finds(text), text)
    for (const text of ['Anna Ma\u00df', 'Anna', 'Schr\u00f6der', '04711']) t.false(finds(text), text)
  })
}

test('a name alone is a whole one where no surname stands beside it', async t => {
  const { finds, unsearched } = await read(t, ['Nom', 'Ville'], [['Anna Schr\u00f6der', 'Lyon']])
  t.true(finds('anna schr\u00f6der'))
  t.deepEqual(unsearched, ['Ville'])
})

test('who is somebody\'s superior is named by a distinguished name, or by a name', async t => {
  for (const [header, cell] of [['Manager', 'CN=Schr\u00f6der\\, Anna,OU=Staff,DC=x'], ['Vorgesetzter', 'Schr\u00f6der, Anna']] as const) {
    t.true((await read(t, [header], [[cell]])).finds('schr\u00f6der, anna'), header)
  }
})

test('half a name tells nobody, and is named as not searched', async t => {
  t.deepEqual((await read(t, ['Nachname', 'mail'], [['Schr\u00f6der', 'anna@contoso.example']])).unsearched, ['Nachname'])
})

const columns: readonly { readonly title: string, readonly cells: readonly string[], readonly header?: string, readonly identifies: boolean }[] = [
  { title: 'a phone number, one for each', cells: many(40, index => `+49 30 5550${1000 + index}`), identifies: true },
  { title: 'a code, one for each but some', cells: many(40, index => index < 3 ? 'XX-000' : `XX-${100 + index}`), identifies: true },
  { title: 'departments', cells: many(40, index => `Department ${index % 7}`), identifies: false },
  { title: 'cities, of which most come again', cells: many(40, index => `City of ${index % 30}`), identifies: false },
  { title: 'titles, each there once, by their header', header: 'Job Title', cells: many(40, index => `Head of Area ${index}`), identifies: false },
  { title: 'days', cells: many(40, index => `${1 + index % 28}.${1 + index % 12}.${1990 + index % 25}`), identifies: false },
  { title: 'times', cells: many(40, index => `2024-05-20T08:00:${10 + index}.000Z`), identifies: false },
  { title: 'too few to say', cells: many(10, index => `XX-${1000 + index}`), identifies: false },
  { title: 'texts nobody would call an identity', cells: many(40, index => `${'a long remark about this account '.repeat(5)}${index}`), identifies: false },
  { title: 'words in the rest of which nothing stands', cells: many(40, index => index < 4 ? `note ${index} of mine` : ''), identifies: false },
]
for (const { title, cells, header = 'Custom 7', identifies } of columns) {
  test(`a column of another name ${identifies ? 'identifies' : 'does not identify'}: ${title}`, async t => {
    const { finds, unsearched } = await read(t, ['mail', header], cells.map((cell, index) => [`u${index}@contoso.example`, cell]))
    t.is(finds(cells[3]!), identifies)
    t.deepEqual(unsearched, identifies ? [] : [header])
  })
}

test('a column that repeats known identities needs no search of its own; one that is blank is not named', async t => {
  const { unsearched } = await read(t, ['Personalnummer', 'Vorgesetzter (Personalnummer)', 'Leer'], many(30, index => [`00${4700 + index}`, `00${4700 + index % 3}`, '']))
  t.deepEqual(unsearched, [])
})

test('where no name of a column is known, none is shown: without a header that is a person', async t => {
  const { unsearched } = await read(t, ['Anna', 'Schr\u00f6der'], [['Ben', 'Ma\u00df'], ['Cara', 'Voss']])
  t.deepEqual(unsearched, ['column 1', 'column 2'])
})

test('rules say which columns hold identities, whatever these are called and however few there are', async t => {
  const text = `version: 1
name: x
inputs:
  people:
    fields:
      ausweis:     { from: [Karte], privacy: identity, type: id }
      employee-id: { from: [Nr], privacy: identity, type: id }
      department:  { from: [Bereich], privacy: sensitive }
from: people
steps: { pseudonyms: { hash: { fields: [ausweis, employee-id] } } }
outputs: { x: { csv: { file: x.csv }, columns: { a: ausweis, b: employee-id } } }
`
  const loaded = loadRules('x.yaml', () => text, finding => { t.fail(finding.message) })!
  const known = columnsOfRules([checkRules(loaded, new Map(), true).plan!], 'people')
  const { finds, unsearched, kinds } = await read(t, ['KARTE', 'Nr', 'Bereich'], [['Q-17-x', '4711', 'Sales'], ['Q-18-x', '4712', 'Sales']], known)
  t.true(finds('q-18-x'))
  t.true(finds('4712'))
  t.true(kinds.has('number'))
  t.false(finds('Sales'))
  t.deepEqual(unsearched, ['Bereich'])
})
