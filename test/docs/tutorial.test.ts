// The tutorial is walked through, from its exports to the delivered file. UPDATE=1 writes what came into the page.
import { cpSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import test from 'ava'
import { newFolder, root } from '../command-line.ts'
import { type Block, blocksOf } from './blocks.ts'
import { type Came, kindOf, readBlock, runBlock, steady, writeBlock } from './walk.ts'

const path = join(root, 'docs/tutorial.md')
const page = readFileSync(path, 'utf8')
const blocks = blocksOf(page)

test.serial('every command of docs/tutorial.md does what the page says', t => {
  const folder = newFolder(t)
  // Of the rules only those of the project: what customers have is written by the page itself.
  for (const file of ['rules/emails.yaml', 'rules/organisation.yaml', 'rules/samples', 'schemas']) cpSync(join(root, file), join(folder, file), { recursive: true })
  const came = new Map<Block, string>()
  let last: Came = { exit: 0, text: '' }
  for (const [index, block] of blocks.entries()) {
    const kind = kindOf(block)
    const next = blocks[index + 1]
    if (kind.does === 'write') writeBlock(folder, kind.file, block.text)
    else if (kind.does === 'run') {
      last = runBlock(block.text, folder)
      if (!next || kindOf(next).does !== 'print') t.deepEqual(last, { exit: 0, text: '' }, `line ${block.line}`)
    } else if (kind.does === 'print') {
      came.set(block, last.text)
      t.is(last.exit, kind.exit, `line ${block.line}: ${last.text}`)
    } else if (kind.does === 'show') came.set(block, readBlock(folder, kind.file))
  }
  if (process.env['UPDATE']) writeFileSync(path, withBlocks(came))
  else for (const [block, text] of came) t.is(steady(block.text), steady(text), `line ${block.line}`)
})

test('what sets the computer up are scripts of the project', t => {
  const { scripts } = JSON.parse(readFileSync('package.json', 'utf8')) as { scripts: Readonly<Record<string, string>> }
  const lines = blocks.filter(({ info }) => info === 'sh once').flatMap(({ text }) => text.trim().split('\n'))
  const named = lines.flatMap(line => [...line.matchAll(/npm run (\S+)/g)].map(([, script]) => script!))
  t.true(named.length > 0)
  t.deepEqual(named.filter(script => scripts[script] === undefined), [])
})

/** The page with these texts in its blocks; one that differs in nothing but names of a run stays. */
function withBlocks(texts: ReadonlyMap<Block, string>): string {
  const lines = page.split('\n')
  for (const [block, text] of [...texts].toReversed()) {
    if (steady(block.text) === steady(text)) continue
    const before = block.text === '\n' ? 0 : block.text.split('\n').length - 1
    lines.splice(block.line, before, ...text.trimEnd().split('\n'))
  }
  return lines.join('\n')
}
