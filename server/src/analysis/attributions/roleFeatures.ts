/**
 * The features of the second tagger, which is given a cue and finds its source and its contents in a window around it.
 * A token deep inside a quotation has only those of its place and of the first tagger's opinion.
 *
 * They are written by several small functions and from values that were read before, as in `cueFeatures.ts`.
 */
import { Mark, Pos, QuoteState, type BlockView } from './blockView.ts';
import type { CueContext } from './cueContext.ts';
import { distanceStep } from './cueFeatures.ts';
import { CONTENT, CUE, CUE_LABELS, SOURCE, type CueReading } from './cueModel.ts';
import { hashFeature } from './learned/hash.ts';
import { MARGIN, padded } from './learned/padding.ts';

export const MAX_ROLE_FEATURES = 40;

/** The values that the features of a token are made of; `look` goes to a token of the window that is open. */
export class RoleToken {
  word: Int32Array = new Int32Array(0);
  pos: Int32Array = new Int32Array(0);
  private quotes: Int32Array = new Int32Array(0);
  private marks: Int32Array = new Int32Array(0);
  private labels: Int32Array = new Int32Array(0);

  /** The cue's; see `CueContext`. */
  head = 0;
  firstWord = 0;
  lastWord = 0;
  nextWord = 0;
  previousWord = 0;
  form = 0;
  pattern = 0;

  /** The token's place in `word` and `pos`. */
  at = 0;
  isCue = false;
  isDeepInside = false;
  /** Before the cue (0) or behind it (1): a word says something else there. */
  side = 0;
  near = 0;
  /** Side and cues passed. */
  place = 0;
  /** Cues and sources passed, and where a source stands beside the cue. */
  chain = 0;
  commas = 0;
  verbs = 0;
  between = 0;
  w0 = 0;
  wBefore = 0;
  p0 = 0;
  pBefore = 0;
  pAfter = 0;
  pSecond = 0;
  q0 = 0;
  qBefore = 0;
  qAfter = 0;
  mark = 0;
  markBefore = 0;
  markAfter = 0;
  shape = 0;
  depth = 0;
  /** In the cue's quotation or state (0), in another quotation (1), outside of them (2). */
  quoteRelation = 0;
  /** The first tagger's labels. */
  y0 = 0;
  yBefore = 0;
  yAfter = 0;
  isSource = 0;
  /** Its probabilities of source, content and cue, in steps; and of the labels that begin, end or are a stretch. */
  source = 0;
  content = 0;
  cue = 0;
  beginsSource = 0;
  endsSource = 0;
  isWholeSource = 0;
  beginsContent = 0;
  endsContent = 0;
  isWholeContent = 0;
  /** That the next token is content. */
  contentAfter = 0;

  open(v: BlockView, { labels }: CueReading, c: CueContext): void {
    const { first, last } = c.window;
    this.word = padded(v.word, first, last, this.word);
    this.pos = padded(v.pos, first, last, this.pos);
    this.quotes = padded(v.quote, first, last, this.quotes);
    this.marks = padded(v.mark, first, last, this.marks);
    this.labels = padded(labels, first, last, this.labels);
    this.head = c.head;
    this.firstWord = c.firstWord;
    this.lastWord = c.lastWord;
    this.nextWord = c.nextWord;
    this.previousWord = c.previousWord;
    this.form = c.form;
    this.pattern = c.pattern;
  }

