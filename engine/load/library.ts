// What an included library adds to a rule file.
import type { Report } from '../diagnostics/diagnostic.ts'
import { withEntry } from './merge.ts'
import { entriesOf, isMap } from './pick.ts'
import type { Entry, Map as MapNode } from './tree.ts'

/** What a library has for those that include it. */
export const shared: readonly string[] = ['params', 'inputs', 'lookups']

/**
 * Adds the parameters, inputs and lookups of `second` to those of `first`, for libraries and the files that include
 * them. An input that both have gets the fields of both: an export may read more of a directory than others need. Every
 * other name that both define is reported; that of `first` stays.
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
  let { value } = first
  for (const entry of entriesOf(second.value)) {
    const present = entriesOf(value).find(({ key }) => key === entry.key)
    if (!present) value = withEntry(value, entry)
    else if (first.key === 'inputs') value = withEntry(value, readingMore(present, entry, report))
    else definedTwice(first.key, present, entry, report)
  }
  return { ...first, value }
}

/** The input with the fields and options that `more` has and it lacks. */
function readingMore(input: Entry, more: Entry, report: Report): Entry {
  if (!isMap(input.value)) return input
  let { value } = input
  for (const part of entriesOf(more.value)) {
    const present = entriesOf(value).find(({ key }) => key === part.key)
    if (!present) value = withEntry(value, part)
    else if (part.key === 'fields') value = withEntry(value, withFields(input.key, present, part, report))
    else definedTwice(`inputs.${input.key}`, present, part, report)
  }
  return { ...input, value }
}

function withFields(input: string, fields: Entry, more: Entry, report: Report): Entry {
  if (!isMap(fields.value)) return fields
  let { value } = fields
  for (const field of entriesOf(more.value)) {
    const present = entriesOf(value).find(({ key }) => key === field.key)
    if (present) definedTwice(`inputs.${input}.fields`, present, field, report)
    else value = withEntry(value, field)
  }
  return { ...fields, value }
}

function definedTwice(section: string, present: Entry, entry: Entry, report: Report): void {
  report({
    code: 'bad-include', severity: 'error', place: entry.keyAt, path: [...section.split('.'), entry.key],
    message: `"${entry.key}" in \`${section}\` is defined by two files`,
    hint: 'rename one of them; only an overlay (`extends`) can change what another file defines',
    trail: [{ place: present.keyAt, text: 'the other definition' }],
  })
}
