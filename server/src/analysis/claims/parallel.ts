/**
 * Figures that go on with a row which somebody gives: `The study found that 8 of 10 boats are old, as are 9 of 10
 * sheds.` The tagger often ends a content at the comma; a figure of the same kind, joined by a word that sets one figure
 * beside the other, is still the source's.
 */
import { hull } from '../../text/span.ts';
import type { Attribution, Quantity } from '../facts.ts';
import type { ClaimContext, Site } from './claims.ts';

/** What joins the next figure of a row. */
const JOINED =
  /^\s*(?:;|[,–—-]*\s*(?:(?:and )?while|whereas|compared (?:to|with)|versus|as (?:is|are|was|were|do|does|did)|among (?:them|whom)|including)\b)/i;
/** What sets the next figure beside the last one although the clause with the cue stands between. */
const COMPARED = /(?:^|[\s,])(?:from|compared (?:to|with)|versus|against)\s*$/i;
/** So many figures of other kinds may stand between two of a row: `while Osei, with 110 seats, needs 64 percent`. */
const MOST_BETWEEN = 2;
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
    if (quantity.exempt !== null || quantity.attribution !== null) return;
    const k = lastOfKind(quantities, sites, i);
    const before = quantities[k];
    if (before?.exempt !== null) return;
    const earlier = result.get(k);
    const by = earlier ?? before.attribution;
    if (by === null) return;
    const from = earlier === undefined ? endOfReport(attributions[by]!, before) : before.span.end;
    if (from === null || quantity.span.start < from || quantity.span.start - from > REACH) return;
    if (hasBetween(cues, from, quantity.span.start)) return;
    const between = text.slice(from, quantity.span.start);
    const goesOn = earlier !== undefined && /^\s*\S*\s*(?:and|or|,)/.test(between);
    if (goesOn || JOINED.test(between) || COMPARED.test(between)) result.set(i, by);
  });
  return result;
}

/** The figure of the same kind before this one in its sentence; -1 when there is none near enough. */
function lastOfKind(quantities: readonly Quantity[], sites: readonly Site[], i: number): number {
  for (let k = i - 1; k >= 0 && i - k <= MOST_BETWEEN + 1; k--) {
    if (sites[k]!.sentence !== sites[i]!.sentence) return -1;
    if (quantities[k]!.kind === quantities[i]!.kind) return k;
  }
  return -1;
}

/** Where the fragment that holds the figure ends, or the clause with cue and source that stands behind it. */
function endOfReport({ source, cue, content }: Attribution, { number }: Quantity): number | null {
  const fragment = content.find(({ start, end }) => start <= number.start && number.start < end);
  const clause = hull([...cue, ...source]);
  return fragment && clause ? Math.max(fragment.end, clause.end) : null;
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
