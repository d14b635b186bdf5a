/** Compares `attest analyze` on a seed with its gold and words every difference. */
import type { AnalysisReport } from '../../server/src/features/analysisReport.ts';
import type { GoldAttribution, GoldDocument, Range } from './gold.ts';

type ReportRange = readonly [number, number];
type ReportedAttribution = AnalysisReport['attributions'][number];

/** One line per difference; empty when the report says what the gold says. */
export function differences(text: string, report: AnalysisReport, gold: GoldDocument): string[] {
  return [
    ...blockDifferences(text, report, gold),
    ...attributionDifferences(text, report, gold),
    ...quoteDifferences(text, report, gold),
    ...claimDifferences(text, report, gold),
    ...diagnosticDifferences(text, report, gold),
  ];
}

function blockDifferences(text: string, report: AnalysisReport, { blocks }: GoldDocument): string[] {
  const found = report.blocks.map(({ kind, range }) => ({ kind, text: text.slice(...range) }));
  const lines: string[] = [];
  const expectBlock = (wanted: string | undefined, kinds: readonly string[]): void => {
    if (wanted === undefined || found.some((block) => kinds.includes(block.kind) && block.text === wanted))
      return;
    lines.push(`block missing: ${kinds[0]!} «${wanted}»`);
  };
  for (const line of blocks.furniture) expectBlock(line, ['furniture', 'caption', 'credit']);
  expectBlock(blocks.headline, ['headline']);
  expectBlock(blocks.dateline, ['dateline']);
  expectBlock(blocks.credit, ['credit']);
  if (blocks.date !== undefined) {
    const { date } = blocks;
    const holder = found.find((block) => block.text.includes(date));
    if (holder?.kind === 'paragraph') lines.push(`the date ${date} is read as article text`);
  }
  const known = [...blocks.furniture, blocks.headline, blocks.dateline, blocks.credit];
  for (const block of found) {
    const allowed =
      block.kind === 'paragraph' || known.includes(block.text) || block.text.includes(blocks.date ?? '\0');
    if (!allowed) lines.push(`not a paragraph: ${block.kind} «${block.text.slice(0, 60)}»`);
  }
  return lines;
}

function attributionDifferences(text: string, report: AnalysisReport, gold: GoldDocument): string[] {
  const lines: string[] = [];
  const used = new Set<ReportedAttribution>();
  for (const wanted of gold.attributions) {
    const match = report.attributions.find((found) => sameContent(text, found.content, wanted.content));
    const where = `attribution «${snippet(text, wanted.content)}»`;
    if (!match) {
      const near = report.attributions.filter((found) => overlap(found.content, wanted.content));
      lines.push(`${where}: content missing; near: ${near.map((a) => show(text, a.content)).join(' | ')}`);
      continue;
    }
    used.add(match);
    if (!sameSource(match.source, wanted.source)) {
      lines.push(`${where}: source ${show(text, match.source)}, not ${show(text, wanted.source)}`);
    }
    if (!sameRanges(match.cue, wanted.cue)) {
      lines.push(`${where}: cue ${show(text, match.cue)}, not ${show(text, wanted.cue)}`);
    }
    if (match.kind !== wanted.kind) lines.push(`${where}: kind ${match.kind}, not ${wanted.kind}`);
    if (!sameSpeaker(text, match, wanted))
      lines.push(`${where}: speaker ${String(match.speaker)}, not ${wanted.speaker}`);
  }
  // The gold is complete about quotations and about the passages it lists; a second reading of one of those is wrong.
  for (const extra of report.attributions.filter((attribution) => !used.has(attribution))) {
    const rival = gold.attributions.find((wanted) => overlap(wanted.content, extra.content));
    if (rival) lines.push(`extra attribution ${show(text, extra.cue)}: «${snippet(text, extra.content)}»`);
  }
  return lines;
}

/** A content may come with or without its leading "that". */
function sameContent(text: string, found: readonly ReportRange[], wanted: readonly Range[]): boolean {
  const withoutThat = (ranges: readonly ReportRange[]): ReportRange[] =>
    ranges.map(([start, end]) =>
      text.slice(start, start + 5) === 'that ' ? [start + 5, end] : [start, end],
    );
  return sameRanges(withoutThat(found), withoutThat(wanted));
}

/** A source may come with or without its apposition: the shorter is a beginning or an end of the longer. */
function sameSource(found: readonly ReportRange[], wanted: readonly ReportRange[]): boolean {
  if (found.length === 0 || wanted.length === 0) return found.length === wanted.length;
  const a = found[0]!;
  const b = wanted[0]!;
  return a[0] < b[1] && b[0] < a[1] && (a[0] === b[0] || a[1] === b[1]);
}

