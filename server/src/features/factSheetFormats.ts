/** The fact sheet as Markdown, as a page that prints well, and as rows for a spreadsheet. */
import type { Say } from '../text/say.ts';
import { phrases } from '../text/say.ts';
import type { FactRow } from './factRows.ts';
import type { FactSheet, LostAnnotation } from './factSheet.ts';
import { VERDICT_NAMES } from './wording.ts';

export const SHEET_FORMATS = ['md', 'html', 'csv'] as const;
export type SheetFormat = (typeof SHEET_FORMATS)[number];

export function formatFactSheet(sheet: FactSheet, format: SheetFormat, say: Say): string {
  switch (format) {
    case 'md':
      return markdown(sheet, say);
    case 'html':
      return html(sheet, say);
    case 'csv':
      return csv(sheet, say);
  }
}

type Column =
  | 'paragraph'
  | 'line'
  | 'kind'
  | 'passage'
  | 'speaker'
  | 'source'
  | 'comparison'
  | 'verdict'
  | 'note'
  | 'warnings';

/** In the order in which they stand. */
const HEADINGS: Readonly<Record<Column, string>> = phrases({
  paragraph: '¶',
  line: 'Line',
  kind: 'Kind',
  passage: 'Passage',
  speaker: 'Who says so',
  source: 'Source',
  comparison: 'Compared',
  verdict: 'Verdict',
  note: 'Note',
  warnings: 'Warnings',
});

const COLUMNS = Object.keys(HEADINGS) as readonly Column[];

/** A page has no room for ten columns: there these stand below what they belong to. */
const BELOW: Readonly<Partial<Record<Column, Column>>> = {
  passage: 'kind',
  source: 'comparison',
  verdict: 'note',
};

const PAGE_COLUMNS = COLUMNS.filter((column) => !Object.values(BELOW).includes(column));

const KINDS: Readonly<Record<FactRow['kind'], string>> = phrases({
  quotation: 'quotation',
  claim: 'claim',
  statement: 'statement',
});

function cell(row: FactRow, column: Column, say: Say): string {
  switch (column) {
    case 'paragraph':
      return row.paragraph === null ? say('heading') : String(row.paragraph);
    case 'line':
      return String(row.line);
    case 'kind':
      return say(KINDS[row.kind]);
    case 'verdict':
      return verdictOf(row, say);
    case 'warnings':
      return row.warnings.join(' ');
    default:
      return row[column] ?? '';
  }
}

function verdictOf({ verdict, changedSinceChecked }: FactRow, say: Say): string {
  if (changedSinceChecked) return say('changed since it was checked');
  return verdict === null ? say('open') : say(VERDICT_NAMES[verdict]);
}

const LOST: Readonly<Record<LostAnnotation['why'], string>> = phrases({
  orphan: 'no longer in the article',
  ambiguous: 'in several places',
});

function lostLine({ passage, why, verdict, source, note }: LostAnnotation, say: Say): string {
  const details = [verdict && say(VERDICT_NAMES[verdict]), source, note].filter(Boolean).join('; ');
  const told = say('{0}: {1}', `“${passage.replace(/\s+/g, ' ').trim()}”`, say(LOST[why]));
  return details === '' ? told : say('{0} ({1})', told, details);
}

function summary({ totals }: FactSheet, say: Say): string {
  const { facts, attributed, traced, unsourced, verified, open } = totals;
  return say(
    'Facts: {0}. Attributed: {1}. Traced to a document: {2}. Without a source: {3}. Verified: {4}. Still to check: {5}.',
    ...[facts, attributed, traced, unsourced, verified, open],
  );
}

function titleOf({ title }: FactSheet, say: Say): string {
  return say('Fact sheet: {0}', title);
}

function markdown(sheet: FactSheet, say: Say): string {
  const line = (cells: readonly string[]): string => `| ${cells.map(inMarkdown).join(' | ')} |`;
  const lines = [`# ${inMarkdown(titleOf(sheet, say))}`, '', summary(sheet, say)];
  if (sheet.rows.length > 0) {
    lines.push('', line(headings(say)), `|${' --- |'.repeat(COLUMNS.length)}`);
    for (const row of sheet.rows) lines.push(line(COLUMNS.map((column) => cell(row, column, say))));
  }
  if (sheet.lost.length > 0) {
    lines.push('', `## ${inMarkdown(say('Annotations without their passage'))}`, '');
    for (const lost of sheet.lost) lines.push(`- ${inMarkdown(lostLine(lost, say))}`);
  }
  return `${lines.join('\n')}\n`;
}

function headings(say: Say): string[] {
  return COLUMNS.map((column) => say(HEADINGS[column]));
}

