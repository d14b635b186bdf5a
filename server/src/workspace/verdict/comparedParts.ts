/** The parts of a passage beside the stretches of the source that they are compared with. */
import { endOfWordAt } from '../../text/comparison.ts';
import type { PassageWord } from '../../text/passageWords.ts';
import { passageWords } from '../../text/passageWords.ts';
import type { Span } from '../../text/span.ts';
import type { MatchedPart } from '../matching/match.ts';
import type { Alignment } from '../matching/align.ts';
import type { IndexedArticle } from '../index/passageIndex.ts';

/** A part of the passage that has a place. */
export interface ComparedPart {
  readonly part: MatchedPart & { readonly alignment: Alignment };
  /** The part's words. */
  readonly words: readonly PassageWord[];
  readonly stretch: SourceStretch;
}

export interface SourceStretch {
  /** Word indices, half-open. */
  readonly from: number;
  readonly to: number;
  readonly span: Span;
  /** Its words, with some before and after it. */
  readonly words: readonly PassageWord[];
}

/** How many words more than the passage lacks are read at each end of a stretch, and how many at most. */
const SLACK = 3;
const MOST_EXTRA = 12;

/**
 * The matched words, and some more at both ends where the passage has unmatched ones: a changed first word stands
 * opposite a changed first word, and words moved from one end to the other are still there. The stretch never grows out
 * of its sentence or its quotation.
 * @param text of the article
 */
export function stretchOf(
  { from, to, alignment }: ComparedPart['part'],
  article: IndexedArticle,
  text: string,
): SourceStretch {
  const { starts } = article;
  const first = alignment.pairs[0]!;
  const last = alignment.pairs.at(-1)!;
  let start = first[1];
  let end = last[1] + 1;
  const missing = Math.max(first[0] - from, to - 1 - last[0], longestGap(alignment.pairs));
  const extra = missing === 0 ? 0 : Math.min(missing, MOST_EXTRA) + SLACK;
  for (let more = extra; more > 0 && start > 0; more--) {
    if (isBoundary(text, starts[start - 1]!, starts[start]!)) break;
    start--;
  }
  for (let more = extra; more > 0 && end < starts.length; more--) {
    if (isBoundary(text, starts[end - 1]!, starts[end]!)) break;
    end++;
  }
  const spanOf = (first: number, last: number): Span => ({
    start: starts[first]!,
    end: endOfWordAt(text, starts[last]!),
  });
  const shownFrom = Math.max(start, first[1] - (first[0] - from));
  const shownTo = Math.min(end, last[1] + (to - last[0]));
  return {
    from: shownFrom,
    to: shownTo,
    span: spanOf(shownFrom, shownTo - 1),
    words: passageWords(text, spanOf(start, end - 1)).fragments.flat(),
  };
}

/** A clause of so many words that is missing in its place may stand right before or after the matched words. */
const CLAUSE = 3;

/** The longest run of the passage's words without partner between two that have one, if it is as long as a clause. */
function longestGap(pairs: Alignment['pairs']): number {
  let longest = 0;
  for (let i = 1; i < pairs.length; i++) longest = Math.max(longest, pairs[i]![0] - pairs[i - 1]![0] - 1);
  return longest < CLAUSE ? 0 : longest;
}

/** Whether a sentence, a quotation or a paragraph ends between two neighbouring words. */
function isBoundary(text: string, word: number, next: number): boolean {
  return /[.!?…]["”’']*\s|["“”«»„]|\n\s*\n/.test(text.slice(endOfWordAt(text, word), next));
}
