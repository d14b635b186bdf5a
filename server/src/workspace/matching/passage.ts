/** A passage as it is looked up: its words in pieces, each word weighed by what it tells about where it comes from. */
import { comparisonWords } from '../../text/comparison.ts';
import type { PassageFragment, PassageWord } from '../../text/passageWords.ts';
import { passageWords } from '../../text/passageWords.ts';
import type { Span } from '../../text/span.ts';
import { textOf } from '../../text/span.ts';
import { quotedStretches } from './edges.ts';
import { isFunctionWord } from '../index/grams.ts';
import type { PassageIndex } from '../index/passageIndex.ts';
import { WantedWords } from './wantedWords.ts';

/** Words looked for in a row. `hashes` and `weights` (bits, 0 for a bracketed word) are those of `words`. */
export interface Piece {
  readonly words: readonly PassageWord[];
  readonly hashes: Uint32Array;
  readonly weights: Float64Array;
  readonly wanted: WantedWords;
}

export interface Passage {
  readonly text: string;
  readonly span: Span;
  /** In order. One for each stretch between ellipses, more for a long stretch. */
  readonly pieces: readonly Piece[];
  /** Whether an ellipsis stands before the piece of the same index. */
  readonly afterEllipsis: readonly boolean[];
  readonly hasSic: boolean;
  /** Whether it stands in quotation marks, its own or around it. */
  readonly isQuotation: boolean;
  /** What a word tells that hardly any other article has. */
  readonly rareBits: number;
  /** Where the passage holds quotations and words around them, what is quoted; else empty. */
  readonly quoted: readonly Span[];
}

/** So few articles have a rare word. */
const RARE_HOLDERS = 2;

/** Longer stretches are looked for piece by piece, so that the cost grows with the length and not with its square. */
const PIECE_WORDS = 120;

/** Alone it stands in any date, list or name, and comes from none of them. */
const SMALL_NUMBER = /^\s*\d\s*$/;

/**
 * Reads a passage of an article; `undefined` when it has no words, or none but a small number. The article itself does
 * not count for the weights.
 */
export function readPassage(text: string, span: Span, index: PassageIndex, id: string): Passage | undefined {
  if (SMALL_NUMBER.test(textOf(text, span))) return undefined;
  const { fragments, hasSic } = passageWords(text, span);
  const pieces: Piece[] = [];
  const afterEllipsis: boolean[] = [];
  for (const fragment of fragments) {
    for (let from = 0; from < fragment.length; from += PIECE_WORDS) {
      afterEllipsis.push(from === 0 && pieces.length > 0);
      pieces.push(pieceOf(fragment.slice(from, from + PIECE_WORDS), index, id));
    }
  }
  if (pieces.length === 0) return undefined;
  const rareBits = index.bits(RARE_HOLDERS, id);
  const isQuotation = /["“„«'‘`]/.test(text.slice(Math.max(0, span.start - 1), span.start + 1));
  const quoted = quotedWithin(text, span);
  return { text, span, pieces, afterEllipsis, hasSic, isQuotation, rareBits, quoted };
}

/** The quotations inside a passage that is not itself one. */
function quotedWithin(text: string, span: Span): readonly Span[] {
  const quoted = quotedStretches(text, span);
  const around = comparisonWords(text, { start: span.start, end: quoted[0]?.start ?? span.start });
  const after = comparisonWords(text, { start: quoted.at(-1)?.end ?? span.end, end: span.end });
  return around.length + after.length === 0 ? [] : quoted;
}

function pieceOf(words: PassageFragment, index: PassageIndex, id: string): Piece {
  const hashes = Uint32Array.from(words, ({ hash }) => hash);
  const weights = Float64Array.from(words, (word) => weightOf(word, index, id));
  return { words, hashes, weights, wanted: new WantedWords(hashes, weights) };
}

function weightOf({ bracketed, hash }: PassageWord, index: PassageIndex, id: string): number {
  if (bracketed) return 0;
  return isFunctionWord(hash) ? 1 : Math.max(1, index.bitsOf(hash, id));
}

/** The words of a piece from one index to another, as a piece. */
export function partOfPiece(piece: Piece, from: number, to: number): Piece {
  const hashes = piece.hashes.subarray(from, to);
  const weights = piece.weights.subarray(from, to);
  return { words: piece.words.slice(from, to), hashes, weights, wanted: new WantedWords(hashes, weights) };
}
