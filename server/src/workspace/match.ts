/**
 * A place in another article that has words of a passage, and whether they are enough to say that the passage is there.
 *
 * An invented quotation made of the sources' own words always matches something: a clause of five words here, three
 * words there. What it never does is match one place through and through. So a place counts as found by how much of the
 * passage it has and how the matched words are spread over it, or by a run so long that it cannot be chance.
 */
import type { Alignment } from './align.ts';
import type { Span } from '../text/span.ts';
import { endOf, locate, placesOf, startOf } from './locate.ts';
import type { Passage, Piece } from './passage.ts';
import { partOfPiece } from './passage.ts';
import type { IndexedArticle } from './passageIndex.ts';

/** Part of a passage with its place in the article. */
export interface MatchedPart {
  /** Which piece of the passage, and which of its words, half-open. */
  readonly piece: number;
  readonly from: number;
  readonly to: number;
  /** The place; `pairs` count the passage's words from the piece's start. Null where the article lacks the part. */
  readonly alignment: Alignment | null;
}

export interface Match {
  readonly article: IndexedArticle;
  /** In the order of the passage; together they hold all its words. */
  readonly parts: readonly MatchedPart[];
  /** Share of the passage's bits that stand there, 0 to 1. */
  readonly likeness: number;
}

/** The places of an article where the passage is found, as far as they may reach the likeness `least`. */
export function matchesIn(article: IndexedArticle, passage: Passage, least: number): Match[] {
  return locate(passage.pieces, article.hashes, least).flatMap((placements) => {
    const parts = placements.flatMap((alignment, i) => partsOf(passage.pieces[i]!, i, alignment, article));
    return isFound(parts, passage) ? [{ article, parts, likeness: likenessOf(parts, passage) }] : [];
  });
}

/**
 * Where a quotation was joined from two places, each gave at least so many words, and nearly all of its part. A
 * paraphrase matches loosely everywhere, and is not taken for a join.
 */
const JOINED_WORDS = 5;
const JOINED_SHARE = 0.75;

/** A piece as one part; as two or three where a run of its words at an end stands elsewhere in the same article. */
function partsOf(
  piece: Piece,
  index: number,
  alignment: Alignment | null,
  article: IndexedArticle,
): MatchedPart[] {
  const length = piece.words.length;
  if (!alignment) return [{ piece: index, from: 0, to: length, alignment }];
  const first = alignment.pairs[0]![0];
  const last = alignment.pairs.at(-1)![0] + 1;
  const isClose = alignment.pairs.length >= JOINED_SHARE * (last - first);
  const lead = isClose ? elsewhere(piece, 0, first, alignment, article) : null;
  const tail = isClose ? elsewhere(piece, last, length, alignment, article) : null;
  const parts: MatchedPart[] = [
    { piece: index, from: lead ? first : 0, to: tail ? last : length, alignment },
  ];
  if (lead) parts.unshift({ piece: index, from: 0, to: first, alignment: lead });
  if (tail) parts.push({ piece: index, from: last, to: length, alignment: tail });
  return parts;
}

function elsewhere(
  piece: Piece,
  from: number,
  to: number,
  other: Alignment,
  article: IndexedArticle,
): Alignment | null {
  if (to - from < JOINED_WORDS) return null;
  const part = partOfPiece(piece, from, to);
  for (const place of placesOf(part, article.hashes)) {
    const apart = endOf(place) <= startOf(other) || startOf(place) >= endOf(other);
    const pairs = place.pairs.map(([at, word]) => [at + from, word] as const);
    if (apart && pairs.length >= JOINED_WORDS && pairs.length >= JOINED_SHARE * (to - from))
      return { ...place, pairs };
  }
  return null;
}

/** Nine words of one place in order, or eight in a row, are no chance, whatever else the passage says. */
const MANY_WORDS = 9;
const LONG_RUN = 8;
/** A few words are a passage only when they are all there, in a row, and rare; one word only when hardly any article has it. */
const SHORT_PASSAGE = 3;
const SHORT_BITS = 7;
const LEAST_BITS = 6;
/** From the first to the last matched word it must be this share of the passage. */
const SPREAD = 0.6;

function isFound(parts: readonly MatchedPart[], passage: Passage): boolean {
  const { pieces, rareBits } = passage;
  if (!hasQuotedWords(parts, passage)) return false;
  const { words, run, bits, spread } = evidence(parts, pieces);
  const length = pieces.reduce((sum, piece) => sum + piece.weights.filter((weight) => weight > 0).length, 0);
  if (length === 1) return bits >= rareBits;
  if (length <= SHORT_PASSAGE) return run === length && bits >= SHORT_BITS;
  if (bits < LEAST_BITS) return false;
  if (words >= MANY_WORDS || run >= LONG_RUN) return true;
  return words >= Math.min(length, length / 2 + 1.5) && spread >= SPREAD;
}

/**
 * Whether a sentence around a quotation was found with the quotation and not by the writer's words around it alone: `she
 * told reporters on Monday` stands in many articles.
 */
function hasQuotedWords(parts: readonly MatchedPart[], { pieces, quoted }: Passage): boolean {
  if (quoted.length === 0) return true;
  const isQuoted = ({ start, end }: Span) => quoted.some((span) => span.start <= start && end <= span.end);
  let all = 0;
  let matched = 0;
  for (const { words } of pieces) all += words.filter(isQuoted).length;
  for (const { piece, alignment } of parts) {
    for (const [at] of alignment?.pairs ?? []) if (isQuoted(pieces[piece]!.words[at]!)) matched++;
  }
  return matched >= all * QUOTED_SHARE;
}

/** Of the quoted words of a sentence, this share has to be found. */
const QUOTED_SHARE = 0.5;

interface Evidence {
  /** Matched words; the longest run of them, unbroken on both sides. */
  readonly words: number;
  readonly run: number;
  readonly bits: number;
  /** How much of the passage lies between the first and the last matched word, 0 to 1. */
  readonly spread: number;
}

function evidence(parts: readonly MatchedPart[], pieces: readonly Piece[]): Evidence {
  const starts: number[] = [];
  let length = 0;
  for (const piece of pieces) {
    starts.push(length);
    length += piece.words.length;
  }
  let words = 0;
  let bits = 0;
  let longest = 0;
  let first = length;
  let last = -1;
  for (const { piece, alignment } of parts) {
    let run = 0;
    let before: readonly [number, number] = [-2, -2];
    for (const pair of alignment?.pairs ?? []) {
      run = pair[0] === before[0] + 1 && pair[1] === before[1] + 1 ? run + 1 : 1;
      longest = Math.max(longest, run);
      before = pair;
      words++;
      bits += pieces[piece]!.weights[pair[0]]!;
      first = Math.min(first, starts[piece]! + pair[0]);
      last = Math.max(last, starts[piece]! + pair[0]);
    }
  }
  return { words, run: longest, bits, spread: length === 0 ? 0 : (last + 1 - first) / length };
}

function likenessOf(parts: readonly MatchedPart[], { pieces }: Passage): number {
  let total = 0;
  for (const { weights } of pieces) for (const weight of weights) total += weight;
  return total === 0 ? 0 : evidence(parts, pieces).bits / total;
}
