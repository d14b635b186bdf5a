/**
 * What stands before a statement and takes it back, where a quotation begins right behind it: `the quay was sold` of `We
 * deny that the quay was sold`, of `Nobody says the quay was sold` and of `If the quay was sold`; `all of them voted` of
 * `Almost all of them voted`.
 */
import { BOUNDS_BEFORE, LONGEST_BOUND } from '../../language/en/boundWords.ts';
import { NEGATIONS } from '../../language/en/negations.ts';
import { SCALES, SMALL_NUMBERS } from '../../language/en/numberWords.ts';
import {
  ASKING_WORDS,
  BEFORE_CONDITION,
  CLAUSE_CONDITIONS,
  CONDITIONS,
  DENYING_HEADS,
  FOCUS_WORDS,
  IDLE_AFTER_IF,
  NEAR_MISSES,
  OPEN_HEADS,
  QUANTIFIERS,
  STATEMENT_NOUNS,
} from '../../language/en/statementFrames.ts';
import type { Span } from '../../text/span.ts';
import { isNegation } from './cutNegations.ts';
import type { SourceWords } from './sourceWords.ts';
import { foldedWord, isJoined, wordAt, wordsBefore } from './sourceWords.ts';

/** Words of the longest frame that is looked at: `there is not a shred of evidence in the books that`. */
const LONGEST_FRAME = 14;

/** The denial that the clause beginning with the word `first` depends on, as `We deny that`; undefined for none. */
export function denialBefore(source: SourceWords, first: number): Span | undefined {
  const before = wordsBefore(source, first, LONGEST_FRAME);
  const words = before.map((word) => foldedWord(source, word));
  return deniesWhatFollows(words) ? whole(before) : undefined;
}

/** Whether words such as `it is not true that` leave what they lead to denied: an odd number of them deny. */
function deniesWhatFollows(words: readonly string[]): boolean {
  const hasThat = words.at(-1) === 'that';
  const frame = hasThat ? words.slice(0, -1) : words;
  const head = frame.at(-1) ?? '';
  const negations = frame.filter(
    (word, i) => isNegation(word) && !FOCUS_WORDS.has(frame[i + 1] ?? ''),
  ).length;
  const denials = frame.filter((word) => DENYING_HEADS.test(word)).length;
  const leads =
    OPEN_HEADS.test(head) ||
    (hasThat && (DENYING_HEADS.test(head) || (STATEMENT_NOUNS.test(head) && denials + negations > 0)));
  return leads && (negations + denials) % 2 === 1;
}

/** The `if` or `unless` right before the word `first`; undefined for none. */
export function conditionBefore(source: SourceWords, first: number): Span | undefined {
  const before = wordAt(source, first - 1);
  if (!before || !CONDITIONS.has(foldedWord(source, before))) return undefined;
  return isJoined(source, before.end, source.starts[first]!) ? before : undefined;
}

/** Words of the longest conditional clause that is looked at. */
const LONGEST_CLAUSE = 25;

/** The conditional clause that stands before the word `first`, parted by a comma; undefined for none. */
export function conditionalClauseBefore(source: SourceWords, first: number): Span | undefined {
  const last = wordAt(source, first - 1);
  if (!last || !/^,["”’']*\s+$/.test(source.text.slice(last.end, source.starts[first]))) return undefined;
  const clause = [...wordsBefore(source, first - 1, LONGEST_CLAUSE), last];
  const words = clause.map((word) => foldedWord(source, word));
  const at = words.findIndex(
    (word, i) => CLAUSE_CONDITIONS.has(word) && (i === 0 || BEFORE_CONDITION.has(words[i - 1]!)),
  );
  const isIdle = IDLE_AFTER_IF.has(words[at + 1] ?? '');
  return at < 0 || isIdle || clause.length > LONGEST_CLAUSE ? undefined : whole(clause.slice(at));
}

/** The `if` or `unless` right after the word `last`; undefined for none, and where it asks. */
export function conditionAfter(source: SourceWords, last: number): Span | undefined {
  const [before, after, next] = [last, last + 1, last + 2].map((index) => wordAt(source, index));
  if (!before || !after || !CLAUSE_CONDITIONS.has(foldedWord(source, after))) return undefined;
  if (!isJoined(source, before.end, after.start) || ASKING_WORDS.test(foldedWord(source, before)))
    return undefined;
  return next && !IDLE_AFTER_IF.has(foldedWord(source, next)) ? after : undefined;
}

/** What makes less of a number, quantity or deed right before it: `almost`, `up to`. */
export interface NearMiss {
  readonly span: Span;
  /** Whether a number or quantity follows. */
  readonly isAmount: boolean;
}

/** The words right before the word `first` by which the source says that it is only nearly so, or only bounded by it. */
export function nearMissBefore(source: SourceWords, first: number): NearMiss | undefined {
  const next = wordAt(source, first);
  if (!next) return undefined;
  const word = foldedWord(source, next);
  const isNumber = /^\p{N}/u.test(word) || SMALL_NUMBERS.has(word) || SCALES.has(word);
  const before = wordsBefore(source, first, isNumber ? LONGEST_BOUND : 1);
  const words = before.map((each) => foldedWord(source, each));
  if (isNumber) {
    const at = words.findIndex((_, i) => BOUNDS_BEFORE.has(words.slice(i).join(' ')));
    return at < 0 ? undefined : { span: whole(before.slice(at))!, isAmount: true };
  }
  if (!NEAR_MISSES.has(words[0] ?? '')) return undefined;
  return { span: before[0]!, isAmount: QUANTIFIERS.has(word) || NEGATIONS.has(word) };
}

function whole(words: readonly Span[]): Span | undefined {
  return words[0] && { start: words[0].start, end: words.at(-1)!.end };
}
