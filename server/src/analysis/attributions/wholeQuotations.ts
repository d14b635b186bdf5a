/** Quotation marks as constraints on contents. */
import type { BlockView } from './blockView.ts';
import { Mark, QuoteState } from './blockView.ts';
import type { Stretch } from './learned/labels.ts';

/** A content that misses no more than this at an end of a quotation is meant to reach the mark. */
const SLACK = 3;

/**
 * The contents with their ends moved to the marks of the quotations they would cut: over a mark left out or cut off,
 * and over a few words at most, because a longer remainder may be somebody else's.
 */
export function keepQuotationsWhole(
  view: BlockView,
  cue: Stretch,
  source: readonly Stretch[],
  content: readonly Stretch[],
): Stretch[] {
  const taken = (i: number): boolean => [cue, ...source].some(({ first, last }) => first <= i && i <= last);
  const others = (i: number, own: Stretch): boolean =>
    content.some((other) => other !== own && other.first <= i && i <= other.last);
  return content.map((own) => {
    let { first, last } = own;
    const { quotation } = view;
    const free = (i: number): boolean => !taken(i) && !others(i, own);
    // the opening mark, or a few words after it
    for (
      let i = first - 1, steps = 0;
      i >= 0 && steps < SLACK && quotation[first]! >= 0 && quotation[i] === quotation[first] && free(i);
      i--, steps++
    ) {
      if (view.quote[i] === QuoteState.openingMark && quotation[i - 1] !== quotation[i]) first = i;
    }
    for (
      let i = last + 1, steps = 0;
      i < view.length &&
      steps < SLACK &&
      quotation[last]! >= 0 &&
      quotation[i] === quotation[last] &&
      free(i);
      i++, steps++
    ) {
      if (view.quote[i] === QuoteState.closingMark && quotation[i + 1] !== quotation[i]) last = i;
    }
    // a mark that stands alone at the edge belongs to the neighbour
    if (first < last && view.quote[first] === QuoteState.closingMark) first++;
    if (first < last && view.quote[last] === QuoteState.openingMark) last--;
    if (first < last && view.mark[first] === Mark.comma) first++;
    return { first, last };
  });
}
