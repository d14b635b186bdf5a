/**
 * Numbers as English writes them: digits with scales (`$1.2bn`, `2.5-million`), words (`two hundred and six`), fractions
 * (`two-thirds`, `3½`, `one in five`) and orders of magnitude (`tens of thousands`). Everything here looks forward from
 * one piece and reads each piece at most a few times.
 */
import {
  DENOMINATORS,
  FRACTION_SIGNS,
  MULTIPLES,
  SCALE_ABBREVIATIONS,
  PLURAL_SCALES,
  SCALES,
  SMALL_NUMBERS,
  VAGUE_DETERMINERS,
  VAGUE_PLURALS,
} from '../../language/en/numberWords.ts';
import { unitOf } from '../../language/en/units.ts';
import { perWord } from '../words.ts';
import type { Piece } from './pieces.ts';
import { isPower, isTimesSign } from './powers.ts';

export type NumeralForm = 'digits' | 'words' | 'vague' | 'fraction' | 'multiple';

export interface Numeral {
  /** Indices of pieces, half-open. */
  readonly from: number;
  readonly to: number;
  readonly value: number;
  /** For an order of magnitude, and for nothing else. */
  readonly upper: number | null;
  readonly form: NumeralForm;
  /** What the number was multiplied with: a million in `5 million`; 1 for none. */
  readonly scale: number;
  /** `three million` and `3`: how it is written decides whether a small count is worth a source. */
  readonly spelled: boolean;
}

/** The words a numeral can start with, lower case. */
export const NUMERAL_STARTERS: ReadonlySet<string> = new Set([
  ...SMALL_NUMBERS.keys(),
  ...SCALES.keys(),
  ...VAGUE_PLURALS.keys(),
  ...VAGUE_DETERMINERS,
  ...MULTIPLES.keys(),
  'a',
  'an',
  'half',
  'quarter',
]);

/** The numeral that starts at piece `i`, or undefined. `money` says that a money sign stands before it. */
export function numeralAt(pieces: readonly Piece[], i: number, money: boolean): Numeral | undefined {
  const piece = pieces[i];
  if (piece === undefined) return undefined;
  if (piece.shape === 'number') return ratioFrom(pieces, digitsAt(pieces, i, money));
  if (piece.shape === 'fraction' || FRACTION_SIGNS.has(piece.text)) return fractionDigits(pieces, i);
  if (piece.shape !== null || !isLetter(piece.lower)) return undefined;
  if (piece.lower === 'quarter') return tiedPart(pieces, part(i, 1 / 4));
  if (isArticle(piece.lower)) {
    if (isHalfMore(pieces, i + 2)) return oneAndHalf(pieces, i);
    const next = pieces[afterHyphen(pieces, i + 1)];
    if (next === undefined || !mayFollowArticle(next)) return undefined;
  }
  return (
    multipleAt(pieces, i) ??
    vagueAt(pieces, i) ??
    halfAt(pieces, i) ??
    fractionWords(pieces, i) ??
    ratioFrom(pieces, wordsAt(pieces, i))
  );
}

/** Whether `and a half` stands at piece `i`. */
export function isHalfMore(pieces: readonly Piece[], i: number): boolean {
  return lowerAt(pieces, i) === 'and' && lowerAt(pieces, i + 1) === 'a' && lowerAt(pieces, i + 2) === 'half';
}

/** The article of `an hour and a half`, `a mile and a half`; the half is added where the unit is read. */
function oneAndHalf(pieces: readonly Piece[], i: number): Numeral | undefined {
  const isUnit = unitOf(lowerAt(pieces, i + 1))?.kind === 'measure';
  return isUnit ? { ...part(i, 1), form: 'words' } : wordsAt(pieces, i);
}

function isLetter(word: string): boolean {
  const code = word.charCodeAt(0);
  return code >= 97 && code <= 122;
}

function lowerAt(pieces: readonly Piece[], i: number): string {
  return pieces[i]?.lower ?? '';
}

/** The index after an optional hyphen that ties two pieces together. */
function afterHyphen(pieces: readonly Piece[], i: number): number {
  const hyphen = pieces[i];
  const tied = hyphen?.glued === true && isDash(hyphen.text) && pieces[i + 1]?.glued === true;
  return tied ? i + 1 : i;
}

