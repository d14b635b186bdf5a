/**
 * The features of the first tagger, which reads a whole block and finds cues (with a first idea of the rest).
 *
 * They are written by several small functions and from values that were read before: the compiler expands each of them
 * wholly, hashes included, and that is worth half of their time.
 */
import { Pos, type BlockView } from './blockView.ts';
import { hashFeature } from './learned/hash.ts';
import { MARGIN, padded } from './learned/padding.ts';

export const MAX_CUE_FEATURES = 31;

/** The values that the features of a token are made of; `look` goes to a token. */
export class CueToken {
  word: Int32Array = new Int32Array(0);
  pos: Int32Array = new Int32Array(0);
  private shapes: Int32Array = new Int32Array(0);
  private quotes: Int32Array = new Int32Array(0);
  private classes: Int32Array = new Int32Array(0);
  private rates: Int32Array = new Int32Array(0);
  private marks: Int32Array = new Int32Array(0);

  /** The token's place in `word` and `pos`. */
  at = 0;
  w0 = 0;
  wBefore = 0;
  wAfter = 0;
  lemma = 0;
  suffix = 0;
  p0 = 0;
  pBefore = 0;
  pAfter = 0;
  shape = 0;
  shapeBefore = 0;
  shapeAfter = 0;
  q0 = 0;
  qBefore = 0;
  /** Of the sentence's first and last token. */
  qFirst = 0;
  qLast = 0;
  mark = 0;
  markBefore = 0;
  markAfter = 0;
  cueClass = 0;
  classBefore = 0;
  classAfter = 0;
  rate = 0;
  rateBefore = 0;
  rateAfter = 0;
  depth = 0;
  /** To the sentence's start and end, in tokens, three at most. */
  fromStart = 0;
  toEnd = 0;
  /** The nearest likely cues: their lemmas, how far away they are in steps, and the word behind the left one. */
  leftLemma = 0;
  rightLemma = 0;
  leftDistance = 0;
  rightDistance = 0;
  afterLeft = 0;
  /** What is probably the subject to the left: its part of speech and shape. */
  subject = 0;
  /** What is probably the complement to the right: its part of speech and how far away it is. */
  complement = 0;
  complementDistance = 0;

  /** Copies of the block's values, so that neighbours are always there. */
  open(v: BlockView): void {
    const last = v.length - 1;
    this.word = padded(v.word, 0, last, this.word);
    this.pos = padded(v.pos, 0, last, this.pos);
    this.shapes = padded(v.shape, 0, last, this.shapes);
    this.quotes = padded(v.quote, 0, last, this.quotes);
    this.classes = padded(v.cueClass, 0, last, this.classes);
    this.rates = padded(v.cueRate, 0, last, this.rates);
    this.marks = padded(v.mark, 0, last, this.marks);
  }

  /** Takes the values of token `i` of the block that is open. */
  look(v: BlockView, i: number): void {
    const { word, pos, shapes, quotes, classes, rates, marks } = this;
    const at = i + MARGIN;
    this.at = at;
    this.w0 = word[at]!;
    this.wBefore = word[at - 1]!;
    this.wAfter = word[at + 1]!;
    this.lemma = v.lemma[i]!;
    this.suffix = v.suffix[i]!;
    this.p0 = pos[at]!;
    this.pBefore = pos[at - 1]!;
    this.pAfter = pos[at + 1]!;
    this.shape = shapes[at]!;
    this.shapeBefore = shapes[at - 1]!;
    this.shapeAfter = shapes[at + 1]!;
    this.q0 = quotes[at]!;
    this.qBefore = quotes[at - 1]!;
    this.mark = marks[at]!;
    this.markBefore = marks[at - 1]!;
    this.markAfter = marks[at + 1]!;
    this.cueClass = classes[at]!;
    this.classBefore = classes[at - 1]!;
    this.classAfter = classes[at + 1]!;
    this.rate = rates[at]!;
    this.rateBefore = rates[at - 1]!;
    this.rateAfter = rates[at + 1]!;
    this.depth = v.depth[i]!;
    const sentence = v.sentence[i]!;
    const first = v.sentenceFirst[sentence]!;
    const last = v.sentenceLast[sentence]!;
    this.qFirst = v.quote[first]!;
    this.qLast = v.quote[last]!;
    this.fromStart = Math.min(3, i - first);
    this.toEnd = Math.min(3, last - i);
    const left = v.cueLeft[i]!;
    const right = v.cueRight[i]!;
    this.leftLemma = left < 0 ? 0 : v.lemma[left]!;
    this.rightLemma = right < 0 ? 0 : v.lemma[right]!;
    this.leftDistance = left < 0 ? 0 : distanceStep(i - left);
    this.rightDistance = right < 0 ? 0 : distanceStep(right - i);
    this.afterLeft = left < 0 ? 0 : word[left + MARGIN + 1]!;
    this.lookForSubject(i, first);
    this.lookForComplement(i, last);
  }

