/** Finds what overlaps a stretch of a text without looking at everything: built once, asked often. */
import { lastStartingBefore } from './cover.ts';
import type { Span } from './span.ts';
import { overlaps } from './span.ts';

export class Overlapping<T> {
  readonly #items: readonly { readonly item: T; readonly span: Span; readonly order: number }[];
  readonly #starts: readonly Span[];
  /** How far the items up to each reach at most. */
  readonly #reach: readonly number[];

  constructor(items: readonly T[], spanOf: (item: T) => Span | null) {
    const placed = items.flatMap((item, order) => {
      const span = spanOf(item);
      return span ? [{ item, span, order }] : [];
    });
    placed.sort((a, b) => a.span.start - b.span.start);
    this.#items = placed;
    this.#starts = placed.map(({ span }) => span);
    let reach = 0;
    this.#reach = placed.map(({ span }) => (reach = Math.max(reach, span.end)));
  }

  /** In the order in which the items were given. */
  with(span: Span): T[] {
    const found: { readonly item: T; readonly order: number }[] = [];
    for (let i = lastStartingBefore(this.#starts, span.end); i >= 0 && this.#reach[i]! > span.start; i--) {
      if (overlaps(this.#items[i]!.span, span)) found.push(this.#items[i]!);
    }
    return found.sort((a, b) => a.order - b.order).map(({ item }) => item);
  }
}
