/** The words of a source as they stand in the quotation of an article: on one line, in the article's marks, of one speaker. */
import type { Article } from '../analysis/facts.ts';
import type { Span } from '../text/span.ts';
import { overlaps } from '../text/span.ts';
import type { OpenQuotation } from './openQuotation.ts';

/**
 * The stretch of a source that somebody can be quoted with: without the name before a turn of a transcript.
 * @returns null where it runs from one speaker's turn into another's
 */
export function ofOneSpeaker({ text, blocks }: Article, span: Span): Span | null {
  const turns = blocks.filter(
    ({ kind, label, span: block }) => kind === 'turn' && label && overlaps(block, span),
  );
  const [first, ...others] = turns;
  if (others.length > 0) return null;
  if (!first?.label) return span;
  const said =
    first.label.end + /^\s*:?\s*/.exec(text.slice(first.label.end, first.label.end + 20))![0].length;
  if (said <= span.start) return span;
  // What stands before the turn is somebody else's.
  return span.start >= first.span.start && said < span.end ? { start: said, end: span.end } : null;
}

/** On one line, with quotations in it set in the other marks, and apostrophes as the writer has them. */
export function passageIn(passage: string, { mark, typed }: OpenQuotation): string {
  const flat = balanced(passage.replace(/\s+/g, ' ').trim());
  return withApostrophes(nested(flat, mark), mark, typed);
}

/** Without a mark at either end whose partner is not there. */
function balanced(passage: string): string {
  const isOdd = (passage.match(/"/g)?.length ?? 0) % 2 === 1;
  const depth = count(passage, /[“«]/g) - count(passage, /[”»]/g);
  if (isOdd && /^"|"$/.test(passage)) return passage.replace(/^"|"$/, '');
  if (depth > 0) return passage.replace(/^[“«]/, '');
  return depth < 0 ? passage.replace(/[”»]$/, '') : passage;
}

function count(text: string, pattern: RegExp): number {
  return text.match(pattern)?.length ?? 0;
}

function nested(passage: string, mark: string): string {
  switch (mark) {
    case '"':
      return passage.replace(/["“”]/g, "'");
    case '“':
      return passage
        .replace(/"([^"]*)"/g, '“$1”')
        .replace(/“/g, '‘')
        .replace(/”/g, '’');
    case '‘':
      return passage.replace(/"([^"]*)"/g, '“$1”').replace(/‘([^‘’]*)’(?!\p{L})/gu, '“$1”');
    default:
      return passage;
  }
}

/** Inside words; where nothing has been typed yet, those that belong to the mark. */
function withApostrophes(passage: string, mark: string, typed: string): string {
  const isStraight = typed.includes("'") || (mark === '"' && !typed.includes('’'));
  return passage.replace(/(?<=\p{L})[’'](?=\p{L})/gu, isStraight ? "'" : '’');
}
