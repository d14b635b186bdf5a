/** A number with its money sign and unit (`$58.24 per barrel`, `20 US military bases`), and two of them as a range. */
import { MONTHS } from '../../language/en/calendar.ts';
import { GAIN_VERBS, LOSS_VERBS } from '../../language/en/changeWords.ts';
import { FRACTION_SIGNS, SMALL_NUMBERS } from '../../language/en/numberWords.ts';
import { DOLLAR_PREFIXES, MONEY_SIGNS } from '../../language/en/money.ts';
import { perWord } from '../words.ts';
import { boundAfter } from './bounds.ts';
import { directionOf } from './direction.ts';
import type { Draft, Term } from './drafts.ts';
import { isDash, isHalfMore, NUMERAL_STARTERS, numeralAt, tidy } from './numerals.ts';
import type { Piece } from './pieces.ts';
import { isPluralHead } from './nounPhrases.ts';
import { unitAfter } from './unitPhrases.ts';

/** The term that starts at piece `i`, money sign first; undefined when none does. */
export function termAt(pieces: readonly Piece[], i: number): Term | undefined {
  if (!mayStartTerm(pieces, i)) return undefined;
  const minusFirst = isMinus(pieces, i);
  const sign = moneySignAt(pieces, minusFirst ? i + 1 : i);
  const behindSign = sign?.to ?? (minusFirst ? i + 1 : i);
  const negative = minusFirst || (sign !== undefined && isMinus(pieces, behindSign));
  const numeral = numeralAt(pieces, behindSign + (negative && !minusFirst ? 1 : 0), sign !== undefined);
  if (numeral === undefined) return undefined;
  const bound = boundAfter(pieces, numeral.to);
  const unit = unitAfter(
    pieces,
    bound === undefined ? numeral : { ...numeral, to: bound.edge },
    sign?.name ?? null,
  );
  const { name, kind, dimension, rate, head, hyphenated } = unit;
  const term: Term = {
    from: i,
    to: unit.to,
    numeral: negative ? { ...numeral, from: i, value: -numeral.value } : numeral,
    money: sign?.name ?? null,
    unit: name,
    kind,
    dimension,
    rate,
    head,
    hyphenated,
    bound: bound?.modifier ?? null,
  };
  return belowZero(pieces, term) ?? andHalf(pieces, term) ?? term;
}

/** `an hour and a half`, `two years and a half`. */
function andHalf(pieces: readonly Piece[], term: Term): Term | undefined {
  const { numeral, kind, dimension, to } = term;
  if (kind !== 'measure' || dimension === null || !numeral.spelled || !isHalfMore(pieces, to))
    return undefined;
  const end = to + 3;
  return { ...term, to: end, numeral: { ...numeral, to: end, value: numeral.value + 0.5 } };
}

/** `20 degrees below zero`, `5 below zero`. */
function belowZero(pieces: readonly Piece[], term: Term): Term | undefined {
  if (pieces[term.to]?.lower !== 'below' || !/^(?:zero|0)$/.test(pieces[term.to + 1]?.lower ?? ''))
    return undefined;
  const isDegree = term.dimension === 'angle' || term.dimension === 'temperature';
  if (term.unit !== null && !isDegree) return undefined;
  const { numeral, dimension } = term;
  return {
    ...term,
    to: term.to + 2,
    numeral: { ...numeral, value: -numeral.value },
    unit: term.unit ?? 'degree',
    kind: 'measure',
    dimension: dimension ?? 'temperature',
  };
}

/** The quick look that passes over most words; also over the rest of a compound: `four` in `production-four-door`. */
function mayStartTerm(pieces: readonly Piece[], i: number): boolean {
  const piece = pieces[i];
  if (piece === undefined) return false;
  if (piece.shape !== null) return true;
  if (!mayOpenTerm(piece)) return false;
  const startsNumeral = NUMERAL_STARTERS.has(piece.lower);
  return !(startsNumeral && piece.glued && i > 1 && isDash(pieces[i - 1]!.text) && isWord(pieces[i - 2]!));
}

const mayOpenTerm = perWord(
  ({ lower, text }) =>
    NUMERAL_STARTERS.has(lower) || MONEY_STARTERS.has(text) || MINUS.test(lower) || FRACTION_SIGNS.has(text),
);

