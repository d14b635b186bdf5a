/**
 * What a quantity measures, as far as its sentence says: the content words before it in its clause, what it counts, the
 * words of an `of` or `in` phrase after it, and the words of its period. Figures of two articles are compared only when
 * their concepts meet.
 */
import { MONTHS } from '../../language/en/calendar.ts';
import type { Draft } from './drafts.ts';
import type { Piece } from './pieces.ts';

const WORDS_BEFORE = 8;
const WORDS_AFTER = 5;
const CONTENT = new Set(['NOUN', 'PROPN', 'ADJ']);
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

/** The words in lower case, lemmas where known, each once, in text order. */
export function conceptOf(pieces: readonly Piece[], { from, to, numberTo }: Draft): string[] {
  const before: string[] = [];
  for (let i = from - 1; i >= 0 && before.length < WORDS_BEFORE; i--) {
    if (endsClause(pieces[i]!)) break;
    if (isContent(pieces[i]!)) before.push(lemmaOf(pieces[i]!));
  }
  const words = new Set(before.reverse());
  for (let i = numberTo; i < to; i++) if (isContent(pieces[i]!)) words.add(lemmaOf(pieces[i]!));
  for (let i = to; i < pieces.length && i < to + 2 * WORDS_AFTER; i++) {
    const piece = pieces[i]!;
    if (isContent(piece)) words.add(lemmaOf(piece));
    else if (!LINKS.has(piece.lower) && piece.shape !== 'year' && !isYear(piece)) break;
  }
  for (const piece of pieces) if (isPeriod(piece)) words.add(lemmaOf(piece));
  return [...words];
}

function endsClause({ text }: Piece): boolean {
  return /^[;:()—–.!?"“”]$/.test(text);
}

function isContent({ pos, text, shape }: Piece): boolean {
  return shape === null && CONTENT.has(pos) && /^\p{L}/u.test(text);
}

function isYear({ text }: Piece): boolean {
  return /^(?:19|20)\d\d$/.test(text);
}

function isPeriod(piece: Piece): boolean {
  const word = piece.lower.replace(/\.$/, '');
  return isYear(piece) || PERIODS.test(word) || (MONTHS.has(word) && /^\p{Lu}/u.test(piece.text));
}

function lemmaOf({ lemma, lower, pos }: Piece): string {
  return pos === 'PROPN' ? lower : lemma;
}
