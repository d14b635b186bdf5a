/** The fact sheet as Markdown, as a page that prints well, and as rows for a spreadsheet. */
import type { FactRow, FactSheet, LostAnnotation } from './factSheet.ts';

export const SHEET_FORMATS = ['md', 'html', 'csv'] as const;
export type SheetFormat = (typeof SHEET_FORMATS)[number];

export function formatFactSheet(sheet: FactSheet, format: SheetFormat): string {
  switch (format) {
    case 'md':
      return markdown(sheet);
    case 'html':
      return html(sheet);
    case 'csv':
      return csv(sheet);
  }
}

const COLUMNS: readonly (readonly [heading: string, cell: (row: FactRow) => string])[] = [
  ['¶', ({ paragraph }) => String(paragraph)],
  ['Line', ({ line }) => String(line)],
  ['Kind', ({ kind }) => kind],
  ['Passage', ({ passage }) => passage],
  ['Who says so', ({ speaker }) => speaker ?? ''],
  ['Source', ({ source }) => source ?? ''],
  ['Compared', ({ comparison }) => comparison ?? ''],
  ['Verdict', verdictOf],
  ['Note', ({ note }) => note ?? ''],
  ['Warnings', ({ warnings }) => warnings.join(' ')],
];

function verdictOf({ verdict, changedSinceChecked }: FactRow): string {
  const words = verdict === null ? 'open' : verdict.replace('-', ' ');
  return changedSinceChecked ? 'changed since it was checked' : words;
}

const LOST: Readonly<Record<LostAnnotation['why'], string>> = {
  orphan: 'no longer in the article',
  ambiguous: 'in several places',
};

function lostLine({ passage, why, verdict, source, note }: LostAnnotation): string {
  const details = [verdict?.replace('-', ' '), source, note].filter(Boolean).join('; ');
  return `“${passage.replace(/\s+/g, ' ').trim()}”: ${LOST[why]}${details === '' ? '' : ` (${details})`}`;
}

function summary({ totals }: FactSheet): string {
  const { facts, attributed, traced, unsourced, verified, open } = totals;
  return `${facts} ${facts === 1 ? 'fact' : 'facts'}: ${attributed} attributed, ${traced} traced to a document, ${unsourced} without a source, ${verified} verified, ${open} open.`;
}

function markdown(sheet: FactSheet): string {
  const line = (cells: readonly string[]): string => `| ${cells.map(inMarkdown).join(' | ')} |`;
  const lines = [`# Fact sheet: ${inMarkdown(sheet.title)}`, '', summary(sheet)];
  if (sheet.rows.length > 0) {
    lines.push('', line(COLUMNS.map(([heading]) => heading)), `|${' --- |'.repeat(COLUMNS.length)}`);
    for (const row of sheet.rows) lines.push(line(COLUMNS.map(([, cell]) => cell(row))));
  }
  if (sheet.lost.length > 0) {
    lines.push('', '## Annotations without their passage', '');
    for (const lost of sheet.lost) lines.push(`- ${inMarkdown(lostLine(lost))}`);
  }
  return `${lines.join('\n')}\n`;
}

/** Nothing in an article becomes markup of the sheet. */
function inMarkdown(text: string): string {
  return text.replace(/[\r\n]+/g, ' ').replace(/[\\`*_[\]<>|#&~]/g, '\\$&');
}

function csv({ rows }: FactSheet): string {
  const line = (cells: readonly string[]): string => `${cells.map(inCsv).join(',')}\r\n`;
  return (
    line(COLUMNS.map(([heading]) => heading)) +
    rows.map((row) => line(COLUMNS.map(([, cell]) => cell(row)))).join('')
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
td.passage { min-width: 18rem; }
.open::before { content: "○ "; } .done::before { content: "● "; } .doubt::before { content: "▲ "; }
@media print {
  body { margin: 0; max-width: none; }
  thead { display: table-header-group; }
  tr { break-inside: avoid; }
  @page { size: landscape; margin: 12mm; }
}
`;

function html(sheet: FactSheet): string {
  const title = inHtml(`Fact sheet: ${sheet.title}`);
  const head = COLUMNS.map(
    ([heading]) => `<th scope="col">${heading === '¶' ? '<abbr title="Paragraph">¶</abbr>' : heading}</th>`,
  );
  const rows = sheet.rows.map(
    (row) => `<tr>${COLUMNS.map(([heading, cell]) => htmlCell(heading, cell(row), row)).join('')}</tr>`,
  );
  const lost = sheet.lost.map((annotation) => `<li>${inHtml(lostLine(annotation))}</li>`);
  return [
    '<!doctype html>',
    '<html lang="en">',
    '<head>',
    '<meta charset="utf-8">',
    '<meta name="viewport" content="width=device-width, initial-scale=1">',
    `<title>${title}</title>`,
    `<style>${STYLE}</style>`,
    '</head>',
    '<body>',
    '<main>',
    `<h1>${title}</h1>`,
    `<p>${summary(sheet)}</p>`,
    ...(rows.length > 0
      ? [
          '<table>',
          '<caption>Every quotation and claim, in the order of the article</caption>',
          `<thead><tr>${head.join('')}</tr></thead>`,
          '<tbody>',
          ...rows,
          '</tbody>',
          '</table>',
        ]
      : []),
    ...(lost.length > 0 ? ['<h2>Annotations without their passage</h2>', '<ul>', ...lost, '</ul>'] : []),
    '</main>',
    '</body>',
    '</html>',
    '',
  ].join('\n');
}

function htmlCell(heading: string, text: string, row: FactRow): string {
  if (heading === '¶' || heading === 'Line') return `<td class="number">${text}</td>`;
  if (heading === 'Passage') return `<th scope="row" class="passage">${inHtml(text)}</th>`;
  if (heading === 'Verdict') return `<td class="${stateOf(row)}">${inHtml(text)}</td>`;
  return `<td>${inHtml(text)}</td>`;
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
