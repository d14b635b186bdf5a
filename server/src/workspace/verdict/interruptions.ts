/** `,” he said, “`: what a source says between two quoted stretches of one utterance is no part of it. */
import type { PassageWord } from '../../text/passageWords.ts';
import type { Span } from '../../text/span.ts';
import { paragraphAround, quotedStretches } from '../matching/edges.ts';

/** With more words between them, two quoted stretches are two utterances. */
const MOST_WORDS = 20;

/**
 * The words of a stretch of a source without those that stand between two of its quotations, in one paragraph.
 * Linear in the paragraph; never throws.
 */
export function withoutInterruptions(text: string, words: readonly PassageWord[]): readonly PassageWord[] {
  const [first, last] = [words[0], words.at(-1)];
  if (!first || !last || text.slice(first.start, last.end).includes('\n')) return words;
  const paragraph = paragraphAround(text, { start: first.start, end: last.end });
  const quoted = quotedStretches(text, paragraph);
  const gaps = quoted.slice(1).map(({ start }, i): Span => ({ start: quoted[i]!.end, end: start }));
  const isIn = (word: Span, gap: Span) => gap.start <= word.start && word.end <= gap.end;
  const interruptions = gaps.filter(
    (gap) =>
      first.start < gap.start &&
      gap.end < last.end &&
      words.filter((word) => isIn(word, gap)).length <= MOST_WORDS,
  );
  return words.filter((word) => !interruptions.some((gap) => isIn(word, gap)));
}
