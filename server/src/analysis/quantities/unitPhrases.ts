/**
 * What a number counts: a sign or unit of the table, or the noun phrase after it, with the rate if one follows
 * (`$3,500 a month`, `60 miles per hour`). A number's unit is read once, left to right.
 */
import { MONEY_WITH_NATIONALITY } from '../../language/en/money.ts';
import { money, unitOf } from '../../language/en/units.ts';
import { fixedUnit } from './fixedUnits.ts';
import { countedUnit } from './nounPhrases.ts';
import { poundOf } from './pounds.ts';
import type { Numeral } from './numerals.ts';
import { isDash } from './numerals.ts';
import type { Piece } from './pieces.ts';
import { withRate } from './rates.ts';
import type { UnitPhrase } from './unitPhrase.ts';
import { fromTable, none } from './unitPhrase.ts';

/** The unit after the numeral. `sign` is the money of a sign before it. Never looks past `pieces`. */
export function unitAfter(pieces: readonly Piece[], numeral: Numeral, sign: string | null): UnitPhrase {
  const { to } = numeral;
  if (sign !== null) return withRate(pieces, fromTable(moneyEnd(pieces, to), money(sign)));
  const hyphen = isDash(pieces[to]?.text ?? '') && pieces[to]!.glued && pieces[to + 1]?.glued === true;
  const start = hyphen ? to + 1 : to;
  if (hyphen && isAgeTail(pieces, start)) return age(pieces, start);
  if (!hyphen && isAgeTail(pieces, to)) return age(pieces, to);
  // `10x`
  if (!hyphen && pieces[to]?.text === 'x' && pieces[to].glued && !pieces[to + 1]?.glued)
    return { ...none(to + 1), name: 'times', kind: 'multiple' };
  const large = largeMoney(pieces[start]?.lower ?? '', numeral);
  if (large !== undefined) return withRate(pieces, fromTable(start + 1, money(large)));
  // `“less than a tenth”`, `"between 40 and 60"`: the mark may close a quotation.
  const quoted =
    INCH_MARKS.has(pieces[start]?.text ?? '') && (numeral.spelled || closesQuotation(pieces, start));
  const fixed = quoted ? undefined : poundOf(pieces, fixedUnit(pieces, start, numeral), numeral);
  if (fixed !== undefined) return withRate(pieces, { ...fixed, hyphenated: hyphen });
  if (numeral.form === 'multiple') return { ...none(to), name: 'times', kind: 'multiple' };
  if (numeral.form === 'fraction') return partOfUnit(pieces, numeral) ?? { ...none(to), kind: 'ratio' };
  if (hyphen) return hyphenatedUnit(pieces, start, to);
  // `0.3 of a percentage point`
  if (!Number.isInteger(numeral.value)) {
    const part = partOfUnit(pieces, numeral);
    if (part !== undefined) return part;
  }
  const counted = behindMeasure(pieces, numeral) ?? countedUnit(pieces, numeral);
  if (counted.head === 'times' && comparesWith(pieces, counted.to))
    return { ...counted, kind: 'multiple', head: null };
  return withRate(pieces, counted);
}

/** `a quarter of a percentage point`, `two-thirds of a cup`, `a quarter point`: parts of one unit, not of a group. */
function partOfUnit(pieces: readonly Piece[], numeral: Numeral): UnitPhrase | undefined {
  const { to } = numeral;
  if (pieces[to]?.lower === 'point') return { ...none(to + 1), name: 'point', head: 'point' };
  if (pieces[to]?.lower !== 'of' || !/^(?:an?|one)$/.test(pieces[to + 1]?.lower ?? '')) return undefined;
  const unit = fixedUnit(pieces, to + 2, numeral);
  return unit?.dimension === 'time' ? undefined : unit;
}

