// How the page looks on a screen, wide or narrow.
import { dark, light } from './page-colours.ts'
import { print } from './page-print.ts'

/** The style of a page; `footer` stands at the foot of every printed sheet, and is plain letters, digits and blanks. */
export const style = (footer: string): string =>
  [light, dark, text, parts, tables, drawings, narrow, print(footer)].join('')

const mono = 'ui-monospace, "Cascadia Mono", Consolas, "DejaVu Sans Mono", monospace'

const text = `
* { box-sizing: border-box; }
html { background: var(--desk); -webkit-text-size-adjust: 100%; scroll-padding-top: 1rem; }
body {
  margin: 0 auto; max-width: 74rem; padding: 2.5rem clamp(1rem, 5vw, 4rem) 4rem;
  background: var(--paper); color: var(--ink);
  font: 0.97rem/1.5 system-ui, "Segoe UI", Roboto, "Helvetica Neue", Arial, sans-serif; overflow-wrap: break-word;
}
h1, h2, h3 { line-height: 1.2; margin: 0; text-wrap: balance; }
h1 { font-size: clamp(1.6rem, 5vw, 2.2rem); letter-spacing: -0.015em; }
h2 { font-size: 1.35rem; margin-top: 2.4rem; padding-top: 0.8rem; border-top: 2px solid var(--ink); }
h3 { font-size: 1.06rem; margin-top: 1.4rem; }
h3 .soft { font-weight: 400; }
p, ul, ol, dl { margin: 0.6rem 0; }
p { max-width: 50rem; }
p.full { max-width: none; font-size: 0.9rem; }
a { color: var(--accent); }
code {
  font: 0.86em/1.45 ${mono}; background: var(--head); padding: 0.08em 0.3em; border-radius: 2px;
  overflow-wrap: anywhere;
}
.nowrap { white-space: nowrap; }
.kicker {
  margin: 0 0 0.3rem; color: var(--soft); font-size: 0.82rem; letter-spacing: 0.06em; text-transform: uppercase;
}
.lead { font-size: 1.1rem; max-width: 56rem; }
.soft, figcaption { color: var(--soft); }
.tight li { margin: 0.1rem 0; }
.note {
  border-left: 4px solid var(--unsure); background: var(--head); padding: 0.7rem 1rem; margin: 1rem 0; max-width: none;
}
`

const parts = `
.facts {
  display: grid; grid-template-columns: repeat(5, 1fr); margin: 1rem 0; padding: 0;
  border: solid var(--line); border-width: 1px 0 0 1px; list-style: none;
}
.facts li {
  border: solid var(--line); border-width: 0 1px 1px 0; padding: 0.45rem 0.8rem; font-size: 0.85rem; color: var(--soft);
  line-height: 1.3;
}
.facts b { font-size: 1.4rem; line-height: 1.15; color: var(--ink); margin-right: 0.2rem; }
.facts .exceptions b { color: var(--exception); }
.digest { max-width: none; border: 2px solid var(--ink); padding: 0.5rem 0.9rem; }
.digest .kicker { margin-right: 0.6rem; }
.short { font: 600 1.15rem/1.3 ${mono}; margin-right: 0.6rem; white-space: nowrap; }
.digest-full code { font-size: clamp(0.72rem, 2.2vw, 0.95rem); }
.contents { display: flex; flex-wrap: wrap; gap: 0.2rem 1.3rem; padding: 0; list-style: none; font-size: 0.9rem; }
.answers { columns: 2; column-gap: 2.6rem; font-size: 0.95rem; }
.answers > div { break-inside: avoid; margin-bottom: 0.8rem; }
.answers dd + dd { margin-top: 0.2rem; }
dt { font-weight: 600; } dd { margin: 0; }
.risks { display: grid; grid-template-columns: 1fr 1fr; gap: 0.4rem 2.6rem; font-size: 0.94rem; }
.legend { display: flex; flex-wrap: wrap; gap: 0.2rem 1.4rem; padding: 0; list-style: none; font-size: 0.88rem; }
.mark { white-space: nowrap; font-weight: 600; }
.mark svg { width: 0.9em; height: 0.9em; margin-right: 0.3em; vertical-align: -0.08em; }
.mark.identity { color: var(--identity); } .mark.sensitive { color: var(--sensitive); }
.mark.pseudonym { color: var(--pseudonym); } .mark.open { color: var(--open); }
.exception-box {
  display: block; margin: 0.35rem 0; padding: 0.35rem 0.6rem; border: 1.5px solid var(--exception);
  background: var(--exception-paper);
}
.exception-box b, .but b { color: var(--exception); }
.exception-box ul { margin: 0.2rem 0; }
.changes { padding: 0; list-style: none; }
.changes li { border-left: 4px solid var(--none); padding: 0.2rem 0 0.2rem 0.8rem; margin: 0.4rem 0; }
.changes .effect { font-weight: 700; }
.changes .more { border-color: var(--more); } .changes .less { border-color: var(--less); }
.changes .unsure { border-color: var(--unsure); }
.more .effect { color: var(--more); } .less .effect { color: var(--less); }
.unsure .effect { color: var(--unsure); } .none .effect { color: var(--none); }
.words { padding: 0; list-style: none; font-size: 0.78rem; line-height: 1.4; }
.words li { display: inline; } .words li + li::before { content: "· "; color: var(--soft); }
.settle { display: grid; grid-template-columns: 1fr 1fr; gap: 0.8rem 2rem; }
.settle dt { font-weight: 400; font-size: 0.9rem; color: var(--soft); }
.settle dd { border-bottom: 1px solid var(--ink); height: 2rem; }
.signatures {
  display: grid; grid-template-columns: repeat(auto-fit, minmax(12rem, 1fr)); gap: 1.2rem 2rem; margin-top: 1.2rem;
}
.signature { break-inside: avoid; }
.signature div {
  border-bottom: 1px solid var(--ink); height: 2rem; display: flex; align-items: flex-end; color: var(--soft);
  font-size: 0.8rem;
}
.signature .name { height: 3.2rem; }
`

