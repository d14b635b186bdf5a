/** The two sides of a word difference, as units with the places they stand in. */
import type { Span } from '../../../text/span.ts';
import type { ChangeKind } from './changeKinds.ts';
import type { ComparedWord } from './comparedWords.ts';

/** One side of a comparison: its units, and the text their words stand in. */
export interface Side {
  readonly text: string;
  readonly units: readonly ComparedWord[];
}

/** Indices of units, half-open. */
export interface UnitRange {
  readonly from: number;
  readonly to: number;
}

/** Units of one side in the place of units of the other; either may be empty. */
export interface Edit {
  readonly here: UnitRange;
  readonly there: UnitRange;
}

export interface JudgedEdit extends Edit {
  readonly kind: ChangeKind;
}

/** The units of a range. */
export function unitsIn({ units }: Side, { from, to }: UnitRange): readonly ComparedWord[] {
  return units.slice(from, to);
}

/** The units of a range written as one word, to compare what is only spaced differently. */
export function joined(of: Side, range: UnitRange): string {
  return unitsIn(of, range)
    .map(({ forms }) => forms[0])
    .join('');
}

/** The raw span of units; for none, the empty span after the unit before. */
export function spanOf({ units }: Side, { from, to }: UnitRange): Span {
  if (from < to) return { start: units[from]!.word.start, end: units[to - 1]!.word.end };
  const place = from > 0 ? units[from - 1]!.word.end : (units[0]?.word.start ?? 0);
  return { start: place, end: place };
}
