/** What stands around a number and says that it is about, more than or at most: `some`, `over`, `or so`. */
import {
  BOUND_FIRST_WORDS,
  BOUND_LAST_WORDS,
  BOUNDS_AFTER,
  BOUNDS_BEFORE,
  LONGEST_BOUND,
} from '../../language/en/boundWords.ts';
import type { Modifier } from '../facts.ts';
import { isDash } from './numerals.ts';
import type { Piece } from './pieces.ts';

export interface Bound {
  readonly modifier: Modifier;
  /** For a bound before the number the index of its first piece; after it the index after its last. */
  readonly edge: number;
}

/** Words that may stand between a bound and its number: `over a record 5,000`. */
const TRANSPARENT = new Set(['a', 'an', 'the', 'record', 'another', 'whopping', 'total', 'combined']);

/** The bound that ends directly before piece `first`, or with an article between. Looks back a few pieces only. */
export function boundBefore(pieces: readonly Piece[], first: number): Bound | undefined {
  let end = first;
  for (let skipped = 0; skipped < 2 && TRANSPARENT.has(pieces[end - 1]?.lower ?? ''); skipped++) {
    const found = phraseBefore(pieces, end);
    if (found !== undefined) return found;
    end--;
  }
  return phraseBefore(pieces, end);
}

function phraseBefore(pieces: readonly Piece[], end: number): Bound | undefined {
  const last = pieces[end - 1];
  if (last === undefined || !BOUND_LAST_WORDS.has(last.lower)) return undefined;
  // `a 5-under 67`
  if (last.glued && isDash(pieces[end - 2]?.text ?? '') && pieces[end - 3]?.shape === 'number')
    return undefined;
  let phrase = '';
  let best: Bound | undefined;
  for (let i = end - 1; i >= 0 && i >= end - LONGEST_BOUND; i--) {
    phrase = phrase === '' ? pieces[i]!.lower : `${pieces[i]!.lower} ${phrase}`;
    const modifier = BOUNDS_BEFORE.get(phrase);
    if (modifier !== undefined) best = { modifier, edge: i };
  }
  return best;
}

/** `$2,500 plus a fee`, `5 and up to 10`, `200 or more than 190`: what follows is another thing, not a bound. */
function addsMore(phrase: string, next: Piece | undefined): boolean {
  if (next === undefined) return false;
  return (
    /^(?:to|than)$/.test(next.lower) ||
    (phrase === 'plus' && !/^(?:NOUN|ADJ|PUNCT|PROPN|ADP)$/.test(next.pos))
  );
}

/** The bound that starts directly at piece `at`: `or more`, `-plus`, `+`. */
export function boundAfter(pieces: readonly Piece[], at: number): Bound | undefined {
  const first = pieces[at];
  if (first === undefined || !BOUND_FIRST_WORDS.has(first.lower)) return undefined;
  if ((isDash(first.text) || first.text === '+') && !first.glued) return undefined;
  let phrase = '';
  let best: Bound | undefined;
  for (let i = at; i < pieces.length && i < at + LONGEST_BOUND; i++) {
    phrase = phrase === '' ? pieces[i]!.lower : `${phrase} ${pieces[i]!.lower}`;
    const modifier = BOUNDS_AFTER.get(phrase);
    if (modifier !== undefined && !addsMore(phrase, pieces[i + 1])) best = { modifier, edge: i + 1 };
  }
  return best;
}
