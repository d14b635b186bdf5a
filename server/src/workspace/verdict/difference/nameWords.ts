/** Whether a word stands as a name in its text: capitalised where an ordinary word would not be. */
import { FUNCTION_WORDS } from '../../../language/en/functionWords.ts';
import type { Span } from '../../../text/span.ts';
import { textOf } from '../../../text/span.ts';

const NOT_NAMES = new Set(
  (
    'monday tuesday wednesday thursday friday saturday sunday january february march april may june july august ' +
    'september october november december'
  ).split(' '),
);

/**
 * True for `Oduya` in `said Oduya`. At the start of a sentence, where every word is capitalised, a word counts as a
 * name unless the same text has it in lower case somewhere. Days, months and function words are no names.
 */
export function isNameAt(text: string, word: Span): boolean {
  const form = nameFormAt(text, word);
  return form === 'name' || (form === 'opening' && !text.includes(` ${textOf(text, word).toLowerCase()}`));
}

/** `name` for a name; `opening` for a capital that a sentence's start explains as well; `word` for all others. */
export function nameFormAt(text: string, word: Span): 'name' | 'opening' | 'word' {
  const raw = textOf(text, word);
  const lower = raw.toLowerCase();
  if (!/^\p{Lu}/u.test(raw) || NOT_NAMES.has(lower) || FUNCTION_WORDS.has(lower)) return 'word';
  return startsSentence(text, word.start) ? 'opening' : 'name';
}

function startsSentence(text: string, at: number): boolean {
  const before = text.slice(Math.max(0, at - 8), at).trimEnd();
  return before === '' || /[.!?:\n“"‘'«([–—-]$/.test(before);
}
