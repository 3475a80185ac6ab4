// Pseudonyms: how they are made, what they protect against, and what not.
import { type Html, html, table } from './html.ts'
import { section, stepName } from './page-parts.ts'
import type { Review } from './review.ts'
import { hashIs, hashLeaves, hashProtects, hashText, keyIs, lawText } from './words-hash.ts'

export function hashPart({ hash: { steps }, outputs }: Review): Html {
  if (steps.length === 0) return section('hash', 'Pseudonyms and the key', html`<p>Nothing is hashed.</p>`)
  return section('hash', 'Pseudonyms and the key', html`
<p>${hashIs}</p>
${table('hashes', 'Steps that hash', ['step', 'how'], steps.map(step => [
    stepName(step, outputs), hashText(step),
  ]))}
<p><b>The key.</b> ${keyIs}</p>
<p><b>What this protects against.</b> ${hashProtects}</p>
<p><b>What it does not protect against.</b></p>
<dl class="risks">${hashLeaves.map(([what, text]) => html`<div><dt>${what}</dt><dd>${text}</dd></div>`)}</dl>
<p>${lawText}</p>`)
}
