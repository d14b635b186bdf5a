/**
 * Negations that fall where a quotation may leave words out: right before its first word (`All of them voted` of `Not
 * all of them voted`), right after its last (`We did` of `We did not`), and at an ellipsis (`We will … sell it` of `We
 * will not sell it`).
 */
import { NEGATIONS } from '../../language/en/negations.ts';
import { MODALS } from '../../language/en/modals.ts';
import { AUXILIARIES } from '../../language/en/verbForms.ts';
import type { Span } from '../../text/span.ts';
import { stopAt } from './difference/allowances.ts';
import type { SourceWords } from './sourceWords.ts';
import { foldedWord, isJoined, wordAt } from './sourceWords.ts';

/** The negation right before the word `first` of the source; undefined for none. */
export function negationBefore(source: SourceWords, first: number): Span | undefined {
  const before = wordAt(source, first - 1);
  if (!before || !isNegation(foldedWord(source, before))) return undefined;
  return isJoined(source, before.end, source.starts[first]!) ? before : undefined;
}

/** The negation right after the auxiliary `last` of the source, which the passage ends with, where it ends a clause. */
export function negationAfter(source: SourceWords, last: number): Span | undefined {
  const after = wordAt(source, last + 1);
  if (!after || !isAuxiliary(source, last) || !isNegation(foldedWord(source, after))) return undefined;
  if (stopAt(source.text, after.end) === '') return undefined;
  return isJoined(source, source.starts[last]!, after.start) ? after : undefined;
}

/** So many words after an auxiliary its negation may come: `will under no circumstances`. */
const WORDS_TO_NEGATION = 3;

/** The negation of what stands around an ellipsis that leaves the words from `from` to `to` (exclusive) of the source out. */
export function negationLeftOut(source: SourceWords, from: number, to: number): Span | undefined {
  const last = to > from ? negationBefore(source, to) : undefined;
  if (last) return last;
  if (!isAuxiliary(source, from - 1)) return undefined;
  for (let i = from; i < Math.min(to, from + WORDS_TO_NEGATION); i++) {
    const word = wordAt(source, i)!;
    if (!isJoined(source, source.starts[from - 1]!, word.start)) return undefined;
    if (isNegation(foldedWord(source, word))) return word;
  }
  return undefined;
}

/** Whether a word in comparison form negates. */
export function isNegation(word: string): boolean {
  return NEGATIONS.has(word) || word.endsWith("n't");
}

function isAuxiliary(source: SourceWords, index: number): boolean {
  const word = wordAt(source, index);
  const folded = word ? foldedWord(source, word) : '';
  return AUXILIARIES.has(folded) || MODALS.has(folded);
}
