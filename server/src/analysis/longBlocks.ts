/**
 * Blocks that are longer than any paragraph of a newspaper: a page whose line breaks were lost, a transcript in one line.
 * They are read in pieces, so that a keystroke costs a piece and not all of them. What parts two pieces is told by the
 * few words around the place, so an edit moves no other parting.
 */
import { ownCopy } from '../text/ownCopy.ts';
import type { Span } from '../text/span.ts';
import { shift } from '../text/span.ts';
import { assemble } from './assemble.ts';
import type { BlockFacts } from './blockFacts.ts';
import type { BlockKind } from './facts.ts';

/** Code units, some two thousand words. */
const LONG_BLOCK = 12_000;
/** A piece is not shorter, and where sentences part not longer, save one whose quotation goes on. */
const LEAST = 1_500;
const MOST = 6_000;
/** Where no sentence ends for so long it is no prose, and may be parted anywhere. */
const ENDLESS = 12_000;
/** A quotation that is open for longer lacks its closing mark. */
const LONG_QUOTATION = 2_000;
/** Of the ends of sentences between the shortest and the longest piece, one in so many parts two pieces. */
const ONE_IN = 16;

export function isLongBlock(text: string): boolean {
  return text.length > LONG_BLOCK;
}

/** The pieces of a long block in order; together they are all of it. Linear; never throws. */
export function piecesOf(text: string): Span[] {
  const pieces: Span[] = [];
  let start = 0;
  const end = (at: number): void => {
    pieces.push({ start, end: at });
    start = at;
  };
  let opened = -1;
  for (const { 0: found, index } of text.matchAll(EVENTS)) {
    if (/^[“”"]/.test(found)) {
      opened = opens(text, index) ? index : -1;
      continue;
    }
    const at = index + found.length;
    while (at - start > ENDLESS) end(anywhereIn(text, start));
    if (at - start < LEAST || (opened >= 0 && at - opened < LONG_QUOTATION)) continue;
    if (at - start >= MOST || isParting(text, at)) end(at);
  }
  while (text.length - start > ENDLESS) end(anywhereIn(text, start));
  end(text.length);
  return pieces;
}

/** Quotation marks, and the ends of sentences and lines with the space behind them. */
const EVENTS =
  /[“”"]|[.!?…][’')\]]{0,3}\s{1,4}(?=[“"‘'([]?\p{Lu})|(?<=[.!?…][”"])\s{1,4}(?=[“"‘'([]?\p{Lu})|\n/gu;

/** Where to part what has no sentences: behind a blank, if there is one. */
function anywhereIn(text: string, start: number): number {
  const blank = text.lastIndexOf(' ', start + MOST - 1) + 1;
  if (blank > start + LEAST) return blank;
  const isWithinCharacter = /[\udc00-\udfff]/.test(text.charAt(start + MOST));
  return isWithinCharacter ? start + MOST - 1 : start + MOST;
}

function opens(text: string, at: number): boolean {
  const mark = text.charAt(at);
  return mark === '“' || (mark === '"' && (at === 0 || /[\s([]/.test(text.charAt(at - 1))));
}

/** By the words that follow, as if by chance. */
function isParting(text: string, at: number): boolean {
  let sum = 0;
  for (let i = at; i < at + 12 && i < text.length; i++) sum = (sum * 31 + text.charCodeAt(i)) % 65_521;
  return sum % ONE_IN === 0;
}

/** The facts of a long block from those of its pieces, which are in order. */
export function joinPieces(blockText: string, kind: BlockKind, pieces: readonly BlockFacts[]): BlockFacts {
  const text = ownCopy(blockText);
  let next = 0;
  const parts = pieces.map((facts) => {
    const start = next;
    next += facts.text.length;
    return { facts, start };
  });
  const tokens = parts.flatMap(({ facts, start: by }) =>
    facts.tokens.map((token) => ({ ...token, start: token.start + by, end: token.end + by })),
  );
  const sentences = parts.flatMap(({ facts, start }) => facts.sentences.map((span) => shift(span, start)));
  return { ...assemble(parts), text, kind, tokens, sentences };
}
