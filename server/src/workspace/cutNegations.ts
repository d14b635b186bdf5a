/**
 * Negations that fall where a quotation may leave words out: right before its first word (`All of them voted` of `Not
 * all of them voted`), right after its last (`We did` of `We did not`), and at an ellipsis (`We will … sell it` of `We
 * will not sell it`). Leaving out is allowed there; turning a statement into its contrary is not.
 *
 * The word differences of the two sides never see these words, since they lie outside what was matched.
 */
import { DENIALS, NEGATIONS } from '../language/en/negations.ts';
import { MODALS } from '../language/en/modals.ts';
import { AUXILIARIES } from '../language/en/verbForms.ts';
import { comparisonWords, endOfWordAt, foldWord } from '../text/comparison.ts';
import type { Span } from '../text/span.ts';
import { stopAt } from './difference/wordDifference.ts';
import { paragraphAround } from './edges.ts';

/** The words of a source, by index: where each begins. */
export interface SourceWords {
  readonly text: string;
  readonly starts: Uint32Array;
}

/**
 * The negation right before the word `first` of the source, which the passage begins with; undefined for none, and where
 * the writer denies or negates it before the passage: she ruled out that “they sell the harbour”.
 */
export function negationBefore(
  source: SourceWords,
  first: number,
  passage: { readonly text: string; readonly span: Span },
): Span | undefined {
  const before = wordAt(source, first - 1);
  if (!before || !isNegation(source, before) || !isJoined(source, before.end, source.starts[first]!))
    return undefined;
  return isDeniedBefore(passage.text, passage.span) ? undefined : before;
}

/** The negation right after the auxiliary `last` of the source, which the passage ends with, where it ends a clause. */
export function negationAfter(source: SourceWords, last: number): Span | undefined {
  const after = wordAt(source, last + 1);
  if (!after || !isAuxiliary(source, last) || !isNegation(source, after)) return undefined;
  if (stopAt(source.text, after.end) === '') return undefined;
  return isJoined(source, source.starts[last]!, after.start) ? after : undefined;
}

/** So many words after an auxiliary its negation may come: `will under no circumstances`. */
const WORDS_TO_NEGATION = 3;

/** The negation of what stands around an ellipsis that leaves the words from `from` to `to` (exclusive) of the source out. */
export function negationLeftOut(source: SourceWords, from: number, to: number): Span | undefined {
  const last = to > from ? wordAt(source, to - 1) : undefined;
  if (last && isNegation(source, last) && isJoined(source, last.end, source.starts[to] ?? last.end))
    return last;
  if (!isAuxiliary(source, from - 1)) return undefined;
  for (let i = from; i < Math.min(to, from + WORDS_TO_NEGATION); i++) {
    const word = wordAt(source, i)!;
    if (!isJoined(source, source.starts[from - 1]!, word.start)) return undefined;
    if (isNegation(source, word)) return word;
  }
  return undefined;
}

function wordAt({ text, starts }: SourceWords, index: number): Span | undefined {
  const start = starts[index];
  return start === undefined ? undefined : { start, end: endOfWordAt(text, start) };
}

function isNegation({ text }: SourceWords, { start, end }: Span): boolean {
  const word = foldWord(text.slice(start, end));
  return NEGATIONS.has(word) || word.endsWith("n't");
}

function isAuxiliary(source: SourceWords, index: number): boolean {
  const word = wordAt(source, index);
  const folded = word ? foldWord(source.text.slice(word.start, word.end)) : '';
  return AUXILIARIES.has(folded) || MODALS.has(folded);
}

/** Whether only words and blanks stand between two places: a comma, a dash or a mark parts what it stands between. */
function isJoined({ text }: SourceWords, from: number, to: number): boolean {
  return /^[\p{L}\p{M}\p{N}'’\s-]*$/u.test(text.slice(from, to));
}

/** Whether the writer’s own words before a passage, in its sentence, negate or deny what follows. */
function isDeniedBefore(text: string, span: Span): boolean {
  const { start } = paragraphAround(text, span);
  const before = text.slice(start, span.start).replace(/^.*[.!?…]["”’')\]]*\s/su, '');
  return comparisonWords(before).some(
    ({ text: word }) => NEGATIONS.has(word) || word.endsWith("n't") || DENIALS.test(word),
  );
}
