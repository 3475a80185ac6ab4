// What an included library adds to a rule file.
import type { Report } from '../diagnostics/diagnostic.ts'
import { withEntry } from './merge.ts'
import { entriesOf, isMap } from './pick.ts'
import type { Entry, Map as MapNode } from './tree.ts'

const shared = ['params', 'inputs', 'lookups']

/**
 * Adds the parameters, inputs and lookups of `second` to those of `first`, for libraries and the files that include
 * them. A name that both define is reported; that of `first` stays.
 */
export function joined(first: MapNode, second: MapNode, report: Report): MapNode {
  let result = first
  for (const section of second.entries) {
    if (!shared.includes(section.key)) continue
    const present = result.entries.find(({ key }) => key === section.key)
    result = withEntry(result, present ? joinedSection(present, section, report) : section)
  }
  return result
}

function joinedSection(first: Entry, second: Entry, report: Report): Entry {
  if (!isMap(first.value)) return second
  const added = entriesOf(second.value).filter(entry => {
    const present = entriesOf(first.value).find(({ key }) => key === entry.key)
    if (!present) return true
    report({
      code: 'bad-include', severity: 'error', place: entry.keyAt, path: [first.key, entry.key],
      message: `"${entry.key}" in \`${first.key}\` is defined by two files`,
      hint: 'rename one of them; only an overlay (`extends`) can change what another file defines',
      trail: [{ place: present.keyAt, text: 'the other definition' }],
    })
    return false
  })
  return { ...first, value: { ...first.value, entries: [...first.value.entries, ...added] } }
}