/** Whether a mark that looks like inches has an opening one before it. */
function closesQuotation(pieces: readonly Piece[], at: number): boolean {
  let open = false;
  for (let i = 0; i < at; i++) {
    if (pieces[i]!.text !== '"') continue;
    const isInches = pieces[i - 1]?.shape === 'number' && pieces[i]!.glued && !open;
    if (!isInches) open = !open;
  }
  return open && pieces[at]!.text === '"';
}

const INCH_MARKS: ReadonlySet<string> = new Set(['"', '″', '′']);

/** `three times as many`, `four times the rate`: a multiple, unlike `he called three times`. */
function comparesWith(pieces: readonly Piece[], at: number): boolean {
  return /^(?:as|more|the|higher|larger|bigger|greater|faster|likelier|that|its|their|what|less|lower)$/.test(
    pieces[at]?.lower ?? '',
  );
}

/** `$5 million USD`, `£20m` and also `$10 US`: a code that repeats the sign belongs to it. */
function moneyEnd(pieces: readonly Piece[], to: number): number {
  const word = pieces[to]?.text ?? '';
  if (word === 'US' || word === 'USD' || word === 'CAD' || word === 'AUD') return to + 1;
  return pieces[to]?.lower === 'dollars' ? to + 1 : to;
}

/** `2.1 trillion won`, `40 million reais`: only money is counted in such numbers under such names. */
function largeMoney(word: string, { scale }: Numeral): string | undefined {
  return scale >= 1e6 && word !== 'pounds' && word !== 'pound' ? MONEY_WITH_NATIONALITY.get(word) : undefined;
}

/** `twelve 2-gram sachets`, `three 500-megawatt turbines`: the things counted; their measure is read as one of its own. */
function behindMeasure(pieces: readonly Piece[], numeral: Numeral): UnitPhrase | undefined {
  const { to } = numeral;
  const hyphen = pieces[to + 1];
  const isMeasure = pieces[to]?.shape === 'number' && hyphen?.glued === true && isDash(hyphen.text);
  if (!isMeasure || pieces[to + 2]?.shape !== null || unitOf(pieces[to + 2]!.lower) === undefined)
    return undefined;
  const things = countedUnit(pieces, { ...numeral, to: to + 3 });
  return things.head === null ? undefined : { ...things, to };
}

/** `-year-old`, ` years old`, ` years of age`, `-year-olds`. */
function isAgeTail(pieces: readonly Piece[], at: number): boolean {
  return ageEnd(pieces, at) > 0;
}

const AGE_PERIODS = /^(?:year|month|week|day)s?$/;

function ageEnd(pieces: readonly Piece[], at: number): number {
  if (!AGE_PERIODS.test(pieces[at]?.lower ?? '')) return 0;
  const next = isDash(pieces[at + 1]?.text ?? '') ? at + 2 : at + 1;
  const word = pieces[next]?.lower;
  if (word === 'old' || word === 'olds') return next + 1;
  return word === 'of' && pieces[next + 1]?.lower === 'age' ? next + 2 : 0;
}

function age(pieces: readonly Piece[], at: number): UnitPhrase {
  const period = pieces[at]!.lower.replace(/s$/, '');
  return {
    ...none(ageEnd(pieces, at)),
    name: `${period}s old`,
    kind: 'measure',
    dimension: 'age',
    hyphenated: true,
  };
}

/** `12-page`, `three-course`, `5,000-strong`: the word itself, or nothing where it only qualifies. */
function hyphenatedUnit(pieces: readonly Piece[], at: number, to: number): UnitPhrase {
  const piece = pieces[at]!;
  const isNoun = piece.shape === null && (piece.pos === 'NOUN' || piece.pos === 'PROPN');
  if (piece.shape !== null || !/^\p{L}/u.test(piece.text)) return none(to);
  if (piece.lower === 'fold') return { ...none(at + 1), name: 'times', kind: 'multiple', hyphenated: true };
  if (!isNoun) return { ...none(to), hyphenated: true };
  return { ...none(at + 1), name: piece.text, head: piece.lower, hyphenated: true };
}
