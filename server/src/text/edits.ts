/** Changes to a text, and where a passage stands after them. */
import { commonEnds } from './commonEnds.ts';
import { lastAtOrBefore } from './search.ts';
import type { Span } from './span.ts';
import { lengthOf } from './span.ts';

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

/**
 * Replacements as one change of the text before all of them: in order, apart from each other.
 * @param replacements such a change, of the text that they were made in
 * @param edit made after it
 */
export function withReplacement(replacements: readonly Replacement[], edit: Replacement): Replacement[] {
  const before: Replacement[] = [];
  const after: Replacement[] = [];
  /** How much longer the text has become before the edit, and before what the edit reaches. */
  let grown = 0;
  let { start, end } = edit.removed;
  let { inserted } = edit;
  let reached = 0;
  for (const known of replacements) {
    const from = known.removed.start + grown + reached;
    const grownHere = known.inserted - lengthOf(known.removed);
    if (from + known.inserted < edit.removed.start) {
      before.push(known);
      grown += grownHere;
    } else if (from > edit.removed.end) after.push(known);
    else {
      // What is kept of the earlier replacement belongs to the new one.
      inserted +=
        Math.max(0, edit.removed.start - from) + Math.max(0, from + known.inserted - edit.removed.end);
      start = Math.min(start, from);
      end = Math.max(end, from + known.inserted);
      reached += grownHere;
    }
  }
  return [...before, { removed: { start: start - grown, end: end - grown - reached }, inserted }, ...after];
}

/**
 * Where passages stand after a change of the text; one that was edited into keeps what is left around it, as
 * `grownSpan` has it. What it returns takes no longer for many replacements than for few.
 * @param replacements in order, apart from each other
 */
export function placesAfter(replacements: readonly Replacement[]): (passage: Span) => Span {
  const grown = [0];
  for (const { removed, inserted } of replacements) grown.push(grown.at(-1)! + inserted - lengthOf(removed));
  return ({ start, end }) => {
    const before = lastAtOrBefore(replacements, start, ({ removed }) => removed.end) + 1;
    const next = replacements[before];
    const by = grown[before]!;
    if (!next || next.removed.start >= end)
      return by === 0 ? { start, end } : { start: start + by, end: end + by };
    const last = lastAtOrBefore(replacements, end - 1, ({ removed }) => removed.start);
    return {
      start: Math.min(start, next.removed.start) + by,
      end: Math.max(end, replacements[last]!.removed.end) + grown[last + 1]!,
    };
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
