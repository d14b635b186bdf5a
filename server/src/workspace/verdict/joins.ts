/** Where a passage joins what stands apart in its source: two places, or the words of two speakers. */
import type { PassageWord } from '../../text/passageWords.ts';
import type { Span } from '../../text/span.ts';
import { textOf } from '../../text/span.ts';
import type { ComparedPart, SourceStretch } from './comparedParts.ts';
import { labelBefore } from './difference/speakerLabels.ts';
import type { WordChange } from './difference/wordDifference.ts';
import type { IndexedArticle } from '../index/passageIndex.ts';

/** Two places joined without an ellipsis: what lies between was removed, or the order was changed. */
export function unmarkedJoin(
  words: readonly PassageWord[],
  before: SourceStretch,
  after: SourceStretch,
  text: string,
): WordChange[] {
  const start = words[0]!.start;
  if (after.from === before.to) return [];
  if (after.from > before.to) {
    const there = withoutMarks(text, { start: before.span.end, end: after.span.start });
    return [{ kind: 'removed', here: { start, end: start }, there }];
  }
  return [{ kind: 'moved', here: { start, end: words.at(-1)!.end }, there: after.span }];
}

/** From the first word of a stretch to the last. */
function withoutMarks(text: string, span: Span): Span {
  const [, lead, words] = /^([^\p{L}\p{N}]*)(.*?)[^\p{L}\p{N}]*$/su.exec(textOf(text, span))!;
  const start = span.start + lead!.length;
  return { start, end: start + words!.length };
}

/** Fragments with more words between them are far apart. */
const FAR_WORDS = 60;
/** A transcript's label at the start of a line: somebody else may have spoken in between. */
const SPEAKER_CHANGE = /\n[ \t]*(?:\p{Lu}[\p{L}.'’ -]{0,40}:|[QA][.:])/u;

/** Whether two stretches of a source are out of order, far from each other, or parted by another speaker. */
export function areFarApart(before: SourceStretch, after: SourceStretch, text: string): boolean {
  const gap = after.from - before.to;
  if (gap < 0 || gap > FAR_WORDS) return true;
  return SPEAKER_CHANGE.test(text.slice(before.span.end, after.span.start));
}

/** Where another speaker of a transcript has the next words: together they are no quotation of either. */
export function takenOver(
  { part: { from, alignment }, words }: ComparedPart,
  { starts }: IndexedArticle,
  text: string,
): WordChange[] {
  const { pairs } = alignment;
  return pairs.slice(1).flatMap(([here, there], i) => {
    const [before, after] = [starts[pairs[i]![1]]!, starts[there]!];
    if (!text.slice(before, after).includes('\n')) return [];
    const [one, other] = [labelBefore(text, before), labelBefore(text, after)];
    if (!one || !other || textOf(text, one) === textOf(text, other)) return [];
    const { start } = words[here - from]!;
    const change: WordChange = { kind: 'name', here: { start, end: start }, there: other };
    return [change];
  });
}