export function isDash(text: string): boolean {
  return text === '-' || text === '–' || text === '—' || text === '‑' || text === '−' || text === '--';
}

const THOUSANDS_GAP = /^[\u00a0\u2009\u202f]$/;

function digitsAt(pieces: readonly Piece[], i: number, money: boolean): Numeral {
  let { value } = pieces[i]!;
  let to = i + 1;
  while (isThousandsGroup(pieces, i, to)) value = value * 1000 + pieces[to++]!.value;
  const part = partAfter(pieces, to, Number.isInteger(value));
  if (part !== undefined) {
    value += part.value;
    to = part.to;
  } else if (money && /\.\d\d$/.test(pieces[i]!.text)) {
    // `$4.18 1/2`, `$5.61-3/4`: parts of a cent
    const cents = afterHyphen(pieces, to);
    if (pieces[cents]?.shape === 'fraction') {
      value = tidy(value + pieces[cents].value / 100);
      to = cents + 1;
    }
  }
  to = toleranceAfter(pieces, to);
  const power = pieces[to + 1];
  if (isTimesSign(pieces[to]?.text ?? '') && power?.shape === 'number' && isPower(power.text)) {
    value = tidy(value * power.value);
    to += 2;
  }
  return scaled(pieces, { from: i, to, value, upper: null, form: 'digits', scale: 1, spelled: false }, money);
}

/** The index after `± 0.3` or `+/- 0.3`, which says how exact the number before it is; `i` itself where there is none. */
function toleranceAfter(pieces: readonly Piece[], i: number): number {
  const { text: first = '' } = pieces[i] ?? {};
  if (first !== '±' && first !== '+') return i;
  const isSpelled = first === '+' && lowerAt(pieces, i + 1) === '/' && /^[-−–]$/.test(lowerAt(pieces, i + 2));
  const number = first === '±' ? i + 1 : i + 3;
  return (first === '±' || isSpelled) && pieces[number]?.shape === 'number' ? number + 1 : i;
}

/** What is added to a whole number: `3½`, `2 1/2`, `two and a half`, `six and three-quarters`. */
function partAfter(
  pieces: readonly Piece[],
  i: number,
  isWhole: boolean,
): { value: number; to: number } | undefined {
  const part = pieces[i];
  if (part?.shape === 'fraction' && isWhole && part.value < 1) return { value: part.value, to: i + 1 };
  const and = afterHyphen(pieces, i);
  if (lowerAt(pieces, and) !== 'and') return undefined;
  const signed = pieces[and + 1];
  if (isWhole && signed?.shape === 'fraction' && signed.value < 1)
    return { value: signed.value, to: and + 2 };
  const count = afterHyphen(pieces, and + 1);
  const over = isArticle(lowerAt(pieces, count)) ? 1 : SMALL_NUMBERS.get(lowerAt(pieces, count));
  const at = afterHyphen(pieces, count + 1);
  const word = lowerAt(pieces, at);
  const under = DENOMINATORS.get(word);
  if (over === undefined || under === undefined || under <= over) return undefined;
  // `three quarters`, also `six and three-quarter hours`
  if (word.endsWith('s') !== over > 1 && at === count + 1) return undefined;
  if (under !== 2 && !(isWhole && addsPart(pieces, at, under))) return undefined;
  return { value: over / under, to: at + 1 };
}

/** `five and a quarter million`, `two and two-thirds.`; not `ten men and a quarter of the women`, `two and a third man`. */
function addsPart(pieces: readonly Piece[], at: number, under: number): boolean {
  const next = pieces[at + 1];
  if (next === undefined || SCALES.has(next.lower)) return true;
  if (next.lower === 'of' || isDash(next.text)) return false;
  return under === 4 || next.pos === 'PUNCT' || /(?:s|people|percent|cent|feet|%)$/.test(next.lower);
}

/** `5 000`, with a no-break or thin space; with a plain one only where nothing else can be meant. */
function isThousandsGroup(pieces: readonly Piece[], first: number, i: number): boolean {
  const piece = pieces[i];
  if (piece?.shape !== 'number' || !/^\d{3}$/.test(piece.text)) return false;
  if (i === first + 1 && !/^\d{1,3}$/.test(pieces[first]!.text)) return false;
  return THOUSANDS_GAP.test(piece.gap) || (piece.gap === ' ' && piece.text === '000');
}

