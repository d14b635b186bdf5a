/**
 * Figures that go on with a row which somebody gives: `The study found that 8 of 10 boats are old, as are 9 of 10
 * sheds.` The tagger often ends a content at the comma; a figure of the same kind, joined by a word that sets one figure
 * beside the other, is still the source's.
 */
import type { Attribution, Quantity } from '../facts.ts';
import type { ClaimContext, Site } from './claims.ts';

/** What joins the next figure of a row. */
const JOINED =
  /^\s*(?:;|[,–—-]*\s*(?:(?:and )?while|whereas|compared (?:to|with)|versus|as (?:is|are|was|were|do|does|did)|among (?:them|whom)|including)\b)/i;
/** How far apart two figures of a row stand at most, in code units. */
const REACH = 160;

/**
 * For quantities (by index) that are neither exempt nor attributed: the attribution whose row of figures they go on
 * with. Linear: only neighbours are compared.
 */
export function parallelAttributions(
  { text, attributions }: ClaimContext,
  quantities: readonly Quantity[],
  sites: readonly Site[],
): ReadonlyMap<number, number> {
  const result = new Map<number, number>();
  const cues = attributions.flatMap(({ cue }) => cue.map(({ start }) => start)).sort((a, b) => a - b);
  quantities.forEach((quantity, i) => {
    if (i === 0 || quantity.exempt !== null || quantity.attribution !== null) return;
    const before = quantities[i - 1]!;
    if (before.kind !== quantity.kind || sites[i - 1]!.sentence !== sites[i]!.sentence) return;
    const earlier = result.get(i - 1);
    const by = earlier ?? before.attribution;
    if (by === null || before.exempt !== null) return;
    const from = earlier === undefined ? endOfContent(attributions[by]!, before) : before.span.end;
    if (from === null || quantity.span.start < from || quantity.span.start - from > REACH) return;
    if (hasBetween(cues, from, quantity.span.start)) return;
    const between = text.slice(from, quantity.span.start);
    if (JOINED.test(between) || (earlier !== undefined && /^\s*\S*\s*(?:and|or|,)/.test(between)))
      result.set(i, by);
  });
  return result;
}

/** Where the fragment that holds the figure ends, when it stands behind the cue. */
function endOfContent({ cue, content }: Attribution, { number }: Quantity): number | null {
  const fragment = content.find(({ start, end }) => start <= number.start && number.start < end);
  const said = cue[0];
  return fragment && said && said.end <= fragment.start ? fragment.end : null;
}

/** Whether one of the places, in order, lies in `[start, end)`. */
function hasBetween(places: readonly number[], start: number, end: number): boolean {
  let low = 0;
  let high = places.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (places[middle]! < start) low = middle + 1;
    else high = middle;
  }
  return low < places.length && places[low]! < end;
}
