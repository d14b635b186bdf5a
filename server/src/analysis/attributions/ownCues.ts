/**
 * Quotations with a cue of their own that the taggers gave to the speaker before: `“It was black,” Mary said. “I ran,” said
 * Peter.` In newspapers a paragraph has one speaker, and there the taggers learned it.
 */
import type { BlockText } from '../blockFacts.ts';
import type { Quotation } from '../facts.ts';
import { Mark, type BlockView } from './blockView.ts';
import type { Stretch } from './learned/labels.ts';
import { findQuotationCues } from './quotationCues.ts';
import type { Report } from './report.ts';

export interface HandedOver<T> {
  /** The reports without the quotations that have cues of their own. */
  readonly kept: readonly T[];
  /** Those cues. */
  readonly own: readonly Report[];
}

/** Never throws; linear in the number of contents and the words beside them. */
export function handOverQuotations<T extends Report>(
  block: BlockText,
  v: BlockView,
  quotations: readonly Quotation[],
  reports: readonly T[],
): HandedOver<T> {
  if (!reports.some(({ cue, content }) => content.some((part) => goesOn(v, cue, content, part))))
    return { kept: reports, own: [] };
  const later = reports.map(({ cue, content }) => content.filter((part) => goesOn(v, cue, content, part)));
  const indices = later.flatMap((parts) => parts.map(({ first }) => v.quotation[first]!));
  const taken = new Uint8Array(v.length);
  for (const { cue, source } of reports)
    for (const { first, last } of [cue, ...source]) taken.fill(1, first, last + 1);
  const own = findQuotationCues(block, v, quotations, indices, taken).filter(
    ({ source }) => source.length > 0,
  );
  const handed = new Set(own.map(({ content }) => v.quotation[content[0]!.first]!));
  const kept = reports.map((report, i) => {
    const content = report.content.filter(
      (part) => !later[i]!.includes(part) || !handed.has(v.quotation[part.first]!),
    );
    return content.length < report.content.length ? { ...report, content } : report;
  });
  return { kept, own };
}

/**
 * Whether the part is a whole quotation in a sentence behind the cue's, other words of the report standing before it. One
 * that ends in a full stop has no cue behind it.
 */
function goesOn(v: BlockView, cue: Stretch, content: readonly Stretch[], part: Stretch): boolean {
  const index = v.quotation[part.first]!;
  if (index < 0 || part === content[0] || v.mark[part.last - 1] === Mark.stop) return false;
  if (v.sentence[part.first]! <= v.sentence[cue.first]!) return false;
  const whole = v.quotationTokens.get(index);
  return whole?.first === part.first && whole.last === part.last;
}