const MONEY_STARTERS: ReadonlySet<string> = new Set(
  [...MONEY_SIGNS.keys(), ...DOLLAR_PREFIXES].flatMap((sign) => [sign, sign.replace(/\$$/, '')]),
);

const MINUS = /^(?:[-−]|minus|negative)$/;

function isWord({ text, shape }: Piece): boolean {
  return shape === null && /^\p{L}/u.test(text) && text.toLowerCase() !== 'to';
}

function moneySignAt(pieces: readonly Piece[], i: number): { name: string; to: number } | undefined {
  const first = pieces[i];
  if (first?.shape !== null) return undefined;
  const second = pieces[i + 1];
  if (second !== undefined && (second.glued || (first.text === 'US' && second.text === '$'))) {
    const name = MONEY_SIGNS.get(first.text + second.text);
    if (name !== undefined && startsNumber(pieces, i + 2)) return { name, to: i + 2 };
  }
  // `hk $ 10`
  const isSpaced = second?.text === '$' && pieces[i + 2]?.glued === false;
  if (isSpaced && DOLLAR_PREFIXES.has(first.lower) && startsNumber(pieces, i + 2)) {
    const prefix = first.lower.replaceAll('.', '').toUpperCase();
    return { name: MONEY_SIGNS.get(`${prefix}$`) ?? 'dollar', to: i + 2 };
  }
  const name = MONEY_SIGNS.get(first.text);
  if (name === undefined) return undefined;
  // `Rs. 6,000`
  if (second?.text === '.' && second.glued && first.text.length > 1 && startsNumber(pieces, i + 2))
    return { name, to: i + 2 };
  if (!startsNumber(pieces, i + 1)) return undefined;
  return MUST_TOUCH.test(first.text) && !second!.glued ? undefined : { name, to: i + 1 };
}

/** Letters that are money only right at their figure. */
const MUST_TOUCH = /^(?:PS|N|R)$/;

function startsNumber(pieces: readonly Piece[], i: number): boolean {
  if (/^[-−]$/.test(pieces[i]?.text ?? '') && pieces[i]!.glued) return pieces[i + 1]?.shape === 'number';
  return pieces[i]?.shape === 'number';
}

/** `-5`, `−$5`, `minus 5`: a minus that touches its number but nothing before it, or the word. */
function isMinus(pieces: readonly Piece[], i: number): boolean {
  const piece = pieces[i];
  const next = pieces[i + 1];
  if (piece === undefined || next === undefined || !MINUS.test(piece.lower)) return false;
  const before = pieces[i - 1];
  if (piece.lower.length > 1) {
    // `10 minus 5` is a sum, and who `tested negative three times` had no negative number
    const isSaid = before?.shape !== 'number' && !/^(?:or|tests?|tested|testing)$/.test(before?.lower ?? '');
    return isSaid && !next.glued && (next.shape === 'number' || SMALL_NUMBERS.has(next.lower));
  }
  const opens = before === undefined || !piece.glued || before.text === '(' || MONEY_SIGNS.has(before.text);
  const amount = MONEY_SIGNS.has(next.text) ? pieces[i + 2] : next;
  return opens && next.glued && amount?.glued === true && /^(?:number|fraction)$/.test(amount.shape ?? '');
}

/** The draft of one term. */
export function draftOf(term: Term): Draft {
  const { numeral } = term;
  return {
    from: term.from,
    to: term.to,
    numberFrom: numeral.from,
    numberTo: numeral.to,
    value: numeral.value,
    upper: numeral.upper,
    unit: term.unit,
    kind: term.kind,
    dimension: term.dimension,
    rate: term.rate,
    head: term.head,
    hyphenated: term.hyphenated,
    modifier: term.bound ?? (numeral.upper === null ? '=' : 'range'),
    change: '=',
    form: numeral.form,
    spelled: numeral.spelled,
    scale: numeral.scale,
    pair: false,
    exempt: null,
    evidence: undefined,
  };
}

