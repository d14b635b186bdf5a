/** Which of many nested spans a place lies in, asked for places in text order: one sweep over both. */
import type { Span } from '../../text/span.ts';

interface Interval extends Span {
  readonly index: number;
}

export class Innermost {
  readonly #intervals: readonly Interval[];
  #next = 0;
  #open: Interval[] = [];

  /** @param spans the spans of each item; the answer is the item's index */
  constructor(spans: readonly (readonly Span[])[]) {
    this.#intervals = spans
      .flatMap((ofItem, index) => ofItem.map(({ start, end }) => ({ start, end, index })))
      .sort((a, b) => a.start - b.start || b.end - a.end);
  }

  /** The item whose span covers `offset` and starts last; offsets must not fall from call to call. */
  at(offset: number): number | null {
    while (this.#next < this.#intervals.length && this.#intervals[this.#next]!.start <= offset) {
      this.#open.push(this.#intervals[this.#next++]!);
    }
    // Nested spans end inner first; a span that outlasts a later one is met again further down.
    while (this.#open.length > 0 && this.#open.at(-1)!.end <= offset) this.#open.pop();
    return this.#open.at(-1)?.index ?? null;
  }
}
