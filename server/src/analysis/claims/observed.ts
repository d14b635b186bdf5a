/** What the reporter or the outlet saw or counted: it is its own source. */
import type { Span } from '../../text/span.ts';
import type { Quantity } from '../facts.ts';
import type { ClaimContext, Site } from './claims.ts';

const OBSERVED =
  /\b(?:(?:a|an|our) (?:count|tally|review|analysis) by (?:this|our|the)\b|our (?:own )?(?:count|tally|analysis|reporters?)\b|(?:I|we) (?:counted|saw|watched|visited|measured|tested|tallied)\b|(?:a|our) reporter (?:saw|counted|watched)\b|(?:seen|reviewed|counted|obtained|witnessed) by (?:a reporter|reporters for|our|this newspaper|this reporter)\b)/i;

/** How far around the figure the words may stand, in code units. */
const REACH = 200;

/** The words that say so in the quantity's sentence. */
export function observedAt(
  { text, sentences }: ClaimContext,
  { number }: Quantity,
  { sentence }: Site,
): Span | undefined {
  const span = sentences[sentence]?.span;
  if (span === undefined) return undefined;
  const from = Math.max(span.start, number.start - REACH);
  const found = OBSERVED.exec(text.slice(from, Math.min(span.end, number.end + REACH)));
  if (found === null) return undefined;
  const start = from + found.index;
  return { start, end: start + found[0].length };
}
