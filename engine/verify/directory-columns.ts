// The columns of one directory file: what each says of people, and which say nothing that could be searched for.
import { type Attribute, attributeOf, isKnownName, isShared } from './attribute-names.ts'
import { type Found, fullNames, identitiesIn } from './attributes.ts'
import { type Identifying, identifying } from './identifying.ts'

/** What rules say columns are for, by their names as inputs compare them. */
export type ColumnsOfRules = ReadonlyMap<string, Attribute>

type Column = {
  readonly name: string
  readonly attribute: Attribute | undefined
  /** Of a column that nothing tells the meaning of. */
  readonly unknown: Identifying | undefined
  /** Cells that are not blank, and those with an identity. */
  cells: number
  telling: number
}

export type DirectoryColumns = {
  /** How the columns of the following records are called; the same name is the same column. */
  header(names: readonly string[]): void
  /** Whether the cells of a column are lists by nature, so that members are to be given one by one. */
  isList(index: number): boolean
  /** Takes the texts of one record, column by column. */
  record(texts: (index: number) => readonly string[], found: Found): void
  /**
   * After the last record: what unknown columns identify, and the columns of which most cells were of no use by themselves. These have a
   * number instead of their name where no name in the file is known: without a header a person stands there.
   */
  finish(found: (text: string, line: number) => void, isKnown: (text: string) => boolean): readonly string[]
}

export function directoryColumns(rules: (column: string) => Attribute | undefined, line: () => number): DirectoryColumns {
  const all = new Map<string, Column>()
  let columns: readonly Column[] = []
  return {
    header(names) {
      const known = names.map(name => rules(name) ?? attributeOf(name))
      const attributes = known.map((attribute, index) => wholeName(names[index]!, attribute, known))
      columns = names.map((name, index) => {
        const attribute = attributes[index]
        const unknown = attribute === undefined && !isShared(name) ? identifying() : undefined
        const column = all.get(name) ?? { name, attribute, unknown, cells: 0, telling: 0 }
        all.set(name, column)
        return column
      })
    },
    isList: index => columns[index]!.attribute === undefined || columns[index]!.attribute === 'person' || columns[index]!.attribute === 'own',
    record(texts, found) {
      const parts: { [Part in 'given' | 'surname']?: { readonly column: Column, readonly text: string } } = {}
      columns.forEach((column, index) => {
        const { attribute } = column
        for (const text of texts(index)) {
          if (text.trim() === '') continue
          let tellsOne = false
          if (attribute === 'given' || attribute === 'surname') parts[attribute] ??= { column, text: text.trim() }
          identitiesIn(text, attribute, (kind, identity) => {
            tellsOne = true
            found(kind, identity)
          })
          column.cells++
          if (tellsOne) column.telling++
          else column.unknown?.add(text.trim(), line())
        }
      })
      const { given, surname } = parts
      if (!given || !surname) return
      for (const name of fullNames(given.text, surname.text)) found('name', name)
      given.column.telling++
      surname.column.telling++
    },
    finish(found, isKnown) {
      const isNamed = [...all.values()].some(({ name }) => rules(name) !== undefined || isKnownName(name))
      return [...all.values()].flatMap(({ name, attribute, unknown, cells, telling }, index) => {
        const texts = unknown?.texts()
        for (const [text, at] of texts ?? []) found(text, at)
        const isHalf = attribute === undefined || attribute === 'given' || attribute === 'surname'
        const isUseless = cells > 0 && !texts && telling * 2 < cells && isHalf && unknown?.every(isKnown) !== true
        const called = isNamed ? name : `column ${index + 1}`
        if (isUseless) return [called]
        // Alone, many of these are words: somebody called Berg must not be found in every mountain.
        return attribute === 'given' ? [`${called} (only with the surname)`] : attribute === 'surname' ? [`${called} (only with the given name)`] : []
      })
    },
  }
}

/** Languages that call a whole name what others call a part of it: `Nom` without `Prénom` is all there is. */
function wholeName(
  column: string, attribute: Attribute | undefined, all: readonly (Attribute | undefined)[],
): Attribute | undefined {
  const isAlone = attribute === 'surname' && !all.includes('given') || attribute === 'given' && !all.includes('surname')
  return isAlone && /^(?:nom|nome|nombre|jm[eé]no|meno|nume|ime)$/i.test(column.trim()) ? 'name' : attribute
}
