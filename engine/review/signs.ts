// A shape for each mark, so that page and drawing can be read without colours.
import type { Mark } from '../spec/field.ts'
import { type Html, html, ready } from './html.ts'

/** A group of an SVG with its middle at the place. */
export const sign = (mark: Mark, x: number, y: number): Html =>
  html`<g class="sign ${mark}" transform="translate(${x} ${y})">${ready(shapes[mark])}</g>`

const shapes: Readonly<Record<Mark, string>> = {
  identity: '<circle r="5"/>',
  sensitive: '<path d="M0-6L6 0L0 6L-6 0Z"/>',
  pseudonym: '<path d="M-5-5H5V5H-5Z"/><path class="hole" d="M-2-2H2V2H-2Z"/>',
  open: '<circle class="ring" r="4.4"/>',
}
