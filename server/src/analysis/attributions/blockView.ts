/**
 * What the taggers see of a block: its tokens as numbers, computed once and read by every feature.
 */
import type { WordKnowledge } from './wordKnowledge.ts';
import type { BlockText } from '../blockFacts.ts';
import type { Quotation } from '../facts.ts';
import { CUE_CLASSES, CUE_CLASSES_BY_LEMMA } from '../../language/en/reportingCues.ts';
import { perWord, wordOf } from '../words.ts';
import { edgeClasses } from './edges.ts';
import { hashWord } from './learned/hash.ts';
import type { Stretch } from './learned/labels.ts';

/** Where a token stands with regard to quotation marks. */
export const QuoteState = {
  outside: 0,
  openingMark: 1,
  first: 2,
  inside: 3,
  last: 4,
  closingMark: 5,
  after: 6,
} as const;

export interface BlockView {
  readonly length: number;
  /** Hashes of the word in lower case, its lemma, its last three letters. */
  readonly word: Int32Array;
  readonly lemma: Int32Array;
  readonly suffix: Int32Array;
  /** Small numbers: part of speech, shape (capitals, digits, marks). */
  readonly pos: Int32Array;
  readonly shape: Int32Array;
  /** The kinds of act that the lemma may report, two at most: `32 * first + second`, 0 for none. */
  readonly cueClass: Int32Array;
  /** How often the lemma is part of a cue, 0 (never) to 5. */
  readonly cueRate: Int32Array;
  readonly quote: Int32Array;
  /** Index of the outermost quotation that holds the token, marks included; -1 outside. */
  readonly quotation: Int32Array;
  /** The tokens of every outermost quotation, marks included, by its index. */
  readonly quotationTokens: ReadonlyMap<number, Stretch>;
  /** Index of the sentence, and the first and last token of each. */
  readonly sentence: Int32Array;
  readonly sentenceFirst: readonly number[];
  readonly sentenceLast: readonly number[];
  /** Marks for the quick questions of features. */
  readonly mark: Int32Array;
  /** Nearest token to the left and right in the sentence, in the same quotation state, that is likely a cue; -1 for none. */
  readonly cueLeft: Int32Array;
  readonly cueRight: Int32Array;
  /** Depth of round and square brackets, capped at 3. */
  readonly depth: Int32Array;
  /** The class of the edge from the token before; see `edges.ts`. */
  readonly edge: Uint8Array;
}

/** The shape of a word with a capital first letter and small ones behind it. */
export const CAPITALISED = 5;

/** Kinds of marks. */
export const Mark = {
  none: 0,
  comma: 1,
  stop: 2,
  colon: 3,
  semicolon: 4,
  dash: 5,
  open: 6,
  close: 7,
  quote: 8,
  other: 9,
  question: 10,
} as const;

const POS = [
  'X',
  'NOUN',
  'PROPN',
  'VERB',
  'AUX',
  'ADP',
  'PUNCT',
  'NUM',
  'DET',
  'ADJ',
  'ADV',
  'PRON',
  'CCONJ',
  'SCONJ',
  'PART',
  'INTJ',
  'SYM',
  'SPACE',
];
const POS_NUMBER: ReadonlyMap<string, number> = new Map(POS.map((name, i) => [name, i]));
export const Pos = {
  noun: 1,
  properNoun: 2,
  verb: 3,
  auxiliary: 4,
  adposition: 5,
  punctuation: 6,
  numeral: 7,
  determiner: 8,
  adjective: 9,
  adverb: 10,
  pronoun: 11,
  conjunction: 12,
  subordinator: 13,
  particle: 14,
} as const;

/** The classes of every lemma as one number. */
const CLASS_NUMBERS: ReadonlyMap<string, number> = new Map(
  [...CUE_CLASSES_BY_LEMMA].map(([lemma, classes]) => {
    const [first = 0, second = 0] = classes.map((name) => CUE_CLASSES.indexOf(name) + 1);
    return [lemma, 32 * first + second];
  }),
);

const LIKELY_CUE = 4;

export function viewBlock(
  block: BlockText,
  quotations: readonly Quotation[],
  knowledge: WordKnowledge,
): BlockView {
  const { tokens, sentences } = block;
  const n = tokens.length;
  const view = {
    length: n,
    word: new Int32Array(n),
    lemma: new Int32Array(n),
    suffix: new Int32Array(n),
    pos: new Int32Array(n),
    shape: new Int32Array(n),
    cueClass: new Int32Array(n),
    cueRate: new Int32Array(n),
    quote: new Int32Array(n),
    quotation: new Int32Array(n).fill(-1),
    quotationTokens: new Map<number, Stretch>(),
    sentence: new Int32Array(n),
    sentenceFirst: [] as number[],
    sentenceLast: [] as number[],
    mark: new Int32Array(n),
    cueLeft: new Int32Array(n).fill(-1),
    cueRight: new Int32Array(n).fill(-1),
    depth: new Int32Array(n),
  };
  let depth = 0;
  let sentence = 0;
  for (let i = 0; i < n; i++) {
    const token = tokens[i]!;
    const form = formOf(token);
    const lemma = lemmaForm({ word: wordOf(token.lemma) });
    view.word[i] = form.word;
    view.lemma[i] = lemma.word;
    view.suffix[i] = form.suffix;
    view.pos[i] = POS_NUMBER.get(token.pos) ?? 0;
    view.shape[i] = form.shape;
    view.mark[i] = form.mark;
    view.cueRate[i] = knowledge.cueRate(lemma.word);
    view.cueClass[i] = lemma.cueClass;
    if (view.mark[i] === Mark.close && depth > 0) depth--;
    view.depth[i] = Math.min(3, depth);
    if (view.mark[i] === Mark.open) depth++;
    while (sentence + 1 < sentences.length && token.start >= sentences[sentence + 1]!.start) sentence++;
    view.sentence[i] = sentence;
    if (view.sentenceFirst[sentence] === undefined) view.sentenceFirst[sentence] = i;
    view.sentenceLast[sentence] = i;
  }
  markQuotations(view, block, quotations);
  linkLikelyCues(view);
  return { ...view, edge: edgeClasses(view) };
}

