// HTML in which text is text: whatever is put into a template is escaped, unless it is HTML already.

export type Html = { readonly html: string }

export type Part = Html | string | number | undefined | readonly Part[]

/** A template for HTML. Lists are joined; undefined leaves nothing. */
export const html = (texts: TemplateStringsArray, ...parts: readonly Part[]): Html =>
  ({ html: texts.map((text, at) => text + (at < parts.length ? markup(parts[at]) : '')).join('') })

/** HTML that we made ourselves, as it is. */
export const ready = (text: string): Html => ({ html: text })

function markup(part: Part): string {
  if (part === undefined) return ''
  if (typeof part === 'object') return 'html' in part ? part.html : part.map(markup).join('')
  return String(part).replace(/[&<>"']/g, sign => escapes[sign]!)
}

const escapes: Readonly<Record<string, string>> =
  { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', '\'': '&#39;' }

/**
 * A table whose first cells head their rows. On a narrow screen each row becomes a block with the heads beside its
 * cells, and the roles keep it a table for those who hear it. The caption is for them alone: the heading above says
 * the same.
 */
export function table(
  name: string, caption: string, heads: readonly string[], rows: readonly (readonly Part[])[],
): Html {
  return html`<table role="table" class="of-${name}"><caption>${caption}</caption>
<thead role="rowgroup"><tr role="row">${heads.map(head =>
    html`<th role="columnheader" scope="col">${head}</th>`)}</tr></thead>
<tbody role="rowgroup">${rows.map(row => tableRow(heads, row))}
</tbody></table>`
}

const tableRow = (heads: readonly string[], [first, ...rest]: readonly Part[]): Html => html`
<tr role="row"><th role="rowheader" scope="row">${first}</th>${rest.map((cell, at) =>
  html`<td role="cell" data-head="${heads[at + 1]}">${cell}</td>`)}</tr>`

/** Parts with something between them. */
export const between = (parts: readonly Part[], separator: Part): Part =>
  parts.flatMap((part, at) => at === 0 ? [part] : [separator, part])
