// Broken rule files and what `check` says of each, to the letter: NAME.yaml and NAME.txt. UPDATE=1 writes the texts.
import { existsSync, readFileSync, readdirSync, writeFileSync } from 'node:fs'
import test from 'ava'
import { readRules } from '../../engine/commands/load.ts'
import { checkRules } from '../../engine/check/rules.ts'
import { toText } from '../../engine/diagnostics/text.ts'

const folder = 'test/check/broken'

for (const file of readdirSync(folder).filter(name => name.endsWith('.yaml')).toSorted()) {
  test(file, t => {
    const { loaded, diagnostics, texts } = readRules(`${folder}/${file}`)
    const found = [...diagnostics, ...loaded ? checkRules(loaded, new Map(), true).diagnostics : []]
    const text = toText(found, path => texts.get(path), { color: false })
    const golden = `${folder}/${file.replace('.yaml', '.txt')}`
    if (process.env['UPDATE']) writeFileSync(golden, text)
    t.true(found.length > 0)
    t.is(text, existsSync(golden) ? readFileSync(golden, 'utf8') : '')
  })
}

test('ten mistakes are ten findings', t => {
  const { loaded } = readRules(`${folder}/ten-mistakes.yaml`)
  t.is(checkRules(loaded!, new Map(), true).diagnostics.length, 10)
})
