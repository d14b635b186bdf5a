/** The features of the second tagger, which is given a cue and finds its source and its contents. */
import { Mark, Pos, QuoteState, type BlockView } from './blockView.ts';
import { CONTENT, CUE, CUE_LABELS, SOURCE, type CueReading } from './cueModel.ts';
import { distanceStep } from './cueFeatures.ts';
import { hashFeature } from './learned/hash.ts';
import type { Stretch } from './learned/labels.ts';

export const MAX_ROLE_FEATURES = 48;

/** Values outside the window. */
const BEFORE = -1;
const AFTER = -2;

/** What is known of a cue before its window is read. */
export interface CueContext {
  readonly cue: Stretch;
  /** The cue's most telling lemma, its first and its last word. */
  readonly head: number;
  readonly firstWord: number;
  readonly lastWord: number;
  readonly nextWord: number;
  readonly previousWord: number;
  /** The first word's ending: `saying` and `said` have their subjects in different places. */
  readonly form: number;
  /** Whether the first tagger sees a source right before the cue (1), right behind it (2), or not (0). */
  readonly adjacentSource: number;
  /** What stands at the near ends: a quotation that ends before the cue's subject, one that begins after the cue. */
  readonly pattern: number;
  readonly window: Stretch;
  /** For every token of the window: other cues between it and this cue, commas, verbs, and whether `that` or a mark intervenes. */
  readonly cuesBetween: Uint8Array;
  readonly sourcesBetween: Uint8Array;
  readonly commasBetween: Uint8Array;
  readonly verbsBetween: Uint8Array;
  readonly between: Uint8Array;
}

export function cueContext(v: BlockView, reading: CueReading, cue: Stretch, window: Stretch): CueContext {
  const size = window.last - window.first + 1;
  const context = {
    cue,
    window,
    head: headOf(v, cue),
    firstWord: v.word[cue.first]!,
    lastWord: v.word[cue.last]!,
    nextWord: cue.last + 1 < v.length ? v.word[cue.last + 1]! : AFTER,
    previousWord: cue.first > 0 ? v.word[cue.first - 1]! : BEFORE,
    form: v.suffix[cue.first]!,
    adjacentSource: adjacentSource(reading, cue, v.length),
    pattern: patternOf(v, cue, window),
    cuesBetween: new Uint8Array(size),
    sourcesBetween: new Uint8Array(size),
    commasBetween: new Uint8Array(size),
    verbsBetween: new Uint8Array(size),
    between: new Uint8Array(size),
  };
  walk(v, reading, context, cue.last + 1, window.last + 1, 1);
  walk(v, reading, context, cue.first - 1, window.first - 1, -1);
  return context;
}

const THAT_BETWEEN = 1;
const QUOTE_BETWEEN = 2;
const SENTENCE_BETWEEN = 4;

function walk(
  v: BlockView,
  { labels }: CueReading,
  c: {
    window: Stretch;
    cue: Stretch;
    cuesBetween: Uint8Array;
    sourcesBetween: Uint8Array;
    commasBetween: Uint8Array;
    verbsBetween: Uint8Array;
    between: Uint8Array;
  },
  from: number,
  to: number,
  step: number,
): void {
  let cues = 0;
  let sources = 0;
  let commas = 0;
  let verbs = 0;
  let flags = 0;
  const sentence = v.sentence[c.cue.first]!;
  for (let i = from; i !== to; i += step) {
    const k = i - c.window.first;
    c.cuesBetween[k] = cues;
    c.sourcesBetween[k] = sources;
    c.commasBetween[k] = commas;
    c.verbsBetween[k] = verbs;
    if (v.sentence[i] !== sentence) flags |= SENTENCE_BETWEEN;
    c.between[k] = flags;
    const label = labels[i]!;
    if (enters(label, CUE, step)) cues = Math.min(3, cues + 1);
    // its last token on the way counts a source as passed
    if (enters(label, SOURCE, -step)) sources = Math.min(3, sources + 1);
    if (v.mark[i] === Mark.comma) commas = Math.min(4, commas + 1);
    if (v.mark[i] === Mark.quote) flags |= QUOTE_BETWEEN;
    if (v.pos[i] === Pos.verb || v.pos[i] === Pos.auxiliary) verbs = Math.min(6, verbs + 1);
    if (v.pos[i] === Pos.subordinator) flags |= THAT_BETWEEN;
  }
}

/** Whether a walk in direction `step` enters a stretch of the role at this label. */
function enters(label: number, role: number, step: number): boolean {
  const part = label - 1 - 4 * role;
  return part === 3 || part === (step > 0 ? 0 : 2);
}

const ADJACENT = 3;

