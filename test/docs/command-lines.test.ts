// The pages show no command and no option that the program does not have.
import { readFileSync, readdirSync } from 'node:fs'
import test from 'ava'
import { codes } from '../../engine/diagnostics/codes.ts'
import { commands } from '../../engine/commands/index.ts'
import { functions } from '../../engine/expression/functions/index.ts'
import { steps } from '../../engine/steps/index.ts'
import { blocksOf, proseOf } from './blocks.ts'

const pages = ['README.md', ...readdirSync('docs').filter(name => name.endsWith('.md')).map(name => `docs/${name}`)]

for (const page of pages) {
  const text = readFileSync(page, 'utf8')
  const shown = page === 'docs/codes.md' ? [] : [
    ...blocksOf(text).filter(({ info }) => info === 'sh').flatMap(block => block.text.replaceAll('\\\n', ' ').split('\n')),
    ...proseOf(text).flatMap(line => [...line.matchAll(/`([^`]+)`/g)].map(([, code]) => code!)),
  ].flatMap(line => /(?:^|[\s(])np-pipeline +([a-z].*)$/.exec(line)?.[1] ?? [])
  for (const line of new Set(shown)) {
    test(`${page}: np-pipeline ${line}`, t => {
      t.deepEqual(strange(line.replace(/ +# .*/, '')), [])
    })
  }
}

test('the pages show every command', t => {
  const all = pages.map(page => readFileSync(page, 'utf8')).join('')
  t.deepEqual(commands.filter(({ name }) => !all.includes(`np-pipeline ${name}`)), [])
})

/** The words of a command line that the program does not know. */
function strange(line: string): readonly string[] {
  const [name = '', ...words] = line.replace(/"[^"]*"|'[^']*'/g, 'TEXT').split(/ +/)
  const command = commands.find(one => one.name === name || one.alias === name)
  if (!command) return [name]
  const known = ['--help', ...command.options.flatMap(({ flags }) => flags.match(/(?<![\w-])--?[a-z][a-z-]*/g) ?? [])]
  const topics = [...commands.map(one => one.name), ...Object.keys(codes), ...steps.map(one => one.name), ...functions.keys()]
  return [
    ...words.filter(word => /^--?[a-z]/.test(word)).filter(word => !known.includes(word)),
    ...name === 'help' ? words.filter(word => /^[a-z]/.test(word) && !topics.includes(word)) : [],
  ]
}