/** Where a headline names the country for its ministry, either is right. */
function sameSpeaker(text: string, found: ReportedAttribution, wanted: GoldAttribution): boolean {
  return (
    found.speaker === wanted.speaker ||
    (found.speaker !== null && found.speaker === snippet(text, wanted.source))
  );
}

function quoteDifferences(text: string, report: AnalysisReport, gold: GoldDocument): string[] {
  const lines: string[] = [];
  for (const wanted of gold.quotes) {
    const match = report.quotes.find(({ range }) => sameRange(range, wanted.range));
    const where = `quotation «${snippet(text, [wanted.range])}»`;
    if (!match) {
      lines.push(`${where}: missing`);
      continue;
    }
    if (match.kind !== wanted.kind) lines.push(`${where}: kind ${match.kind}, not ${wanted.kind}`);
    const attribution = match.attribution === null ? undefined : report.attributions[match.attribution];
    const speaker = attribution?.speaker ?? null;
    const byCountry = attribution !== undefined && speaker === snippet(text, attribution.source);
    if (speaker !== wanted.speaker && !byCountry)
      lines.push(`${where}: speaker ${String(speaker)}, not ${String(wanted.speaker)}`);
  }
  for (const { range } of report.quotes) {
    if (!gold.quotes.some((wanted) => sameRange(range, wanted.range)))
      lines.push(`extra quotation «${snippet(text, [range])}»`);
  }
  return lines;
}

function claimDifferences(text: string, report: AnalysisReport, gold: GoldDocument): string[] {
  const lines: string[] = [];
  const judged = gold.claims.filter(({ unattributed }) => unattributed !== null);
  for (const wanted of judged) {
    const where = `claim «${text.slice(...wanted.range)}»`;
    const match = report.claims.find(({ range }) => sameRange(range, wanted.range));
    if (!match) {
      lines.push(`${where}: missing`);
      continue;
    }
    for (const key of ['value', 'modifier', 'unit'] as const) {
      if (match[key] !== wanted[key])
        lines.push(`${where}: ${key} ${String(match[key])}, not ${String(wanted[key])}`);
    }
    if (match.exempt !== null) lines.push(`${where}: exempt as ${match.exempt}`);
    if ((match.attribution === null) !== wanted.unattributed)
      lines.push(`${where}: wrongly ${match.attribution === null ? 'un' : ''}attributed`);
    const speaker = match.attribution === null ? null : report.attributions[match.attribution]!.speaker;
    if (speaker !== (wanted.speaker ?? null))
      lines.push(`${where}: speaker ${String(speaker)}, not ${String(wanted.speaker)}`);
  }
  for (const claim of report.claims.filter(({ exempt }) => exempt === null)) {
    if (!gold.claims.some(({ range }) => sameRange(claim.range, range)))
      lines.push(`extra claim «${text.slice(...claim.range)}»`);
  }
  return lines;
}

/** Exactly the unattributed claims are warned of; a term in quotation marks may have a hint, nothing else anything. */
function diagnosticDifferences(text: string, report: AnalysisReport, gold: GoldDocument): string[] {
  const lines: string[] = [];
  for (const { range, unattributed } of gold.claims) {
    const warned = report.diagnostics.some(
      (d) => d.code === 'unattributed-claim' && sameRange(d.range, range),
    );
    if (warned !== (unattributed ?? false))
      lines.push(`«${text.slice(...range)}» is ${warned ? '' : 'not '}warned of`);
  }
  for (const { code, range, severity } of report.diagnostics) {
    const expected =
      code === 'unattributed-claim' && gold.claims.some((claim) => sameRange(claim.range, range));
    const term = gold.quotes.some((quote) => quote.speaker === null && sameRange(quote.range, range));
    if (expected || (term && (severity === 'hint' || severity === 'information'))) continue;
    lines.push(`extra ${severity} ${code} «${text.slice(...range)}»`);
  }
  return lines;
}

function overlap(a: readonly ReportRange[], b: readonly ReportRange[]): boolean {
  return a.some(([start, end]) => b.some(([from, to]) => start < to && from < end));
}

function sameRanges(a: readonly ReportRange[], b: readonly ReportRange[]): boolean {
  return a.length === b.length && a.every((range, i) => sameRange(range, b[i]!));
}

function sameRange(a: ReportRange, b: ReportRange): boolean {
  return a[0] === b[0] && a[1] === b[1];
}

function show(text: string, ranges: readonly ReportRange[]): string {
  return `[${ranges.map(([start, end]) => text.slice(start, end)).join(' … ')}]`;
}

function snippet(text: string, ranges: readonly ReportRange[]): string {
  const [start, end] = ranges[0] ?? [0, 0];
  const words = text.slice(start, end);
  return words.length > 50 ? `${words.slice(0, 49)}…` : words;
}
