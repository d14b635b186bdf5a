/** Where a passage stands in a text, word for word in comparison form: case, typography and spacing do not count. */
import type { ScannedWords } from './comparison.ts';
import { comparisonWords, scanWords } from './comparison.ts';
import type { Span } from './span.ts';

/** A text prepared for finding passages in it. */
export interface SearchableText {
  readonly text: string;
  readonly words: ScannedWords;
}

export function searchable(text: string): SearchableText {
  return { text, words: scanWords(text) };
}

/** The hashes of a passage's words, for `findWords`. */
export function wordHashes(passage: string): number[] {
  return comparisonWords(passage).map(({ hash }) => hash);
}

/** Index of the first word at which `needle` stands, from word `from` on; -1 for none, and for a needle without words. */
export function findWords(
  { words: { hashes } }: SearchableText,
  needle: readonly number[],
  from = 0,
): number {
  if (needle.length === 0) return -1;
  const last = hashes.length - needle.length;
  for (
    let at = hashes.indexOf(needle[0]!, from);
    at >= 0 && at <= last;
    at = hashes.indexOf(needle[0]!, at + 1)
  ) {
    if (needle.every((hash, i) => hashes[at + i] === hash)) return at;
  }
  return -1;
}

/** The stretch of text from word `first` to before word `end`. */
export function wordsSpan({ text, words: { starts } }: SearchableText, first: number, end: number): Span {
  const start = starts[first]!;
  const lastStart = starts[end - 1]!;
  const next = starts[end] ?? text.length;
  const last = comparisonWords(text, { start: lastStart, end: next })[0];
  return { start, end: last?.end ?? next };
}

/** Every place where the passage stands, in order, none overlapping another. */
export function findPassages(text: SearchableText, passage: string): Span[] {
  const needle = wordHashes(passage);
  const found: Span[] = [];
  for (let at = findWords(text, needle); at >= 0; at = findWords(text, needle, at + needle.length)) {
    found.push(wordsSpan(text, at, at + needle.length));
  }
  return found;
}