const tables = `
table {
  width: 100%; table-layout: fixed; border-collapse: collapse; margin: 0.7rem 0 1rem; font-size: 0.88rem;
  line-height: 1.38;
}
caption { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
th, td {
  text-align: left; vertical-align: top; padding: 0.35rem 0.9rem 0.35rem 0; border-bottom: 1px solid var(--line);
  overflow-wrap: anywhere;
}
thead th { border-bottom: 1.5px solid var(--ink); font-size: 0.82rem; color: var(--soft); font-weight: 600; }
thead th::first-letter { text-transform: uppercase; }
tbody th { font-weight: 600; }
.of-fields th:nth-child(1) { width: 50%; } .of-fields th:nth-child(2) { width: 11%; }
.of-columns th:nth-child(1) { width: 33%; } .of-columns th:nth-child(3) { width: 31%; }
.of-drops th:nth-child(1) { width: 14%; } .of-drops th:nth-child(2) { width: 20%; }
.of-drops th:nth-child(4) { width: 19%; }
.of-kinds th:nth-child(1) { width: 13%; } .of-hashes th:nth-child(1) { width: 20%; }
.of-params th:nth-child(1) { width: 15%; } .of-params th:nth-child(2) { width: 28%; }
td:last-child { padding-right: 0; }
td p, th p { margin: 0.1rem 0; font-weight: 400; max-width: none; }
td > p:first-child, th > p:first-child { margin-top: 0; }
td ol, td ul { margin: 0; padding-left: 1.15rem; }
td li + li { margin-top: 0.15rem; }
`

const drawings = `
figure { margin: 0.9rem 0; }
.scroll { overflow-x: auto; }
.scroll:focus-visible { outline: 2px solid var(--accent); }
figcaption { font-size: 0.86rem; margin-top: 0.3rem; }
.lineage { display: block; max-width: 100%; min-width: 42rem; height: auto; }
.lineage text { font: 600 11.5px system-ui, "Segoe UI", Arial, sans-serif; fill: var(--ink); }
.lineage .second { font-weight: 400; font-size: 10px; fill: var(--soft); }
.lineage rect { fill: var(--paper); stroke: var(--line); stroke-width: 1.2; }
.lineage .step rect { fill: var(--head); }
.lineage .column rect { stroke: var(--ink); stroke-width: 1.4; }
.lineage .exception rect { stroke: var(--exception); stroke-width: 2.4; fill: var(--exception-paper); }
.lineage.small { min-width: 0; }
.wide .lineage { min-width: 72rem; }
.wide .scroll { margin-inline: calc(0.5rem - clamp(1rem, 5vw, 4rem)); }
.edge { fill: none; }
.edge.identity { stroke: var(--identity); stroke-width: 2.6; }
.edge.sensitive { stroke: var(--sensitive); stroke-width: 2.2; stroke-dasharray: 8 4; }
.edge.pseudonym { stroke: var(--pseudonym); stroke-width: 2; stroke-dasharray: 2 3; }
.edge.open { stroke: var(--open); stroke-width: 1.1; }
.sign.identity { fill: var(--identity); } .sign.sensitive { fill: var(--sensitive); }
.sign.pseudonym { fill: var(--pseudonym); } .sign.open { fill: none; stroke: var(--open); stroke-width: 1.8; }
.sign .hole { fill: var(--paper); }
`

const narrow = `
@media (max-width: 60rem) { .answers { columns: 1; } .settle, .risks { grid-template-columns: 1fr; } }
@media (max-width: 40rem) {
  body { padding-top: 1.5rem; }
  .facts { grid-template-columns: 1fr; }
  table, tbody, tbody tr, tbody th, td { display: block; width: auto !important; }
  thead { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); }
  tbody tr { border-top: 1.5px solid var(--ink); padding: 0.4rem 0; }
  th, td { border: 0; padding: 0.15rem 0; }
  td::before { content: attr(data-head) ":"; margin-right: 0.4em; font-size: 0.8rem; color: var(--soft); }
  td > p:first-child { display: inline; }
}
`
