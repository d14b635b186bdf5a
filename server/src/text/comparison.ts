/**
 * The comparison form of a text: its words, with everything folded that two printings of the same words may differ in.
 *
 * Folded are letter case, typography (curly and straight apostrophes, ligatures and other compatibility forms by
 * Unicode NFKC, accents), soft hyphens, spacing and line breaks, a word hyphenated at the end of a line, dashes and
 * hyphens (`de-conflict` is two words), the full stops of `U.S.` and the thousands commas of `5,000`. Punctuation is no
 * word; `%`, `$`, `£`, `€` and `&` are. Nothing is folded that changes what is said: `not`, `4.2` and `4.7`, `million`
 * stay what they are.
 *
 * Every word keeps the place where it stands in the raw text, so whatever is found among folded words can be shown in
 * the text as written. There are two ways to read: `comparisonWords` gives the words as strings, for passages;
 * `scanWords` gives one 32-bit number per word, for whole articles. Both read the same words.
 */
import type { Span } from './span.ts';

/** One word: `text` folded, `start` and `end` in the raw text (UTF-16, half-open), `hash` as `scanWords` gives it. */
export interface ComparisonWord {
  readonly text: string;
  readonly hash: number;
  readonly start: number;
  readonly end: number;
}

/** The words of an article as numbers, in order; `starts[i]` is the raw offset of the word `hashes[i]`. */
export interface ScannedWords {
  readonly hashes: Uint32Array;
  readonly starts: Uint32Array;
}

/** The words of a stretch of text (default: all of it), in order. Linear; never throws. */
export function comparisonWords(text: string, { start, end }: Span = wholeOf(text)): ComparisonWord[] {
  const words: ComparisonWord[] = [];
  for (let at = start; (at = wordStart(text, at, end)) < end;) {
    const stop = wordEnd(text, at, end);
    const folded = foldWord(text.slice(at, stop));
    if (folded !== '') words.push({ text: folded, hash: hashWord(folded), start: at, end: stop });
    at = stop;
  }
  return words;
}

/** How many words `comparisonWords` gives for a stretch of text, without making them. */
export function countWords(text: string, { start, end }: Span = wholeOf(text)): number {
  let count = 0;
  for (let at = start; (at = wordStart(text, at, end)) < end;) {
    const stop = wordEnd(text, at, end);
    if (hashRawWord(text, at, stop) !== NO_WORD) count++;
    at = stop;
  }
  return count;
}

/** The words of a whole text as numbers. Two words have the same number when they fold to the same letters. */
export function scanWords(text: string): ScannedWords {
  let hashes = new Uint32Array(Math.max(16, text.length >> 2));
  let starts = new Uint32Array(hashes.length);
  let count = 0;
  for (let at = 0; (at = wordStart(text, at, text.length)) < text.length;) {
    const stop = wordEnd(text, at, text.length);
    const hash = hashRawWord(text, at, stop);
    if (hash !== NO_WORD) {
      if (count === hashes.length) {
        hashes = grown(hashes);
        starts = grown(starts);
      }
      hashes[count] = hash;
      starts[count++] = at;
    }
    at = stop;
  }
  return { hashes: hashes.slice(0, count), starts: starts.slice(0, count) };
}

/** Where the word that starts at `start` ends. */
export function endOfWordAt(text: string, start: number): number {
  return wordEnd(text, start, text.length);
}