/** Multiplies with the scale words that follow: `5 million`, `2.5-million`, `3 hundred thousand`, `£4bn`. */
function scaled(pieces: readonly Piece[], numeral: Numeral, money: boolean): Numeral {
  let { to, value, scale } = numeral;
  for (;;) {
    const next = afterHyphen(pieces, to);
    const word = lowerAt(pieces, next);
    const factor =
      SCALES.get(word) ?? PLURAL_SCALES.get(word) ?? abbreviatedScale(pieces, next, money, scale);
    if (factor === undefined) break;
    value *= factor;
    scale *= factor;
    to = next + 1;
  }
  return { ...numeral, to, value: tidy(value), scale };
}

/** `k`, `m` and `b` touch their digits; `m` means million beside money or before a counted noun, else metre. */
function abbreviatedScale(
  pieces: readonly Piece[],
  i: number,
  money: boolean,
  scale: number,
): number | undefined {
  const piece = pieces[i];
  if (piece === undefined || scale > 1) return undefined;
  const factor = SCALE_ABBREVIATIONS.get(piece.lower);
  if (factor === undefined) return undefined;
  if (/^(?:bn|tn|mln|bln)$/.test(piece.lower)) return factor;
  if (!piece.glued)
    return money || (piece.lower === 'm' && lowerAt(pieces, i + 1) === 'people') ? factor : undefined;
  if (piece.lower === 't') return money ? factor : undefined;
  if (piece.text === 'K' && isTemperatureBefore(pieces, i)) return undefined;
  if (money || piece.lower === 'k' || piece.lower === 'mn' || piece.text === 'M') return factor;
  if (piece.lower === 'mm' || piece.lower === 'cr' || piece.lower === 'mil') return undefined;
  const next = pieces[i + 1];
  const counted = next !== undefined && (next.pos === 'NOUN' || next.pos === 'ADJ' || next.pos === 'PROPN');
  if (piece.lower === 'm') return counted && /s$|people/.test(next.lower) ? factor : undefined;
  return factor;
}

/** `300 °C (573.15K)`: kelvins, where degrees stand just before. */
function isTemperatureBefore(pieces: readonly Piece[], i: number): boolean {
  return pieces.slice(Math.max(0, i - DEGREES_REACH), i).some(({ text }) => text.startsWith('°'));
}

const DEGREES_REACH = 8;

/** Removes what binary fractions leave behind: 1.1 × 1,000,000 is 1,100,000. */
export function tidy(value: number): number {
  return Number.isInteger(value) && Math.abs(value) < 1e12 ? value : Number(value.toPrecision(12));
}

function wordsAt(pieces: readonly Piece[], i: number): Numeral | undefined {
  const article = isArticle(lowerAt(pieces, i)) && SCALES.has(lowerAt(pieces, i + 1));
  if (!article && !SMALL_NUMBERS.has(lowerAt(pieces, i)) && !SCALES.has(lowerAt(pieces, i))) return undefined;
  if (
    SCALES.has(lowerAt(pieces, i)) &&
    !article &&
    i > 0 &&
    pieces[i]!.pos === 'NOUN' &&
    !isBareScale(pieces, i)
  ) {
    return undefined;
  }
  let total = 0;
  let current: number | null = article ? 1 : null;
  let largest = Infinity;
  let scale = 1;
  let to = article ? i + 1 : i;
  let at = to;
  for (;;) {
    const word = lowerAt(pieces, at);
    const small = SMALL_NUMBERS.get(word);
    const factor = SCALES.get(word) ?? (at > i ? PLURAL_SCALES.get(word) : undefined);
    if (small !== undefined) {
      if (!joins(current, small, at > to || at === to)) break;
      current = (current ?? 0) + small;
    } else if (factor !== undefined && (factor === 100 || factor === 12 || factor < largest)) {
      if (factor === 100 || factor === 12) current = (current ?? 1) * factor;
      else {
        total += (current ?? 1) * factor;
        current = null;
        largest = factor;
      }
      scale = Math.max(scale, factor);
    } else break;
    to = at + 1;
    at = afterHyphen(pieces, to);
    if (/^(?:and|&)$/.test(lowerAt(pieces, at)) && scale > 1 && SMALL_NUMBERS.has(lowerAt(pieces, at + 1))) {
      if (current !== null && current % 100 !== 0) break;
      if (partAfter(pieces, at, true) !== undefined) break;
      at++;
    } else if (current === null && lowerAt(pieces, at) === ',' && goesOn(pieces, at + 1)) at++;
  }
  if (to === i || (article && to === i + 1)) return undefined;
  const whole = total + (current ?? 0);
  const numeral = { from: i, upper: null, form: 'words', scale, spelled: true } as const;
  const decimals = decimalWords(pieces, to);
  if (decimals !== undefined) {
    return scaled(pieces, { ...numeral, to: decimals.to, value: tidy(whole + decimals.value) }, false);
  }
  const part = partAfter(pieces, to, true);
  if (part === undefined) return { ...numeral, to, value: whole };
  // `a million and a half` is half a million more
  const value = whole + part.value * (scale > 1 && article ? scale : 1);
  const mixed: Numeral = { ...numeral, to: part.to, value };
  return scale === 1 ? scaled(pieces, mixed, false) : mixed;
}

