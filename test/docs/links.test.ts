// Every relative link of the pages leads to a file that exists, and to a heading that the file has.
import { existsSync, readFileSync, readdirSync } from 'node:fs'
import { dirname, join } from 'node:path'
import test from 'ava'
import { proseOf } from './blocks.ts'

const pages = ['README.md', ...readdirSync('docs').filter(name => name.endsWith('.md')).map(name => `docs/${name}`)]

for (const page of pages) {
  test(page, t => {
    const links = [...proseOf(readFileSync(page, 'utf8')).join('\n').matchAll(/\]\(([^)\s]+)\)/g)].map(([, link]) => link!)
    const broken = links.filter(link => !/^https?:/.test(link)).filter(link => !leadsSomewhere(page, link))
    t.deepEqual(broken, [])
  })
}

function leadsSomewhere(page: string, link: string): boolean {
  const [path = '', heading] = link.split('#')
  const file = path === '' ? page : join(dirname(page), path)
  if (!existsSync(file)) return false
  return heading === undefined || headingsOf(readFileSync(file, 'utf8')).includes(heading)
}

/** The anchors of a page, as the usual renderers make them: lower case, blanks to hyphens, other signs left out. */
const headingsOf = (page: string): readonly string[] =>
  proseOf(page).flatMap(line => /^#+ +(.*)$/.exec(line)?.[1] ?? [])
    .map(heading => heading.toLowerCase().replace(/[^\p{L}\p{N} _-]/gu, '').replaceAll(' ', '-'))
