/** What a number counts, as its reading hands it on: the unit with its kind, and where its words end. */
import type { Unit } from '../../language/en/units.ts';
import type { QuantityKind } from '../facts.ts';
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

/** No unit: the phrase ends where the number does. */
export function none(to: number): UnitPhrase {
  return { to, name: null, kind: 'count', dimension: null, rate: null, head: null, hyphenated: false };
}

/** A unit of the table whose spelling ends before piece `to`. */
export function fromTable(to: number, { name, kind, dimension }: Unit): UnitPhrase {
  return { ...none(to), name, kind, dimension };
}

/** The pieces as they are written, without the blanks that hyphens and apostrophes do not have. */
export function textBetween(pieces: readonly Piece[], from: number, to: number): string {
  let text = '';
  for (let i = from; i < to; i++) text += (i > from && !pieces[i]!.glued ? ' ' : '') + pieces[i]!.text;
  return text;
}