/** `three million, two hundred thousand`: behind the comma goes on what is smaller than a million. */
function goesOn(pieces: readonly Piece[], at: number): boolean {
  return SMALL_NUMBERS.has(lowerAt(pieces, at)) && /^(?:hundred|thousand)$/.test(lowerAt(pieces, at + 1));
}

/** `point two five`, `point seventy-one`: the digits behind a decimal point, said one by one or as a number. */
function decimalWords(pieces: readonly Piece[], i: number): { value: number; to: number } | undefined {
  if (lowerAt(pieces, i) !== 'point') return undefined;
  let digits = '';
  let to = i + 1;
  while (digits.length < MOST_DECIMALS) {
    const next = digits === '' ? to : afterHyphen(pieces, to);
    const digit = SMALL_NUMBERS.get(lowerAt(pieces, next));
    const isTens = digits.length === 2 && digits.endsWith('0') && !digits.startsWith('0');
    if (digit === undefined || (digits !== '' && digit > 9)) break;
    digits = isTens && digit > 0 ? `${digits[0]}${digit}` : `${digits}${digit}`;
    to = next + 1;
    if (isTens) break;
  }
  return digits === '' ? undefined : { value: Number(`0.${digits}`), to };
}

const MOST_DECIMALS = 6;

/** `hundred` alone counts only where no article is needed: after `per`, `several` it is read elsewhere. */
function isBareScale(pieces: readonly Piece[], i: number): boolean {
  const next = lowerAt(pieces, i + 1);
  return SMALL_NUMBERS.has(next) || SCALES.has(next);
}

/** The words that make an article the start of a number: `a dozen`, `a third`, `a few thousand`. */
const mayFollowArticle = perWord(
  ({ lower }) => SCALES.has(lower) || DENOMINATORS.has(lower) || lower === 'few' || lower === 'couple',
);

function isArticle(word: string): boolean {
  return word === 'a' || word === 'an';
}

/** Whether a small number may follow: `twenty` + `five`, `hundred` + `six`, but not `five` + `six`. */
function joins(current: number | null, small: number, adjacent: boolean): boolean {
  if (current === null) return true;
  if (!adjacent) return false;
  const rest = current % 100;
  if (rest === 0) return current > 0;
  return rest >= 20 && rest % 10 === 0 && small > 0 && small < 10;
}

