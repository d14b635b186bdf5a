/**
 * Transcripts name the speaker and the time at the start of lines. Those words were not spoken, so they are no part of
 * any passage that runs over them.
 */
import type { PassageWord } from '../../../text/passageWords.ts';
import type { Span } from '../../../text/span.ts';

/** `HALE:`, `Mayor Oduya:`, `Q:`, `[00:01:15]`, `00:01:15.200 --> 00:01:18.000`, a subtitle's number on a line of its own. */
const LABEL =
  /\n[ \t]*(?:\d{1,6}[ \t]*(?=\r?\n))?(?:[[(]?\d{1,2}:\d{2}(?::\d{2})?(?:[.,]\d{1,3})?[\])]?(?:[ \t]*-->[^\n]*)?[ \t]*)?(?:>>[ \t]*)?(?<name>(?:\p{Lu}[\p{L}\p{N}.'’()-]*)(?:[ \t]\p{Lu}[\p{L}\p{N}.'’()-]*){0,4}:|[QA]\.)?/gu;

/** The words without those of labels and timestamps between them. The first word begins no label. */
export function withoutSpeakerLabels(text: string, words: readonly PassageWord[]): readonly PassageWord[] {
  const first = words[0];
  const last = words.at(-1);
  if (!first || !last) return words;
  const between = text.slice(first.start, last.end);
  if (!between.includes('\n')) return words;
  const labels = [...between.matchAll(LABEL)].map((match) => ({
    start: first.start + match.index,
    end: first.start + match.index + match[0].length,
  }));
  let next = 0;
  return words.filter((word) => {
    while (next < labels.length && labels[next]!.end <= word.start) next++;
    return !(next < labels.length && labels[next]!.start <= word.start);
  });
}

/** How far before a word the label of its turn is looked for. */
const LONGEST_TURN = 5_000;

/** The label of the turn of a transcript that the place stands in, without its colon; undefined where nothing is labelled. */
export function labelBefore(text: string, at: number): Span | undefined {
  const from = Math.max(0, at - LONGEST_TURN);
  // A label begins with a line; the first line of a text has no line break before it.
  const lines = from === 0 ? `\n${text.slice(0, at)}` : text.slice(from, at);
  const offset = from === 0 ? -1 : from;
  for (const match of [...lines.matchAll(LABEL)].reverse()) {
    const name = match.groups?.name?.replace(/[:.]$/, '');
    if (!name) continue;
    const start = offset + match.index + match[0].lastIndexOf(name);
    return { start, end: start + name.length };
  }
  return undefined;
}
