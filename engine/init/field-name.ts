// The name of a field, from that of its column.

/** Lower case, words held together by hyphens; letters without their marks, and nothing that is no letter or digit. */
export function fieldNames(columns: readonly string[]): readonly string[] {
  const taken = new Set<string>()
  return columns.map((column, index) => {
    const name = plainName(column) || `column-${index + 1}`
    let free = name
    for (let number = 2; taken.has(free); number++) free = `${name}-${number}`
    taken.add(free)
    return free
  })
}

const plainName = (column: string): string => column
  .replaceAll('ß', 'ss').normalize('NFD').replace(/\p{M}/gu, '').replaceAll('ł', 'l').replaceAll('Ł', 'L').replaceAll('ø', 'o').replaceAll('Ø', 'O')
  .replace(/([a-z0-9])([A-Z])/g, '$1-$2').toLowerCase().replace(/[^a-z0-9]+/g, '-').replace(/^[^a-z]+|-+$/g, '')