/** `dozens`, `tens of thousands`, `several hundred`, `a few million`: from once to ten times the magnitude. */
function vagueAt(pieces: readonly Piece[], i: number): Numeral | undefined {
  const first = lowerAt(pieces, i);
  const make = (to: number, value: number): Numeral => ({
    from: i,
    to,
    value,
    upper: value * 10,
    form: 'vague',
    scale: value,
    spelled: true,
  });
  const head = isArticle(first) && /^(?:few|couple)$/.test(lowerAt(pieces, i + 1)) ? i + 1 : i;
  const determiner = lowerAt(pieces, head);
  const couple =
    determiner === 'couple' && lowerAt(pieces, head + 1) === 'of'
      ? SCALES.get(lowerAt(pieces, head + 2))
      : undefined;
  if (couple !== undefined) return make(head + 3, couple);
  const scale = VAGUE_DETERMINERS.has(determiner)
    ? (SCALES.get(lowerAt(pieces, head + 1)) ?? VAGUE_PLURALS.get(lowerAt(pieces, head + 1)))
    : undefined;
  if (scale !== undefined) return make(head + 2, scale);
  let value = VAGUE_PLURALS.get(first);
  if (value === undefined) return undefined;
  let to = i + 1;
  while (lowerAt(pieces, to) === 'of' && VAGUE_PLURALS.has(lowerAt(pieces, to + 1))) {
    value *= VAGUE_PLURALS.get(lowerAt(pieces, to + 1))!;
    to += 2;
  }
  const needsOf = (first === 'scores' || first === 'tens') && to === i + 1;
  if (needsOf && lowerAt(pieces, to) !== 'of') return undefined;
  return make(to, value);
}

const HALF_COMPLEMENTS = new Set('as of the its their his her our all that those these this what'.split(' '));
const HALF_BOUNDS = new Set(
  'about nearly almost over than by around roughly least only under approximately'.split(' '),
);
const NOT_A_SHARE = new Set(
  'first second other better last third fourth latter opening final next former half'.split(' '),
);

/** `half of the seats`, `nearly half`, `half as many`, `half a million`; not `the second half`. */
function halfAt(pieces: readonly Piece[], i: number): Numeral | undefined {
  if (lowerAt(pieces, i) !== 'half') return undefined;
  const fraction = part(i, 1 / 2);
  const next = lowerAt(pieces, i + 1);
  if (isArticle(next)) {
    const scale = SCALES.get(lowerAt(pieces, i + 2));
    if (scale !== undefined) return { ...fraction, to: i + 3, value: scale / 2, form: 'words', scale };
    return { ...fraction, to: i + 2, form: 'words' };
  }
  const before = lowerAt(pieces, i - 1);
  if (NOT_A_SHARE.has(before) || before === '-') return undefined;
  if (next === 'as' && !/^(?:many|much)$/.test(lowerAt(pieces, i + 2))) return undefined;
  const isShare = HALF_COMPLEMENTS.has(next) || (HALF_BOUNDS.has(before) && next !== '-');
  return isShare ? fraction : tiedPart(pieces, fraction);
}

function part(at: number, value: number): Numeral {
  return { from: at, to: at + 1, value, upper: null, form: 'fraction', scale: 1, spelled: true };
}

/** `half-mile`, `a quarter litre`, `half-million`: what the part is of stands right behind it. */
function tiedPart(pieces: readonly Piece[], part: Numeral): Numeral | undefined {
  if (NOT_A_SHARE.has(lowerAt(pieces, part.from - 1))) return undefined;
  const at = afterHyphen(pieces, part.to);
  const word = lowerAt(pieces, at);
  const scale = SCALES.get(word);
  if (scale !== undefined) return { ...part, to: at + 1, value: part.value * scale, form: 'words', scale };
  const unit = unitOf(word);
  // `half-year profits` are the name of a period
  const isMeasure = unit?.kind === 'measure' && (unit.dimension !== 'time' || word === 'hour');
  return isMeasure || word === 'point' ? { ...part, form: 'words' } : undefined;
}

/** `a third more`, `a quarter off`. */
const COMPARISONS = new Set('more fewer less higher lower larger smaller cheaper faster off'.split(' '));
const SHARE_OPENERS = new Set('up down between'.split(' '));