  /** Takes the values of token `i` of the block. */
  look(v: BlockView, { marginals }: CueReading, c: CueContext, i: number): void {
    const { word, pos, quotes, marks, labels } = this;
    const k = i - c.window.first;
    const at = k + MARGIN;
    this.isCue = i >= c.cue.first && i <= c.cue.last;
    if (this.isCue) return;
    this.isDeepInside = isDeepInside(v, c, i);
    const side = i < c.cue.first ? 0 : 1;
    this.at = at;
    const cues = c.cuesBetween[k]!;
    this.side = side;
    this.near = distanceStep(side === 0 ? c.cue.first - i : i - c.cue.last);
    this.place = side * 4 + cues;
    this.chain = (c.sourcesBetween[k]! * 4 + cues) * 4 + c.adjacentSource;
    this.commas = c.commasBetween[k]!;
    this.verbs = c.verbsBetween[k]!;
    this.between = c.between[k]!;
    this.w0 = word[at]!;
    this.wBefore = word[at - 1]!;
    this.p0 = pos[at]!;
    this.pBefore = pos[at - 1]!;
    this.pAfter = pos[at + 1]!;
    this.pSecond = pos[at + 2]!;
    this.q0 = quotes[at]!;
    this.qBefore = quotes[at - 1]!;
    this.qAfter = quotes[at + 1]!;
    this.mark = marks[at]!;
    this.markBefore = marks[at - 1]!;
    this.markAfter = marks[at + 1]!;
    this.shape = v.shape[i]!;
    this.depth = v.depth[i]!;
    const quotation = v.quotation[i]!;
    this.quoteRelation = quotation === v.quotation[c.cue.first] ? 0 : quotation >= 0 ? 1 : 2;
    this.y0 = labels[at]!;
    this.yBefore = labels[at - 1]!;
    this.yAfter = labels[at + 1]!;
    this.isSource = this.y0 > 4 * SOURCE && this.y0 <= 4 * SOURCE + 4 ? 1 : 0;
    const row = i * CUE_LABELS.size;
    this.source = step(probability(marginals, row, SOURCE));
    this.content = step(probability(marginals, row, CONTENT));
    this.cue = step(probability(marginals, row, CUE));
    this.beginsSource = step(marginals[row + 1 + 4 * SOURCE]!);
    this.endsSource = step(marginals[row + 3 + 4 * SOURCE]!);
    this.isWholeSource = step(marginals[row + 4 + 4 * SOURCE]!);
    this.beginsContent = step(marginals[row + 1 + 4 * CONTENT]!);
    this.endsContent = step(marginals[row + 3 + 4 * CONTENT]!);
    this.isWholeContent = step(marginals[row + 4 + 4 * CONTENT]!);
    this.contentAfter =
      this.mark === Mark.none || i >= c.window.last
        ? 0
        : step(probability(marginals, row + CUE_LABELS.size, CONTENT));
  }
}

function probability(marginals: Float64Array, row: number, role: number): number {
  const at = row + 1 + 4 * role;
  return marginals[at]! + marginals[at + 1]! + marginals[at + 2]! + marginals[at + 3]!;
}

