/** The counted noun after a number with its modifiers: `27 first-class ferries`, `dozens of people`, `12 of the jurors`. */
import { NEVER_COUNTED, NEVER_COUNTED_VERBS, PLURALS_WITHOUT_S } from '../../language/en/countedNouns.ts';
import { unitOf } from '../../language/en/units.ts';
import { fixedUnit } from './fixedUnits.ts';
import type { Numeral } from './numerals.ts';
import type { Piece } from './pieces.ts';
import type { UnitPhrase } from './unitPhrase.ts';
import { fromTable, none, textBetween } from './unitPhrase.ts';

/** The noun phrase after a number, through `of the` where one follows: `dozens of people`, `12 of the jurors`. */
export function countedUnit(pieces: readonly Piece[], numeral: Numeral): UnitPhrase {
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
  if (piece !== undefined && NEVER_COUNTED_VERBS.has(piece.lower)) return false;
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
