/**
 * How much of an article to show for a match: the quotation with its marks where the words are quoted there, else the
 * matched words out to the ends of their sentence when those are near.
 *
 * Marks are read here with a few lines of their own instead of by analysis: a hit must cost its paragraph, not its
 * article.
 */
import type { Span } from '../../text/span.ts';

/** Words between a match and the end of its sentence that are shown with it. */
const NEAR_WORDS = 4;

/** What a sentence has before a place in it. */
const SENTENCE_START = /(?:^|[.!?…]["”’')\]]*\s+)([^.!?…]*)$/;

/** The stretch of `text` to show for the matched words `match`. Linear in the paragraph; never throws. */
export function passageAround(text: string, match: Span): Span {
  const paragraph = paragraphAround(text, match);
  return quotationAround(text, paragraph, match) ?? nearEdges(text, paragraph, match);
}

/** Without the line breaks at its ends; blank lines part paragraphs, and so does a line that ends a sentence. */
export function paragraphAround(text: string, { start, end }: Span): Span {
  const before = text.lastIndexOf('\n', start - 1) + 1;
  const after = text.indexOf('\n', end);
  return { start: before, end: after === -1 ? text.length : after };
}

/** From the opening mark of the quotation the match begins in to the closing mark of the one it ends in. */
export function quotationAround(text: string, paragraph: Span, match: Span): Span | undefined {
  const touched = quotedStretches(text, paragraph).filter(
    (quoted) => quoted.start < match.end && match.start < quoted.end,
  );
  const first = touched[0];
  const last = touched.at(-1);
  if (!first || !last) return undefined;
  const covered = touched.reduce(
    (sum, q) => sum + Math.min(q.end, match.end) - Math.max(q.start, match.start),
    0,
  );
  if (covered * 2 < match.end - match.start) return undefined;
  return { start: Math.min(first.start, match.start), end: Math.max(last.end, match.end) };
}

/** What stands in double marks, marks included: curly, straight and doubled single ones; a quotation ends with its paragraph if not before. */
export function quotedStretches(text: string, paragraph: Span): Span[] {
  const found: Span[] = [];
  let open = -1;
  const marks = /[“”„«»"]|''|``/g;
  marks.lastIndex = paragraph.start;
  for (let match = marks.exec(text); match && match.index < paragraph.end; match = marks.exec(text)) {
    const mark = match[0];
    const end = match.index + mark.length;
    const opens = mark === '“' || mark === '„' || mark === '«' || mark === '``';
    if (open === -1) {
      if (mark === '”' || mark === '»' || (!opens && isSpaceOrEnd(text, end))) continue;
      open = match.index;
    } else if (opens && mark !== '“') {
      continue;
    } else if (mark === '“' && text.charAt(open) !== '„') {
      found.push({ start: open, end: match.index });
      open = match.index;
    } else {
      found.push({ start: open, end });
      open = -1;
    }
  }
  if (open !== -1) found.push({ start: open, end: paragraph.end });
  return found;
}

function isSpaceOrEnd(text: string, at: number): boolean {
  return at >= text.length || /\s/.test(text.charAt(at));
}

function nearEdges(text: string, paragraph: Span, match: Span): Span {
  const before = text.slice(paragraph.start, match.start);
  const after = text.slice(match.end, paragraph.end);
  const lead = SENTENCE_START.exec(before.slice(-200))?.[1] ?? '';
  const tail = /^[^.!?…]*[.!?…]+["”’')\]]*/.exec(after.slice(0, 200))?.[0] ?? '';
  return {
    start: wordCount(lead) <= NEAR_WORDS ? match.start - lead.length : match.start,
    end: wordCount(tail) <= NEAR_WORDS ? match.end + tail.length : match.end,
  };
}

/** The whole sentence of the matched words; a line that ends without a mark, as a headline does, is one. Linear in it. */
export function sentenceAround(text: string, match: Span): Span {
  const paragraph = paragraphAround(text, match);
  const lead = SENTENCE_START.exec(text.slice(paragraph.start, match.start))?.[1] ?? '';
  const after = text.slice(match.end, paragraph.end);
  const end = /[.!?…]+["”’')\]]*(?=\s|$)/.exec(after);
  return {
    start: match.start - lead.length,
    end: match.end + (end ? end.index + end[0].length : after.length),
  };
}

function wordCount(text: string): number {
  return text.split(/\s+/).filter(Boolean).length;
}
