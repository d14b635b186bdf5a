/**
 * From a passage to the places where it stands in other articles.
 *
 * Likeness locates: grams lead to candidate articles, alignment to places in them, and places that share too little with
 * the passage are dropped. Then the word difference judges each place, and the places are ranked.
 */
import type { Alignment } from './align.ts';
import type { Fragment, Location } from './locate.ts';
import { locate } from './locate.ts';
import { isFunctionWord } from './grams.ts';
import type { IndexedArticle, PassageIndex } from './passageIndex.ts';
import { endOfWordAt } from '../text/comparison.ts';
import type { PassageWord } from '../text/passageWords.ts';
import { passageWords } from '../text/passageWords.ts';
import type { Span } from '../text/span.ts';
import { hull } from '../text/span.ts';
import { passageAround } from './edges.ts';
import type { Counterpart } from './types.ts';

/** A place in another article that shares enough with a passage to be looked at. */
export interface Match {
  readonly article: IndexedArticle;
  /** One alignment for each fragment of the passage; null where it was not found. */
  readonly placements: readonly (Alignment | null)[];
  /** Share of the passage's bits that were found. */
  readonly likeness: number;
  readonly bits: number;
}

const CANDIDATE_ARTICLES = 12;
/** Longer fragments are looked for in pieces, so that the cost grows with the length and not with its square. */
const PIECE_WORDS = 120;

/** The fragments of a passage as the index wants them, with what each word tells. */
export function weighedFragments(
  words: readonly (readonly PassageWord[])[],
  index: PassageIndex,
  except: string,
): Fragment[] {
  const fragments: Fragment[] = [];
  for (const fragment of words) {
    for (let from = 0; from < fragment.length; from += PIECE_WORDS) {
      const piece = fragment.slice(from, from + PIECE_WORDS);
      fragments.push({
        hashes: Uint32Array.from(piece, ({ hash }) => hash),
        weights: Float64Array.from(piece, (word) =>
          word.bracketed ? 0 : weightOf(word.hash, index, except),
        ),
      });
    }
  }
  return fragments;
}

function weightOf(hash: number, index: PassageIndex, except: string): number {
  if (isFunctionWord(hash)) return 1;
  return Math.max(1, index.bitsOf(hash, except));
}

export function findMatches(fragments: readonly Fragment[], index: PassageIndex, except: string): Match[] {
  const hashes = joinedHashes(fragments);
  const total = fragments.reduce((sum, { weights }) => sum + weights.reduce((a, b) => a + b, 0), 0);
  const matches: Match[] = [];
  for (const { article } of index.candidates(hashes, except, CANDIDATE_ARTICLES)) {
    for (const location of locate(fragments, article.hashes)) {
      const bits = matchedBits(fragments, location);
      matches.push({
        article,
        placements: location.placements,
        likeness: total === 0 ? 0 : bits / total,
        bits,
      });
    }
  }
  return matches.sort((a, b) => b.likeness - a.likeness);
}

function matchedBits(fragments: readonly Fragment[], { placements }: Location): number {
  let bits = 0;
  placements.forEach((placement, i) => {
    for (const [at] of placement?.pairs ?? []) bits += fragments[i]!.weights[at]!;
  });
  return bits;
}

function joinedHashes(fragments: readonly Fragment[]): Uint32Array {
  const all = new Uint32Array(fragments.reduce((sum, { hashes }) => sum + hashes.length, 0));
  let at = 0;
  for (const { hashes } of fragments) {
    all.set(hashes, at);
    at += hashes.length;
  }
  return all;
}

export function counterpartsOf(
  text: string,
  span: Span,
  index: PassageIndex,
  except: string,
  textOfArticle: (id: string) => string,
  limit: number,
): Counterpart[] {
  const { fragments } = passageWords(text, span);
  if (fragments.length === 0) return [];
  const weighed = weighedFragments(fragments, index, except);
  return findMatches(weighed, index, except)
    .filter((match) => match.likeness >= 0.5)
    .slice(0, limit)
    .map((match) => {
      const other = textOfArticle(match.article.id);
      const spans = match.placements.flatMap((placement) =>
        placement ? [rawSpan(other, match.article, placement)] : [],
      );
      return {
        id: match.article.id,
        span: passageAround(other, hull(spans)!),
        fragments: spans,
        verdict: match.likeness === 1 ? 'verbatim' : 'altered',
        changes: [],
        allowances: [],
        likeness: match.likeness,
        farApart: false,
      };
    });
}

function rawSpan(text: string, { starts }: IndexedArticle, { pairs }: Alignment): Span {
  return { start: starts[pairs[0]![1]]!, end: endOfWordAt(text, starts[pairs.at(-1)![1]]!) };
}