/** `3 dollars 50 cents`, `two pounds and 40 pence`: one sum of money. */
export function withCents(pieces: readonly Piece[], whole: Draft): Draft {
  const isWhole = whole.kind === 'money' && whole.rate === null && Number.isInteger(whole.value);
  if (!isWhole || /^(?:cent|pence)$/.test(whole.unit!) || whole.from !== whole.numberFrom) return whole;
  const rest = termAt(pieces, whole.to + (pieces[whole.to]?.lower === 'and' ? 1 : 0));
  if (rest?.kind !== 'money' || !/^(?:cent|pence)$/.test(rest.unit!) || rest.money !== null) return whole;
  const { value, upper, to } = rest.numeral;
  if (upper !== null || value <= 0 || value >= 100) return whole;
  return { ...whole, value: tidy(whole.value + value / 100), to: rest.to, numberTo: to };
}

type Link = 'dash' | 'to' | 'and';

/** The range or pair that `first` opens: `5,000–6,000`, `between 3 and 5 percent`, `from $5 to $10`, `52 to 48`. */
export function rangeFrom(pieces: readonly Piece[], first: Term): Draft | undefined {
  if (first.numeral.upper !== null || first.numeral.form === 'multiple') return undefined;
  const opener = openerOf(pieces, first);
  const link = linkAt(pieces, first.to, opener);
  if (link !== undefined) {
    const second = termAt(pieces, link.to + (opener !== undefined && isHedge(pieces[link.to]) ? 1 : 0));
    if (second?.numeral.upper !== null || isDay(pieces, second)) return undefined;
    return joined(pieces, first, second, link.kind, opener);
  }
  return opener === 'from' ? farRange(pieces, first) : undefined;
}

/** `from $3 to about $5`: the hedge of the upper bound. */
function isHedge(piece: Piece | undefined): boolean {
  return (
    piece !== undefined &&
    /^(?:about|around|roughly|nearly|almost|some|perhaps|approximately|over)$/.test(piece.lower)
  );
}

/** `in the six months to 30 June`: a day, not the end of a range. */
function isDay(pieces: readonly Piece[], { numeral, unit }: Term): boolean {
  const next = pieces[numeral.to];
  return unit === null && next !== undefined && /^\p{Lu}/u.test(next.text) && MONTHS.has(next.lower);
}

/** `between` or `from` before the term or before its bound: `from up to 252 miles`. */
function openerOf(pieces: readonly Piece[], { from }: Term): 'between' | 'from' | undefined {
  for (let i = from - 1; i >= 0 && i >= from - 4; i--) {
    const { lower } = pieces[i]!;
    if (lower === 'between' || lower === 'from') return lower;
    if (!/^(?:up|to|about|around|roughly|some|nearly|an|a|just|over|under|the|ages|of)$/.test(lower))
      return undefined;
  }
  return undefined;
}

function linkAt(
  pieces: readonly Piece[],
  at: number,
  opener: 'between' | 'from' | undefined,
): { kind: Link; to: number } | undefined {
  const piece = pieces[at];
  if (piece === undefined) return undefined;
  if (piece.lower === 'to') return { kind: 'to', to: at + 1 };
  // `20 through 100`, `20~100`
  if (piece.lower === 'through' || (piece.text === '~' && piece.glued)) return { kind: 'to', to: at + 1 };
  if (piece.lower === 'and' && opener === 'between') return { kind: 'and', to: at + 1 };
  if (!isDash(piece.text)) return undefined;
  if (pieces[at + 1]?.lower === 'to' && isDash(pieces[at + 2]?.text ?? '')) return { kind: 'to', to: at + 3 };
  const isSuspended = piece.glued && pieces[at + 1]?.lower === 'to' && !pieces[at + 1]!.glued;
  if (isSuspended) return { kind: 'to', to: at + 2 };
  return piece.glued === (pieces[at + 1]?.glued ?? false) ? { kind: 'dash', to: at + 1 } : undefined;
}

