/** Where articles have certain words one after the other: a sentence by its first words, while it is being typed. */
import { endOfWordAt, foldWord, hashWord } from '../text/comparison.ts';
import type { PassageIndex } from './index/passageIndex.ts';
import type { ArticleId, ArticleInput, Place } from './types.ts';

/** Articles read for one question. */
const CANDIDATES = 100;
/** Rounding must not lose an article that has all of the words. */
const ALL = 0.999;

/**
 * Places of articles other than `except` that have all the words in order, source documents first; in every article those
 * that come first. Costs by the size of the candidates; never throws.
 */
export function findRuns(
  words: readonly string[],
  index: PassageIndex,
  except: ArticleId,
  inputOf: (id: ArticleId) => ArticleInput,
  limit: number,
): Place[] {
  const wanted = Uint32Array.from(
    words.map(foldWord).filter((word) => word !== ''),
    hashWord,
  );
  if (wanted.length === 0) return [];
  const rankOf = (id: ArticleId): number => (inputOf(id).isSource ? 0 : 1);
  const candidates = index
    .candidates(wanted, except, CANDIDATES, ALL)
    .sort((a, b) => rankOf(a.article.id) - rankOf(b.article.id));
  const found: Place[] = [];
  for (const { article } of candidates) {
    const { hashes, starts, id } = article;
    for (let at = hashes.indexOf(wanted[0]!); at >= 0; at = hashes.indexOf(wanted[0]!, at + 1)) {
      if (!wanted.every((hash, i) => hashes[at + i] === hash)) continue;
      const last = starts[at + wanted.length - 1]!;
      found.push({ id, span: { start: starts[at]!, end: endOfWordAt(inputOf(id).text, last) } });
      if (found.length >= limit) return found;
    }
  }
  return found;
}
