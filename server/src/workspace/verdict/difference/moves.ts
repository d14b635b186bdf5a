/** Finds among the changes what was only moved. */
import type { ComparedWord } from './comparedWords.ts';
import { agree } from './comparedWords.ts';
import type { JudgedEdit, Side, UnitRange } from './sides.ts';
import { joined, unitsIn } from './sides.ts';

/**
 * Words added in one place and removed in another, the same or nearly so, were moved; so were words that stand in the
 * source right before or after the shared ones. A moved negation stays one.
 */
export function joinMoved(
  edits: readonly JudgedEdit[],
  surroundings: readonly UnitRange[],
  a: Side,
  b: Side,
): JudgedEdit[] {
  const result = [...edits];
  for (const [i, added] of result.entries()) {
    if (added === NOTHING || added.there.to > added.there.from) continue;
    const removed = result.filter((edit) => edit.here.from === edit.here.to && edit !== NOTHING);
    const words = joined(a, added.here);
    const there =
      removed.find((edit) => joined(b, edit.there) === words)?.there ??
      runOf(words, added.here.to - added.here.from, surroundings, b) ??
      reworded(added.here, [...removed.map((edit) => edit.there), ...surroundings], a, b);
    if (!there) continue;
    const kind = added.kind === 'negation' ? 'negation' : 'moved';
    result[i] = { kind, here: added.here, there };
    const taken = removed.find((edit) => edit.there.from <= there.from && there.to <= edit.there.to);
    if (taken) result[result.indexOf(taken)] = NOTHING;
  }
  return result.filter((edit) => edit !== NOTHING);
}

/** Where in the ranges a run of so many units reads like the words. */
function runOf(words: string, length: number, ranges: readonly UnitRange[], b: Side): UnitRange | undefined {
  for (const range of ranges) {
    for (let from = range.from; from + length <= range.to; from++) {
      if (joined(b, { from, to: from + length }) === words) return { from, to: from + length };
    }
  }
  return undefined;
}

/** A clause that was moved and reworded keeps at least so many words in order, and this share of both. */
const MOVED_WORDS = 3;
const MOVED_SHARE = 0.55;
/** Beyond it nothing is searched for a clause. */
const LONGEST_CLAUSE = 80;

/** The stretch among the places that has most of the words in order, as far as they make a clause. */
function reworded(here: UnitRange, places: readonly UnitRange[], a: Side, b: Side): UnitRange | undefined {
  const length = here.to - here.from;
  if (length < MOVED_WORDS || length > LONGEST_CLAUSE) return undefined;
  let best: UnitRange | undefined;
  let most = MOVED_WORDS - 1;
  for (const place of places) {
    if (place.to - place.from > LONGEST_CLAUSE) continue;
    const found = sharedInOrder(unitsIn(a, here), unitsIn(b, place));
    if (found.length <= most || found.length < MOVED_SHARE * length) continue;
    const whole = place.to - place.from;
    const [first, last] = [found[0]!, found.at(-1)!];
    // The words that lead to the clause belong to it, unless the place holds much else.
    const there =
      found.length >= MOVED_SHARE * whole ? place : { from: place.from + first, to: place.from + last + 1 };
    if (found.length < MOVED_SHARE * (there.to - there.from)) continue;
    most = found.length;
    best = there;
  }
  return best;
}

/** The longest common subsequence of two short stretches, as indices into the second. */
function sharedInOrder(x: readonly ComparedWord[], y: readonly ComparedWord[]): number[] {
  const width = y.length + 1;
  const lengths = new Uint16Array((x.length + 1) * width);
  for (let i = x.length - 1; i >= 0; i--) {
    for (let j = y.length - 1; j >= 0; j--) {
      lengths[i * width + j] = agree(x[i]!, y[j]!)
        ? lengths[(i + 1) * width + j + 1]! + 1
        : Math.max(lengths[(i + 1) * width + j]!, lengths[i * width + j + 1]!);
    }
  }
  const found: number[] = [];
  for (let i = 0, j = 0; i < x.length && j < y.length;) {
    if (agree(x[i]!, y[j]!)) {
      found.push(j);
      i++;
      j++;
    } else if (lengths[(i + 1) * width + j]! >= lengths[i * width + j + 1]!) i++;
    else j++;
  }
  return found;
}

const NOTHING: JudgedEdit = { kind: 'moved', here: { from: 0, to: 0 }, there: { from: 0, to: 0 } };
