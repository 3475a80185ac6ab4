// The shape of a rule file, by JSON Schema; ajv's findings become diagnostics at the right place.
import type { DefinedError } from 'ajv'
import type { Code } from '../diagnostics/codes.ts'
import type { Report } from '../diagnostics/diagnostic.ts'
import { likely, onlyLikely, question } from '../diagnostics/synonyms.ts'
import { isMap } from '../load/pick.ts'
import { nodeAt, toPlain } from '../load/plain.ts'
import type { Tree } from '../load/tree.ts'
import { isMisspelling, knownKeys, meantKeys, written } from './meant-keys.ts'
import { isMisplaced, reportMisplaced, reportStrayTests } from './misplaced.ts'
import { quoting } from './quoting.ts'
import * as validators from './validators.ts'

type Kind = 'library' | 'pipeline' | 'overlay'

/** Reports everything in one file that is not of the shape of its kind; `texts` are the rule files, for what to write. */
export function checkSchema(tree: Tree, kind: Kind, report: Report, texts: ReadonlyMap<string, string> = new Map()): void {
  const validate: Validate = validators[kind]
  if (validate(toPlain(tree))) return
  const errors = (validate.errors ?? []) as DefinedError[]
  const stray = isMap(tree) ? reportStrayTests(tree, report) : []
  const misplaced = new Set<string>()
  for (const error of errors) {
    const [section, name = nameOf(error)] = keysOf(error.instancePath)
    if (stray.some(path => path[0] === section && path[1] === name)) continue
    if (kind === 'overlay' && isMisplaced(error)) {
      misplaced.add(error.instancePath)
      continue
    }
    if (error.keyword === 'if' || error.propertyName !== undefined && error.keyword !== 'propertyNames') continue
    if (error.keyword === 'required' && errors.some(other => isMisspelling(other, error, errors))) continue
    reportError(error, errors, tree, kind, report, texts)
  }
  for (const path of misplaced) reportMisplaced(keysOf(path), tree, report)
}

/** The name that a finding about names is about. */
const nameOf = (error: DefinedError): string | undefined =>
  error.keyword === 'propertyNames' ? error.params.propertyName : error.propertyName

type Validate = { (data: unknown): boolean, errors?: readonly object[] | null }

const keysOf = (pointer: string): readonly string[] =>
  pointer.split('/').slice(1).map(key => key.replaceAll('~1', '/').replaceAll('~0', '~'))

function reportError(
  error: DefinedError, all: readonly DefinedError[], tree: Tree, kind: Kind, report: Report,
  texts: ReadonlyMap<string, string>,
): void {
  const path = keysOf(error.instancePath)
  const { at } = nodeAt(tree, path)
  const { data } = error
  const finding = (code: Code, message: string, hint?: string, place = at, fix?: string): void => report({
    code, severity: 'error', place, path, message, ...(hint === undefined ? {} : { hint }), ...(fix === undefined ? {} : { fix: { replace: fix } }),
  })
  const spot = path.length === 0 ? `${kind === 'overlay' ? 'an' : 'a'} ${kind}` : spotOf(path)
  switch (error.keyword) {
    case 'additionalProperties': {
      const key = error.params.additionalProperty
      const known = knownKeys(error)
      const meant = meantKeys(error, all)
      const isStep = error.parentSchema?.['maxProperties'] === 1
      return finding(isStep ? 'unknown-step-type' : 'unknown-key',
        isStep ? `there is no step type "${key}"` : `${spot} has no "${key}"`,
        meant.likely.length === 0 ? `it takes: ${known.join(', ')}` : question(meant.likely),
        nodeAt(tree, [...path, key]).keyAt ?? at, meant.only)
    }
    case 'required': return finding('missing-key', `${spot} lacks "${error.params.missingProperty}"`,
      `write ${written(error, error.params.missingProperty)}`, nodeAt(tree, path).keyAt ?? at)
    case 'propertyNames': return finding('bad-name', `"${error.params.propertyName}" is no name here`,
      'names start with a letter and go on with letters, digits, - and _', nodeAt(tree, [...path, error.params.propertyName]).keyAt ?? at)
    case 'enum': {
      const allowed = error.params.allowedValues.map(String)
      const fix = onlyLikely(String(data), allowed)
      return finding('wrong-value', `${spot} cannot be ${shown(data)}`, valuesHint(data, allowed), at, fix)
    }
    case 'const': return finding('wrong-value', `${spot} cannot be ${shown(data)}`, `it can be ${shown(error.params.allowedValue)}`)
    case 'type': {
      const types = [error.params.type].flat().map(String)
      const empty = data === null && types.includes('object') ? 'indent what belongs to it below the line, or take the line out' : undefined
      const { hint = empty, fix } = quoting(types.includes('string') ? 'string' : types[0]!, data, path, at, texts)
      return finding('wrong-type', `${spot} is ${kindOf(data)} where ${wanted(error.params.type)} is needed`, hint, at, fix)
    }
    case 'minProperties': case 'minItems': return finding('missing-key', `${spot} is empty`)
    case 'maxProperties': return finding('unknown-key', `${spot} has more than one key`, 'a step has one type; write a second step under a name of its own')
    case 'pattern': return error.params.pattern === '...' ? finding('wrong-value', `${spot} is too short to be a reason`) : finding('bad-name', `${shown(data)} is no name here`, 'names start with a letter and go on with letters, digits, - and _')
    default: return finding('wrong-value', `${spot} is not as it should be (${error.keyword})`)
  }
}

/** A key by its name, an item of a list by its number. */
const spotOf = (path: readonly string[]): string =>
  /^\d+$/.test(path.at(-1)!) ? `item ${Number(path.at(-1)) + 1} of "${path.at(-2)}"` : `"${path.at(-1)}"`

const shown = (value: unknown): string => value === null ? 'blank' : typeof value === 'string' ? `"${value}"` : JSON.stringify(value)

const valuesHint = (value: unknown, allowed: readonly unknown[]): string => {
  const meant = likely(String(value), allowed.map(String))
  return meant.length === 0 ? `it can be: ${allowed.map(String).join(', ')}` : question(meant)
}

const kindOf = (value: unknown): string =>
  value === null ? 'blank' : Array.isArray(value) ? 'a list' : typeof value === 'object' ? 'a map' : typeof value === 'string' ? 'text' : typeof value === 'number' ? 'a number' : 'true or false'

const names: Readonly<Record<string, string>> = { object: 'a map', array: 'a list', string: 'text', integer: 'a whole number', number: 'a number', boolean: 'true or false', null: 'nothing' }
const wanted = (type: unknown): string => (Array.isArray(type) ? type : String(type).split(',')).map(one => names[String(one)] ?? String(one)).join(' or ')
