/**
 * Words as they are written, each kept once: its tokens share it, and what has been found out about its form is
 * remembered with it. A few thousand words make up most of any text, so the questions that every stage asks of every
 * token (capitalised? a number? a mark?) are answered by looking, not by reading the letters again.
 */
import { ownCopy } from '../text/ownCopy.ts';

export interface Word {
  /** As written, apostrophes straight. */
  readonly text: string;
  readonly lower: string;
  /** Its lemmas by part of speech, as far as they have been asked for. */
  readonly lemmas: Map<string, string>;
  /** Answers of `perWord`, by the number of the question. */
  readonly answers: unknown[];
}

/** When so many words are known they are forgotten; tokens keep those they have. */
const MOST_WORDS = 50_000;
/** What is longer is no word of English, and not met again: it is not kept. */
const LONGEST = 120;

let words = new Map<string, Word>();

/** The word that is written so. */
export function wordOf(text: string): Word {
  let word = words.get(text);
  if (word) return word;
  // a part of an article would keep the whole article in memory
  const own = ownCopy(text);
  word = { text: own, lower: own.toLowerCase(), lemmas: new Map(), answers: [] };
  if (own.length > LONGEST) return word;
  if (words.size >= MOST_WORDS) words = new Map();
  words.set(own, word);
  return word;
}

let questions = 0;

/**
 * A question about the form of a word, answered once for each: `read` gets the word and must look at nothing else. To be
 * called when a module is loaded, not for every text.
 */
export function perWord<T extends string | number | boolean | object | null>(
  read: (word: Word) => T,
): (token: { readonly word: Word }) => T {
  const question = questions++;
  return ({ word }) => {
    let answer = word.answers[question] as T | undefined;
    if (answer === undefined) word.answers[question] = answer = read(word);
    return answer;
  };
}
