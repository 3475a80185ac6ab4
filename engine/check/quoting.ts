// Values that YAML reads as something else than the text they were meant to be.
import type { Place } from '../diagnostics/diagnostic.ts'
import { offsetsOf } from '../diagnostics/offsets.ts'
import { each, listed } from '../spec/option.ts'
import { steps as stepTypes } from '../steps/index.ts'

/** What to do where YAML read `data` and another type is `wanted`, as JSON Schema calls it; `texts` are the rule files, by path. */
export function quoting(
  wanted: string, data: unknown, path: readonly string[], place: Place, texts: ReadonlyMap<string, string>,
): { readonly hint?: string, readonly fix?: string } {
  const written = textAt(place, texts)
  if (wanted === 'array' && typeof data === 'object' && data !== null) return { hint: `begin each item with a hyphen: \`- ${Object.keys(data)[0] ?? 'name'}: …\`` }
  if (wanted === 'array') {
    if (typeof data !== 'string' || written === undefined) return {}
    return { hint: `put it in brackets: [${written}]`, fix: `[${written}]` }
  }
  if (wanted === 'object' && Array.isArray(data)) return { hint: 'a map has no hyphens: write `name: …` for each entry' }
  if (wanted === 'boolean') return { hint: 'write true or false, without quotes' }
  if (wanted !== 'string') return {}
  if (data === null) return { hint: 'write the value behind the colon; one that begins with # stands in quotes' }
  if (typeof data !== 'object') {
    const quoted = `'${written ?? String(data)}'`
    return { hint: `put it in quotes: ${quoted}`, fix: quoted }
  }
  if (!isExpression(path)) return {}
  const advice = 'an expression that looks like a map or list to YAML stands in single quotes'
  if (written === undefined || /[\n']/.test(written) || written.length > 60 || !/^[{[]/.test(written)) return { hint: advice }
  // An object is no expression here, so that a map is hardly meant as one.
  return { hint: `${advice}: '${written}'`, ...Array.isArray(data) ? { fix: `'${written}'` } : {} }
}

function textAt({ file, range }: Place, texts: ReadonlyMap<string, string>): string | undefined {
  const text = texts.get(file)
  if (text === undefined) return undefined
  const { from, to } = offsetsOf(text, range)
  return text.slice(from, to)
}

/** Whether keys lead to an option that takes an expression. */
export function isExpression(path: readonly string[]): boolean {
  const isType = (key: string, index: number): boolean =>
    index >= 2 && path.slice(0, index - 1).some(isSteps) && stepTypes.some(({ name }) => name === key)
  const at = path.findIndex(isType)
  const options = stepTypes.find(({ name }) => name === path[at])?.options
  const [option = '', column] = path.slice(at + 1)
  if (!options) return false
  if (options[listed]) return column !== undefined && options[listed].role === 'expression'
  return (options[option] ?? options[each])?.role === 'expression'
}

const isSteps = (key: string): boolean => ['steps', 'after', 'before'].includes(key)