/** `two-thirds`, `three quarters`, `a third of`, `by a quarter`, `one fifth`, `a quarter of a million`. */
function fractionWords(pieces: readonly Piece[], i: number): Numeral | undefined {
  const first = lowerAt(pieces, i);
  const over = isArticle(first) ? 1 : SMALL_NUMBERS.get(first);
  if (over === undefined || over === 0 || over > 20) return undefined;
  const at = afterHyphen(pieces, i + 1);
  const word = lowerAt(pieces, at);
  const under = DENOMINATORS.get(word);
  if (under === undefined || under <= over) return undefined;
  const before = lowerAt(pieces, i - 1);
  const next = lowerAt(pieces, at + 1);
  const hyphenated = at > i + 1 && next !== '-';
  const plural = word.endsWith('s') && over > 1;
  const goesOn = pieces[at + 1]?.glued === true && isDash(next);
  const isShare =
    (next === 'of' || COMPARISONS.has(next) || SHARE_OPENERS.has(before) || HALF_BOUNDS.has(before)) &&
    !goesOn;
  const isAlone = first === 'one' && under > 4 && !/^(?:NOUN|PROPN|ADJ|NUM)$/.test(pieces[at + 1]?.pos ?? '');
  if (!hyphenated && !plural && !isShare && !isAlone) return undefined;
  if (!plural && word.endsWith('s')) return undefined;
  const share = { from: i, upper: null, spelled: true } as const;
  if (next === 'of' && isArticle(lowerAt(pieces, at + 2))) {
    const scale = SCALES.get(lowerAt(pieces, at + 3));
    if (scale !== undefined) {
      return { ...share, to: at + 4, value: tidy((over / under) * scale), form: 'words', scale };
    }
  }
  return { ...share, to: at + 1, value: over / under, form: 'fraction', scale: 1 };
}

function fractionDigits(pieces: readonly Piece[], i: number): Numeral {
  const numeral: Numeral = {
    from: i,
    to: i + 1,
    value: pieces[i]!.value,
    upper: null,
    form: 'fraction',
    scale: 1,
    spelled: false,
  };
  return scaled(pieces, numeral, false);
}

/** `twice as many`, `threefold`, `10-fold`. */
function multipleAt(pieces: readonly Piece[], i: number): Numeral | undefined {
  const word = lowerAt(pieces, i);
  const value = MULTIPLES.get(word);
  if (value === undefined) return undefined;
  const next = lowerAt(pieces, i + 1);
  const compared = pieces[i + 2];
  const isDegree = compared?.pos === 'ADJ' || compared?.pos === 'ADV';
  const compares = word.endsWith('fold') || (next === 'as' && isDegree) || next === 'the';
  if (!compares) return undefined;
  return { from: i, to: i + 1, value, upper: null, form: 'multiple', scale: 1, spelled: true };
}

const ROUND_BASES = new Set([
  2, 3, 4, 5, 6, 7, 8, 9, 10, 12, 15, 20, 25, 30, 50, 100, 1000, 10_000, 100_000, 1e6,
]);
const PERIODS = /^(?:second|minute|hour|day|night|week|month|quarter|year|season|game|match|start|decade)s?$/;

/** `one in five voters`, `a 1-in-5 chance`, `9 out of 10`: the share; any other numeral is returned as it is. */
function ratioFrom(pieces: readonly Piece[], first: Numeral | undefined): Numeral | undefined {
  if (first === undefined || first.scale > 1 || !Number.isInteger(first.value) || first.value === 0)
    return first;
  const link = afterHyphen(pieces, first.to);
  const word = lowerAt(pieces, link);
  const outOf = word === 'out' && lowerAt(pieces, link + 1) === 'of';
  if (!outOf && word !== 'in' && word !== 'of') return first;
  const behind = afterHyphen(pieces, link + (outOf ? 2 : 1));
  const at = behind + (lowerAt(pieces, behind) === 'every' ? 1 : 0);
  const base = pieces[at]?.shape === 'number' ? digitsAt(pieces, at, false) : wordsAt(pieces, at);
  if (base === undefined || base.value <= first.value || !Number.isInteger(base.value)) return first;
  if (word === 'of' && !outOf && base.value > 10) return first;
  if (word === 'in' && (!ROUND_BASES.has(base.value) || first.value >= 10)) return first;
  if (PERIODS.test(lowerAt(pieces, base.to)) || PERIODS.test(lowerAt(pieces, base.to + 1))) return first;
  if (pieces[base.to]?.text === '%' || /^per|^pct/.test(lowerAt(pieces, base.to))) return first;
  return { ...first, to: base.to, value: first.value / base.value, form: 'fraction' };
}
