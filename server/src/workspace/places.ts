/**
 * Where articles use certain words close together. Facts that are worded freely share no runs of words with their
 * counterparts, only the things they speak of: `5,000 troops are stationed in Syria`, `in Syria, where the US keeps some
 * 2,000 troops`.
 */
import { endOfWordAt, foldWord, hashWord } from '../text/comparison.ts';
import type { IndexedArticle, PassageIndex } from './index/passageIndex.ts';
import type { ArticleId, Place } from './types.ts';

/** Words of one sentence are rarely farther apart. */
const WINDOW = 40;
const CANDIDATES = 24;
const SHARE = 0.5;

interface Found {
  readonly place: Place;
  readonly words: number;
}

/**
 * Places of articles other than `except` that have at least half of the words within some forty words; those with most
 * words first, one for each article and stretch.
 */
export function findPlaces(
  words: readonly string[],
  index: PassageIndex,
  except: ArticleId,
  textOf: (id: ArticleId) => string,
  limit: number,
): Place[] {
  const wanted = new Set(
    words.flatMap((word) => word.split(/[\s-]+/)).map((word) => hashWord(foldWord(word))),
  );
  if (wanted.size === 0) return [];
  const least = Math.max(1, Math.ceil(wanted.size * SHARE));
  const found = index
    .candidates(Uint32Array.from(wanted), except, CANDIDATES)
    .flatMap(({ article }) => densest(article, wanted, least, textOf(article.id)));
  found.sort(
    (a, b) =>
      b.words - a.words || (a.place.id < b.place.id ? -1 : 1) || a.place.span.start - b.place.span.start,
  );
  return found.slice(0, limit).map(({ place }) => place);
}

/** Stretches of an article that hold at least `least` different wanted words, none overlapping another. */
function densest(article: IndexedArticle, wanted: ReadonlySet<number>, least: number, text: string): Found[] {
  const { hashes, starts } = article;
  const found: Found[] = [];
  const inWindow = new Map<number, number>();
  const hits: number[] = [];
  let first = 0;
  for (let i = 0; i < hashes.length; i++) {
    if (!wanted.has(hashes[i]!)) continue;
    hits.push(i);
    inWindow.set(hashes[i]!, (inWindow.get(hashes[i]!) ?? 0) + 1);
    for (; i - hits[first]! >= WINDOW; first++) {
      const leaving = hashes[hits[first]!]!;
      const left = inWindow.get(leaving)! - 1;
      if (left === 0) inWindow.delete(leaving);
      else inWindow.set(leaving, left);
    }
    if (inWindow.size < least) continue;
    const span = { start: starts[hits[first]!]!, end: endOfWordAt(text, starts[i]!) };
    const last = found.at(-1);
    const next = { place: { id: article.id, span }, words: inWindow.size };
    if (!last || last.place.span.end <= span.start) found.push(next);
    else if (next.words > last.words) found[found.length - 1] = next;
  }
  return found;
}