/** Nothing in an article becomes markup of the sheet. */
function inMarkdown(text: string): string {
  return text.replace(/[\r\n]+/g, ' ').replace(/[\\`*_[\]<>|#&~]/g, '\\$&');
}

function csv({ rows }: FactSheet, say: Say): string {
  const line = (cells: readonly string[]): string => `${cells.map(inCsv).join(',')}\r\n`;
  return (
    line(headings(say)) + rows.map((row) => line(COLUMNS.map((column) => cell(row, column, say)))).join('')
  );
}

/** RFC 4180. A spreadsheet takes a cell that begins with one of these signs for a formula; the apostrophe prevents it. */
function inCsv(text: string): string {
  const safe = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

const STYLE = `
:root { color-scheme: light dark; font: 1rem/1.45 system-ui, sans-serif; }
body { margin: 2rem auto; padding: 0 1rem; max-width: 75rem; }
table { border-collapse: collapse; width: 100%; font-size: .9rem; }
caption { text-align: left; padding-block: .5rem; }
th, td { border: 1px solid #8886; padding: .35rem .5rem; text-align: left; vertical-align: top; }
thead th { border-bottom-width: 2px; }
td.number { text-align: right; font-variant-numeric: tabular-nums; }
th.passage { width: 34%; font-weight: normal; }
td.source, td.verdict { overflow-wrap: break-word; }
td.warnings { width: 22%; }
small { display: block; opacity: .75; font-size: .9em; }
@media screen and (max-width: 62rem) {
  table { font-size: .8rem; }
  th, td { padding: .25rem .35rem; }
}
.open::before { content: "○\\a0"; } .done::before { content: "●\\a0"; } .doubt::before { content: "▲\\a0"; }
@media print {
  :root { color-scheme: light; }
  body { margin: 0; max-width: none; }
  thead { display: table-header-group; }
  tr { break-inside: avoid; }
  @page { size: landscape; margin: 12mm; }
}
`;

function html(sheet: FactSheet, say: Say): string {
  const title = inHtml(titleOf(sheet, say));
  const head = PAGE_COLUMNS.map((column) => {
    const heading = inHtml(say(HEADINGS[column]));
    const whole = column === 'paragraph' ? inHtml(say('Paragraph')) : '';
    return `<th scope="col">${whole === '' ? heading : `<abbr title="${whole}">${heading}</abbr>`}</th>`;
  });
  const rows = sheet.rows.map(
    (row) => `<tr>${PAGE_COLUMNS.map((column) => htmlCell(row, column, say)).join('')}</tr>`,
  );
  const lost = sheet.lost.map((annotation) => `<li>${inHtml(lostLine(annotation, say))}</li>`);
  return [
    '<!doctype html>',
    '<html lang="en">',
    '<head>',
    '<meta charset="utf-8">',
    '<meta name="viewport" content="width=device-width, initial-scale=1">',
    // Whatever an article holds, nothing of it is loaded or run.
    `<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">`,
    `<title>${title}</title>`,
    `<style>${STYLE}</style>`,
    '</head>',
    '<body>',
    '<main>',
    `<h1>${title}</h1>`,
    `<p>${inHtml(summary(sheet, say))}</p>`,
    ...(rows.length > 0
      ? [
          '<table>',
          `<caption>${inHtml(say('Every quotation and claim, in the order of the article'))}</caption>`,
          `<thead><tr>${head.join('')}</tr></thead>`,
          '<tbody>',
          ...rows,
          '</tbody>',
          '</table>',
        ]
      : []),
    ...(lost.length > 0
      ? [`<h2>${inHtml(say('Annotations without their passage'))}</h2>`, '<ul>', ...lost, '</ul>']
      : []),
    '</main>',
    '</body>',
    '</html>',
    '',
  ].join('\n');
}

function htmlCell(row: FactRow, column: Column, say: Say): string {
  const text = inHtml(cell(row, column, say));
  const below = BELOW[column] && inHtml(cell(row, BELOW[column], say));
  const content = below ? `${text}<small>${below}</small>` : text;
  switch (column) {
    case 'paragraph':
    case 'line':
      return `<td class="number">${content}</td>`;
    case 'passage':
      return `<th scope="row" class="passage">${content}</th>`;
    case 'verdict':
      return `<td class="verdict ${stateOf(row)}">${content}</td>`;
    default:
      return `<td class="${column}">${content}</td>`;
  }
}

function stateOf({ verdict, changedSinceChecked }: FactRow): 'open' | 'done' | 'doubt' {
  if (changedSinceChecked || verdict === 'disputed') return 'doubt';
  return verdict === 'verified' || verdict === 'dismissed' ? 'done' : 'open';
}

function inHtml(text: string): string {
  const entities: Readonly<Record<string, string>> = {
    '&': '&amp;',
    '<': '&lt;',
    '>': '&gt;',
    '"': '&quot;',
    "'": '&#39;',
  };
  return text.replace(/[&<>"']/g, (sign) => entities[sign]!);
}