function adjacentSource({ labels }: CueReading, cue: Stretch, length: number): number {
  for (let i = cue.first - 1; i >= 0 && i >= cue.first - ADJACENT; i--) {
    if (enters(labels[i]!, SOURCE, -1)) return 1;
    if (enters(labels[i]!, CUE, -1)) break;
  }
  for (let i = cue.last + 1; i < length && i <= cue.last + ADJACENT; i++) {
    if (enters(labels[i]!, SOURCE, 1)) return 2;
    if (enters(labels[i]!, CUE, 1)) break;
  }
  return 0;
}

/** The verb or noun that says most about the cue: the one most often seen in cues, the last of equals. */
function headOf(v: BlockView, cue: Stretch): number {
  let best = cue.last;
  for (let i = cue.last; i >= cue.first; i--) {
    if (v.pos[i] !== Pos.verb && v.pos[i] !== Pos.noun) continue;
    if (v.pos[best] === Pos.verb || v.pos[best] === Pos.noun ? v.cueRate[i]! > v.cueRate[best]! : true)
      best = i;
  }
  return v.lemma[best]!;
}

const NEAR = 10;

function patternOf(v: BlockView, cue: Stretch, window: Stretch): number {
  let pattern = v.quotation[cue.first]! >= 0 ? 1 : 0;
  if (pattern === 0) {
    for (let i = cue.first - 1; i >= window.first && i >= cue.first - NEAR; i--) {
      if (v.quotation[i]! >= 0) {
        pattern |= 2;
        break;
      }
    }
    for (let i = cue.last + 1; i <= window.last && i <= cue.last + NEAR; i++) {
      if (v.quotation[i]! >= 0) {
        pattern |= i <= cue.last + 3 ? 12 : 4;
        break;
      }
    }
  }
  const first = v.sentenceFirst[v.sentence[cue.first]!]!;
  if (v.quote[first] === QuoteState.openingMark) pattern |= 16;
  return pattern;
}

