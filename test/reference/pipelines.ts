// Generated rule files: inputs with a field of every type, any steps in any order, one output or two.
import { stringify } from 'yaml'
import type { Chooser } from './chooser.ts'
import { columns, directoryFields, directoryKnown, lookup } from './inputs.ts'
import { type Fields, type Known, isPrivate, mayHash, mayLeave } from './known.ts'
import { type Drawn, drawStep } from './draw-step.ts'
import { drawSources } from './draw-sources.ts'
import { conditionOf, numberOf } from './expressions.ts'

export type Style = {
  /** No condition and no new field depends on what identities and sensitive texts say, and no column is allowed in clear. */
  readonly blind: boolean
  /** Rows come from the directory itself. */
  readonly ofPeople?: boolean
}

/** A rule file as YAML. Most pass the check; those that do not are the generator's mistakes, and skipped. */
export function pipeline(choose: Chooser, { blind, ofPeople = false }: Style): string {
  const read = ofPeople ? [] : choose.some(columns, 4, 8)
  const profile = choose.one(['ascii-hex', 'ascii-hex', 'utf8-base64'])
  let fields: Fields = ofPeople ? directoryKnown : new Map(read.map(({ field, known }) => [field, known]))
  const steps: Record<string, unknown> = {}
  const add = (into: Record<string, unknown>, prefix: string, { step, after }: Drawn): void => {
    into[`${prefix}-${Object.keys(into).length + 1}`] = step
    fields = after
  }
  const count = choose.one([0, 3, 1, 2, 4, 5, 6])
  for (let left = count; left > 0; left--) add(steps, 'step', drawStep(choose, fields, blind))
  const common = fields
  const outputs = Object.fromEntries((choose.rarely(3) ? ['first', 'second'] : ['first']).map(name => {
    const { from, shared } = ofPeople ? {} : drawSources(choose, name, common, blind)
    fields = shared ?? common
    const own: Record<string, unknown> = {}
    for (let left = choose.one([0, 1, 2]); left > 0; left--) add(own, name, drawStep(choose, fields, blind))
    return [name, { ...from ? { from } : {}, ...outputOf(choose, name, own, fields, profile, blind) }]
  }))
  return stringify({
    version: 1, name: 'generated', about: 'Made by a test.', include: [`./${libraryFile}`],
    params: {
      word: { type: 'text', default: 'a' }, most: { type: 'integer', default: 3 },
      names: { type: 'list', default: ['a', 'DELIVER', 'low'] }, profile: { type: 'text', default: profile }, unwanted: { type: 'list', default: ['room', 'none'] },
    },
    ...ofPeople ? { from: 'people' } : {
      inputs: { rows: { files: 'rows.csv', fields: Object.fromEntries(read.map(({ field, declared }) => [field, declared])) } },
      from: 'rows',
    },
    steps, outputs,
  }, { lineWidth: 0 })
}

export const libraryFile = 'people.yaml'

/** What all generated rule files include: a library may have kinds of account that a pipeline does not name. */
export const library = stringify({
  version: 1,
  params: { domains: { type: 'list', default: ['contoso.example'] } },
  inputs: { people: { files: 'people.json', optional: true, fields: directoryFields } },
  lookups: { people: lookup },
}, { lineWidth: 0 })

function outputOf(choose: Chooser, name: string, steps: Record<string, unknown>, fields: Fields, profile: string, blind: boolean): Record<string, unknown> {
  const chosen = choose.some([...fields].filter(([, known]) => !blind || !isStuck(known)), 1, 6)
  const hashed: string[] = []
  const blanked: string[] = []
  const allow: Record<string, string> = {}
  for (const [field, known] of chosen) {
    if (mayLeave(known)) continue
    if (!blind && (isStuck(known) || choose.rarely(3))) allow[`col-${field}`] = 'a test looks at it'
    else if (mayHash(known)) hashed.push(field)
    else blanked.push(field)
  }
  // What the check must refuse wherever it tells of more than an open field: a number or an answer made of anything.
  const probe = blind && choose.rarely(2) ? choose.one([numberOf, conditionOf])(choose, fields, choose.one([1, 2])).source : undefined
  if (probe !== undefined && !probe.includes('$number(')) steps[`${name}-probe`] = { set: { probe } }
  if (hashed.length > 0) steps[`${name}-hash`] = { hash: { fields: hashed, profile: choose.one([profile, { param: 'profile' }]), ...nonAscii(choose), ...choose.rarely(3) ? { words: { room: 'Room', outside: 'a partner' } } : {} } }
  if (chosen.length === 0) steps[`${name}-none`] = { set: { none: '"none"' } }
  if (blanked.length > 0) steps[`${name}-blank`] = { redact: { fields: blanked, ...(choose.rarely(2) ? { with: 'gone' } : {}) } }
  return {
    ...(Object.keys(steps).length > 0 ? { steps } : {}),
    csv: { file: `${name}.csv`, delimiter: choose.one([';', ',', '\t', '|']), newline: choose.one(['crlf', 'lf']) },
    columns: Object.fromEntries([...(steps[`${name}-none`] ? [['none', 'none']] : []), ...(steps[`${name}-probe`] ? [['probe', 'probe']] : []), ...chosen.map(([field], index) => [`col-${field}`, choose.rarely(5) ? { field, header: `${field}, "${index}"` } : field])]),
    ...(Object.keys(allow).length > 0 ? { allow } : {}),
  }
}

/** Can neither be hashed nor blanked any more. */
const isStuck = (known: Known): boolean => known.fixed === true && isPrivate(known) && !mayHash(known)

/** Mostly something that does not end the run at the first address with an umlaut. */
export const nonAscii = (choose: Chooser): Record<string, unknown> => choose.one([{ 'non-ascii': 'utf8' }, { 'non-ascii': 'question-mark' }, { 'non-ascii': 'utf8' }, {}])
