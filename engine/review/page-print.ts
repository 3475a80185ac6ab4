// How the page looks on A4.
import { paper } from './page-colours.ts'

/** `footer` stands at the foot of every sheet, and is plain letters, digits and blanks. */
export const print = (footer: string): string => `
@media print {${paper}
  @page {
    size: A4; margin: 14mm 15mm 16mm;
    @bottom-left { content: "${footer}"; font: 8pt system-ui, sans-serif; color: #444; }
    @bottom-right { content: counter(page) " / " counter(pages); font: 8pt system-ui, sans-serif; color: #444; }
  }
  @page wide { size: A4 landscape; margin: 11mm 13mm 15mm; }
  .wide { page: wide; }
  html { font-size: 9pt; }
  body { max-width: none; padding: 0; line-height: 1.38; print-color-adjust: exact; -webkit-print-color-adjust: exact; }
  nav { display: none; }
  h2, h3, thead, p:has(+ table) { break-after: avoid; }
  h1 { font-size: 19pt; }
  h2 { margin-top: 7mm; padding-top: 2mm; }
  h3 { margin-top: 4mm; }
  p, ul, ol, dl { margin: 1.5mm 0; }
  p { max-width: none; }
  tr, .note, .changes li, .sheet, .risks > div { break-inside: avoid; }
  .of-columns tr { break-inside: auto; }
  table { margin: 2mm 0 3mm; }
  th, td { padding-top: 0.8mm; padding-bottom: 0.8mm; }
  figure { break-inside: avoid; margin: 2mm 0; }
  .facts { grid-template-columns: repeat(5, 1fr); margin: 2mm 0; }
  .facts li { padding: 1mm 2mm; }
  .answers { columns: 2; column-gap: 8mm; font-size: 0.92rem; line-height: 1.3; }
  .answers > div { margin-bottom: 1.5mm; }
  .settle, .risks { grid-template-columns: 1fr 1fr; }
  .lineage { min-width: 0; max-width: 100%; max-height: 150mm; }
  .wide .lineage { min-width: 0; max-height: 140mm; }
  .wide .scroll { margin-inline: 0; }
  .scroll { overflow: visible; }
  tbody tr:first-child { break-before: avoid; }
  a { text-decoration: none; }
}
`
