/** Words of a passage that its source has right beside the stretch it was compared with: moved, and not added. */
import { endOfWordAt } from '../../text/comparison.ts';
import type { IndexedArticle } from '../index/passageIndex.ts';
import type { ComparedPart } from './comparedParts.ts';
import type { WordChange } from './difference/wordDifference.ts';

/** Fewer words are no clause: they may stand anywhere. */
const CLAUSE = 3;
/** So many words before and after the stretch are beside it. */
const NEAR = 40;

/** The same changes, with `moved` for each run of added words that stands beside one of the parts. Linear in both. */
export function withMoved(
  changes: readonly WordChange[],
  compared: readonly ComparedPart[],
  article: IndexedArticle,
  text: string,
): WordChange[] {
  return changes.map((change) => {
    if (change.kind !== 'added') return change;
    for (const { words, stretch } of compared) {
      const added = words.filter(({ start, end }) => change.here.start <= start && end <= change.here.end);
      if (added.length < CLAUSE) continue;
      const hashes = added.map(({ hash }) => hash);
      const at = [
        runIn(article.hashes, hashes, Math.max(0, stretch.from - NEAR), stretch.from),
        runIn(article.hashes, hashes, stretch.to, Math.min(article.hashes.length, stretch.to + NEAR)),
      ].find((found) => found !== -1);
      if (at === undefined) continue;
      const end = endOfWordAt(text, article.starts[at + hashes.length - 1]!);
      return { kind: 'moved', here: change.here, there: { start: article.starts[at]!, end } };
    }
    return change;
  });
}

/** Where the words stand in a row between two indices; -1 for nowhere. */
function runIn(article: Uint32Array, words: readonly number[], from: number, to: number): number {
  for (let at = from; at + words.length <= to; at++) {
    if (words.every((word, i) => article[at + i] === word)) return at;
  }
  return -1;
}
