/** Stretches of a block whose marks belong to markup: inline code, HTML tags, the targets of links. */
import type { Span } from '../../text/span.ts';
import { compareSpans } from '../../text/span.ts';

const TAG = /<(?:\/?[a-z][^<>]{0,500}|!--[^>]{0,500}--)>/gi;
const LINK_TARGET =
  /\]\([^()\s]{0,500}(?:\([^()\s]{0,200}\)[^()\s]{0,200})?(?:[ \t]+(?:"[^"\n]{0,300}"|'[^'\n]{0,300}'))?[ \t]*\)/g;
const BACKTICKS = /`+/g;

/** The masked stretches in order; they may touch but not overlap. Linear; never throws. */
export function inlineMarkup(text: string): Span[] {
  const spans: Span[] = [];
  if (text.includes('`')) spans.push(...codeSpans(text));
  if (text.includes('<')) addMatches(text, TAG, spans);
  if (text.includes('](')) addMatches(text, LINK_TARGET, spans);
  if (spans.length < 2) return spans;
  spans.sort(compareSpans);
  return spans.filter((span, i) => i === 0 || span.start >= spans[i - 1]!.end);
}

function addMatches(text: string, pattern: RegExp, spans: Span[]): void {
  for (const match of text.matchAll(pattern)) {
    spans.push({ start: match.index, end: match.index + match[0].length });
  }
}

/**
 * Code between equal runs of backticks. Typewriter quotation marks also begin with backticks, but close with
 * apostrophes: a run that closes code follows its last character and no word follows it.
 */
function codeSpans(text: string): Span[] {
  const spans: Span[] = [];
  const runs = [...text.matchAll(BACKTICKS)];
  for (let i = 0; i + 1 < runs.length; i++) {
    const [open, close] = [runs[i]!, runs[i + 1]!];
    const end = close.index + close[0].length;
    const inside = text.slice(open.index + open[0].length, close.index);
    if (
      open[0].length !== close[0].length ||
      /\s$/.test(inside) ||
      /^[\p{L}\p{N}]/u.test(text.slice(end, end + 2))
    )
      continue;
    if (open[0].length === 2 && inside.includes("''")) continue;
    spans.push({ start: open.index, end });
    i++;
  }
  return spans;
}
