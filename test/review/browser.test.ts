// The page in a real browser: on wide and narrow screens, in light and dark, on paper, and for those who hear it.
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import test, { type ExecutionContext } from 'ava'
import type { Browser, Page } from 'playwright-core'
import { changesBetween } from '../../engine/review/changes.ts'
import { reviewPage } from '../../engine/review/page.ts'
import type { Review } from '../../engine/review/review.ts'
import { unset } from '../../engine/review/words.ts'
import { newFolder } from '../command-line.ts'
import { browserPath, openBrowser } from './browser.ts'
import { cutLabels, faint, paper, sheets, tones, wider } from './looks.ts'
import { changed, exports, review } from './reviewed.ts'

const signed = changed('')
const long = 'a-very-long-name-of-a-column-that-nobody-would-write-but-somebody-will'
const grown = changed(`steps: { journal: off }\noutputs: { emails: { columns: { when: { header: "${long}" } } } }`)
type Shown = { readonly title: string, readonly now: Review, readonly html: string }
const pages: readonly Shown[] = [
  ...exports.map(file => ({ title: file, now: review(file), html: reviewPage(review(file)) })),
  {
    title: 'a page with what has changed', now: grown,
    html: reviewPage(grown, { since: signed, all: changesBetween(signed, grown) }),
  },
]

// Before the first test: later ones would not be taken.
const browser = await openBrowser()

test('without a browser the tests of pages say so, and how to name one', t => {
  t.deepEqual(browserPath('/opt/chrome', path => path === '/opt/chrome'), { path: '/opt/chrome' })
  t.deepEqual(browserPath(undefined, path => path === '/usr/bin/google-chrome'), { path: '/usr/bin/google-chrome' })
  for (const found of [browserPath(undefined, () => false), browserPath('/opt/none', path => path !== '/opt/none')]) {
    t.regex('reason' in found ? found.reason : '', /^did not run: .*NP_CHROMIUM.*$/)
  }
})

if (typeof browser === 'string') {
  test('pages in a browser', t => {
    t.log(browser)
    t.pass()
  })
} else {
  test.after.always(() => browser.close())
  for (const shown of pages) {
    test.serial(`${shown.title}: on screens`, t => onScreens(t, browser, shown))
    test.serial(`${shown.title}: on paper`, t => onPaper(t, browser, shown))
    test.serial(`${shown.title}: for those who hear it, or use no mouse`, t => heard(t, browser, shown))
  }
}

async function onScreens(t: ExecutionContext, browser: Browser, shown: Shown): Promise<void> {
  for (const scheme of ['light', 'dark'] as const) {
    const { page, seen } = await opened(t, browser, shown, scheme)
    for (const width of [360, 800, 1280]) {
      await page.setViewportSize({ width, height: 900 })
      t.deepEqual(await wider(page), [], `${scheme}, ${width} pixels: fits`)
      t.deepEqual(await cutLabels(page), [], `${scheme}, ${width} pixels: labels fit their boxes`)
      t.true(tones(await page.screenshot()) > 40, `${scheme}, ${width} pixels: not blank`)
    }
    t.is(await paper(page), scheme)
    t.deepEqual(await faint(page), [], `${scheme}: contrast`)
    t.deepEqual(seen, [], 'nothing is asked of the network, and nothing goes wrong')
    await page.context().close()
  }
}

/** A sheet of A4 has 180 × 267 mm between the margins: 680 × 1009 pixels. */
async function onPaper(t: ExecutionContext, browser: Browser, shown: Shown): Promise<void> {
  const { page } = await opened(t, browser, shown, 'dark')
  await page.emulateMedia({ media: 'print' })
  await page.setViewportSize({ width: 680, height: 1009 })
  t.is(await paper(page), 'light', 'paper is white, whatever the screen')
  t.deepEqual(await faint(page), [], 'contrast')
  t.deepEqual(await wider(page), [], 'nothing is wider than the sheet')
  if (!shown.html.includes('id="changes"') && unset(shown.now).length === 0) {
    const end = await page.evaluate<number>(
      'document.getElementById("short").parentElement.getBoundingClientRect().bottom',
    )
    t.true(end + 0.5 < 1009, `what is asked first stands on the first sheet: ${Math.round(end)} of 1009`)
  }
  const sizes = sheets(await page.pdf({ preferCSSPageSize: true }))
  t.deepEqual([...new Set(sizes)], ['595 × 842'], 'A4')
  const { inputs, outputs } = shown.now
  const enough = 4 + outputs.length + inputs.flatMap(({ fields }) => fields).length / 5
  t.true(sizes.length >= 4 && sizes.length <= enough, `${sizes.length} sheets; ${enough} would do`)
  await page.context().close()
}

async function heard(t: ExecutionContext, browser: Browser, shown: Shown): Promise<void> {
  const { page } = await opened(t, browser, shown, 'light')
  t.is(await page.getAttribute('html', 'lang'), 'en')
  t.is(await page.getByRole('heading', { level: 1 }).count(), 1)
  for (const { name } of shown.now.outputs)
    t.is(await page.getByRole('img', { name: `Lineage of ${name}`, exact: true }).count(), 1)
  t.is(await page.getByRole('region', { name: 'In short' }).count(), 1)
  for (const width of [1280, 360]) {
    await page.setViewportSize({ width, height: 900 })
    t.true(await page.getByRole('columnheader').count() > 10, `${width} pixels: tables have heads`)
    t.true(await page.getByRole('rowheader').count() > 10, `${width} pixels: rows have heads`)
  }
  const links = await page.locator('a').evaluateAll(all => all.map(one => one.getAttribute('href') ?? ''))
  t.true(links.length > 5)
  for (const link of links) t.is(await page.locator(link.replace(/^#/, '[id="').concat('"]')).count(), 1, link)
  await page.keyboard.press('Tab')
  await page.keyboard.press('Enter')
  t.is(new URL(page.url()).hash, '#digest', 'links are reached by the keyboard')
  await page.context().close()
}

/** The page from a file, and all that it asks for or complains about. */
async function opened(t: ExecutionContext, browser: Browser, { html }: Shown, colorScheme: 'light' | 'dark'):
Promise<{ readonly page: Page, readonly seen: readonly string[] }> {
  const path = join(newFolder(t), 'review.html')
  writeFileSync(path, html)
  const context = await browser.newContext({ colorScheme, viewport: { width: 1280, height: 900 } })
  const page = await context.newPage()
  const seen: string[] = []
  const url = pathToFileURL(path).href
  page.on('request', request => { if (request.url() !== url) seen.push(`asked for ${request.url()}`) })
  page.on('console', message => { seen.push(`console: ${message.text()}`) })
  page.on('pageerror', error => { seen.push(`error: ${error.message}`) })
  await page.goto(url)
  return { page, seen }
}
