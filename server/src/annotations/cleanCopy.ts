/** The article as it goes out: without the marks of those who wrote and checked it, and without a trace of them. */
import type { TextEdit } from '../text/edits.ts';
import { applyEdits } from '../text/edits.ts';
import type { Mark, MarkFormat } from '../text/marks.ts';
import { findMarks, ownsItsLines } from '../text/marks.ts';
import type { Span } from '../text/span.ts';
import { textOf } from '../text/span.ts';
import { footnoteTargets } from './coverage.ts';
import { isDismissal } from './dismissals.ts';
import { footnoteTarget } from './targets.ts';

/** Taking a mark away may join what stood around it to another one: `[[CQ]TK]`. */
const MOST_PASSES = 10;

/** The text without marks: no blank too many, none before a comma, no empty line left behind. Never throws. */
export function cleanCopy(text: string, format: MarkFormat): string {
  let clean = text;
  for (let pass = 0; pass < MOST_PASSES; pass++) {
    const edits = cleaningEdits(clean, format);
    if (edits.length === 0) break;
    clean = applyEdits(clean, edits);
  }
  return clean;
}

/**
 * The edits that take the marks out. Footnotes go when they lead to a source; a footnote in words is the reader's. Of
 * comments only dismissals go.
 */
export function cleaningEdits(text: string, format: MarkFormat): TextEdit[] {
  const marks = findMarks(text, format);
  const targets = footnoteTargets(text, marks);
  return removingEdits(
    text,
    marks.filter((mark) => leaves(text, mark, targets)),
  );
}

/** The edits that take some of a text's marks out, in their order, with the blanks and lines that only they needed. */
export function removingEdits(text: string, marks: readonly Mark[]): TextEdit[] {
  return joined(text, marks).map((span) => ({ span, newText: '' }));
}

function leaves(text: string, { kind, id, content }: Mark, targets: ReadonlyMap<string, string>): boolean {
  switch (kind) {
    case 'footnote':
    case 'definition': {
      const definition = targets.get(id);
      return definition === undefined || definition === '' || footnoteTarget(definition) !== null;
    }
    case 'comment':
      return isDismissal(textOf(text, content));
    default:
      return true;
  }
}

/** What is to go: neighbouring marks as one, with the blanks or the line that only they needed. */
function joined(text: string, marks: readonly Mark[]): Span[] {
  const spans: { start: number; end: number }[] = [];
  for (const { span } of marks) {
    const last = spans.at(-1);
    const between = last && text.slice(last.end, span.start);
    const beside = between !== undefined && /^[ \t]*$/.test(between);
    if (
      last &&
      (beside || (between!.trim() === '' && ownsItsLines(text, last) && ownsItsLines(text, span)))
    ) {
      last.end = span.end;
    } else spans.push({ ...span });
  }
  const widened: { start: number; end: number }[] = [];
  for (const span of spans) {
    const wide = ownsItsLines(text, span) ? wholeLines(text, span) : withBlanks(text, span);
    const last = widened.at(-1);
    // Lines with marks on either side of an empty line both claim it.
    if (last && wide.start < last.end) last.end = Math.max(last.end, wide.end);
    else widened.push(wide);
  }
  return widened;
}

/** The lines with their breaks, and the empty line that would otherwise stand twice or at the end. */
function wholeLines(text: string, { start, end }: Span): { start: number; end: number } {
  const first = startOfLine(text, start);
  let last = endOfLine(text, end);
  const emptyBefore = first === 0 || isEmptyLineBefore(text, first);
  if (last >= text.length) {
    // The last lines: with the empty lines above them, but for one line break if the text ended with one.
    const kept = text.slice(0, first).replace(/(?:\r\n|\r|\n)[ \t\r\n]*$/, '').length;
    const breakLength = /^(?:\r\n|\r|\n)/.exec(text.slice(kept))?.[0].length ?? 0;
    return { start: /[\r\n]$/.test(text) ? kept + breakLength : kept, end: text.length };
  }
  if (emptyBefore) {
    for (let next = last; next < text.length && isEmptyLine(text, next); next = last)
      last = endOfLine(text, next);
  }
  return { start: first, end: last };
}

function startOfLine(text: string, at: number): number {
  let start = at;
  while (start > 0 && !/[\r\n]/.test(text[start - 1]!)) start--;
  return start;
}

/** Behind the line's break. */
function endOfLine(text: string, at: number): number {
  let end = at;
  while (end < text.length && !/[\r\n]/.test(text[end]!)) end++;
  if (end >= text.length) return end;
  return text.startsWith('\r\n', end) ? end + 2 : end + 1;
}

function isEmptyLine(text: string, start: number): boolean {
  return text.slice(start, endOfLine(text, start)).trim() === '';
}

function isEmptyLineBefore(text: string, start: number): boolean {
  const breakLength = text.startsWith('\r\n', start - 2) ? 2 : 1;
  return isEmptyLine(text, startOfLine(text, start - breakLength));
}

/** With the blank before it where a blank, a closing sign or the line's end follows; with the one after it at a line's start. */
function withBlanks(text: string, { start, end }: Span): { start: number; end: number } {
  let before = start;
  while (before > 0 && /[ \t]/.test(text[before - 1]!)) before--;
  const atLineStart = before === 0 || /[\r\n]/.test(text[before - 1]!);
  if (atLineStart) {
    let after = end;
    while (after < text.length && /[ \t]/.test(text[after]!)) after++;
    return { start, end: after };
  }
  const follows = text[end];
  return follows === undefined || /[\s,.;:!?)\]”’"'»…]/.test(follows)
    ? { start: before, end }
    : { start, end };
}