  private lookForSubject(i: number, first: number): void {
    const { pos } = this;
    const leftmost = Math.max(first, i - REACH) + MARGIN;
    let at = i - 1 + MARGIN;
    while (
      at >= leftmost &&
      (pos[at] === Pos.adverb || pos[at] === Pos.auxiliary || pos[at] === Pos.particle)
    )
      at--;
    this.subject = pos[at]! * 16 + this.shapes[at]!;
  }

  private lookForComplement(i: number, last: number): void {
    const { pos } = this;
    const rightmost = Math.min(last, i + REACH) + MARGIN;
    let at = i + 1 + MARGIN;
    while (
      at <= rightmost &&
      (pos[at] === Pos.adverb ||
        pos[at] === Pos.adposition ||
        pos[at] === Pos.determiner ||
        pos[at] === Pos.adjective)
    )
      at++;
    this.complement = pos[at]!;
    this.complementDistance = at - MARGIN - i;
  }
}

/** How many small words are passed over on the way to a subject or a complement; prose never has so many. */
const REACH = 12;

/** Writes the features of the token that is looked at; returns how many. */
export function cueFeatures(t: CueToken, out: Int32Array): number {
  wordFeatures(t, out);
  partOfSpeechFeatures(t, out);
  formFeatures(t, out);
  let n = t.rate === 0 ? 16 : reportingFeatures(t, out);
  n = nearestCueFeatures(t, out, n);
  n = sentenceFeatures(t, out, n);
  return clauseFeatures(t, out, n);
}

function wordFeatures({ word, at, lemma, q0 }: CueToken, out: Int32Array): void {
  out[0] = hashFeature(0, word[at]!);
  out[1] = hashFeature(1, word[at - 1]!);
  out[2] = hashFeature(2, word[at + 1]!);
  out[3] = hashFeature(3, word[at - 2]!);
  out[4] = hashFeature(4, word[at + 2]!);
  out[5] = hashFeature(5, lemma, q0);
}

function partOfSpeechFeatures({ pos, at }: CueToken, out: Int32Array): void {
  const before = pos[at - 1]!;
  const here = pos[at]!;
  const after = pos[at + 1]!;
  out[6] = hashFeature(6, before, here, after);
  out[7] = hashFeature(7, pos[at - 2]!, before, here);
  out[8] = hashFeature(8, here, after, pos[at + 2]);
  out[9] = hashFeature(9, after, pos[at + 2], pos[at + 3]);
  out[10] = hashFeature(10, pos[at - 3]!, pos[at - 2], before);
}

function formFeatures(t: CueToken, out: Int32Array): void {
  out[11] = hashFeature(11, t.suffix, t.p0);
  out[12] = hashFeature(12, t.shape, t.shapeBefore, t.shapeAfter);
  out[13] = hashFeature(13, t.cueClass >> 5, t.classAfter >> 5, t.classBefore >> 5);
  out[14] = hashFeature(14, t.cueClass, t.q0 * 8 + t.qBefore, t.markBefore * 16 + t.markAfter);
  out[15] = hashFeature(15, t.rate * 8 + t.rateAfter, t.p0, t.rateBefore);
}

/** Of words that report nothing, these would only say again what their neighbours say. */
function reportingFeatures(t: CueToken, out: Int32Array): number {
  out[16] = hashFeature(16, t.rate, t.pBefore, t.pAfter);
  out[17] = hashFeature(17, t.rate, t.wAfter);
  out[18] = hashFeature(18, t.wBefore, t.rate);
  return 19;
}

/** The nearest likely cues, and what stands between. */
function nearestCueFeatures(t: CueToken, out: Int32Array, n: number): number {
  out[n] = hashFeature(19, t.leftLemma, t.leftDistance, t.p0);
  out[n + 1] = hashFeature(20, t.rightLemma, t.rightDistance, t.p0);
  out[n + 2] = hashFeature(21, t.leftDistance, t.w0, t.q0);
  out[n + 3] = hashFeature(22, t.afterLeft, t.leftDistance, t.mark);
  out[n + 4] = hashFeature(23, t.leftDistance * 16 + t.rightDistance, t.mark * 16 + t.q0, t.pAfter);
  return n + 5;
}

function sentenceFeatures(t: CueToken, out: Int32Array, n: number): number {
  out[n] = hashFeature(24, t.fromStart, t.p0, t.q0);
  out[n + 1] = hashFeature(25, t.toEnd, t.p0, t.q0);
  out[n + 2] = hashFeature(26, t.qFirst, t.qLast, t.q0 * 32 + t.p0);
  return n + 3;
}

/** Subject to the left, complement to the right. */
function clauseFeatures(t: CueToken, out: Int32Array, n: number): number {
  out[n] = hashFeature(27, t.subject, t.lemma);
  out[n + 1] = hashFeature(28, t.subject, t.rate, t.pAfter);
  out[n + 2] = hashFeature(29, t.depth, t.p0, t.mark);
  out[n + 3] = hashFeature(30, t.complement, t.lemma, t.complementDistance);
  return n + 4;
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