/** Most words: nothing in them is folded but their case. */
const PLAIN = /^[A-Za-z']+$/;

/** One raw word in comparison form; empty when nothing is left of it. */
export function foldWord(raw: string): string {
  if (PLAIN.test(raw)) return raw.toLowerCase();
  const symbol = SYMBOL_WORDS[raw];
  if (symbol !== undefined) return symbol;
  return raw
    .normalize('NFKD')
    .replace(/[‘’ʼ`]/g, "'")
    .replace(/[\p{M}\u00ad\u200b-\u200d\u2060\ufeff]/gu, '')
    .replace(/[-‐‑]\s+/g, '')
    .replace(/(\p{N}),(?=\p{N}{3})/gu, '$1')
    .replace(/(\p{L})\.(?=\p{L}|$)/gu, '$1')
    .toLowerCase();
}

/** FNV-1a over the UTF-16 code units of a folded word; never `NO_WORD`. */
export function hashWord(folded: string): number {
  let hash = FNV_OFFSET;
  for (let i = 0; i < folded.length; i++) hash = Math.imul(hash ^ folded.charCodeAt(i), FNV_PRIME);
  return finish(hash);
}

const SYMBOL_WORDS: Readonly<Record<string, string>> = {
  '%': 'percent',
  '&': 'and',
  $: '$',
  '£': '£',
  '€': '€',
};
const FNV_OFFSET = 0x811c9dc5 | 0;
const FNV_PRIME = 0x01000193;
const NO_WORD = 0;

function finish(hash: number): number {
  return hash >>> 0 || 1;
}

/** The same number as `hashWord(foldWord(raw))`, without making strings of the plain ASCII words, which most are. */
function hashRawWord(text: string, start: number, end: number): number {
  let hash = FNV_OFFSET;
  for (let i = start; i < end; i++) {
    let code = text.charCodeAt(i);
    if (code >= 65 && code <= 90) code += 32;
    else if (!((code >= 97 && code <= 122) || code === 0x27)) return hashFolded(text.slice(start, end));
    hash = Math.imul(hash ^ code, FNV_PRIME);
  }
  return finish(hash);
}

function hashFolded(raw: string): number {
  const folded = foldWord(raw);
  return folded === '' ? NO_WORD : hashWord(folded);
}

// Where words begin and end. A word is a run of letters, digits and marks with joints inside: an apostrophe between
// letters, a point or comma between digits, the full stops of an acronym, a hyphen at the end of a line.

function wordStart(text: string, from: number, limit: number): number {
  let at = from;
  while (at < limit) {
    const code = text.charCodeAt(at);
    if (isWordUnit(code) || isSymbolWord(code)) return at;
    at++;
  }
  return limit;
}

function wordEnd(text: string, start: number, limit: number): number {
  if (isSymbolWord(text.charCodeAt(start))) return start + 1;
  let at = start + 1;
  while (at < limit) {
    const code = text.charCodeAt(at);
    if (isWordUnit(code)) at++;
    else {
      const next = jointEnd(text, start, at, code, limit);
      if (next === at) break;
      at = next;
    }
  }
  return at;
}

/** Where the word goes on after the joint at `at`; `at` itself when there is none and the word ends. */
function jointEnd(text: string, start: number, at: number, code: number, limit: number): number {
  const next = at + 1 < limit ? text.charCodeAt(at + 1) : 0;
  if (isApostrophe(code)) return isLetterUnit(text.charCodeAt(at - 1)) && isLetterUnit(next) ? at + 1 : at;
  if (code === POINT || code === COMMA) {
    if (isDigit(text.charCodeAt(at - 1)) && isDigit(next)) return at + 1;
    return code === POINT && isAcronymStop(text, start, at, limit) ? at + 1 : at;
  }
  if (code === HYPHEN || code === 0x2010) {
    return isLetterUnit(text.charCodeAt(at - 1)) ? afterLineBreak(text, at + 1, limit) || at : at;
  }
  return at;
}

/** The stop in `U.S.` and `p.m.`: a single letter before it, and a single letter after it or one already joined. */
function isAcronymStop(text: string, start: number, at: number, limit: number): boolean {
  const letterBefore = isLetterUnit(text.charCodeAt(at - 1));
  if (!letterBefore || !(at - 1 === start || text.charCodeAt(at - 2) === POINT)) return false;
  if (at - 1 > start) return true;
  return at + 2 < limit && isLetterUnit(text.charCodeAt(at + 1)) && text.charCodeAt(at + 2) === POINT;
}

/** The first letter of the next line, when the line ends here and the word plainly goes on in lower case; else 0. */
function afterLineBreak(text: string, from: number, limit: number): number {
  let at = from;
  let breaks = 0;
  for (; at < limit; at++) {
    const code = text.charCodeAt(at);
    if (code === 0x0a) breaks++;
    else if (code !== 0x20 && code !== 0x0d && code !== 0x09) break;
  }
  if (breaks !== 1 || at >= limit) return 0;
  const letter = text.charAt(at);
  return letter !== letter.toUpperCase() ? at : 0;
}

const POINT = 0x2e;
const COMMA = 0x2c;
const HYPHEN = 0x2d;

function isApostrophe(code: number): boolean {
  return code === 0x27 || code === 0x2019 || code === 0x2018 || code === 0x02bc;
}

function isDigit(code: number): boolean {
  return code >= 48 && code <= 57;
}

function isSymbolWord(code: number): boolean {
  return code === 0x25 || code === 0x24 || code === 0x26 || code === 0xa3 || code === 0x20ac;
}

function isLetterUnit(code: number): boolean {
  return isWordUnit(code) && !isDigit(code);
}

const UNKNOWN = 0;
const OUTSIDE = 1;
const INSIDE = 2;
/** What each UTF-16 code unit is, filled in as units are met. Surrogate halves count as letters. */
const unitKinds = new Uint8Array(0x10000);

function isWordUnit(code: number): boolean {
  let kind = unitKinds[code];
  if (kind === UNKNOWN) {
    const inside =
      (code >= 0xd800 && code <= 0xdfff) ||
      /[\p{L}\p{N}\p{M}\u00ad\u200b-\u200d]/u.test(String.fromCharCode(code));
    kind = unitKinds[code] = inside ? INSIDE : OUTSIDE;
  }
  return kind === INSIDE;
}

function grown(array: Uint32Array): Uint32Array<ArrayBuffer> {
  const larger = new Uint32Array(array.length * 2);
  larger.set(array);
  return larger;
}

function wholeOf(text: string): Span {
  return { start: 0, end: text.length };
}
