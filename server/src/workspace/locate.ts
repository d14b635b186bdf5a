/**
 * Where in an article a passage stands.
 *
 * First a glance: of all stretches somewhat longer than the passage, those that have the most of its telling words, in
 * any order. Then a close reading: local alignment inside those stretches. A passage with ellipses is several
 * fragments; each is placed by itself, and the best placements that follow one another in order are kept.
 */
import type { Alignment } from './align.ts';
import { align } from './align.ts';

/** A stretch of words looked for, as hashes, each with what it tells in bits (0 for a bracketed word). */
export interface Fragment {
  readonly hashes: Uint32Array;
  readonly weights: Float64Array;
}

/** The placement of all fragments; `null` for those that were not found. */
export interface Location {
  readonly placements: readonly (Alignment | null)[];
  readonly score: number;
}

/** How many places of one article are read closely for one fragment. */
const PLACES = 4;
/** A stretch worth reading has at least this share of what the best one has. */
const WORTH_READING = 0.6;

/**
 * The places of an article where the passage may stand, best first, none overlapping another.
 * Costs the length of the article, and the square of each fragment's length.
 */
export function locate(fragments: readonly Fragment[], article: Uint32Array): Location[] {
  const options = fragments.map((fragment) => placesOf(fragment, article));
  const longest = indexOfLongest(fragments);
  return options[longest]!.map((anchor) => {
    const placements = new Array<Alignment | null>(fragments.length).fill(null);
    placements[longest] = anchor;
    for (let i = longest + 1, after = endOf(anchor); i < fragments.length; i++) {
      const place = nearestFollowing(fragments[i]!, options[i]!, article, after);
      placements[i] = place;
      if (place) after = endOf(place);
    }
    for (let i = longest - 1, before = startOf(anchor); i >= 0; i--) {
      const place = nearestPreceding(fragments[i]!, options[i]!, article, before);
      placements[i] = place;
      if (place) before = startOf(place);
    }
    return { placements, score: placements.reduce((sum, place) => sum + (place?.score ?? 0), 0) };
  }).sort((a, b) => b.score - a.score);
}

/** The article's word index of the first matched word. */
export function startOf({ pairs }: Alignment): number {
  return pairs[0]![1];
}

/** The article's word index after the last matched word. */
export function endOf({ pairs }: Alignment): number {
  return pairs.at(-1)![1] + 1;
}

/** How far from its neighbour a fragment is looked for beside the places found by themselves. */
const NEIGHBOURHOOD = 60;

function nearestFollowing(
  fragment: Fragment,
  places: readonly Alignment[],
  article: Uint32Array,
  after: number,
): Alignment | null {
  const near = alignment(
    fragment,
    article,
    after,
    Math.min(article.length, after + NEIGHBOURHOOD + reach(fragment)),
  );
  return bestOf([near, ...places.filter((place) => startOf(place) >= after)]);
}

function nearestPreceding(
  fragment: Fragment,
  places: readonly Alignment[],
  article: Uint32Array,
  before: number,
): Alignment | null {
  const near = alignment(fragment, article, Math.max(0, before - NEIGHBOURHOOD - reach(fragment)), before);
  return bestOf([near, ...places.filter((place) => endOf(place) <= before)]);
}

/** The best placement; of equals the first, which is the nearest. */
function bestOf(places: readonly (Alignment | null)[]): Alignment | null {
  let best: Alignment | null = null;
  for (const place of places) if (place && place.score > (best?.score ?? 0)) best = place;
  return best;
}

function placesOf(fragment: Fragment, article: Uint32Array): Alignment[] {
  const margin = reach(fragment) - fragment.hashes.length;
  const places: Alignment[] = [];
  for (const [from, to] of promisingStretches(fragment, article)) {
    const place = alignment(
      fragment,
      article,
      Math.max(0, from - margin),
      Math.min(article.length, to + margin),
    );
    if (place && !places.some((other) => startOf(place) < endOf(other) && startOf(other) < endOf(place)))
      places.push(place);
  }
  return places.sort((a, b) => b.score - a.score);
}

function alignment(
  { hashes, weights }: Fragment,
  article: Uint32Array,
  from: number,
  to: number,
): Alignment | null {
  if (to <= from) return null;
  const found = align(hashes, weights, article, from, to);
  return found.pairs.length === 0 ? null : found;
}

/** How many words of an article a fragment may stretch over when words were left out silently. */
function reach({ hashes }: Fragment): number {
  return Math.ceil(hashes.length * 1.6) + 10;
}

/** Stretches of word indices, half-open, that have most of the fragment's words, the best first. */
function promisingStretches(fragment: Fragment, article: Uint32Array): (readonly [number, number])[] {
  const wanted = new Map<number, { weight: number; count: number }>();
  fragment.hashes.forEach((hash, i) => {
    const entry = wanted.get(hash);
    if (entry) entry.count++;
    else wanted.set(hash, { weight: fragment.weights[i]!, count: 1 });
  });
  const hits: number[] = [];
  for (let i = 0; i < article.length; i++) if (wanted.has(article[i]!)) hits.push(i);

  // The window slides over the hits; `left` is counted as often as the passage has it, and no more.
  const left = new Map([...wanted].map(([hash, { count }]) => [hash, count]));
  const length = reach(fragment);
  const stretches: { from: number; to: number; weight: number }[] = [];
  let weight = 0;
  for (let first = 0, last = 0; last < hits.length; last++) {
    const entering = article[hits[last]!]!;
    const spare = left.get(entering)!;
    if (spare > 0) weight += wanted.get(entering)!.weight;
    left.set(entering, spare - 1);
    while (hits[last]! - hits[first]! >= length) {
      const leaving = article[hits[first]!]!;
      const owed = left.get(leaving)!;
      if (owed >= 0) weight -= wanted.get(leaving)!.weight;
      left.set(leaving, owed + 1);
      first++;
    }
    stretches.push({ from: hits[first]!, to: hits[last]! + 1, weight });
  }
  return bestApart(stretches, length);
}

/** The heaviest stretches that do not lie in one another's reach. */
function bestApart(
  stretches: { from: number; to: number; weight: number }[],
  length: number,
): (readonly [number, number])[] {
  const chosen: { from: number; to: number; weight: number }[] = [];
  let heaviest = 0;
  for (const { weight } of stretches) heaviest = Math.max(heaviest, weight);
  const promising = stretches.filter(({ weight }) => weight >= heaviest * WORTH_READING);
  promising.sort((a, b) => b.weight - a.weight || a.from - b.from);
  for (const stretch of promising) {
    if (chosen.length === PLACES) break;
    if (chosen.every((other) => Math.abs(other.to - stretch.to) >= length / 2)) chosen.push(stretch);
  }
  return chosen.map(({ from, to }) => [from, to] as const);
}

function indexOfLongest(fragments: readonly Fragment[]): number {
  const bits = fragments.map(({ weights }) => weights.reduce((sum, weight) => sum + weight, 0));
  return bits.indexOf(Math.max(...bits));
}
