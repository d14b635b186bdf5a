/**
 * What a number counts: a sign or unit of the table, or the noun phrase after it, with the rate if one follows
 * (`$3,500 a month`, `60 miles per hour`). A number's unit is read once, left to right.
 */
import { NEVER_COUNTED, PLURALS_WITHOUT_S } from '../../language/en/countedNouns.ts';
import {
  MONEY_NATIONS,
  MONEY_SIGNS,
  MONEY_WITH_NATIONALITY,
  PAYING,
  SUMS,
  WEIGHING,
} from '../../language/en/money.ts';
import type { Unit } from '../../language/en/units.ts';
import { LONGEST_UNIT, money, moneyCode, startsUnit, symbolUnit, unitOf } from '../../language/en/units.ts';
import type { QuantityKind } from '../facts.ts';
import type { Numeral } from './numerals.ts';
import { isDash } from './numerals.ts';
import type { Piece } from './pieces.ts';

export interface UnitPhrase {
  /** Index after its last piece; the numeral's end when there is no unit. */
  readonly to: number;
  readonly name: string | null;
  readonly kind: QuantityKind;
  /** `money`, `length` … for the units of the table; null for counted nouns. */
  readonly dimension: string | null;
  readonly rate: string | null;
  /** The last word of a counted noun phrase, lower case. */
  readonly head: string | null;
  /** Written as one word with the number: `80-yard`, `five-year-old`. */
  readonly hyphenated: boolean;
}

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
  const counted = countedUnit(pieces, numeral);
  if (counted.head === 'times' && comparesWith(pieces, counted.to))
    return { ...counted, kind: 'multiple', head: null };
  return withRate(pieces, counted);
}