/** Writes the features of token `i` for the cue; returns how many. */
export function roleFeatures(
  v: BlockView,
  reading: CueReading,
  c: CueContext,
  i: number,
  out: Int32Array,
): number {
  const { first, last } = c.window;
  const { word, pos, quote, mark } = v;
  const { labels } = reading;
  let n = 0;
  if (i >= c.cue.first && i <= c.cue.last) {
    out[n++] = hashFeature(0, 0);
    return n;
  }
  const side = i < c.cue.first ? 0 : 1;
  const distance = side === 0 ? c.cue.first - i : i - c.cue.last;
  const near = distanceStep(distance);
  const k = i - c.window.first;
  const cues = c.cuesBetween[k]!;
  const commas = c.commasBetween[k]!;
  const verbs = c.verbsBetween[k]!;
  const between = c.between[k]!;
  const place = side * 4 + cues;
  const { head } = c;
  const w0 = word[i]!;
  const w1 = at(word, first, last, i + 1);
  const wm1 = at(word, first, last, i - 1);
  const p0 = pos[i]!;
  const p1 = at(pos, first, last, i + 1);
  const p2 = at(pos, first, last, i + 2);
  const pm1 = at(pos, first, last, i - 1);
  const pm2 = at(pos, first, last, i - 2);
  const q0 = quote[i]!;
  const m0 = mark[i]!;
  const m1 = at(mark, first, last, i + 1);
  const mm1 = at(mark, first, last, i - 1);
  const y0 = labels[i]!;
  const y1 = labelAt(labels, first, last, i + 1);
  const ym1 = labelAt(labels, first, last, i - 1);
  const quoteRelation = v.quotation[i] === v.quotation[c.cue.first] ? 0 : v.quotation[i]! >= 0 ? 1 : 2;
  // the first tagger's opinion
  const { marginals } = reading;
  const row = i * CUE_LABELS.size;
  const inSource = probability(marginals, row, SOURCE);
  const inContent = probability(marginals, row, CONTENT);
  const inCue = probability(marginals, row, CUE);
  const s = step(inSource);
  const t = step(inContent);
  const u = step(inCue);
  out[n++] = hashFeature(1, place, y0 * 16 + ym1, y1);
  out[n++] = hashFeature(2, place, y0, near);
  out[n++] = hashFeature(3, y0, head, place);
  out[n++] = hashFeature(4, place, s * 64 + t * 8 + u);
  out[n++] = hashFeature(
    5,
    place * 8 + s,
    step(marginals[row + 1 + 4 * SOURCE]!),
    step(marginals[row + 3 + 4 * SOURCE]!),
  );
  out[n++] = hashFeature(
    6,
    place * 8 + t,
    step(marginals[row + 1 + 4 * CONTENT]!),
    step(marginals[row + 3 + 4 * CONTENT]!),
  );
  out[n++] = hashFeature(
    7,
    place,
    step(marginals[row + 4 + 4 * SOURCE]!),
    step(marginals[row + 4 + 4 * CONTENT]!),
  );
  out[n++] = hashFeature(8, place * 8 + t, c.pattern, y0);
  out[n++] = hashFeature(9, side, s * 8 + t, commas * 8 + verbs);
  if (isDeepInside(v, c, i)) return n;
  // the token
  out[n++] = hashFeature(10, w0, side);
  out[n++] = hashFeature(11, wm1, side);
  out[n++] = hashFeature(12, w1, side);
  out[n++] = hashFeature(13, at(word, first, last, i - 2), side);
  out[n++] = hashFeature(14, at(word, first, last, i + 2), side);
  out[n++] = hashFeature(15, pm2 * 32 + pm1, p0, side);
  out[n++] = hashFeature(16, p0 * 32 + p1, p2, side);
  out[n++] = hashFeature(17, mm1 * 16 + m0, m1, place * 8 + q0);
  out[n++] = hashFeature(
    18,
    q0,
    at(quote, first, last, i + 1) * 8 + at(quote, first, last, i - 1),
    place * 4 + quoteRelation,
  );
  // the token and the cue
  out[n++] = hashFeature(19, head, near, side * 32 + p0);
  out[n++] = hashFeature(20, head, w0, place);
  out[n++] = hashFeature(21, c.lastWord, near * 2 + side, p0);
  out[n++] = hashFeature(22, c.firstWord, near * 2 + side, p0);
  out[n++] = hashFeature(23, c.nextWord, near * 2 + side, p0);
  out[n++] = hashFeature(24, head, c.pattern, place * 8 + q0);
  out[n++] = hashFeature(25, c.pattern, near * 2 + side, q0 * 4 + quoteRelation);
  out[n++] = hashFeature(26, side * 8 + between, commas * 8 + verbs, p0);
  out[n++] = hashFeature(27, place * 8 + between, m0 * 16 + mm1, quoteRelation);
  out[n++] = hashFeature(28, place, verbs * 8 + commas, m0 * 16 + m1);
  out[n++] = hashFeature(29, side, v.depth[i]! * 16 + m0, p1);
  out[n++] = hashFeature(30, near * 2 + side, v.shape[i], p0);
  const sources = c.sourcesBetween[k]!;
  const isSource = y0 > 4 * SOURCE && y0 <= 4 * SOURCE + 4 ? 1 : 0;
  const chain = (sources * 4 + cues) * 4 + c.adjacentSource;
  out[n++] = hashFeature(31, chain * 2 + isSource, c.previousWord, side);
  out[n++] = hashFeature(32, chain, y0 * 2 + side, c.form);
  out[n++] = hashFeature(33, chain, p0 * 32 + pm1, side * 8 + s);
  out[n++] = hashFeature(34, chain * 2 + side, c.pattern, isSource * 8 + t);
  if (m0 !== Mark.none) {
    out[n++] = hashFeature(35, m0, t * 8 + step(contentAfter(marginals, i, c.window.last)), place);
  } else {
    out[n++] = hashFeature(36, mm1, w0, place * 8 + between);
    out[n++] = hashFeature(37, m1, wm1, place * 8 + verbs);
    if (p0 === Pos.conjunction || p0 === Pos.adposition || p0 === Pos.subordinator) {
      out[n++] = hashFeature(38, w0, p1 * 32 + p2, place * 8 + verbs);
      out[n++] = hashFeature(39, w0, verbs * 8 + commas, place * 2 + (q0 === QuoteState.outside ? 0 : 1));
    }
  }
  return n;
}

/**
 * Whether token `i` stands in the midst of a quotation that does not hold the cue. The marks decide what becomes of it,
 * not its words.
 */
function isDeepInside(v: BlockView, { cue }: CueContext, i: number): boolean {
  return (
    v.quote[i] === QuoteState.inside &&
    v.quote[i - 1] === QuoteState.inside &&
    v.quote[i + 1] === QuoteState.inside &&
    v.quotation[i] !== v.quotation[cue.first]
  );
}

/** The value at token `k`, also where the window has no such token. */
function at(values: Int32Array, first: number, last: number, k: number): number {
  return k < first ? BEFORE : k > last ? AFTER : values[k]!;
}

function labelAt(labels: Uint8Array, first: number, last: number, k: number): number {
  return k < first ? BEFORE : k > last ? AFTER : labels[k]!;
}

function contentAfter(marginals: Float64Array, i: number, last: number): number {
  return i < last ? probability(marginals, (i + 1) * CUE_LABELS.size, CONTENT) : 0;
}

function probability(marginals: Float64Array, row: number, role: number): number {
  const at = row + 1 + 4 * role;
  return marginals[at]! + marginals[at + 1]! + marginals[at + 2]! + marginals[at + 3]!;
}

/** A probability as one of seven steps. */
function step(p: number): number {
  return p < 0.02 ? 0 : p < 0.1 ? 1 : p < 0.3 ? 2 : p < 0.5 ? 3 : p < 0.75 ? 4 : p < 0.95 ? 5 : 6;
}
