/** Questions about many spans at once, answered by binary search. */
import type { Span } from './span.ts';

/** Stretches of a text, for asking whether something lies in any of them. */
export interface Cover {
  /** Whether a span shares a code unit with any of them. */
  overlaps(span: Span): boolean;
}

/** Builds a cover of spans in any order, overlapping or not. */
export function coverOf(spans: Iterable<Span>): Cover {
  const merged: { start: number; end: number }[] = [];
  for (const { start, end } of [...spans].sort((a, b) => a.start - b.start)) {
    const last = merged.at(-1);
    if (last && start <= last.end) last.end = Math.max(last.end, end);
    else if (end > start) merged.push({ start, end });
  }
  return {
    overlaps({ start, end }) {
      const next = merged[lastStartingBefore(merged, end)];
      return next !== undefined && next.end > start;
    },
  };
}

/** The index of the last of `spans` (sorted by start) that starts before `offset`; -1 for none. */
export function lastStartingBefore(spans: readonly Span[], offset: number): number {
  let low = 0;
  let high = spans.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (spans[middle]!.start < offset) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}