/** `a quarter of a percentage point`, `two-thirds of a cup`: parts of one unit, not of a group. */
function partOfUnit(pieces: readonly Piece[], numeral: Numeral): UnitPhrase | undefined {
  const { to } = numeral;
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

function none(to: number): UnitPhrase {
  return { to, name: null, kind: 'count', dimension: null, rate: null, head: null, hyphenated: false };
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

/** `3 million pounds` and `paid 20 pounds` are money, `20 pounds` and `paid for 20 pounds of flour` a weight. */
function poundOf(
  pieces: readonly Piece[],
  unit: UnitPhrase | undefined,
  { scale }: Numeral,
): UnitPhrase | undefined {
  if (unit?.name !== 'lb' || !/^pounds?$/.test(pieces[unit.to - 1]!.lower)) return unit;
  const isMoney = scale < 1e6 ? isPaid(pieces, unit.to) : !isMeasuredOut(pieces, unit.to);
  if (!isMoney) return unit;
  return fromTable(unit.to, money('pound sterling'));
}

/** `3 million pounds of peaches`, unlike `of debt`. */
function isMeasuredOut(pieces: readonly Piece[], behind: number): boolean {
  const goods = pieces[behind + 1];
  return pieces[behind]?.lower === 'of' && goods?.pos === 'NOUN' && !SUMS.has(goods.lower);
}

/**
 * Whether the sentence speaks of money and of no weight, and nothing is measured out behind the unit. Where it pays in
 * dollars, its pounds are a weight; `fined 20 pounds ($26)` only says what they come to.
 */
function isPaid(pieces: readonly Piece[], behind: number): boolean {
  if (pieces[behind]?.lower === 'of') return false;
  const isConverted = pieces[behind]?.text === '(';
  let paid = false;
  for (let i = Math.max(0, behind - MONEY_REACH); i < Math.min(pieces.length, behind + MONEY_REACH); i++) {
    const { lower, lemma } = pieces[i]!;
    if (WEIGHING.has(lemma) || WEIGHING.has(lower)) return false;
    if ((lower === '$' || lemma === 'dollar') && !isConverted) return false;
    paid ||= PAYING.has(lemma) || PAYING.has(lower);
  }
  return paid;
}

/** So many pieces on either side tell whether pounds are money. */
const MONEY_REACH = 20;

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

/** A unit of the table at `at`, longest spelling first; money with a nationality before it counts too. */
function fixedUnit(pieces: readonly Piece[], at: number, numeral: Numeral): UnitPhrase | undefined {
  const first = pieces[at];
  if (first?.shape !== null) return undefined;
  if (first.text === '(' && !first.glued) return bracketedUnit(pieces, at, numeral);
  const sign = MONEY_SIGNS.get(first.text);
  if (first.text === '′' && pieces[at + 1]?.glued === true && pieces[at + 1]!.lower === 's') return undefined;
  // `15€` and `10 €`, but `10 $30 shirts`
  const isBehind = first.glued || !/^[\d-]/.test(pieces[at + 1]?.text ?? '');
  if (sign !== undefined && first.text.length === 1 && !/[A-Z]/.test(first.text) && isBehind)
    return fromTable(at + 1, money(sign));
  // `9.58s`
  if (first.text === 's' && first.glued && !Number.isInteger(numeral.value)) return fromTable(at + 1, SECOND);
  const found = measureAt(pieces, at);
  if (found !== undefined && !isWord(pieces, at, found, numeral)) return raised(pieces, found);
  return nationalMoney(pieces, at);
}

const SECOND = unitOf('second')!;

interface FoundUnit {
  /** Index after its last piece. */
  readonly to: number;
  readonly unit: Unit;
}

/** A unit by its symbol, currency code or words. */
function measureAt(pieces: readonly Piece[], at: number): FoundUnit | undefined {
  const first = pieces[at];
  if (first?.shape !== null) return undefined;
  // `It weighs 5 g.`: the sentence's full stop may stand on the symbol
  const text = at === pieces.length - 1 ? first.text.replace(/\.$/, '') : first.text;
  const symbol = symbolUnit(text, first.glued) ?? (first.glued ? undefined : moneyCode(text));
  const spelled = longestSpelling(pieces, at);
  if (symbol !== undefined && (spelled === undefined || spelled.to === at + 1))
    return { to: at + 1, unit: symbol };
  return spelled;
}

/** `20 (kg)`: the unit of a table's heading. */
function bracketedUnit(pieces: readonly Piece[], at: number, numeral: Numeral): UnitPhrase | undefined {
  const inside = measureAt(pieces, at + 1);
  if (inside === undefined || pieces[inside.to]?.text !== ')' || numeral.spelled) return undefined;
  return fromTable(inside.to + 1, inside.unit);
}

/** `4 km^2`, `4 km squared`: the unit as an area or a volume. */
function raised(pieces: readonly Piece[], { to, unit }: FoundUnit): UnitPhrase {
  const isLength = unit.dimension === 'length';
  const isMarked = isLength && pieces[to]?.text === '^' && pieces[to + 1]?.glued === true;
  const power = isMarked ? pieces[to + 1]!.text : (pieces[to]?.lower ?? '');
  const prefix = /^(?:2|squared)$/.test(power) ? 'square' : /^(?:3|cubed)$/.test(power) ? 'cubic' : undefined;
  const name = isLength && prefix !== undefined ? `${prefix} ${unit.name}` : undefined;
  if (name === undefined || (!isMarked && /^\d/.test(power))) return fromTable(to, unit);
  return fromTable(isMarked ? to + 2 : to + 1, unitOf(name) ?? { ...unit, name, dimension: prefix! });
}

function fromTable(to: number, { name, kind, dimension }: Unit): UnitPhrase {
  return { ...none(to), name, kind, dimension };
}

function longestSpelling(pieces: readonly Piece[], at: number): FoundUnit | undefined {
  if (!startsUnit(withoutStop(pieces[at]!.lower))) return undefined;
  let spelling = '';
  let best: FoundUnit | undefined;
  for (let i = at; i < pieces.length && i < at + LONGEST_UNIT; i++) {
    const piece = pieces[i]!;
    if (piece.text === '.' && piece.glued && i > at) {
      if (best?.to === i && pieces[i + 1]?.shape === null && /^\p{Ll}/u.test(pieces[i + 1]!.text))
        best = { ...best, to: i + 1 };
      continue;
    }
    const word = withoutStop(piece.lower);
    spelling = i === at || piece.glued ? spelling + word : `${spelling} ${word}`;
    const unit = unitOf(spelling);
    if (unit !== undefined) best = { to: i + 1, unit };
  }
  return best;
}

/** `in.` */
function withoutStop(word: string): string {
  return word.length > 2 && word.endsWith('.') ? word.slice(0, -1) : word;
}

/** What may follow the inches of `2 in thick`, `2.5 in of rain` and `12 in by 8 in`. */
const AFTER_INCHES = /^(?:of|by|x|thick|long|wide|tall|deep|high|across|in|and|or|to|[,;:.)])$/;

/**
 * Whether the letters are something else here: `2 in` before a noun is a preposition, `second` after a number mostly an
 * ordinal's tail, `30 C Street` an address, `5 stone walls` are of stone.
 */
function isWord(pieces: readonly Piece[], at: number, { to }: FoundUnit, numeral: Numeral): boolean {
  const { text, lower, glued } = pieces[at]!;
  const next = pieces[to];
  if (lower === 'bar' || lower === 'stone') {
    return numeral.value === 1 || next?.pos === 'NOUN' || next?.pos === 'ADJ' || next?.glued === true;
  }
  if (to !== at + 1 || glued) return false;
  if (withoutStop(lower) === 'in') {
    const isRest = /^(?:ft|feet|foot)\.?$/.test(pieces[numeral.from - 1]?.lower ?? '');
    return numeral.spelled || !(isRest || next === undefined || AFTER_INCHES.test(next.lower));
  }
  if (/^[CFK]$/.test(text))
    return numeral.spelled || (/^[\p{Lu}.]/u.test(next?.text ?? '') && next?.pos !== 'PUNCT');
  if (lower === 'l' || lower === 'm' || lower === 't') return numeral.spelled || next?.text === "'";
  return lower === 'ha' || lower === 'second' || (lower === 'st' && next?.shape !== 'number');
}

/** `Australian dollars`, `South Korean won`, `danish crowns`: up to two words of a nation before the money's name. */
function nationalMoney(pieces: readonly Piece[], at: number): UnitPhrase | undefined {
  for (let i = at + 1; i <= at + 2 && i < pieces.length; i++) {
    const nationWord = pieces[i - 1]!;
    if (!isCapitalised(nationWord) && !MONEY_NATIONS.has(nationWord.lower)) return undefined;
    const { lower } = pieces[i]!;
    const unit = unitOf(lower);
    const name = unit?.kind === 'money' ? unit.name : MONEY_WITH_NATIONALITY.get(lower);
    if (name === undefined) continue;
    return fromTable(i + 1, money(`${textBetween(pieces, at, i)} ${name}`));
  }
  return undefined;
}

function isCapitalised({ text, pos }: Piece): boolean {
  return /^\p{Lu}/u.test(text) && pos !== 'PUNCT';
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

/** The noun phrase after a number, through `of the` where one follows: `dozens of people`, `12 of the jurors`. */
function countedUnit(pieces: readonly Piece[], numeral: Numeral): UnitPhrase {
  const { to } = numeral;
  let at = to;
  if (pieces[at]?.lower === 'of') {
    at++;
    while (isDeterminer(pieces[at])) at++;
    if (at === to + 1 && numeral.form !== 'vague' && numeral.value !== 1) return none(to);
    const fixed = numeral.form === 'vague' ? fixedUnit(pieces, at, numeral) : undefined;
    if (fixed !== undefined) return fixed;
  }
  return nounPhrase(pieces, at, numeral) ?? none(to);
}

function isDeterminer(piece: Piece | undefined): boolean {
  return (
    piece !== undefined && /^(?:the|its|his|her|their|our|my|your|these|those|such|all)$/.test(piece.lower)
  );
}

const MODIFIERS = new Set(['ADJ', 'NOUN', 'PROPN']);
/** Quantifiers that are dropped from the name of what is counted: `eight more picks` are picks. */
const DROPPED = new Set('more other further most least past last of'.split(' '));

function nounPhrase(pieces: readonly Piece[], from: number, numeral: Numeral): UnitPhrase | undefined {
  let at = from;
  if (isVerbLikePlural(pieces[from])) {
    return { ...none(from + 1), name: pieces[from]!.text, head: pieces[from]!.lower };
  }
  while (DROPPED.has(pieces[at]?.lower ?? '') && at < from + 2) at++;
  const first = at;
  const end = phraseEnd(pieces, first);
  let head = headOf(pieces, first, end, numeral);
  if (head === undefined) return undefined;
  const unit = unitOf(pieces[head]!.lower);
  if (unit !== undefined && !isNoun(pieces[head - 1], first, head)) {
    return fromTable(head + 1, unit);
  }
  // `three FA cups`
  const isNamed = pieces[head - 1]?.pos === 'PROPN' && head > first;
  if (unit !== undefined && unit.dimension !== 'money' && !isNamed) return fromTable(head + 1, unit);
  // `Model 3 sedans`: digits inside a name belong to it.
  while (head + 1 < end && pieces[head + 1]!.shape === 'identifier') head++;
  // `charging stations` are stations: a participle says what is done with them.
  let named = first;
  while (named < head && pieces[named]!.pos === 'VERB') named++;
  const name = textBetween(pieces, named, head + 1);
  return { ...none(head + 1), name, head: pieces[head]!.lower };
}

/** Taggers read `26 saves` and `3.7 rebounds` as verbs; a number before them says otherwise. */
function isVerbLikePlural(piece: Piece | undefined): boolean {
  return piece?.pos === 'VERB' && piece.lower.length > 4 && /[^s]s$/.test(piece.lower);
}

function isNoun(piece: Piece | undefined, first: number, head: number): boolean {
  return piece !== undefined && head > first && (piece.pos === 'NOUN' || piece.pos === 'PROPN');
}

/** Where the adjectives and nouns from `first` on end. */
function phraseEnd(pieces: readonly Piece[], first: number): number {
  let at = first;
  let hyphen = false;
  for (; at < pieces.length && at < first + 9; at++) {
    const piece = pieces[at]!;
    if (isHyphenInside(pieces, at)) {
      hyphen = true;
      continue;
    }
    if (at > first && joinsModifiers(pieces, at)) continue;
    if (!(hyphen ? piece.pos !== 'PUNCT' : belongs(pieces, at, first))) break;
    hyphen = false;
  }
  return at;
}

/** `bus and train operators`: two nouns in the singular before one in the plural. */
function joinsModifiers(pieces: readonly Piece[], at: number): boolean {
  const [before, next, head] = [pieces[at - 1]!, pieces[at + 1], pieces[at + 2]];
  if (pieces[at]!.lower !== 'and' || before.pos !== 'NOUN' || isPluralHead(before)) return false;
  return next?.pos === 'NOUN' && !isPluralHead(next) && head?.pos === 'NOUN' && isPluralHead(head);
}

function isHyphenInside(pieces: readonly Piece[], at: number): boolean {
  const piece = pieces[at]!;
  return piece.glued && (piece.text === '-' || piece.text === '‑') && pieces[at + 1]?.glued === true;
}

/** Whether the piece can stand inside a counted noun phrase that starts at `first`. */
function belongs(pieces: readonly Piece[], at: number, first: number): boolean {
  const piece = pieces[at]!;
  if (piece.glued && at > first && !isHyphenInside(pieces, at - 1))
    return piece.text === "'s" || piece.text === '’s';
  if (piece.shape === 'identifier') return at > first;
  if (piece.shape === 'number') return at > first && pieces[at - 1]!.pos === 'PROPN' && !piece.glued;
  if (piece.shape !== null || !/^\p{L}/u.test(piece.text)) return false;
  if (NEVER_COUNTED.has(piece.lower) && !isCapitalName(pieces, at)) return false;
  if (MODIFIERS.has(piece.pos))
    return !(at > first && isPluralHead(pieces[at - 1]!) && !extendsPlural(piece));
  return (
    isParticiple(pieces, at, first) || (piece.pos === 'ADV' && at === first && nextIsModifier(pieces, at))
  );
}

/** `different`, `charging`, `recorded` before a noun: a verb's participle as an adjective. */
function isParticiple(pieces: readonly Piece[], at: number, first: number): boolean {
  const { pos, lower } = pieces[at]!;
  if (pos !== 'VERB' || !/(?:ed|ing|en|wn)$/.test(lower)) return false;
  if (at > first && isPluralHead(pieces[at - 1]!)) return false;
  const next = pieces[at + 1];
  return next !== undefined && !next.glued && (next.pos === 'NOUN' || (next.pos === 'ADJ' && at === first));
}

function nextIsModifier(pieces: readonly Piece[], at: number): boolean {
  const next = pieces[at + 1];
  return (
    next !== undefined &&
    (next.pos === 'ADJ' || next.pos === 'VERB') &&
    /(?:ed|ing|en)$|\p{L}/u.test(next.lower)
  );
}

function isCapitalName(pieces: readonly Piece[], at: number): boolean {
  return /^\p{Lu}/u.test(pieces[at]!.text) && pieces[at]!.pos === 'PROPN' && pieces[at + 1]?.pos === 'NOUN';
}

/** After a plural only another common noun goes on: `sports cars`, but `troops Tuesday` and `workers new` end. */
function extendsPlural({ pos, text, lower, lemma }: Piece): boolean {
  return pos === 'NOUN' && !/^\p{Lu}/u.test(text) && lower !== lemma;
}

/** Whether the word is a plural noun. */
export function isPluralHead({ lower, pos }: Piece): boolean {
  if (PLURALS_WITHOUT_S.has(lower)) return true;
  if (pos !== 'NOUN' && pos !== 'PROPN') return false;
  return lower.length > 3 && lower.endsWith('s') && !/(?:ss|us|is)$/.test(lower);
}

/**
 * The counted word: the last plural of the phrase; for one thing its last noun; for `12 page document` the first noun.
 */
function headOf(pieces: readonly Piece[], first: number, end: number, numeral: Numeral): number | undefined {
  const single = numeral.value === 1 && numeral.upper === null && numeral.form !== 'vague';
  let lastNoun: number | undefined;
  let firstNoun: number | undefined;
  for (let i = end - 1; i >= first; i--) {
    const piece = pieces[i]!;
    if (piece.shape !== null && piece.shape !== 'identifier') continue;
    if (isPluralHead(piece)) return i;
    if (piece.pos === 'NOUN' || piece.pos === 'PROPN') {
      lastNoun ??= i;
      firstNoun = i;
    }
  }
  if (single)
    return lastNoun !== undefined && /(?:ing|^left)$/.test(pieces[lastNoun]!.lower) ? undefined : lastNoun;
  // A figure before a singular: `a 40 yard line`, `12 page document`. Names and lone adjectives count nothing.
  const goesOn = (lastNoun !== undefined && lastNoun > first) || pieces[first]?.lower === 'point';
  return firstNoun === first && goesOn && pieces[first]!.pos === 'NOUN' ? first : undefined;
}

const RATE_WORDS = new Set(['a', 'an', 'per', 'each', 'every']);
const RATE_ADVERBS = new Set([
  'annually',
  'yearly',
  'daily',
  'weekly',
  'monthly',
  'hourly',
  'nightly',
  'quarterly',
]);
const PERIOD =
  /^(?:second|minute|hour|day|night|week|fortnight|month|quarter|year|decade|season|game|shift|person|head|share|barrel|bushel|carat|dozen|bottle|pint|pack|packet|box|bag|cup|plate|ticket|visit|trip|ride|call|copy|child|pupil|student|patient|vote|voter|word|annum|ton|tonne|ounce|gallon|litre|liter|kilo|pound|acre|unit|mile|kilometre|kilometer|head|household|employee|piece|capita|time|hectare|kilogram|kilogramme|metre|meter|foot|inch|minute)$/;

/** Adds `per barrel`, `a month`, `-a-year`, `/hour`, `each` to the unit. */
function withRate(pieces: readonly Piece[], unit: UnitPhrase): UnitPhrase {
  const at = unit.to;
  const piece = pieces[at];
  if (piece === undefined) return unit;
  if (RATE_ADVERBS.has(piece.lower) || piece.lower === 'apiece') return { ...unit, rate: piece.lower };
  let i = at;
  const tied = piece.glued && isDash(piece.text);
  if (tied) i++;
  const word = pieces[i]?.lower ?? '';
  if (word === '/' && pieces[i]!.glued) {
    // `7 l/100km`, but `140/90 mmHg` and `180C/350F` are two figures
    const under = pieces[i + 1];
    const isFigure = under?.shape === 'number' && (unit.name === null || !/^10{1,6}$/.test(under.text));
    return isFigure ? unit : rated(pieces, unit, i + 1, 'per');
  }
  if (!RATE_WORDS.has(word)) return unit;
  if (isDash(pieces[i + 1]?.text ?? '') && pieces[i + 1]!.glued) return rated(pieces, unit, i + 2, word);
  return rated(pieces, unit, i + 1, word);
}

function rated(pieces: readonly Piece[], unit: UnitPhrase, at: number, word: string): UnitPhrase {
  const piece = pieces[at];
  if (word === 'per' && piece?.shape === 'number') return perNumber(pieces, unit, at);
  if (piece?.shape !== null || !/^[\p{L}µ]/u.test(piece.text)) return unit;
  const period = PERIOD.test(piece.lower);
  if (word !== 'per' && /^(?:ago|earlier|later|before|after)$/.test(pieces[at + 1]?.lower ?? '')) return unit;
  const table = /^s\.?$/.test(piece.text) ? { to: at + 1, unit: SECOND } : measureAt(pieces, at);
  const isMeasure = unit.kind === 'money' && table !== undefined && table.unit.kind === 'measure';
  if (word !== 'per' && !period && !isMeasure) return unit;
  const name = table?.unit.name ?? piece.text;
  const rate = `${word === 'each' || word === 'every' ? word : word === 'per' ? 'per' : word} ${name}`;
  const named =
    word === 'each' || word === 'every' || unit.name === null ? unit.name : `${unit.name} per ${name}`;
  // `each month` says how often, in words that stand apart from the number.
  const to = word === 'each' || word === 'every' ? unit.to : (table?.to ?? at + 1);
  return { ...unit, to, name: named, rate };
}

/** `25 per 100,000 people`, `7.2 l/100km`. */
function perNumber(pieces: readonly Piece[], unit: UnitPhrase, at: number): UnitPhrase {
  const measure = measureAt(pieces, at + 1);
  const end = measure?.to ?? (pieces[at + 1]?.pos === 'NOUN' ? at + 2 : at + 1);
  const base = textBetween(pieces, at, measure === undefined ? end : at + 1);
  const rate = measure === undefined ? `per ${base}` : `per ${base} ${measure.unit.name}`;
  return { ...unit, to: end, name: unit.name === null ? rate : `${unit.name} ${rate}`, rate, kind: 'ratio' };
}

function textBetween(pieces: readonly Piece[], from: number, to: number): string {
  let text = '';
  for (let i = from; i < to; i++) text += (i > from && !pieces[i]!.glued ? ' ' : '') + pieces[i]!.text;
  return text;
}
