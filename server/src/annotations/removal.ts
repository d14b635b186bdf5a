/**
 * Taking marks out of a text so that nobody sees where they stood: with them go the blanks, the brackets, the list items
 * and the lines that only they needed, and nothing else.
 */
import type { Mark, MarkFormat } from '../text/marks.ts';
import { lineEnd, lineStart, nextLine } from '../text/lines.ts';
import type { Span } from '../text/span.ts';

/** The stretches to remove for some of a text's marks, in their order, none overlapping. Never throws. */
export function withoutTrace(text: string, marks: readonly Mark[], format: MarkFormat): Span[] {
  const removed: Stretch[] = [];
  for (const span of groups(text, marks, format)) {
    const wide = standsAlone(text, span, format) ? wholeLines(text, span) : withBlanks(text, span);
    const last = removed.at(-1);
    // Lines with marks on either side of an empty line both claim it.
    if (last && wide.start < last.end) last.end = Math.max(last.end, wide.end);
    else removed.push(wide);
  }
  return removed;
}

interface Stretch {
  start: number;
  end: number;
}

const BLANK = /[^\S\r\n]/;
const BLANKS = /^[^\S\r\n]*$/;

/** Neighbouring marks as one, each with the brackets or the emphasis that has nothing else in it. */
function groups(text: string, marks: readonly Mark[], format: MarkFormat): Stretch[] {
  const found: Stretch[] = [];
  for (const { span } of marks) {
    const last = found.at(-1);
    const between = last && text.slice(last.end, span.start);
    if (last && between !== undefined && belongTogether(text, last, span, between, format)) {
      last.end = span.end;
    } else found.push({ ...span });
  }
  return found.map((span) => wrapped(text, span, format));
}

function belongTogether(text: string, a: Span, b: Span, between: string, format: MarkFormat): boolean {
  if (BLANKS.test(between)) return true;
  // `([CQ], [source: a.txt])`
  if (/^[^\S\r\n]*[,;][^\S\r\n]*$/.test(between)) {
    return /\([^\S\r\n]*$/.test(text.slice(lineStart(text, a.start), a.start));
  }
  return between.trim() === '' && standsAlone(text, a, format) && standsAlone(text, b, format);
}

const EMPHASIS = /[*_~]+$/;

function wrapped(text: string, { start, end }: Span, format: MarkFormat): Stretch {
  let wide = { start, end };
  for (;;) {
    const left = withBlanksBefore(text, wide.start);
    const right = withBlanksBehind(text, wide.end);
    const pair = (text[left - 1] ?? '') + (text[right] ?? '');
    const emphasis =
      format === 'markdown' ? EMPHASIS.exec(text.slice(Math.max(0, wide.start - 3), wide.start))?.[0] : '';
    if (pair === '()' || pair === '[]') wide = { start: left - 1, end: right + 1 };
    else if (emphasis && text.startsWith(emphasis, wide.end))
      wide = { start: wide.start - emphasis.length, end: wide.end + emphasis.length };
    else return wide;
  }
}

/** What may stand before the only thing that a line says: a list item's sign, in Markdown also those of headings and block quotations. */
const LEAD: Readonly<Record<MarkFormat, RegExp>> = {
  plain: /^[^\S\r\n]*(?:(?:[-*+•–]|\d{1,9}[.)])[^\S\r\n]+)?$/,
  markdown:
    /^[^\S\r\n]*(?:>[^\S\r\n]*)*(?:(?:[-*+•]|\d{1,9}[.)])[^\S\r\n]+(?:\[[ xX]\][^\S\r\n]+)?)?(?:#{1,6}[^\S\r\n]+)?$/,
};

/** Whether the lines of the span say nothing else. A list item that goes on in the next line does. */
function standsAlone(text: string, { start, end }: Span, format: MarkFormat): boolean {
  const first = lineStart(text, start);
  const lead = text.slice(first, start);
  const next = nextLine(text, end);
  if (!BLANKS.test(text.slice(end, lineEnd(text, end))) || !LEAD[format].test(lead)) return false;
  return (
    lead.trim() === '' || lead.trim().startsWith('>') || !/^[^\S\r\n]+\S/.test(text.slice(next, next + 200))
  );
}

