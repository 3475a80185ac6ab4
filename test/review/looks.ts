// What a page looks like in a browser, as far as it can be measured.
import { inflateSync } from 'node:zlib'
import type { Page } from 'playwright-core'

/** Elements that make the page wider than the window. Texts, since browsers know names that Node does not. */
export const wider = (page: Page): Promise<readonly string[]> => page.evaluate<readonly string[]>(`
  document.documentElement.scrollWidth <= innerWidth ? [] : [...document.querySelectorAll('body *')]
    .filter(one => one.getBoundingClientRect().right > innerWidth + 1).slice(0, 5)
    .map(one => one.outerHTML.slice(0, 120))`)

/** `light` or `dark`, by what is behind the text. */
export const paper = (page: Page): Promise<string> => page.evaluate<string>(`
  getComputedStyle(document.body).backgroundColor.match(/\\d+/g).reduce((sum, part) => sum + Number(part), 0) > 384
    ? 'light' : 'dark'`)

/** Texts in drawings that reach over the edge of their box. */
export const cutLabels = (page: Page): Promise<readonly string[]> => page.evaluate<readonly string[]>(`
  [...document.querySelectorAll('.lineage .node')].flatMap(node => {
    const box = node.querySelector('rect').getBBox()
    return [...node.querySelectorAll('text')].filter(text => {
      const { x, width, y, height } = text.getBBox()
      return x + width > box.x + box.width || y < box.y - 1 || y + height > box.y + box.height + 1
    }).map(text => text.textContent)
  })`)

/** Texts whose contrast with what is behind them is below 4.5 (WCAG 2.2, 1.4.3), as the browser has drawn them. */
export const faint = (page: Page): Promise<readonly string[]> => page.evaluate<readonly string[]>(`(() => {
  const parts = color => color.match(/[\\d.]+/g).map(Number)
  const part = value => value / 255 <= 0.04045 ? value / 255 / 12.92 : ((value / 255 + 0.055) / 1.055) ** 2.4
  const luminance = ([red, green, blue]) => 0.2126 * part(red) + 0.7152 * part(green) + 0.0722 * part(blue)
  const ground = one => {
    for (let at = one; at; at = at.parentElement) {
      const rect = at.matches('.node') && at.querySelector('rect')
      const color = parts(rect ? getComputedStyle(rect).fill : getComputedStyle(at).backgroundColor)
      if (color.length === 3 || color[3] > 0) return color
    }
    return [255, 255, 255]
  }
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
  const found = []
  for (let text = walker.nextNode(); text; text = walker.nextNode()) {
    const one = text.parentElement
    const isShown = one.getClientRects().length > 0 && !one.closest('script, title, desc, caption, thead')
    if (text.data.trim() === '' || !isShown) continue
    const style = getComputedStyle(one)
    const color = parts(one.namespaceURI.includes('svg') ? style.fill : style.color)
    const [dark, light] = [luminance(color), luminance(ground(one))].sort((a, b) => a - b)
    if ((light + 0.05) / (dark + 0.05) < 4.5) found.push(text.data.trim().slice(0, 40))
  }
  return found
})()`)

/** How many different bytes the picture of a PNG file has; a blank one has a few. */
export function tones(png: Buffer): number {
  const parts: Buffer[] = []
  for (let at = 8; at < png.length; at += png.readUInt32BE(at) + 12) {
    if (png.toString('latin1', at + 4, at + 8) === 'IDAT')
      parts.push(png.subarray(at + 8, at + 8 + png.readUInt32BE(at)))
  }
  return new Set(inflateSync(Buffer.concat(parts))).size
}

/** The sheets of a PDF file, each as the lengths of its sides in points, the shorter first. */
export const sheets = (pdf: Buffer): readonly string[] =>
  [...pdf.toString('latin1').matchAll(/\/MediaBox\s*\[0 0 ([\d.]+) ([\d.]+)\]/g)].map(([, width, height]) =>
    [Number(width), Number(height)].toSorted((a, b) => a - b).map(Math.round).join(' × '))
