// Defects of ours and failures of libraries, put into a run from outside: each has a value of the data in its text.
import { fileURLToPath } from 'node:url'
import type { Code } from '../../engine/diagnostics/codes.ts'
import { binary } from '../command-line.ts'
import { canary } from './canaries.ts'

export type Defect = {
  readonly title: string
  /** A module that is loaded before the engine. */
  readonly module: string
  /** As in `sequence.ts`; a run of the e-mails by default. */
  readonly line?: string
  /** 70 by default: what nobody foresaw. */
  readonly exit?: number
  readonly code?: Code
}

/** A hash function that does `body` with the text of an address. */
const hashing = (body: string): string => `import { Hmac } from 'node:crypto'
Hmac.prototype.update = function (text) {
  if (String(text).includes('wilma')) { ${body} }
  return this
}
Hmac.prototype.digest = () => 'f'.repeat(64)
`

const echoing = `import { Hmac } from 'node:crypto'
let last = ''
Hmac.prototype.update = function (text) {
  last = String(text)
  return this
}
Hmac.prototype.digest = () => last
`

/** `keep` takes rows and neither hands them on nor counts them. */
const losing = `import { steps } from '${fileURLToPath(new URL('steps/index.js', new URL(`file://${binary}`)))}'
steps.find(({ name }) => name === 'keep').run = () => ({ rows: () => () => {} })
`

/** A function that fails when it is given a name, as libraries do that quote what they cannot take. */
const failing = (object: string, method: string, given: string): string => `const real = ${object}.${method}
${object}.${method} = function (...all) {
  const given = all[${given}]
  if (typeof given === 'string' && /wilma|zq(?:[a-z]{2}){4}k/i.test(given)) throw new Error('${method} cannot take ' + given)
  return real.apply(this, all)
}
`

/** A call to the disk that fails, in the words of Node and more. */
const disk = (method: string, when: string, code: string, path = canary.address('mail 1')): string => `import fs from 'node:fs'
import { syncBuiltinESMExports } from 'node:module'
const real = fs.${method}
let calls = 0
fs.${method} = (...all) => {
  if (${when}) throw Object.assign(new Error('${code}: ${path}'), { code: '${code}', path: '${path}' })
  return real(...all)
}
syncBuiltinESMExports()
`

export const defects: readonly Defect[] = [
  { title: 'an error thrown', module: hashing('throw new Error("cannot hash " + text)') },
  {
    title: 'a plain object thrown, as by JSONata',
    module: hashing('throw { code: "D3030", value: text, message: "cannot hash " + text }'),
  },
  { title: 'a text thrown', module: hashing('throw text') },
  {
    title: 'an error thrown later',
    module: hashing('setTimeout(() => { throw new Error("cannot hash " + text) }); return this'),
  },
  {
    title: 'a promise that nobody awaits',
    module: hashing('Promise.reject(new Error("cannot hash " + text)); return this'),
  },
  {
    title: 'an error whose name is a value',
    module: hashing(`const error = new Error(text)
      throw Object.assign(error, { name: text, stack: text + ' at dist/engine/' + text + '.js:1' })`),
  },
  { title: 'a warning of Node', module: hashing('process.emitWarning("cannot hash " + text); return this'), exit: 0 },
  ...[
    'preview RULES IN', 'explain RULES IN --row 2', 'diff RULES own.yaml IN', 'test --record --row 2 own.yaml IN',
    'verify out --input PEOPLE', 'init quill --base RULES --input tracking=TRACKING --input PEOPLE --to made --yes',
  ]
    .map((line): Defect => ({ title: `a map that fails in ${line.split(' ')[0]}`, module: failing('Map.prototype', 'set', '0'), line })),
  {
    title: 'a hash that gives the text back',
    module: echoing,
    exit: 1, code: 'bad-output-cell',
  },
  {
    title: 'a step that loses rows',
    module: losing,
    exit: 3, code: 'sum-mismatch',
  },
  {
    title: 'a disk that fails while it is read', module: disk('readSync', '++calls === 2', 'EIO'), exit: 3,
    code: 'unreadable-file',
  },
  {
    title: 'a file that may not be opened', module: disk('openSync', 'String(all[0]).includes("Wilma")', 'EACCES'),
    exit: 2, code: 'unreadable-file',
  },
  { title: 'a disk that is full', module: disk('writeSync', '++calls === 2', 'ENOSPC'), exit: 3, code: 'write-failed' },
]