/** A probability as one of seven steps. */
function step(p: number): number {
  return p < 0.02 ? 0 : p < 0.1 ? 1 : p < 0.3 ? 2 : p < 0.5 ? 3 : p < 0.75 ? 4 : p < 0.95 ? 5 : 6;
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

/** Writes the features of the token that is looked at; returns how many. */
export function roleFeatures(t: RoleToken, out: Int32Array): number {
  if (t.isCue) {
    out[0] = hashFeature(0, 0);
    return 1;
  }
  placeFeatures(t, out);
  opinionFeatures(t, out);
  if (t.isDeepInside) return 9;
  wordFeatures(t, out);
  quotationFeatures(t, out);
  cueWordFeatures(t, out);
  betweenFeatures(t, out);
  chainFeatures(t, out);
  return t.mark === Mark.none ? joiningFeatures(t, out) : markFeatures(t, out);
}

/** Where the token stands and what the first tagger calls it. */
function placeFeatures(t: RoleToken, out: Int32Array): void {
  const { place, y0 } = t;
  out[0] = hashFeature(1, place, y0 * 16 + t.yBefore, t.yAfter);
  out[1] = hashFeature(2, place, y0, t.near);
  out[2] = hashFeature(3, y0, t.head, place);
}

/** How sure the first tagger is. */
function opinionFeatures(t: RoleToken, out: Int32Array): void {
  const { place, source, content } = t;
  out[3] = hashFeature(4, place, source * 64 + content * 8 + t.cue);
  out[4] = hashFeature(5, place * 8 + source, t.beginsSource, t.endsSource);
  out[5] = hashFeature(6, place * 8 + content, t.beginsContent, t.endsContent);
  out[6] = hashFeature(7, place, t.isWholeSource, t.isWholeContent);
  out[7] = hashFeature(8, place * 8 + content, t.pattern, t.y0);
  out[8] = hashFeature(9, t.side, source * 8 + content, t.commas * 8 + t.verbs);
}

function wordFeatures({ word, pos, at, side }: RoleToken, out: Int32Array): void {
  out[9] = hashFeature(10, word[at]!, side);
  out[10] = hashFeature(11, word[at - 1]!, side);
  out[11] = hashFeature(12, word[at + 1]!, side);
  out[12] = hashFeature(13, word[at - 2]!, side);
  out[13] = hashFeature(14, word[at + 2]!, side);
  out[14] = hashFeature(15, pos[at - 2]! * 32 + pos[at - 1]!, pos[at], side);
  out[15] = hashFeature(16, pos[at]! * 32 + pos[at + 1]!, pos[at + 2], side);
}

function quotationFeatures(t: RoleToken, out: Int32Array): void {
  const { place, q0 } = t;
  out[16] = hashFeature(17, t.markBefore * 16 + t.mark, t.markAfter, place * 8 + q0);
  out[17] = hashFeature(18, q0, t.qAfter * 8 + t.qBefore, place * 4 + t.quoteRelation);
}

/** The token and the words of the cue. */
function cueWordFeatures(t: RoleToken, out: Int32Array): void {
  const { head, p0, place, q0 } = t;
  const near = t.near * 2 + t.side;
  out[18] = hashFeature(19, head, t.near, t.side * 32 + p0);
  out[19] = hashFeature(20, head, t.w0, place);
  out[20] = hashFeature(21, t.lastWord, near, p0);
  out[21] = hashFeature(22, t.firstWord, near, p0);
  out[22] = hashFeature(23, t.nextWord, near, p0);
  out[23] = hashFeature(24, head, t.pattern, place * 8 + q0);
  out[24] = hashFeature(25, t.pattern, near, q0 * 4 + t.quoteRelation);
}

/** What stands between the token and the cue. */
function betweenFeatures(t: RoleToken, out: Int32Array): void {
  const { side, place, commas, verbs, p0, mark } = t;
  out[25] = hashFeature(26, side * 8 + t.between, commas * 8 + verbs, p0);
  out[26] = hashFeature(27, place * 8 + t.between, mark * 16 + t.markBefore, t.quoteRelation);
  out[27] = hashFeature(28, place, verbs * 8 + commas, mark * 16 + t.markAfter);
  out[28] = hashFeature(29, side, t.depth * 16 + mark, t.pAfter);
  out[29] = hashFeature(30, t.near * 2 + side, t.shape, p0);
}

/** Which of several cues and sources belong together. */
function chainFeatures(t: RoleToken, out: Int32Array): void {
  const { chain, isSource, side } = t;
  out[30] = hashFeature(31, chain * 2 + isSource, t.previousWord, side);
  out[31] = hashFeature(32, chain, t.y0 * 2 + side, t.form);
  out[32] = hashFeature(33, chain, t.p0 * 32 + t.pBefore, side * 8 + t.source);
  out[33] = hashFeature(34, chain * 2 + side, t.pattern, isSource * 8 + t.content);
}

function markFeatures(t: RoleToken, out: Int32Array): number {
  out[34] = hashFeature(35, t.mark, t.content * 8 + t.contentAfter, t.place);
  return 35;
}

/** Words beside marks, and words that join. */
function joiningFeatures(t: RoleToken, out: Int32Array): number {
  const { w0, p0, place, verbs } = t;
  out[34] = hashFeature(36, t.markBefore, w0, place * 8 + t.between);
  out[35] = hashFeature(37, t.markAfter, t.wBefore, place * 8 + verbs);
  if (p0 !== Pos.conjunction && p0 !== Pos.adposition && p0 !== Pos.subordinator) return 36;
  const quoted = t.q0 === QuoteState.outside ? 0 : 1;
  out[36] = hashFeature(38, w0, t.pAfter * 32 + t.pSecond, place * 8 + verbs);
  out[37] = hashFeature(39, w0, verbs * 8 + t.commas, place * 2 + quoted);
  return 38;
}
