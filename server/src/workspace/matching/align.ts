/**
 * Local alignment of two word sequences after Smith and Waterman (1981): the best chain of equal words in the same
 * order, where every word is worth what it tells and every skipped or exchanged word costs a little.
 *
 * This locates a passage. It does not judge it: the cost of a lost `not` is that of any other word.
 */

export interface Alignment {
  readonly score: number;
  /** Pairs of equal words, by index in the two sequences, in order. */
  readonly pairs: readonly (readonly [passage: number, article: number])[];
}

export interface AlignmentCosts {
  /** For a word of either side that has no partner. */
  readonly gap: number;
  /** For two words that stand in the same place and differ. */
  readonly mismatch: number;
}

const COSTS: AlignmentCosts = { gap: 0.7, mismatch: 1 };

/** Of several alignments that are equally good, the one that ends first in the article, or last. */
export type Preference = 'first' | 'last';

/**
 * @param passage the words looked for, as hashes, with `weights` (bits) beside them
 * @param article the words of the article, of which those from `from` to `to` (exclusive) are read
 * @returns the best alignment; no pairs when no word is shared. Costs `passage.length * (to - from)` steps.
 */
export function align(
  passage: Uint32Array,
  weights: Float64Array,
  article: Uint32Array,
  from: number,
  to: number,
  prefer: Preference = 'first',
): Alignment {
  const { gap, mismatch } = COSTS;
  const isLater = prefer === 'last';
  const width = to - from + 1;
  const scores = scoreTable((passage.length + 1) * width);
  scores.fill(0, 0, width);
  let best = 0;
  let bestAt = 0;
  for (let i = 1; i <= passage.length; i++) {
    const word = passage[i - 1]!;
    const weight = weights[i - 1]!;
    const row = i * width;
    scores[row] = 0;
    let left = 0;
    let diagonal = 0;
    for (let j = 1; j < width; j++) {
      const above = scores[row - width + j]!;
      let score = diagonal + (article[from + j - 1] === word ? weight : -mismatch);
      if (above - gap > score) score = above - gap;
      if (left - gap > score) score = left - gap;
      // Rounded as the table rounds, so that tracing back can compare exactly.
      left = score > 0 ? Math.fround(score) : 0;
      scores[row + j] = left;
      diagonal = above;
      if (left > best || (isLater && left === best && left > 0)) {
        best = left;
        bestAt = row + j;
      }
    }
  }
  return { score: best, pairs: traceBack(passage, article, from, width, scores, bestAt, gap) };
}

let table = new Float32Array(1 << 14);

/** Room for the scores of one alignment, used again by the next; holds anything. */
function scoreTable(size: number): Float32Array {
  if (table.length < size) table = new Float32Array(size);
  return table;
}

function traceBack(
  passage: Uint32Array,
  article: Uint32Array,
  from: number,
  width: number,
  scores: Float32Array,
  bestAt: number,
  gap: number,
): (readonly [number, number])[] {
  const pairs: (readonly [number, number])[] = [];
  let at = bestAt;
  while (scores[at]! > 0) {
    const i = Math.floor(at / width);
    const j = at % width;
    const score = scores[at]!;
    if (score === Math.fround(scores[at - width]! - gap)) at -= width;
    else if (score === Math.fround(scores[at - 1]! - gap)) at -= 1;
    else {
      if (article[from + j - 1] === passage[i - 1]) pairs.push([i - 1, from + j - 1]);
      at -= width + 1;
    }
  }
  return pairs.reverse();
}
