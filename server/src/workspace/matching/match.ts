/**
 * A place in another article that has words of a passage, and whether they are enough to say that the passage is there.
 *
 * An invented quotation made of the sources' own words always matches something: a clause of five words here, three
 * words there. What it never does is match one place through and through. So a place counts as found by how much of the
 * passage it has and how the matched words are spread over it, or by a run so long that it cannot be chance.
 */
import type { Alignment } from './align.ts';
import type { Span } from '../../text/span.ts';
import type { Evidence } from './evidence.ts';
import { weighEvidence } from './evidence.ts';
import { endOf, locate, placesOf, startOf } from './locate.ts';
import type { Passage, Piece } from './passage.ts';
import { partOfPiece } from './passage.ts';
import type { IndexedArticle } from '../index/passageIndex.ts';

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
  return nearestIn(article, passage, least).filter((match) => match.isFound);
}

/** The places of an article that have most of the passage's words, enough of them or not. */
export function nearestIn(
  article: IndexedArticle,
  passage: Passage,
  least: number,
): (Match & { readonly isFound: boolean })[] {
  return locate(passage.pieces, article.hashes, least).map((placements) => {
    const parts = placements.flatMap((alignment, i) => partsOf(passage.pieces[i]!, i, alignment, article));
    const evidence = weighEvidence(parts, passage.pieces);
    return { article, parts, likeness: evidence.share, isFound: isFound(parts, evidence, passage) };
  });
}

/**
 * Where a quotation was joined from two places, each gave at least so many words, nearly all of its part, in a row. A
 * paraphrase matches loosely everywhere, and is not taken for a join.
 */
const JOINED_WORDS = 6;
const JOINED_SHARE = 0.75;
/** `in the middle of the` is no half of a quotation: what a joined part tells. */
const JOINED_BITS = 10;

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
    if (place.score < JOINED_BITS) break;
    const apart = endOf(place) <= startOf(other) || startOf(place) >= endOf(other);
    const length = Math.max(to - from, endOf(place) - startOf(place));
    const enough = Math.max(JOINED_WORDS, JOINED_SHARE * length);
    if (apart && place.pairs.length >= enough)
      return { ...place, pairs: place.pairs.map(([at, word]) => [at + from, word] as const) };
  }
  return null;
}

/** A run of so many words is no chance, whatever else the passage says. */
const LONG_RUN = 8;
/** Nor is one of fewer words that are so much of the passage. */
const RUN = 4;
const MOST_OF_PASSAGE = 2 / 3;
/** A few words are a passage only when they are all there, in a row, and rare; one word only when hardly any article has it. */
const SHORT_PASSAGE = 3;
const SHORT_BITS = 7;
const LEAST_BITS = 6;
/**
 * The same passage must be so many bits likelier than chance: more where it is quoted, for then its words are claimed to
 * be somebody's, and most in a short quotation, where one phrase of another text and a word or two are half of it.
 */
const LEAST_ODDS = { worded: 3, quoted: 3.5, shortlyQuoted: 4.25 };
/**
 * Still more for a part of it, for it has many parts; less again where the whole, if it is of some length, speaks for the
 * place too: of what was retold freely, one half is often nearer than the other.
 */
const LEAST_ODDS_OF_PART = { alone: 10, supported: 6.5 };
const SUPPORT = 0.5;
const SOME_LENGTH = 12;

function isFound(parts: readonly MatchedPart[], evidence: Evidence, passage: Passage): boolean {
  if (!hasQuotedWords(parts, passage)) return false;
  const { run, bits, words, odds, bestOdds } = evidence;
  if (words === 1) return bits >= passage.rareBits;
  if (words <= SHORT_PASSAGE) return run >= words && bits >= SHORT_BITS;
  if (run >= Math.max(RUN, words * MOST_OF_PASSAGE)) return bits >= LEAST_BITS || run >= words;
  if (bits < LEAST_BITS) return false;
  const isSupported = words >= SOME_LENGTH && odds >= SUPPORT;
  const { alone, supported } = LEAST_ODDS_OF_PART;
  return (
    run >= LONG_RUN || odds >= leastOdds(passage, words) || bestOdds >= (isSupported ? supported : alone)
  );
}

function leastOdds({ isQuotation }: Passage, words: number): number {
  if (!isQuotation) return LEAST_ODDS.worded;
  return words < SOME_LENGTH ? LEAST_ODDS.shortlyQuoted : LEAST_ODDS.quoted;
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
