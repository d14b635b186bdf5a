/** The words of a source around a place, for what a passage leaves out there. */
import { endOfWordAt, foldWord } from '../../text/comparison.ts';
import type { Span } from '../../text/span.ts';

/** The words of a source, by index: where each begins. */
export interface SourceWords {
  readonly text: string;
  readonly starts: Uint32Array;
}

/** The word of that index; undefined before the first and after the last. */
export function wordAt({ text, starts }: SourceWords, index: number): Span | undefined {
  const start = starts[index];
  return start === undefined ? undefined : { start, end: endOfWordAt(text, start) };
}

/** A word in comparison form. */
export function foldedWord({ text }: SourceWords, { start, end }: Span): string {
  return foldWord(text.slice(start, end));
}

/** Whether only words and blanks stand between two places: a comma, a dash or a mark parts what it stands between. */
export function isJoined({ text }: SourceWords, from: number, to: number): boolean {
  return /^[\p{L}\p{M}\p{N}'’\s-]*$/u.test(text.slice(from, to));
}

/** The words before the word `index`, at most so many, as far back as nothing parts them; in their order. */
export function wordsBefore(source: SourceWords, index: number, most: number): readonly Span[] {
  const words: Span[] = [];
  for (let i = index - 1; words.length < most; i--) {
    const word = wordAt(source, i);
    if (!word || !isJoined(source, word.end, source.starts[i + 1]!)) break;
    words.unshift(word);
  }
  return words;
}
