/**
 * A stretch of an article: UTF-16 code units, half-open, `0 <= start <= end <= text.length`.
 * In `The UN said so` the span of `UN` is `{ start: 4, end: 6 }`.
 */
export interface Span {
  readonly start: number;
  readonly end: number;
}

export function span(start: number, end: number): Span {
  return { start, end };
}

/** The text a span covers. */
export function textOf(text: string, { start, end }: Span): string {
  return text.slice(start, end);
}

/** Whether `inner` lies wholly inside `outer`; equal spans contain each other. */
export function contains(outer: Span, inner: Span): boolean {
  return outer.start <= inner.start && inner.end <= outer.end;
}

/** Whether the offset lies in the span or directly at its end, where a caret still belongs to it. */
export function touches({ start, end }: Span, offset: number): boolean {
  return start <= offset && offset <= end;
}

/** Whether two spans share at least one code unit. */
export function overlaps(a: Span, b: Span): boolean {
  return a.start < b.end && b.start < a.end;
}

/** Whether two spans share a code unit, or one ends where the other begins. */
export function touchEachOther(a: Span, b: Span): boolean {
  return a.start <= b.end && b.start <= a.end;
}

export function lengthOf({ start, end }: Span): number {
  return end - start;
}

/** The span moved by `offset` code units. */
export function shift({ start, end }: Span, offset: number): Span {
  return { start: start + offset, end: end + offset };
}

/** The smallest span that holds all of `spans`; undefined for none. */
export function hull(spans: readonly Span[]): Span | undefined {
  if (spans.length === 0) return undefined;
  let { start, end } = spans[0]!;
  for (const other of spans) {
    start = Math.min(start, other.start);
    end = Math.max(end, other.end);
  }
  return { start, end };
}

export function compareSpans(a: Span, b: Span): number {
  return a.start - b.start || a.end - b.end;
}
