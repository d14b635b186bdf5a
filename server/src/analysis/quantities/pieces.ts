/**
 * The words, numbers and marks of a sentence as the grammar of quantities reads them. wink-nlp's tokens serve wherever
 * no digit is near; a run of characters that holds a digit is read again here, because there the tokens depend on
 * chance (`10.45pm` becomes `10.4` and `5pm`).
 */
import type { Token } from '../tokens.ts';
import { perWord, type Word, wordOf } from '../words.ts';
import {
  SMALL_NUMBERS,
  SCALES,
  VAGUE_PLURALS,
  FRACTION_SIGNS,
  MULTIPLES,
} from '../../language/en/numberWords.ts';
import { SCALE_ABBREVIATIONS } from '../../language/en/numberWords.ts';
import { GLUED_MONEY_CODES, startsLetterMoney } from '../../language/en/money.ts';
import { startsUnit, symbolUnit, unitOf } from '../../language/en/units.ts';
import { powerLength, powerValue } from './powers.ts';

/** What digits turn out to be by their form alone. */
export type Shape =
  | 'number'
  | 'fraction'
  | 'ratio'
  | 'date'
  | 'time'
  | 'year'
  | 'ordinal'
  | 'age'
  | 'identifier'
  | 'address'
  | 'height'
  | 'idiom';

export interface Piece {
  readonly start: number;
  readonly end: number;
  readonly text: string;
  readonly lower: string;
  /** What all pieces written like this one share. */
  readonly word: Word;
  readonly lemma: string;
  readonly pos: string;
  /** Nothing stands between it and the piece before. */
  readonly glued: boolean;
  /** The blank before it, one character at most: a no-break space may group thousands. */
  readonly gap: string;
  /** Null for words and marks. */
  readonly shape: Shape | null;
  /** Of numbers, fractions and years; NaN for all else. */
  readonly value: number;
}

/** The index of the first token from `from` on that could be a number, or the end: most sentences hold none. */
export function nextNumber(tokens: readonly Token[], from: number): number {
  let i = from;
  while (i < tokens.length && !mayBeNumber(tokens[i]!)) i++;
  return i;
}

const NUMBER_STARTERS: ReadonlySet<string> = new Set([
  ...SMALL_NUMBERS.keys(),
  ...SCALES.keys(),
  ...VAGUE_PLURALS.keys(),
  ...MULTIPLES.keys(),
  ...FRACTION_SIGNS.keys(),
  'half',
  'third',
  'quarter',
  'fifth',
  'tenth',
]);

const holdsDigit = perWord(({ lower }) => /[0-9]/.test(lower));
const mayBeNumber = perWord((word) => NUMBER_STARTERS.has(word.lower) || holdsDigit({ word }));
const fractionValue = perWord(({ text }) => FRACTION_SIGNS.get(text) ?? NaN);

/** The pieces of the tokens from `from` to `to` (exclusive), in order. Linear in their length; never throws. */
export function piecesOf(text: string, tokens: readonly Token[], from: number, to: number): Piece[] {
  const pieces: Piece[] = [];
  let i = from;
  while (i < to) {
    let end = i + 1;
    let digits = holdsDigit(tokens[i]!);
    while (end < to && tokens[end]!.start === tokens[end - 1]!.end) {
      digits ||= holdsDigit(tokens[end]!);
      end++;
    }
    if (digits) readRun(text, tokens, i, end, pieces);
    else for (let j = i; j < end; j++) pieces.push(wordPiece(text, tokens[j]!, j > i));
    i = end;
  }
  return pieces;
}

function wordPiece(source: string, token: Token, glued: boolean): Piece {
  const { start, end, text, lower, word, lemma, pos } = token;
  const gap = glued ? '' : source.charAt(start - 1);
  return {
    start,
    end,
    text,
    lower,
    word,
    lemma,
    pos,
    glued,
    gap,
    shape: null,
    value: fractionValue(token),
  };
}

