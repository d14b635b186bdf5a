/**
 * What a quantity measures, as far as its sentence says: the content words before it in its clause, what it counts, the
 * words of an `of` or `in` phrase after it, and the words of its period. Figures of two articles are compared only when
 * their concepts meet.
 */
import { MONTHS } from '../../language/en/calendar.ts';
import { perWord } from '../words.ts';
import type { Draft } from './drafts.ts';
import type { Piece } from './pieces.ts';

const WORDS_BEFORE = 8;
const WORDS_AFTER = 5;
const PERIOD_REACH = 30;
const LINKS = new Set([
  'of',
  'in',
  'for',
  'on',
  'among',
  'from',
  'to',
  'the',
  'a',
  'an',
  'its',
  'their',
  'his',
  'her',
  'all',
  'and',
]);
const PERIODS = /^(?:quarter|year|month|week|decade|season|fiscal|annual|monthly|weekly|daily|quarterly)s?$/;

/**
 * The words in lower case, lemmas where known, each once, in text order.
 * @param years indices of the pieces that are years
 * @param periods indices of the pieces that say when, `periodsOf` the same pieces
 */
export function conceptOf(
  pieces: readonly Piece[],
  { from, to, numberTo }: Draft,
  years: ReadonlySet<number>,
  periods: readonly number[],
): string[] {
  const before: string[] = [];
  for (let i = from - 1; i >= 0 && i >= from - 4 * WORDS_BEFORE && before.length < WORDS_BEFORE; i--) {
    if (endsClause(pieces[i]!)) break;
    if (isContent(pieces[i]!)) before.push(lemmaOf(pieces[i]!));
  }
  const words = new Set(before.reverse());
  for (let i = numberTo; i < to; i++) if (isContent(pieces[i]!)) words.add(lemmaOf(pieces[i]!));
  for (let i = to; i < pieces.length && i < to + 2 * WORDS_AFTER; i++) {
    const piece = pieces[i]!;
    if (isContent(piece)) words.add(lemmaOf(piece));
    else if (!isLink(piece) && !years.has(i)) break;
  }
  for (const i of periods) {
    if (i >= from - PERIOD_REACH && i < to + PERIOD_REACH) words.add(lemmaOf(pieces[i]!));
  }
  return [...words];
}

/** Indices of the years, months and words such as `quarter` among the pieces of a sentence, in order. */
export function periodsOf(pieces: readonly Piece[], years: ReadonlySet<number>): number[] {
  const periods: number[] = [];
  for (let i = 0; i < pieces.length; i++) if (years.has(i) || isPeriod(pieces[i]!)) periods.push(i);
  return periods;
}

const isLink = perWord(({ lower }) => LINKS.has(lower));

const endsClause = perWord(({ text }) => /^[;:()—–.!?"“”]$/.test(text));

const isLong = perWord(({ text }) => /^\p{L}[\p{L}'’-]/u.test(text));

function isContent(piece: Piece): boolean {
  const { pos, shape } = piece;
  return shape === null && (pos === 'NOUN' || pos === 'PROPN' || pos === 'ADJ') && isLong(piece);
}

const isPeriod = perWord(({ lower, text }) => {
  const word = lower.replace(/\.$/, '');
  return PERIODS.test(word) || (MONTHS.has(word) && /^\p{Lu}/u.test(text));
});

function lemmaOf({ lemma, lower, pos }: Piece): string {
  return pos === 'PROPN' ? lower : lemma;
}
