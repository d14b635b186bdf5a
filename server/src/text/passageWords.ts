/**
 * The words of a quoted passage, with the signs that writers put into quotations understood:
 *
 * - an ellipsis (`…`, `...`, `. . .`, also in brackets) ends a fragment: words were left out here;
 * - a bracket (`[Trump]`, `[of the party]`, `want[ed]`) holds words that are the writer's, not the speaker's;
 * - a bracketed first letter (`[T]hey`) is the word with its case changed;
 * - `[sic]` vouches for the word before it and is no word itself.
 */
import type { Span } from './span.ts';
import type { ComparisonWord } from './comparison.ts';
import { comparisonWords, foldWord, hashWord } from './comparison.ts';

export interface PassageWord extends ComparisonWord {
  /** Wholly or partly in brackets: it stands for whatever the speaker said there. */
  readonly bracketed: boolean;
}

/** A stretch of a passage between ellipses: the speaker's words in order, as far as the writer says so. */
export type PassageFragment = readonly PassageWord[];

export interface PassageWords {
  /** Never an empty fragment; none at all for a passage without words. */
  readonly fragments: readonly PassageFragment[];
  readonly hasSic: boolean;
  readonly hasBrackets: boolean;
}

const ELLIPSIS = /[[(]\s*(?:\.{3,}|…|\.(?:\s\.){2,})\s*[\])]|\.(?:[\s\u00a0]\.){2,}|\.{3,}|…/g;
const BRACKET = /\[([^[\]\n]{1,120})\]/g;
const WORD_BEFORE = /[\p{L}\p{N}'’]$/u;
const WORD_AFTER = /^[\p{L}\p{N}]/u;

/** Reads the passage `span` of `text`. Linear; never throws. */
export function passageWords(text: string, span: Span): PassageWords {
  const fragments: PassageWord[][] = [];
  const brackets = bracketsIn(text, span);
  let start = span.start;
  for (const gap of [...matchesIn(text, span, ELLIPSIS), { start: span.end, end: span.end }]) {
    const words = fragmentWords(text, { start, end: gap.start }, brackets);
    if (words.length > 0) fragments.push(words);
    start = gap.end;
  }
  return {
    fragments,
    hasSic: brackets.some(({ kind }) => kind === 'sic'),
    hasBrackets: brackets.some(({ kind }) => kind !== 'sic'),
  };
}

interface Bracket extends Span {
  /** `part`: of a word, as in `[T]hey` and `want[ed]`. */
  readonly kind: 'words' | 'part' | 'sic';
  /** For `part`: only the case of a first letter can differ. */
  readonly letterOnly: boolean;
}

function bracketsIn(text: string, span: Span): Bracket[] {
  return [...matchesIn(text, span, BRACKET)].map(({ start, end }) => {
    const inside = text.slice(start + 1, end - 1);
    if (/^sic[.!]?$/i.test(inside.trim())) return { start, end, kind: 'sic', letterOnly: false };
    const touchesAfter = WORD_AFTER.test(text.slice(end, end + 1));
    const touchesBefore = WORD_BEFORE.test(text.slice(Math.max(span.start, start - 1), start));
    if (/^\p{L}+$/u.test(inside) && (touchesAfter || touchesBefore)) {
      return { start, end, kind: 'part', letterOnly: touchesAfter && inside.length === 1 };
    }
    return { start, end, kind: 'words', letterOnly: false };
  });
}

function* matchesIn(text: string, { start, end }: Span, pattern: RegExp): Generator<Span> {
  for (const match of text.slice(start, end).matchAll(pattern)) {
    yield { start: start + match.index, end: start + match.index + match[0].length };
  }
}

/** The words of one fragment, those around a bracket within a word joined to one. */
function fragmentWords(text: string, span: Span, brackets: readonly Bracket[]): PassageWord[] {
  const words: PassageWord[] = [];
  let next = 0;
  for (const word of comparisonWords(text, span)) {
    while (next < brackets.length && brackets[next]!.end < word.start) next++;
    // The bracket the word stands in or touches: at most the next one, or the one before that ends where it starts.
    const bracket = brackets[next];
    const inside = bracket !== undefined && bracket.start < word.end && word.start < bracket.end;
    if (inside && bracket.kind === 'sic') continue;
    const last = words.at(-1);
    if (last && bracket?.kind === 'part' && joinsAcross(bracket, last, word)) {
      words[words.length - 1] = joinedWord(text, last, word, !bracket.letterOnly);
    } else {
      words.push({ ...word, bracketed: inside && bracket.kind !== 'part' });
    }
  }
  return words;
}

function joinsAcross({ start, end }: Span, before: Span, after: Span): boolean {
  const bracketFirst = before.start === start + 1 && before.end === end - 1 && after.start === end;
  const bracketLast = before.end === start && after.start === start + 1;
  return bracketFirst || bracketLast;
}

function joinedWord(
  text: string,
  before: PassageWord,
  after: ComparisonWord,
  bracketed: boolean,
): PassageWord {
  const folded = foldWord(text.slice(before.start, after.end).replace(/[[\]]/g, ''));
  return { text: folded, hash: hashWord(folded), start: before.start, end: after.end, bracketed };
}
