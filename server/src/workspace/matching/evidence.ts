/**
 * How much speaks for a passage standing in a place of another article.
 *
 * Two explanations are weighed against each other, as in a likelihood-ratio test: the place is the passage, and of a
 * passage that was reworded some words stay; or it is another text, and what the two share is one phrase and a few
 * words that come by chance, function words oftener than others. The longest run of shared words is explained nearly as
 * well by either, however telling its words are: it is what stands beside it that decides.
 */
import type { MatchedPart } from './match.ts';
import type { Piece } from './passage.ts';

export interface Evidence {
  /** Words of the passage that count: not those in its brackets. */
  readonly words: number;
  /** The longest run of matched words, unbroken on both sides. */
  readonly run: number;
  /** What the matched words tell, and their share of what all words tell, 0 to 1. */
  readonly bits: number;
  readonly share: number;
  /** How much likelier the first explanation is than the second, in bits; negative where the second is. */
  readonly odds: number;
  /** The same for the stretch of the passage that it holds best for: of a long one, the place may have only a part. */
  readonly bestOdds: number;
}

/** How often a word stays in a passage that was reworded thoroughly. */
const KEPT = 0.5;
/** How often a word of another text about the same things stands in the right place: a common one and a rare one. */
const CHANCE = { common: 0.2, rare: 0.05 };
/** What a word of the longest run adds to the odds. */
const BITS_IN_RUN = 1;
/** What it takes from them when words stand a place nearer or farther from each other than in the passage, and how often. */
const BITS_PER_SHIFT = 0.5;
const MOST_SHIFTS = 12;

/** Weighs the places of all parts of a passage together. Linear in the passage. */
export function weighEvidence(parts: readonly MatchedPart[], pieces: readonly Piece[]): Evidence {
  const matched = pieces.map(({ hashes }) => new Uint8Array(hashes.length));
  for (const { piece, alignment } of parts)
    for (const [at] of alignment?.pairs ?? []) matched[piece]![at] = 1;
  const longest = longestRun(parts);
  const shifted = BITS_PER_SHIFT * Math.min(shifts(parts), MOST_SHIFTS);
  let [words, bits, total] = [0, 0, 0];
  let [odds, soFar, best] = [0, 0, 0];
  const count = (more: number) => {
    odds += more;
    soFar = Math.max(0, soFar + more);
    best = Math.max(best, soFar);
  };
  pieces.forEach(({ weights }, piece) => {
    weights.forEach((weight, at) => {
      if (weight === 0) return;
      words++;
      total += weight;
      const chance = chanceOf(weight);
      if (matched[piece]![at] === 0) {
        count(Math.log2((1 - KEPT) / (1 - chance)));
        return;
      }
      bits += weight;
      const isInRun = piece === longest.piece && at >= longest.from && at < longest.to;
      count(isInRun ? BITS_IN_RUN : Math.log2(KEPT / chance));
    });
  });
  return {
    words,
    run: longest.to - longest.from,
    bits,
    share: total === 0 ? 0 : bits / total,
    odds: odds - shifted,
    bestOdds: best - shifted,
  };
}

/**
 * How often a word that tells so many bits stands in the right place by chance. Of all articles 2 to the power of -bits
 * have it; in those about the same things it stands half as often in the right place, within bounds.
 */
function chanceOf(bits: number): number {
  return Math.min(CHANCE.common, Math.max(CHANCE.rare, 2 ** -bits / 2));
}

/** Words of one piece, half-open, that stand in the place in a row. */
interface Run {
  readonly piece: number;
  readonly from: number;
  readonly to: number;
}

function longestRun(parts: readonly MatchedPart[]): Run {
  let longest: Run = { piece: 0, from: 0, to: 0 };
  for (const { piece, alignment } of parts) {
    let from = 0;
    let before: readonly [number, number] = [-2, -2];
    for (const pair of alignment?.pairs ?? []) {
      if (pair[0] !== before[0] + 1 || pair[1] !== before[1] + 1) from = pair[0];
      before = pair;
      const to = pair[0] + 1;
      if (to - from > longest.to - longest.from) longest = { piece, from, to };
    }
  }
  return longest;
}

/**
 * By how many words the distances between matched neighbours differ in the passage and in the place. Two parts of one
 * piece are neighbours too: a quotation joined from far places has as much against it as it may. Around an ellipsis
 * distances mean nothing.
 */
function shifts(parts: readonly MatchedPart[]): number {
  let sum = 0;
  let before: { readonly piece: number; readonly pair: readonly [number, number] } | undefined;
  for (const { piece, alignment } of parts) {
    for (const pair of alignment?.pairs ?? []) {
      if (before?.piece === piece) sum += Math.abs(pair[0] - before.pair[0] - (pair[1] - before.pair[1]));
      before = { piece, pair };
    }
  }
  return sum;
}
