/** The features of the first tagger, which reads a whole block and finds cues (with a first idea of the rest). */
import type { BlockView } from './blockView.ts';
import { Mark, Pos } from './blockView.ts';
import { hashFeature } from './learned/hash.ts';

/** Values outside the block. */
const BEFORE = -1;
const AFTER = -2;

export const MAX_CUE_FEATURES = 31;

/** Writes the features of token `i`; returns how many. */
export function cueFeatures(v: BlockView, i: number, out: Int32Array): number {
  let n = 0;
  const { word, lemma, pos, quote, cueClass, mark } = v;
  const w0 = word[i]!;
  const w1 = at(word, v.length, i + 1);
  const w2 = at(word, v.length, i + 2);
  const wm1 = at(word, v.length, i - 1);
  const wm2 = at(word, v.length, i - 2);
  const l0 = lemma[i]!;
  const p0 = pos[i]!;
  const p1 = at(pos, v.length, i + 1);
  const p2 = at(pos, v.length, i + 2);
  const p3 = at(pos, v.length, i + 3);
  const pm1 = at(pos, v.length, i - 1);
  const pm2 = at(pos, v.length, i - 2);
  const pm3 = at(pos, v.length, i - 3);
  const q0 = quote[i]!;
  const qm1 = at(quote, v.length, i - 1);
  const c0 = cueClass[i]!;
  const f0 = c0 >> 5;
  const r0 = v.cueRate[i]!;
  const sentence = v.sentence[i]!;
  const first = v.sentenceFirst[sentence]!;
  const last = v.sentenceLast[sentence]!;
  out[n++] = hashFeature(0, w0);
  out[n++] = hashFeature(1, wm1);
  out[n++] = hashFeature(2, w1);
  out[n++] = hashFeature(3, wm2);
  out[n++] = hashFeature(4, w2);
  out[n++] = hashFeature(5, l0, q0);
  out[n++] = hashFeature(6, pm1, p0, p1);
  out[n++] = hashFeature(7, pm2, pm1, p0);
  out[n++] = hashFeature(8, p0, p1, p2);
  out[n++] = hashFeature(9, p1, p2, p3);
  out[n++] = hashFeature(10, pm3, pm2, pm1);
  out[n++] = hashFeature(11, v.suffix[i]!, p0);
  out[n++] = hashFeature(12, v.shape[i]!, at(v.shape, v.length, i - 1), at(v.shape, v.length, i + 1));
  out[n++] = hashFeature(13, f0, at(cueClass, v.length, i + 1) >> 5, at(cueClass, v.length, i - 1) >> 5);
  out[n++] = hashFeature(14, c0, q0 * 8 + qm1, at(mark, v.length, i - 1) * 16 + at(mark, v.length, i + 1));
  out[n++] = hashFeature(15, r0 * 8 + at(v.cueRate, v.length, i + 1), p0, at(v.cueRate, v.length, i - 1));
  // of words that report nothing, these would only say again what their neighbours say
  if (r0 !== 0) {
    out[n++] = hashFeature(16, r0, pm1, p1);
    out[n++] = hashFeature(17, r0, w1);
    out[n++] = hashFeature(18, wm1, r0);
  }
  // the nearest likely cues, and what stands between
  const left = v.cueLeft[i]!;
  const right = v.cueRight[i]!;
  const leftLemma = left < 0 ? 0 : lemma[left]!;
  const rightLemma = right < 0 ? 0 : lemma[right]!;
  const leftDistance = left < 0 ? 0 : distanceStep(i - left);
  const rightDistance = right < 0 ? 0 : distanceStep(right - i);
  out[n++] = hashFeature(19, leftLemma, leftDistance, p0);
  out[n++] = hashFeature(20, rightLemma, rightDistance, p0);
  out[n++] = hashFeature(21, leftDistance, w0, q0);
  out[n++] = hashFeature(22, left < 0 ? 0 : at(word, v.length, left + 1), leftDistance, mark[i]);
  out[n++] = hashFeature(23, leftDistance * 16 + rightDistance, mark[i]! * 16 + q0, p1);
  // the sentence
  const fromStart = Math.min(3, i - first);
  const toEnd = Math.min(3, last - i);
  out[n++] = hashFeature(24, fromStart, p0, q0);
  out[n++] = hashFeature(25, toEnd, p0, q0);
  out[n++] = hashFeature(26, quote[first]!, at(quote, v.length, last), q0 * 32 + p0);
  // subject to the left, complement to the right
  const leftmost = Math.max(first, i - REACH);
  let k = i - 1;
  while (k >= leftmost && (pos[k] === Pos.adverb || pos[k] === Pos.auxiliary || pos[k] === Pos.particle)) k--;
  out[n++] = hashFeature(27, at(pos, v.length, k) * 16 + at(v.shape, v.length, k), l0);
  out[n++] = hashFeature(28, at(pos, v.length, k) * 16 + at(v.shape, v.length, k), r0, p1);
  out[n++] = hashFeature(29, v.depth[i]!, p0, mark[i]);
  const rightmost = Math.min(last, i + REACH);
  k = i + 1;
  while (
    k <= rightmost &&
    (pos[k] === Pos.adverb ||
      pos[k] === Pos.adposition ||
      pos[k] === Pos.determiner ||
      pos[k] === Pos.adjective)
  )
    k++;
  out[n++] = hashFeature(30, at(pos, v.length, k), l0, k - i);
  return n;
}

/** How many small words are passed over on the way to a subject or a complement; prose never has so many. */
const REACH = 12;

/** The value at token `k`, also where the block has no such token. */
function at(values: Int32Array, length: number, k: number): number {
  return k < 0 ? BEFORE : k >= length ? AFTER : values[k]!;
}

/** The class of the edge from token `i - 1` to `i`, for the transition weights. */
export const EDGE_CLASSES = 24;

export function edgeClass(v: BlockView, i: number): number {
  if (i === 0) return 0;
  const before = v.quotation[i - 1]!;
  const here = v.quotation[i]!;
  if (before !== here) return here < 0 ? 1 : before < 0 ? 2 : 3;
  const quoted = here >= 0 ? 10 : 0;
  if (v.sentence[i] !== v.sentence[i - 1]) return 4 + quoted;
  switch (v.mark[i]) {
    case Mark.none:
      break;
    case Mark.stop:
    case Mark.question:
      return 5 + quoted;
    default:
      return 6 + quoted;
  }
  switch (v.mark[i - 1]) {
    case Mark.none:
      break;
    case Mark.comma:
      return 7 + quoted;
    default:
      return 8 + quoted;
  }
  const p = v.pos[i]!;
  if (p === Pos.conjunction || p === Pos.subordinator || p === Pos.adposition) return 9 + quoted;
  return (p === Pos.verb || p === Pos.auxiliary ? 10 : 11) + (here >= 0 ? 12 : 0);
}

/** A distance in tokens as one of few steps. */
export function distanceStep(distance: number): number {
  if (distance <= 4) return distance;
  if (distance <= 7) return 5;
  if (distance <= 12) return 6;
  if (distance <= 20) return 7;
  if (distance <= 35) return 8;
  return 9;
}