/** The lines with their breaks, and the empty line that would otherwise stand twice or at the end. */
function wholeLines(text: string, { start, end }: Span): Stretch {
  let first = lineStart(text, start);
  let last = nextLine(text, end);
  if (last >= text.length) {
    // The last lines: with the empty lines above them, but for one line break if the text ended with one.
    const kept = text.slice(0, first).replace(/(?:(?:\r\n|\r|\n)[ \t>]*)+$/, '').length;
    const breakLength = /^(?:\r\n|\r|\n)/.exec(text.slice(kept))?.[0].length ?? 0;
    return { start: /[\r\n]$/.test(text) ? kept + breakLength : kept, end: text.length };
  }
  if (first > 0 && !isEmptyLine(text, lineBefore(text, first))) return { start: first, end: last };
  // In a block quotation the empty line is its own, and goes with its last paragraph.
  const isQuoted = (at: number): boolean => text.slice(at, lineEnd(text, at)).includes('>');
  if (first > 0 && isQuoted(lineBefore(text, first)) && !isQuoted(last)) first = lineBefore(text, first);
  else
    for (let next = last; next < text.length && isEmptyLine(text, next); next = last)
      last = nextLine(text, next);
  return { start: first, end: last };
}

/** The start of the line before the one that begins at `first`. */
function lineBefore(text: string, first: number): number {
  return lineStart(text, first - (text.startsWith('\r\n', first - 2) ? 2 : 1));
}

function isEmptyLine(text: string, start: number): boolean {
  return /^[\s>]*$/.test(text.slice(start, lineEnd(text, start)));
}

function withBlanksBefore(text: string, at: number): number {
  let start = at;
  while (start > 0 && BLANK.test(text[start - 1]!)) start--;
  return start;
}

function withBlanksBehind(text: string, at: number): number {
  let end = at;
  while (end < text.length && BLANK.test(text[end]!)) end++;
  return end;
}

/** Inside a line: with the blanks of one side, so that the others stand between the words as if nothing had been there. */
function withBlanks(text: string, { start, end }: Span): Stretch {
  const left = withBlanksBefore(text, start);
  const right = withBlanksBehind(text, end);
  const before = text.slice(lineStart(text, left), left);
  const behind = text.slice(right, lineEnd(text, right));
  if (before === '') return { start, end: right };
  // What stands behind the last words, two blanks of a line break in Markdown among them, belongs to the line.
  if (behind === '') return { start: left, end };
  if (left === start) return { start, end: opens(before) ? right : end };
  if (right === end) return { start: closes(behind) ? left : start, end };
  // The longer run of blanks stays, and one that is no ordinary blank.
  const keepsLeft = right - end < start - left || /[^ \t]/.test(text.slice(left, start));
  return keepsLeft ? { start, end: right } : { start: left, end };
}

/** Signs that open before a word and close behind one: quotation marks, emphasis. */
const BOTH_WAYS = '["\'“”‘’«»„‚*_~]';
const OPENING = new RegExp(`(?:[([{„‚]|[^\\s\\p{Pd}][—–]|(?:^|[\\s([{—–-])${BOTH_WAYS}+)$`, 'u');
const CLOSING = new RegExp(
  // The stops, but not those of a number; a contraction; what stands before no word.
  `^(?:[,;:!?)\\]}…%]|\\.(?!\\d)|[—–](?!\\s)|/|-(?!\\d)|[’'](?:s|d|m|t|re|ve|ll)(?![\\p{L}\\p{N}])|${BOTH_WAYS}+(?![\\p{L}\\p{N}([{$£€"'“”‘’«»„‚*_~]))`,
  'iu',
);

/** Whether no blank belongs behind the words of a line so far. */
function opens(before: string): boolean {
  return OPENING.test(before.slice(-20));
}

/** Whether no blank belongs before the rest of a line. */
function closes(behind: string): boolean {
  return CLOSING.test(behind.slice(0, 20));
}
