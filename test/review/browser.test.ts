// The page in a real browser: on wide and narrow screens, in light and dark, and on paper.
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { inflateSync } from 'node:zlib'
import test from 'ava'
import type { Page } from 'playwright-core'
import { changesBetween } from '../../engine/review/changes.ts'
import { reviewPage } from '../../engine/review/page.ts'
import { newFolder } from '../command-line.ts'
import { browserPath, openBrowser } from './browser.ts'
import { changed, exports, review } from './reviewed.ts'

const signed = changed('')
const grown = changed('steps: { journal: off }\noutputs: { emails: { columns: { when: { header: "a-very-long-name-of-a-column-that-nobody-would-write-but-somebody-will" } } } }')
const pages = [
  ...exports.map(file => ({ title: file, html: reviewPage(review(file)) })),
  { title: 'a page with what has changed', html: reviewPage(grown, { since: signed, all: changesBetween(signed, grown) }) },
]

if (browserPath === undefined) {
  test('pages in a browser', t => {
    t.log('did not run: no Chromium or Chrome is installed, nor named by NP_CHROMIUM')
    t.pass()
  })
} else {
  const browser = await openBrowser(browserPath)
  test.after.always(() => browser.close())

  for (const { title, html } of pages) {
    test.serial(title, async t => {
      const path = join(newFolder(t), 'review.html')
      writeFileSync(path, html)
      for (const scheme of ['light', 'dark'] as const) {
        const context = await browser.newContext({ colorScheme: scheme, viewport: { width: 1200, height: 900 } })
        const page = await context.newPage()
        const seen: string[] = []
        page.on('request', request => { if (request.url() !== pathToFileURL(path).href) seen.push(`asked for ${request.url()}`) })
        page.on('console', message => { seen.push(`console: ${message.text()}`) })
        page.on('pageerror', error => { seen.push(`error: ${error.message}`) })
        await page.goto(pathToFileURL(path).href)
        for (const width of [360, 800, 1200]) {
          await page.setViewportSize({ width, height: 900 })
          t.deepEqual(await wider(page), [], `${scheme}, ${width} pixels`)
          t.true(tones(await page.screenshot()) > 40, `${scheme}, ${width} pixels: not blank`)
        }
        t.is(await paper(page), scheme === 'dark' ? 'dark' : 'light')
        await page.emulateMedia({ media: 'print' })
        t.is(await paper(page), 'light', 'paper is white, whatever the screen')
        await page.emulateMedia({ media: null })
        if (scheme === 'light') await checkPrint(page, t)
        t.deepEqual(seen, [])
        await context.close()
      }
    })
  }
}

/** Elements that make the page wider than the window. Texts, since browsers know names that Node does not. */
const wider = (page: Page): Promise<readonly string[]> => page.evaluate<readonly string[]>(`document.documentElement.scrollWidth <= innerWidth ? []
  : [...document.querySelectorAll('body *')].filter(one => one.getBoundingClientRect().right > innerWidth + 1).slice(0, 5).map(one => one.outerHTML.slice(0, 120))`)

const paper = (page: Page): Promise<string> =>
  page.evaluate<string>('getComputedStyle(document.body).backgroundColor.match(/\\d+/g).reduce((sum, part) => sum + Number(part), 0) > 384 ? "light" : "dark"')

/** How many different bytes the picture of a PNG file has; a blank one has a few. */
function tones(png: Buffer): number {
  const parts: Buffer[] = []
  for (let at = 8; at < png.length; at += png.readUInt32BE(at) + 12) {
    if (png.toString('latin1', at + 4, at + 8) === 'IDAT') parts.push(png.subarray(at + 8, at + 8 + png.readUInt32BE(at)))
  }
  return new Set(inflateSync(Buffer.concat(parts))).size
}

async function checkPrint(page: Page, t: { true(value: boolean, message?: string): void }): Promise<void> {
  const pdf = (await page.pdf({ preferCSSPageSize: true })).toString('latin1')
  const sizes = [...pdf.matchAll(/\/MediaBox\s*\[0 0 ([\d.]+) ([\d.]+)\]/g)].map(([, width, height]) => [Number(width), Number(height)].toSorted((a, b) => a - b).map(Math.round).join(' × '))
  t.true(sizes.length > 3, 'several sheets')
  t.true(sizes.every(size => size === '595 × 842'), `A4: ${sizes.join(', ')}`)
}
