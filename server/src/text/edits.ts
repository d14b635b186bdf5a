/** Changes to a text, and where a passage stands after them. */
import { commonEnds } from './commonEnds.ts';
import type { Span } from './span.ts';

/** A change to the text of one article: `span` in the text as it is before any of the edits. */
export interface TextEdit {
  readonly span: Span;
  readonly newText: string;
}

/** One replaced stretch: `removed` in the text before the change, `inserted` units in its place. */
export interface Replacement {
  readonly removed: Span;
  readonly inserted: number;
}

/**
 * The text after all edits. Edits may come in any order; of two that overlap, the later one in the text is left out,
 * and positions outside the text are drawn in, so that it never throws. Insertions at one place keep their order.
 */
export function applyEdits(text: string, edits: readonly TextEdit[]): string {
  let result = '';
  let at = 0;
  for (const { span, newText } of inOrder(text.length, edits)) {
    result += text.slice(at, span.start) + newText;
    at = span.end;
  }
  return result + text.slice(at);
}

/**
 * Where a passage stands after the edits, or null when an edit reached into it or across one of its ends: whoever
 * holds the passage must then look for it again. An insertion directly at an end stays outside.
 */
export function mapSpan({ start, end }: Span, edits: readonly TextEdit[]): Span | null {
  let by = 0;
  for (const { span, newText } of edits) {
    const grown = newText.length - (span.end - span.start);
    if (span.end <= start && (span.start < start || span.start === span.end)) by += grown;
    else if (span.start < end && span.end > start) return null;
  }
  return { start: start + by, end: end + by };
}

/** Where a passage stands after a replacement; one that was edited into keeps what is left around it, grown by it. */
export function grownSpan(passage: Span, { removed, inserted }: Replacement): Span {
  const grown = inserted - (removed.end - removed.start);
  if (removed.end <= passage.start && (removed.start < passage.start || removed.start === removed.end))
    return { start: passage.start + grown, end: passage.end + grown };
  if (removed.start >= passage.end || removed.end <= passage.start) return passage;
  return {
    start: Math.min(passage.start, removed.start),
    end: Math.max(passage.end, removed.end) + grown,
  };
}

/** The one edit that turns `before` into `after`: what lies between their common beginning and their common end. */
export function editBetween(before: string, after: string): TextEdit | null {
  if (before === after) return null;
  const { start, tail } = commonEnds(before, after);
  return { span: { start, end: before.length - tail }, newText: after.slice(start, after.length - tail) };
}

function inOrder(length: number, edits: readonly TextEdit[]): TextEdit[] {
  const inside = edits.map(({ span, newText }) => {
    const start = clamp(span.start, length);
    return { span: { start, end: Math.max(start, clamp(span.end, length)) }, newText };
  });
  inside.sort((a, b) => a.span.start - b.span.start || a.span.end - b.span.end);
  let reached = 0;
  return inside.filter(({ span }) => {
    if (span.start < reached) return false;
    reached = span.end;
    return true;
  });
}

function clamp(offset: number, length: number): number {
  return Math.min(Math.max(0, offset), length);
}
