/**
 * A glance at an article: of all stretches somewhat longer than a piece of a passage, those that have the most of its
 * telling words, each beside a neighbour it has in the passage too. Reading closely costs the product of both lengths;
 * this costs one step for each word of the article.
 */
import type { Piece } from './passage.ts';

/** How many places of one article are read closely for one piece. */
const PLACES = 3;
/** A stretch worth reading has at least this share of what the best one has. */
export const WORTH_READING = 0.7;
/** Pairs of function words alone are no reason to read closely. */
const LEAST_SEED_BITS = 4;

/** How many words of an article a piece may stretch over when words were left out silently. */
export function reach({ hashes }: Piece): number {
  return Math.ceil(hashes.length * 1.4) + 8;
}

/** Word indices, half-open, with the bits of the piece's words between them. */
export interface Stretch {
  readonly from: number;
  readonly to: number;
  readonly bits: number;
}

/** Stretches that have most of the piece's pairs of neighbouring words, the best first, none in another's reach. */
export function promisingStretches(piece: Piece, article: Uint32Array, from: number, to: number): Stretch[] {
  const { bits, counts } = piece.wanted;
  const { places, words } = seeds(piece, article, from, to);
  const unmet = counts.slice();

  // A window slides over the seeds; a word counts as often as the passage has it, and no more.
  const length = reach(piece);
  const stretches: Stretch[] = [];
  let total = 0;
  let best = LEAST_SEED_BITS / WORTH_READING;
  for (let last = 0, first = 0; last < places.length; last++) {
    const entering = words[last]!;
    if (unmet[entering]!-- > 0) total += bits[entering]!;
    for (; places[last]! - places[first]! >= length; first++) {
      const leaving = words[first]!;
      if (++unmet[leaving]! > 0) total -= bits[leaving]!;
    }
    if (total < best * WORTH_READING) continue;
    best = Math.max(best, total);
    stretches.push({ from: places[first]!, to: places[last]! + 1, bits: total });
  }
  return bestApart(stretches, best * WORTH_READING, length);
}

/** The words of an article that stand beside a word they stand beside in the piece: their places and numbers. */
function seeds(
  piece: Piece,
  article: Uint32Array,
  from: number,
  to: number,
): { places: number[]; words: number[] } {
  const { wanted } = piece;
  const isSingle = piece.hashes.length === 1;
  const places: number[] = [];
  const words: number[] = [];
  let before = -1;
  for (let i = from; i < to; i++) {
    const word = wanted.lookUp(article[i]!);
    if (word !== -1 && (isSingle || (before !== -1 && wanted.inARow(before, word)))) {
      if (!isSingle && places.at(-1) !== i - 1) {
        places.push(i - 1);
        words.push(before);
      }
      places.push(i);
      words.push(word);
    }
    before = word;
  }
  return { places, words };
}

function bestApart(stretches: readonly Stretch[], least: number, length: number): Stretch[] {
  const chosen: Stretch[] = [];
  const promising = stretches
    .filter(({ bits }) => bits >= least)
    .sort((a, b) => b.bits - a.bits || a.from - b.from);
  for (const stretch of promising) {
    if (chosen.length === PLACES) break;
    if (chosen.every((other) => Math.abs(other.to - stretch.to) >= length / 2)) chosen.push(stretch);
  }
  return chosen;
}