/** What a word's form tells. */
const formOf = perWord(({ text, lower }) => ({
  word: hashWord(lower),
  suffix: hashWord(lower.slice(-3)),
  shape: shapeOf(text),
  mark: markOf(text),
}));

/** What a lemma tells. */
const lemmaForm = perWord(({ text }) => ({
  word: hashWord(text),
  cueClass: CLASS_NUMBERS.get(text) ?? 0,
}));

function shapeOf(text: string): number {
  const first = text.charCodeAt(0);
  if (first >= 97 && first <= 122) return 1;
  if (first >= 65 && first <= 90) {
    if (text.length === 1) return 2;
    const second = text.charCodeAt(1);
    return second >= 65 && second <= 90 ? 3 : text.endsWith('.') ? 4 : CAPITALISED;
  }
  if (first >= 48 && first <= 57) return 6;
  if (first > 127 && /^\p{L}/u.test(text)) return /^\p{Lu}/u.test(text) ? CAPITALISED : 1;
  return text.length > 1 ? 7 : 8;
}

/** An ASCII letter or digit: nearly all words begin with one. */
function isPlainWord(code: number): boolean {
  return (code >= 97 && code <= 122) || (code >= 65 && code <= 90) || (code >= 48 && code <= 57);
}

function markOf(text: string): number {
  if (isPlainWord(text.charCodeAt(0))) return Mark.none;
  switch (text) {
    case ',':
      return Mark.comma;
    case '.':
    case '...':
    case '…':
      return Mark.stop;
    case '?':
    case '!':
      return Mark.question;
    case ':':
      return Mark.colon;
    case ';':
      return Mark.semicolon;
    case '-':
    case '--':
    case '–':
    case '—':
      return Mark.dash;
    case '(':
    case '[':
      return Mark.open;
    case ')':
    case ']':
      return Mark.close;
    case '"':
    case '“':
    case '”':
    case '‘':
    case '’':
    case "'":
    case '«':
    case '»':
    case '„':
      return Mark.quote;
    default:
      return /[\p{L}\p{N}]/u.test(text) ? Mark.none : Mark.other;
  }
}

function markQuotations(
  view: {
    quote: Int32Array;
    quotation: Int32Array;
    quotationTokens: Map<number, Stretch>;
    length: number;
  },
  { tokens }: BlockText,
  quotations: readonly Quotation[],
): void {
  let i = 0;
  quotations.forEach(({ span, inner, parent }, index) => {
    if (parent !== null) return;
    while (i < tokens.length && tokens[i]!.end <= span.start) i++;
    const first = i;
    let firstInside = -1;
    let lastInside = -1;
    for (; i < tokens.length && tokens[i]!.start < span.end; i++) {
      const { start, end } = tokens[i]!;
      view.quotation[i] = index;
      if (end <= inner.start) view.quote[i] = QuoteState.openingMark;
      else if (start >= inner.end) view.quote[i] = QuoteState.closingMark;
      else {
        view.quote[i] = QuoteState.inside;
        if (firstInside < 0) firstInside = i;
        lastInside = i;
      }
    }
    if (i > first) view.quotationTokens.set(index, { first, last: i - 1 });
    if (lastInside >= 0) view.quote[lastInside] = QuoteState.last;
    if (firstInside >= 0) view.quote[firstInside] = QuoteState.first;
    if (i < tokens.length) view.quote[i] = QuoteState.after;
  });
}

function linkLikelyCues(view: {
  length: number;
  cueRate: Int32Array;
  quotation: Int32Array;
  sentence: Int32Array;
  cueLeft: Int32Array;
  cueRight: Int32Array;
}): void {
  const scan = (from: number, to: number, step: number, links: Int32Array): void => {
    let outside = -1;
    let inside = -1;
    for (let i = from; i !== to; i += step) {
      const before = i - step;
      if (i !== from && view.sentence[i] !== view.sentence[before]) outside = inside = -1;
      if (i !== from && view.quotation[i] !== view.quotation[before]) inside = -1;
      const quoted = view.quotation[i]! >= 0;
      links[i] = quoted && inside >= 0 ? inside : outside;
      if (view.cueRate[i]! >= LIKELY_CUE) {
        if (quoted) inside = i;
        else outside = i;
      }
    }
  };
  scan(0, view.length, 1, view.cueLeft);
  scan(view.length - 1, -1, -1, view.cueRight);
}
