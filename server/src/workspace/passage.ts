/** A passage as it is looked up: its words in pieces, each word weighed by what it tells about where it comes from. */
import type { PassageFragment, PassageWord } from '../text/passageWords.ts';
import { passageWords } from '../text/passageWords.ts';
import type { Span } from '../text/span.ts';
import { isFunctionWord } from './grams.ts';
import type { PassageIndex } from './passageIndex.ts';

/** Words looked for in a row. `hashes` and `weights` (bits, 0 for a bracketed word) are those of `words`. */
export interface Piece {
  readonly words: readonly PassageWord[];
  readonly hashes: Uint32Array;
  readonly weights: Float64Array;
}

export interface Passage {
  readonly text: string;
  readonly span: Span;
  /** In order. One for each stretch between ellipses, more for a long stretch. */
  readonly pieces: readonly Piece[];
  /** Whether an ellipsis stands before the piece of the same index. */
  readonly afterEllipsis: readonly boolean[];
  readonly hasSic: boolean;
}

/** Longer stretches are looked for piece by piece, so that the cost grows with the length and not with its square. */
const PIECE_WORDS = 120;

/** Reads a passage of an article; `undefined` when it has no words. The article itself does not count for the weights. */
export function readPassage(text: string, span: Span, index: PassageIndex, id: string): Passage | undefined {
  const { fragments, hasSic } = passageWords(text, span);
  const pieces: Piece[] = [];
  const afterEllipsis: boolean[] = [];
  for (const fragment of fragments) {
    for (let from = 0; from < fragment.length; from += PIECE_WORDS) {
      afterEllipsis.push(from === 0 && pieces.length > 0);
      pieces.push(pieceOf(fragment.slice(from, from + PIECE_WORDS), index, id));
    }
  }
  return pieces.length === 0 ? undefined : { text, span, pieces, afterEllipsis, hasSic };
}

function pieceOf(words: PassageFragment, index: PassageIndex, id: string): Piece {
  return {
    words,
    hashes: Uint32Array.from(words, ({ hash }) => hash),
    weights: Float64Array.from(words, (word) => weightOf(word, index, id)),
  };
}

function weightOf({ bracketed, hash }: PassageWord, index: PassageIndex, id: string): number {
  if (bracketed) return 0;
  return isFunctionWord(hash) ? 1 : Math.max(1, index.bitsOf(hash, id));
}

/** The words of a piece from one index to another, as a piece. */
export function partOfPiece({ words, hashes, weights }: Piece, from: number, to: number): Piece {
  return {
    words: words.slice(from, to),
    hashes: hashes.subarray(from, to),
    weights: weights.subarray(from, to),
  };
}
