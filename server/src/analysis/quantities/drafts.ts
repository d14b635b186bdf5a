/** A quantity while it is being read: indices of pieces instead of offsets, and how the number was written. */
import type { Change, Exemption, Modifier, QuantityKind } from '../facts.ts';
import type { Numeral, NumeralForm } from './numerals.ts';
import type { Shape } from './pieces.ts';

export interface Draft {
  /** From the modifier or money sign to the end of the unit, half-open. */
  from: number;
  to: number;
  /** The number alone, both bounds of a range included. */
  readonly numberFrom: number;
  readonly numberTo: number;
  value: number;
  upper: number | null;
  unit: string | null;
  kind: QuantityKind;
  dimension: string | null;
  rate: string | null;
  /** The counted word, lower case; null for the units of the table. */
  head: string | null;
  readonly hyphenated: boolean;
  modifier: Modifier;
  change: Change;
  readonly form: NumeralForm | Shape;
  readonly spelled: boolean;
  /** What scale words multiplied the number with; 1 for none. */
  readonly scale: number;
  /** Two plain numbers joined by a dash or `to`, larger first or without a unit: `3-2`, `52 to 48`. */
  readonly pair: boolean;
  exempt: Exemption | null;
  /** Index of the piece that shows the exemption; undefined when the number itself does. */
  evidence: number | undefined;
}

/** A number with its unit, before ranges, bounds and exemptions. */
export interface Term {
  readonly from: number;
  readonly to: number;
  readonly numeral: Numeral;
  readonly money: string | null;
  readonly unit: string | null;
  readonly kind: QuantityKind;
  readonly dimension: string | null;
  readonly rate: string | null;
  readonly head: string | null;
  readonly hyphenated: boolean;
  /** A bound directly after the number: `300 or so`, `80,000-plus`. */
  readonly bound: Modifier | null;
}
