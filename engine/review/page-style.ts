// How the page looks: on a screen, on a phone, in the dark, and on A4.

/** The style of a page; `footer` stands at the foot of every printed sheet, and is plain letters, digits and blanks. */
export const style = (footer: string): string => `
:root {
  color-scheme: light dark;
  --paper: #ffffff; --desk: #f1f2f4; --ink: #1b1f24; --soft: #565d66; --line: #d5d9de; --head: #f5f6f8; --accent: #1d4f91;
  --identity: #b3261e; --sensitive: #8a5300; --pseudonym: #1d5fa8; --open: #4b5560;
  --exception: #8a1c6b; --exception-paper: #fdf0f8; --more: #b3261e; --less: #22663a; --unsure: #8a5300; --none: #565d66;
}
@media (prefers-color-scheme: dark) {
  :root {
    --paper: #181b20; --desk: #101216; --ink: #e6e8eb; --soft: #a5adb8; --line: #383e47; --head: #20242a; --accent: #8db8f0;
    --identity: #ff9a91; --sensitive: #f0b860; --pseudonym: #84b9f5; --open: #b4bcc7;
    --exception: #f2a0d8; --exception-paper: #34202e; --more: #ff9a91; --less: #84d09e; --unsure: #f0b860; --none: #a5adb8;
  }
}
* { box-sizing: border-box; }
html { background: var(--desk); -webkit-text-size-adjust: 100%; }
body {
  margin: 0 auto; max-width: 66rem; padding: 3rem clamp(1rem, 5vw, 4rem) 4rem; background: var(--paper); color: var(--ink);
  font: 1rem/1.55 system-ui, "Segoe UI", Roboto, "Helvetica Neue", Arial, sans-serif; overflow-wrap: break-word;
}
h1, h2, h3 { line-height: 1.2; margin: 0; text-wrap: balance; }
h1 { font-size: clamp(1.6rem, 5vw, 2.25rem); letter-spacing: -0.015em; }
h2 { font-size: 1.35rem; margin-top: 3rem; padding-top: 1rem; border-top: 2px solid var(--ink); }
h3 { font-size: 1.06rem; margin-top: 2rem; }
p, ul, ol, dl { margin: 0.75rem 0; }
p { max-width: 44rem; }
a { color: var(--accent); }
thead th::first-letter { text-transform: uppercase; }
code, .code { font: 0.86em/1.5 ui-monospace, "Cascadia Mono", Consolas, "DejaVu Sans Mono", monospace; }
code, td, th, .changes li, .words li { overflow-wrap: anywhere; }
.nowrap { white-space: nowrap; }
.code { display: block; margin: 0.2rem 0; padding: 0.3rem 0.5rem; background: var(--head); border-left: 3px solid var(--line); white-space: pre-wrap; }
.kicker { margin: 0 0 0.4rem; color: var(--soft); font-size: 0.85rem; letter-spacing: 0.06em; text-transform: uppercase; }
.lead { font-size: 1.12rem; max-width: 46rem; }
.soft, figcaption { color: var(--soft); }
.facts { display: grid; grid-template-columns: repeat(5, 1fr); margin: 1.5rem 0; padding: 0; border: solid var(--line); border-width: 1px 0 0 1px; list-style: none; }
.facts li { border: solid var(--line); border-width: 0 1px 1px 0; padding: 0.7rem 0.9rem; font-size: 0.88rem; color: var(--soft); line-height: 1.3; }
.facts b { display: block; font-size: 1.6rem; line-height: 1.15; color: var(--ink); font-variant-numeric: tabular-nums; }
.facts .exceptions b { color: var(--exception); }
.digest { border: 2px solid var(--ink); padding: 1rem 1.2rem; margin: 1.5rem 0; }
.digest .short { margin: 0; font: 600 clamp(1.15rem, 5.5vw, 1.7rem)/1.3 ui-monospace, Consolas, "DejaVu Sans Mono", monospace; letter-spacing: 0.02em; overflow-wrap: normal; }
.digest .full { margin: 0.2rem 0 0.8rem; font-size: 0.8rem; color: var(--soft); }
.digest p { max-width: none; }
.note { border-left: 4px solid var(--unsure); background: var(--head); padding: 0.7rem 1rem; margin: 1.2rem 0; max-width: none; }
table { width: 100%; table-layout: fixed; border-collapse: collapse; margin: 1rem 0 1.5rem; font-size: 0.9rem; line-height: 1.42; }
caption { text-align: left; color: var(--soft); padding-bottom: 0.4rem; }
th, td { text-align: left; vertical-align: top; padding: 0.5rem 0.7rem 0.5rem 0; border-bottom: 1px solid var(--line); }
thead th { border-bottom: 1.5px solid var(--ink); font-size: 0.82rem; color: var(--soft); font-weight: 600; }
tbody th { font-weight: 600; }
.of-fields th:nth-child(1) { width: 14%; } .of-fields th:nth-child(2) { width: 12%; } .of-fields th:nth-child(3) { width: 26%; } .of-fields th:nth-child(4) { width: 17%; }
.of-columns th:nth-child(1) { width: 20%; } .of-columns th:nth-child(2) { width: 17%; } .of-columns th:nth-child(4) { width: 29%; }
.of-drops th:nth-child(1) { width: 14%; } .of-drops th:nth-child(3) { width: 19%; } .of-drops th:nth-child(4) { width: 20%; }
.of-kinds th:nth-child(1) { width: 14%; } .of-hashes th:nth-child(1) { width: 20%; }
.of-params th:nth-child(1) { width: 16%; } .of-params th:nth-child(2) { width: 24%; } .of-params th:nth-child(3) { width: 15%; }
td:last-child { padding-right: 0; }
td p, th p { margin: 0.15rem 0; font-weight: 400; } td > p:first-child { margin-top: 0; }
td ol, td ul { margin: 0; padding-left: 1.15rem; }
td li + li { margin-top: 0.25rem; }
.mark { display: inline-flex; align-items: center; gap: 0.35em; white-space: nowrap; font-weight: 600; }
.mark svg { width: 0.95em; height: 0.95em; flex: none; }
.mark.identity { color: var(--identity); } .mark.sensitive { color: var(--sensitive); } .mark.pseudonym { color: var(--pseudonym); } .mark.open { color: var(--open); }
.exception-box { display: block; margin-top: 0.35rem; padding: 0.35rem 0.6rem; border: 1.5px solid var(--exception); background: var(--exception-paper); }
.exception-box b { color: var(--exception); }
.legend { display: flex; flex-wrap: wrap; gap: 0.35rem 1.4rem; padding: 0; list-style: none; font-size: 0.88rem; }
figure { margin: 1.2rem 0; }
.scroll { overflow-x: auto; }
.scroll:focus-visible { outline: 2px solid var(--accent); }
figcaption { font-size: 0.86rem; margin-top: 0.4rem; }
.lineage { display: block; min-width: 42rem; width: 100%; height: auto; max-height: 70rem; }
.lineage text { font: 600 11.5px system-ui, "Segoe UI", Arial, sans-serif; fill: var(--ink); }
.lineage .second { font-weight: 400; font-size: 10px; fill: var(--soft); }
.lineage rect { fill: var(--paper); stroke: var(--line); stroke-width: 1.2; }
.lineage .step rect { fill: var(--head); }
.lineage .column rect { stroke: var(--ink); stroke-width: 1.4; }
.lineage .exception rect { stroke: var(--exception); stroke-width: 2.4; fill: var(--exception-paper); }
.edge { fill: none; }
.edge.identity { stroke: var(--identity); stroke-width: 2.6; } .edge.sensitive { stroke: var(--sensitive); stroke-width: 2.2; stroke-dasharray: 8 4; }
.edge.pseudonym { stroke: var(--pseudonym); stroke-width: 2; stroke-dasharray: 2 3; } .edge.open { stroke: var(--open); stroke-width: 1.1; }
.sign.identity { fill: var(--identity); } .sign.sensitive { fill: var(--sensitive); } .sign.pseudonym { fill: var(--pseudonym); } .sign.open { fill: none; stroke: var(--open); stroke-width: 1.8; }
.sign .hole { fill: var(--paper); }
.changes { padding: 0; list-style: none; }
.changes li { border-left: 4px solid var(--none); padding: 0.25rem 0 0.25rem 0.8rem; margin: 0.5rem 0; }
.changes .effect { font-weight: 700; }
.changes .more { border-color: var(--more); } .changes .less { border-color: var(--less); } .changes .unsure { border-color: var(--unsure); }
.more .effect { color: var(--more); } .less .effect { color: var(--less); } .unsure .effect { color: var(--unsure); } .none .effect { color: var(--none); }
dt { font-weight: 600; margin-top: 0.6rem; } dd { margin: 0; max-width: 46rem; }
.words { column-width: 17rem; column-gap: 2rem; padding: 0; list-style: none; font-size: 0.82rem; }
.words li { break-inside: avoid; }
.signatures { display: grid; grid-template-columns: repeat(auto-fit, minmax(12rem, 1fr)); gap: 1.5rem 2rem; margin-top: 1.5rem; }
.signature { break-inside: avoid; }
.signature div { border-bottom: 1px solid var(--ink); height: 2.1rem; display: flex; align-items: flex-end; color: var(--soft); font-size: 0.8rem; }
.signature .name { height: 3.4rem; }
@media (max-width: 40rem) {
  body { padding-top: 1.5rem; }
  .facts { grid-template-columns: 1fr 1fr; } .facts li:last-child { grid-column: span 2; }
  caption, table, tbody, tbody tr, tbody th, td { display: block; width: auto !important; }
  thead { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); }
  tbody tr { border-top: 1.5px solid var(--ink); padding: 0.5rem 0; }
  th, td { border: 0; padding: 0.2rem 0; }
  td::before { content: attr(data-head); display: block; font-size: 0.76rem; color: var(--soft); }
}
@media print {
  :root {
    color-scheme: light;
    --paper: #ffffff; --desk: #ffffff; --ink: #000000; --soft: #444444; --line: #bbbbbb; --head: #f3f3f3; --accent: #000000;
    --identity: #a01c15; --sensitive: #7a4900; --pseudonym: #174f8d; --open: #444444;
    --exception: #7a1660; --exception-paper: #fdf0f8; --more: #a01c15; --less: #1c5530; --unsure: #7a4900; --none: #444444;
  }
  @page { size: A4; margin: 17mm 16mm 19mm; @bottom-left { content: "${footer}"; font: 8pt system-ui, sans-serif; color: #444; } @bottom-right { content: counter(page) " / " counter(pages); font: 8pt system-ui, sans-serif; color: #444; } }
  @page wide { size: A4 landscape; }
  .wide { page: wide; }
  .wide .lineage { max-height: 140mm; }
  body { max-width: none; padding: 0; font-size: 9.6pt; line-height: 1.42; print-color-adjust: exact; -webkit-print-color-adjust: exact; }
  h2, h3, caption, thead { break-after: avoid; }
  h2 { font-size: 13.5pt; margin-top: 9mm; } h3 { font-size: 11pt; margin-top: 6mm; } .lead { font-size: 10.8pt; }
  tr, .digest, .note, .changes li, .sheet { break-inside: avoid; }
  .of-columns tr { break-inside: auto; } table { font-size: 8.6pt; } figcaption, .legend { font-size: 8.6pt; } th, td { padding-top: 1.2mm; padding-bottom: 1.2mm; }
  .words { font-size: 6.8pt; column-width: 3.9cm; column-gap: 0.5cm; line-height: 1.3; }
  .lineage { min-width: 0; max-height: 215mm; } figure { break-inside: avoid; } .scroll { overflow: visible; }
  a { text-decoration: none; }
}
`