function joined(
  pieces: readonly Piece[],
  first: Term,
  second: Term,
  link: Link,
  opener: 'between' | 'from' | undefined,
): Draft | undefined {
  if (
    first.unit !== null &&
    second.unit !== null &&
    first.unit !== second.unit &&
    !sameMoney(first, second)
  ) {
    return undefined;
  }
  if (second.money !== null && first.money === null) return undefined;
  // `fell by a third to 8,740` is no range, `½ to 1 inch` is one
  const isShare = first.kind === 'ratio' && second.kind !== 'ratio' && first.unit === null;
  if (isShare && (second.dimension === null || second.kind !== 'measure')) return undefined;
  if (
    isYearLike(pieces, first) &&
    first.unit === null &&
    (isYearLike(pieces, second) || opener === undefined)
  ) {
    return undefined;
  }
  const isDelta =
    first.unit !== null && directionOf(pieces, first.from, first.to, first.kind, first.unit, false) !== '=';
  if (link === 'to' && opener === undefined && (isDelta || isGained(pieces, first))) return undefined;
  const low = sharedScale(first, second);
  const { value: high } = second.numeral;
  // `35 to 12 percent`, said of two candidates, is a comparison: two figures.
  if (link === 'to' && opener === undefined && low > high && second.dimension !== null) return undefined;
  const counts = second.unit ?? first.unit;
  const measured = second.dimension !== null || first.dimension !== null;
  const pair = link !== 'and' && opener !== 'from' && isPair(pieces, first, second, low, high, measured);
  const main = second.unit === null && first.unit !== null ? first : second;
  return {
    ...draftOf(second),
    from: first.from,
    numberFrom: first.numeral.from,
    value: low,
    upper: high,
    unit: pair ? null : counts,
    to: pair ? second.numeral.to : second.to,
    kind: pair ? 'ratio' : main.kind,
    dimension: pair ? null : main.dimension,
    rate: main.rate,
    head: main.head,
    modifier: pair ? '=' : 'range',
    change: opener === 'from' ? directionOf(pieces, first.from, second.to, main.kind, counts, true) : '=',
    pair,
  };
}

/** `gained $45 to $9,870`: what came to it, and what it came to. */
function isGained(pieces: readonly Piece[], { from, kind }: Term): boolean {
  const verb = pieces[from - 1]?.lower ?? '';
  return kind === 'money' && (GAIN_VERBS.has(verb) || LOSS_VERBS.has(verb));
}

function sameMoney(first: Term, second: Term): boolean {
  return first.kind === 'money' && second.kind === 'money' && second.unit!.startsWith(first.unit!);
}

/** `3-2`, `52 to 48`, `a 5-4 vote`: two sides of one result rather than the bounds of one figure. */
function isPair(
  pieces: readonly Piece[],
  first: Term,
  second: Term,
  low: number,
  high: number,
  measured: boolean,
): boolean {
  if (measured || first.numeral.scale > 1 || second.numeral.scale > 1 || Math.max(low, high) > 999)
    return false;
  if (low >= high) return true;
  const lastOfUnit = second.unit === null ? undefined : pieces[second.to - 1];
  return lastOfUnit === undefined
    ? !second.numeral.spelled && isDash(pieces[first.to]!.text)
    : !isPluralHead(lastOfUnit);
}

/** A scale after the second number multiplies the first too: `£3-4bn`, `5 to 6 million`, not `800 to 1.2 million`. */
function sharedScale(first: Term, second: Term): number {
  const { value, scale } = first.numeral;
  const other = second.numeral;
  if (scale > 1 || other.scale === 1) return value;
  return value < (other.value / other.scale) * 10 ? tidy(value * other.scale) : value;
}

function isYearLike(pieces: readonly Piece[], { numeral, money, dimension }: Term): boolean {
  if (money !== null || dimension !== null || numeral.to !== numeral.from + 1) return false;
  return /^(?:1\d|20)\d\d$/.test(pieces[numeral.from]!.text);
}

const FAR = 9;

/** `from $36,040 on Monday night to $34,935`: the same unit on both sides, no mark between. */
function farRange(pieces: readonly Piece[], first: Term): Draft | undefined {
  if (first.dimension === null) return undefined;
  for (let i = first.to; i < pieces.length && i < first.to + FAR; i++) {
    const { lower } = pieces[i]!;
    if (/^[,;:()"“”.]$/.test(lower)) return undefined;
    if (lower !== 'to') continue;
    const second = termAt(pieces, i + 1);
    if (second === undefined) continue;
    return second.unit === first.unit ? joined(pieces, first, second, 'to', 'from') : undefined;
  }
  return undefined;
}