/** Patterns tried in order at a digit. None spans a blank, none backtracks over more than it matches. */
const FORMS: readonly (readonly [Shape, RegExp])[] = [
  ['identifier', /\d{3}\([a-z]\)(?:\(\d\))?/y],
  ['identifier', /\d+(?:\.\d+){2,}/y],
  ['ratio', /\d+-(?:for|of)-\d+(?![\p{L}\d])/uy],
  ['identifier', /(?:1080|720|480|2160)[pi](?![\p{L}\d])/uy],
  ['date', /\d{4}[-/.]\d{2}[-/.]\d{2}(?:T[\d:.]+Z?)?(?!\d)/y],
  ['date', /\d{1,2}\/\d{1,2}\/\d{2,4}(?!\d)/y],
  ['identifier', /(?!(?:19|20)\d\d-)\d{4,6}-\d{1,2}(?![\d%,.])/y],
  ['date', /\d{1,2}[.-]\d{1,2}[.-](?:19|20)\d{2}(?!\d)/y],
  ['time', /\d{1,2}:\d{2}(?::\d{2})?(?:\.\d+)?(?:[ap]\.?m(?![\p{L}\d]))?(?!\d)/iuy],
  ['time', /\d{1,2}(?:\.\d{2})?[ap]m(?![\p{L}\d])/iuy],
  ['ratio', /\d{1,4}:\d{1,4}(?![\d:])/y],
  ['ordinal', /\d+(?:,\d{3})*(?:(?<=(?<!1)1)st|nd|rd|th)s?(?!\p{L})/iuy],
  ['year', /(?:1[0-9]|20)\d0['’]?s(?!\p{L})/uy],
  ['year', /(?:19|20)\d{2}[-–‑/](?:19|20)\d{2}(?![\d%])/y],
  ['year', /(?:19|20)\d{2}[-–‑/]\d{2}(?![\d%:/-]|[,.]\d)/y],
  ['date', /(?:19|20)\d{2}-(?:0[1-9]|1[0-2])(?![\d%:/-]|[,.]\d)/y],
  ['age', /[1-9]\d['’]?s(?!\p{L})/uy],
  ['address', /\d[-.]\d{3}[-.]\d{3}[-.]\d{4}(?!\d)/y],
  ['address', /\d{3}[-.]\d{3}[-.]\d{4}(?!\d)/y],
  ['address', /(?!\d00-\d000(?!\d))\d{3}-\d{4}(?!\d)/y],
  ['address', /0(?!0+(?!\d))\d{2,}(?![\d.,])/y],
  ['height', /\d-foot-\d{1,2}(?![\p{L}\d%])/uy],
  ['height', /\d['’′]\d{1,2}(?:["”″]|(?![\p{L}\d%]))/uy],
  ['number', /\d{1,3}(?:,\d{3})+(?:\.\d+)?(?![\d])/y],
  ['number', /\d{1,2}(?:,\d{2})+,\d{3}(?:\.\d+)?(?!\d)/y],
  ['identifier', /\d{10,}(?![.\d])/y],
  ['number', /\d+(?:\.\d+)?/y],
];

const WEB = /:\/\/|www\.|@\w|\.(?:com|org|net|gov|co\.uk)\b|="/;
const LEADING_POINT = /\.\d+(?![\d.])/y;
const SLASHED = /\d{1,2}\/\d{1,3}(?![\d/])/y;
const NAME_WITH_DIGITS = /\p{L}[\p{L}&’']*\.?[-‑–/]?\d[\p{L}\d]*(?:[-‑./][\p{L}\d]+)*/uy;
const NAME_AFTER_DIGIT = /\d[\p{L}\d]*(?:[-‑.][\p{L}\d]+)*/uy;
const LETTERS = /(?:\p{L}\.){2,}|[\p{L}\p{M}]+(?:['’]\p{L}+)*(?:[²³])?/uy;
/** Letters or marks, not both: the mark behind `900mm"` closes a quotation. */
const UNIT_LETTERS = /(?:[\p{L}°¢]+|[″′"]+)[23²³]?/uy;
/** Lower-case words that a hyphen may tie to a number without making a name of it: `sub-5%`, `0-to-60`. */
const LOOSE_PREFIXES = new Set(
  'to or and in mid sub pre post under over plus non ca circa top nearly x by a'.split(' '),
);
/** So much of the text shows whether a letter is money: `R2.3 billion`. */
const LONGEST_SUM = 24;
const MONEY_MARKS = new Set(['$', '£', '€', '¥', '₹']);

/** Reads the unspaced run of tokens from `from` to `to`, which holds a digit. */
function readRun(text: string, tokens: readonly Token[], from: number, to: number, pieces: Piece[]): void {
  const runStart = tokens[from]!.start;
  const runEnd = tokens[to - 1]!.end;
  const run = text.slice(runStart, runEnd);
  let at = 0;
  let token = from;
  const push = (length: number, shape: Shape | null, value = NaN) => {
    const start = runStart + at;
    while (token + 1 < to && tokens[token]!.end <= start) token++;
    const host = tokens[token]!;
    const word = wordOf(run.slice(at, at + length));
    const same = host.start === start && host.end === start + length;
    const { text: written, lower } = word;
    pieces.push({
      start,
      end: start + length,
      text: written,
      lower,
      word,
      lemma: same ? host.lemma : lower,
      pos: partOfSpeech(written, shape, host, same),
      glued: at > 0,
      gap: at > 0 ? '' : text.charAt(start - 1),
      shape,
      value,
    });
    at += length;
  };
  if (WEB.test(run)) {
    push(run.length, 'identifier');
    return;
  }
  while (at < run.length) {
    const code = run.charCodeAt(at);
    if (code >= 48 && code <= 57) readDigits(run, at, pieces.at(-1)?.text ?? '', push);
    else if (code === 46 && at === 0 && match(LEADING_POINT, run, at)) {
      const length = match(LEADING_POINT, run, at);
      push(length, 'number', Number(run.slice(at, at + length)));
    } else {
      const letters = match(LETTERS, run, at);
      if (letters === 0) {
        const sign = FRACTION_SIGNS.get(run[at]!);
        push(
          isHighSurrogate(code) && at + 1 < run.length ? 2 : 1,
          sign === undefined ? null : 'fraction',
          sign,
        );
      } else if (letters === 1 && startsLetterMoney(text.slice(runStart + at, runStart + at + LONGEST_SUM))) {
        push(letters, null);
      } else if (touchesDigits(run, at, letters)) readName(run, at, letters, push);
      else push(letters, null);
    }
  }
}

/** Of a piece that is not a token of its own: `to` in `0-to-60` is a preposition, `year` in `a-year` a noun. */
function partOfSpeech(word: string, shape: Shape | null, host: Token, same: boolean): string {
  if (shape === 'number') return 'NUM';
  if (same) return host.pos;
  if (!isWord(word)) return 'SYM';
  return LOOSE_PREFIXES.has(word) ? 'ADP' : 'NOUN';
}

type Push = (length: number, shape: Shape | null, value?: number) => void;

function readDigits(run: string, at: number, before: string, push: Push): void {
  const power = powerLength(run, at, before);
  if (power > 0) {
    push(power, 'number', powerValue(run.slice(at, at + power)));
    return;
  }
  const slashed = match(SLASHED, run, at);
  if (slashed > 0) {
    readSlashed(run.slice(at, at + slashed), push);
    return;
  }
  for (const [shape, form] of FORMS) {
    const length = match(form, run, at);
    if (length === 0) continue;
    const matched = run.slice(at, at + length);
    if (shape === 'year' && !isYearPair(matched)) continue;
    if (shape !== 'number') {
      push(length, shape, shape === 'height' ? feetOf(matched) : parseFloat(matched));
      return;
    }
    const name = nameAfterDigits(run, at, length);
    if (name > 0) push(name, 'identifier');
    else push(length, 'number', Number(matched.replaceAll(',', '')));
    return;
  }
}

/** `6'3"`, `6-foot-3` in feet. */
function feetOf(height: string): number {
  const [feet, inches] = height.split(/['’′]|-foot-/).map(parseFloat) as [number, number];
  return feet + inches / 12;
}

/** `24/7`, `1/3`, `1/40`, and otherwise a date such as `9/11`. */
function readSlashed(matched: string, push: Push): void {
  const [over, under] = matched.split('/').map(Number) as [number, number];
  const isFraction =
    over < under && ([2, 3, 4, 5, 8, 10, 16, 100].includes(under) || (over === 1 && under > DAYS));
  if (matched === '24/7') push(matched.length, 'idiom');
  else if (isFraction) push(matched.length, 'fraction', over / under);
  else push(matched.length, 'date');
}

/** What is over more than a month has days is no date. */
const DAYS = 31;

/** `2012-13` is a year and a half's budget, `2012-05` is not read as one; decades pass. */
function isYearPair(matched: string): boolean {
  const pair = /^(\d{2})(\d{2})[-–‑/](\d{2,4})$/.exec(matched);
  return pair === null || pair[3]!.length === 4 || Number(pair[3]) > Number(pair[2]);
}

/** The length of `737x`, `4x4`, `3D`: digits whose letters are neither scale nor unit; 0 when they are. */
function nameAfterDigits(run: string, at: number, length: number): number {
  const letters = match(UNIT_LETTERS, run, at + length);
  if (letters === 0 || !/\p{L}/u.test(run[at + length]!)) return 0;
  const suffix = run.slice(at + length, at + length + letters);
  const next = run.charCodeAt(at + length + letters);
  const lower = suffix.toLowerCase();
  const isScreen = suffix === 'K' && length === 1 && !MONEY_MARKS.has(run[at - 1] ?? '');
  const known =
    !isScreen &&
    (SCALE_ABBREVIATIONS.has(lower) ||
      SCALES.has(lower) ||
      lower === 'x' ||
      (suffix === 's' && run.slice(at, at + length).includes('.')) ||
      unitOf(lower) !== undefined ||
      symbolUnit(suffix, true) !== undefined ||
      (lower.length > 1 && startsUnit(lower)) ||
      lower === 'plus' ||
      GLUED_MONEY_CODES.has(suffix));
  const digitFollows = next >= 48 && next <= 57 && lower !== 'ft';
  return known && !digitFollows ? 0 : match(NAME_AFTER_DIGIT, run, at);
}

function touchesDigits(run: string, at: number, letters: number): boolean {
  return /^\.?[-‑–/]?\d/.test(run.slice(at + letters, at + letters + 3));
}

/** `F-16` and `G7` are names; `RM79`, `to-60` and `Sept.5` are a word and a number, `km2` is a unit. */
function readName(run: string, at: number, letters: number, push: Push): void {
  const word = run.slice(at, at + letters);
  const hyphen = /[-‑–/]/.test(run[at + letters]!);
  const isMoney = !hyphen && GLUED_MONEY_CODES.has(word.replace(/^C\$/, 'C'));
  const squared = /^\p{Ll}+[23]/u.exec(run.slice(at, at + letters + 1))?.[0] ?? '';
  const isArea = unitOf(squared) !== undefined && !/[\p{L}\d]/u.test(run[at + squared.length] ?? '');
  // `180C/350F`, `l/100km`, `3km-5km`
  const isMeasured = (at > 0 && /\d/.test(run[at - 1]!)) || /^\/10+(?!\d)/.test(run.slice(at + letters));
  const isUnit = isMeasured && isMeasure(word);
  if (isArea) push(squared.length, null);
  else if (isUnit && hyphen) push(letters, null);
  else if (isMoney || (hyphen && LOOSE_PREFIXES.has(word))) push(letters, null);
  else push(Math.max(letters, match(NAME_WITH_DIGITS, run, at)), 'identifier');
}

function isMeasure(word: string): boolean {
  const lower = word.toLowerCase();
  return (
    symbolUnit(word, true) !== undefined || unitOf(lower) !== undefined || SCALE_ABBREVIATIONS.has(lower)
  );
}

function match(pattern: RegExp, run: string, at: number): number {
  pattern.lastIndex = at;
  return pattern.test(run) ? pattern.lastIndex - at : 0;
}

function isWord(word: string): boolean {
  return /^\p{L}/u.test(word);
}

function isHighSurrogate(code: number): boolean {
  return code >= 0xd800 && code <= 0xdbff;
}
