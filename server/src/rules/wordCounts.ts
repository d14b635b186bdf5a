/** How many words passages have, counted once for as long as their paragraph stays as it is. */
import type { Article } from '../analysis/facts.ts';
import { perBlock } from '../analysis/perBlock.ts';
import { countWords } from '../text/comparison.ts';
import { lastAtOrBefore } from '../text/search.ts';
import type { Span } from '../text/span.ts';

/** More code units than any passage has. */
const LONGEST = 2 ** 25;

/** The same as `countWords` for a passage of the article that begins in one of its blocks. */
export function countWordsOf(article: Article, { start, end }: Span): number {
  const { text, blocks } = article;
  const block = lastAtOrBefore(blocks, start, ({ span }) => span.start);
  if (block < 0 || end > blocks[block]!.span.end) return countWords(text, { start, end });
  const counts = countsOf(article, block);
  const key = (start - blocks[block]!.span.start) * LONGEST + (end - start);
  const count = counts.get(key) ?? countWords(text, { start, end });
  counts.set(key, count);
  return count;
}

const countsOf = perBlock(() => new Map<number, number>());
