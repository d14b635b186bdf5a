/**
 * Words, marks and their parts of speech, from wink-nlp (https://winkjs.org/wink-nlp/). The parts of speech are the
 * universal ones: NOUN, PROPN, VERB, AUX, ADP, PUNCT, NUM …
 */
// wink-nlp's `its` are plain functions, handed over by reference as its documentation shows.
/* eslint-disable @typescript-eslint/unbound-method */
import winkNLP, { type ItemToken } from 'wink-nlp';
import model from 'wink-eng-lite-web-model';
import { wordOf, type Word } from './words.ts';

export interface Token {
  /** UTF-16 offsets in the text given to `tokenize`, half-open. */
  readonly start: number;
  readonly end: number;
  /** As written: `U.S.`, `5,000`, `n’t`. */
  readonly text: string;
  /** Lower case, curly apostrophes made straight. */
  readonly lower: string;
  /** What all tokens written like this one share, whatever apostrophes they have. */
  readonly word: Word;
  readonly lemma: string;
  readonly pos: string;
}

/** wink-nlp reads so many characters at a time; a line of megabytes is cut at a blank. */
const CHUNK = 40_000;

/** So many characters without a blank are no words of English, and wink-nlp takes quadratic time over them. */
const SOLID = 120;

/**
 * Curly apostrophes, quotation marks that wink-nlp does not know, and what it counts differently from what it prints: line
 * breaks, control and zero-width characters. The blank is none of them.
 */
const UNREADABLE =
  /[’‘«»„\0-\x1f\x7f-\xa0\u1680\u2000-\u200f\u2028-\u202f\u205f\u2060\u2066-\u2069\u3000\ufeff]/g;

/** What wink-nlp reads for each; a blank for all else. */
const READ_AS: Readonly<Record<string, string>> = { '’': "'", '‘': "'", '«': '“', '„': '“', '»': '”' };
/** Where the text may have another character than what wink-nlp has read. */
const MAY_DIFFER = /['“”]/;

/**
 * The tokens of a text in order; blank space and invisible characters belong to none, every other character to exactly
 * one. Linear; never throws.
 *
 * The text is read with curly apostrophes made straight, guillemets made English marks and every unusual space made a
 * blank (same length), because wink-nlp splits `don't` but not `don’t`. Each token is then looked up in the text: what wink-nlp returns otherwise is
 * not trusted, and the rest of that chunk is cut into words and characters without parts of speech.
 */
export function tokenize(text: string): Token[] {
  const readable = text.replace(UNREADABLE, (mark) => READ_AS[mark] ?? ' ');
  const tokens: Token[] = [];
  let start = 0;
  for (let word = 0; word < text.length;) {
    const blank = readable.indexOf(' ', word);
    const end = blank < 0 ? text.length : blank;
    if (end - word >= SOLID) {
      addChunks(text, readable, start, word, tokens);
      addPlainTokens(text, readable.slice(word, end), 0, word, tokens);
      start = end;
    }
    word = end + 1;
  }
  addChunks(text, readable, start, text.length, tokens);
  return tokens;
}

/** The tokens from `from` to `to`, which are never far from a blank. */
function addChunks(text: string, readable: string, from: number, to: number, tokens: Token[]): void {
  for (let start = from; start < to;) {
    const limit = start + CHUNK;
    const end = limit >= to ? to : readable.lastIndexOf(' ', limit) + 1;
    addTokens(text, readable.slice(start, end), start, tokens);
    start = end;
  }
}

function addTokens(text: string, chunk: string, offset: number, tokens: Token[]): void {
  if (chunk.trim() === '') return;
  const { its, readDoc } = reader();
  const read = readDoc(chunk).tokens();
  const values = read.out(its.value);
  const partsOfSpeech = read.out(its.pos);
  let at = 0;
  for (let i = 0; i < values.length; i++) {
    const value = values[i]!;
    const next = skipBlanks(chunk, at);
    if (value.trim() === '') continue;
    if (!chunk.startsWith(value, next)) {
      addPlainTokens(text, chunk, next, offset, tokens);
      return;
    }
    at = next + value.length;
    const word = wordOf(value);
    const tag = partsOfSpeech[i] ?? 'X';
    tokens.push({
      start: offset + next,
      end: offset + at,
      text: MAY_DIFFER.test(value) ? text.slice(offset + next, offset + at) : word.text,
      lower: word.lower,
      word,
      lemma: word.lemmas.get(tag) ?? lemmaOf(word, tag, read.itemAt(i)),
      pos: value === 'Per' && isName(values, partsOfSpeech, i) ? 'PROPN' : tag,
    });
  }
  addPlainTokens(text, chunk, at, offset, tokens);
}

/**
 * The lemma of a word as this part of speech, asked of wink-nlp once. It depends on nothing else, but for the parts of
 * a contraction: the `'s` of `it's` and of `let's`.
 */
function lemmaOf(word: Word, tag: string, token: ItemToken): string {
  const { its } = reader();
  // Its types want an unused third argument narrower than the one `its.lemma` declares.
  const lemma = token.out(its.lemma as unknown as typeof its.value) as string | undefined;
  if (!word.text.includes("'")) word.lemmas.set(tag, lemma ?? word.lower);
  return lemma ?? word.lower;
}

let loaded: ReturnType<typeof winkNLP> | undefined;

/** wink-nlp with its model, which takes longer to load than all the rest of Attest: left until a text is read. */
function reader(): ReturnType<typeof winkNLP> {
  return (loaded ??= winkNLP(model, ['pos']));
}

const OPENING = /^[.!?:"'“«]$/;

/**
 * Whether `Per` at `i`, which wink-nlp always takes for the preposition, is the name: in the midst of a sentence, or
 * first in it before a verb or before a surname that a verb or comma follows. `Cost Per Mile` is a heading.
 */
function isName(values: readonly string[], partsOfSpeech: readonly string[], i: number): boolean {
  const next = values[i + 1] ?? '';
  const surname = isCapitalised(next);
  if (i > 0 && !OPENING.test(values[i - 1]!)) return !(surname && isCapitalised(values[i - 1]!));
  const behind = surname ? i + 2 : i + 1;
  const p = partsOfSpeech[behind];
  return p === 'VERB' || p === 'AUX' || (surname && values[behind] === ',');
}

function isCapitalised(value: string): boolean {
  return /^\p{Lu}\p{Ll}/u.test(value);
}

function skipBlanks(chunk: string, from: number): number {
  let at = from;
  while (chunk.charCodeAt(at) === 32) at++;
  return at;
}

const PLAIN = /[\p{L}\p{M}\p{N}]+(?:'[\p{L}]+)?|[^ ]/gu;

/** The tokens from `from` on, by the form of the characters alone. */
function addPlainTokens(text: string, chunk: string, from: number, offset: number, tokens: Token[]): void {
  for (const match of chunk.slice(from).matchAll(PLAIN)) {
    const start = offset + from + match.index;
    const end = start + match[0].length;
    const word = wordOf(match[0]);
    const { lower } = word;
    tokens.push({ start, end, text: text.slice(start, end), lower, word, lemma: lower, pos: 'X' });
  }
}
