/**
 * Where in an article a passage stands.
 *
 * First a glance finds the stretches that look promising (stretches.ts), then a close reading aligns the passage with
 * them word by word (align.ts). A passage of several pieces (around ellipses) is anchored at its most telling piece; the
 * others are looked for before and after it, in order, the nearest of equals.
 */
import type { Alignment, Preference } from './align.ts';
import { align } from './align.ts';
import type { Piece } from './passage.ts';
import { WORTH_READING, promisingStretches, reach } from './stretches.ts';

/** A place with this share of the piece's bits is good; its neighbourhood is read as well. */
const WORTH_A_SECOND_LOOK = 0.5;
/** How many words from its neighbour a piece is looked for, beside the places it has by itself. */
const NEIGHBOURHOOD = 60;

/** Each piece's alignment with the article, or null where it was not found. */
export type Placements = readonly (Alignment | null)[];

/**
 * The places of an article where the passage may stand. Costs the length of the article for each piece, and the square
 * of the length of each piece.
 * @param leastShare of the most telling piece's bits; stretches that have less are not read closely
 */
export function locate(pieces: readonly Piece[], article: Uint32Array, leastShare: number): Placements[] {
  const anchor = indexOfMostTelling(pieces);
  const leastBits = leastShare * totalBits(pieces[anchor]!);
  return placesOf(pieces[anchor]!, article, { leastBits }).map((place) => {
    const placements = new Array<Alignment | null>(pieces.length).fill(null);
    placements[anchor] = place;
    for (let i = anchor + 1, after = endOf(place); i < pieces.length; i++) {
      const next = following(pieces[i]!, article, after);
      placements[i] = next;
      if (next) after = endOf(next);
    }
    for (let i = anchor - 1, before = startOf(place); i >= 0; i--) {
      const next = preceding(pieces[i]!, article, before);
      placements[i] = next;
      if (next) before = startOf(next);
    }
    return placements;
  });
}

export interface Where {
  /** Word indices of the article, half-open; all of it when not given. */
  readonly from?: number;
  readonly to?: number;
  /** Stretches with fewer bits of the piece are not read closely. */
  readonly leastBits?: number;
}

/** The places of one piece in an article or a part of it; the best first. */
export function placesOf(
  piece: Piece,
  article: Uint32Array,
  { from = 0, to = article.length, leastBits = 0 }: Where = {},
): Alignment[] {
  const margin = reach(piece) - piece.hashes.length;
  const places: Alignment[] = [];
  const add = (place: Alignment | null, leastScore: number) => {
    if (place && place.score >= leastScore && !places.some((other) => overlap(place, other)))
      places.push(place);
  };
  for (const stretch of promisingStretches(piece, article, from, to)) {
    if (stretch.bits < leastBits) break;
    const [left, right] = [Math.max(from, stretch.from - margin), Math.min(to, stretch.to + margin)];
    const place = alignment(piece, article, left, right);
    add(place, 0);
    if (!place || place.score < WORTH_A_SECOND_LOOK * totalBits(piece)) continue;
    // A place nearly as good may stand right before or after it.
    add(alignment(piece, article, left, startOf(place)), place.score * WORTH_READING);
    add(alignment(piece, article, endOf(place), right), place.score * WORTH_READING);
  }
  return places.sort((a, b) => b.score - a.score);
}

/** The article's word index of the first matched word. */
export function startOf({ pairs }: Alignment): number {
  return pairs[0]![1];
}

/** The article's word index after the last matched word. */
export function endOf({ pairs }: Alignment): number {
  return pairs.at(-1)![1] + 1;
}

function overlap(a: Alignment, b: Alignment): boolean {
  return startOf(a) < endOf(b) && startOf(b) < endOf(a);
}

function following(piece: Piece, article: Uint32Array, after: number): Alignment | null {
  const near = alignment(
    piece,
    article,
    after,
    Math.min(article.length, after + NEIGHBOURHOOD + reach(piece)),
  );
  return better(near, placesOf(piece, article, { from: after })[0]);
}

function preceding(piece: Piece, article: Uint32Array, before: number): Alignment | null {
  const from = Math.max(0, before - NEIGHBOURHOOD - reach(piece));
  const near = alignment(piece, article, from, before, 'last');
  return better(near, placesOf(piece, article, { to: before })[0]);
}

/** The place nearby, unless a farther one has more of the piece. */
function better(near: Alignment | null, far: Alignment | undefined): Alignment | null {
  return far && far.score > (near?.score ?? 0) ? far : near;
}

function alignment(
  { hashes, weights }: Piece,
  article: Uint32Array,
  from: number,
  to: number,
  prefer?: Preference,
): Alignment | null {
  if ((to - from) * 2 < hashes.length) return null;
  const found = align(hashes, weights, article, from, to, prefer);
  return found.pairs.length === 0 ? null : found;
}

function indexOfMostTelling(pieces: readonly Piece[]): number {
  const bits = pieces.map(totalBits);
  return bits.indexOf(Math.max(...bits));
}

function totalBits({ weights }: Piece): number {
  return weights.reduce((sum, weight) => sum + weight, 0);
}
