/**
 * Whether two values of the same thing agree, by tolerance: what one report rounds, calls "about" or bounds is no
 * contradiction of what the other one counts.
 */
import type { Quantity } from '../analysis/facts.ts';

/**
 * `equal`: the same value. `rounded`: one is the other, rounded or "about". `consistent`: within the other's bound.
 * `contradicting`: none of these.
 */
export type FigureRelation = 'equal' | 'rounded' | 'consistent' | 'contradicting';

/** How two values of the same thing agree. Never throws. */
export function relationOf(a: Quantity, b: Quantity): FigureRelation {
  if (a.value === b.value && a.upper === b.upper)
    return a.modifier === b.modifier || isBound(a) === isBound(b) ? 'equal' : 'consistent';
  if (isBound(a) || isBound(b) || a.upper !== null || b.upper !== null) {
    return meet(intervalOf(a), intervalOf(b)) ? 'consistent' : 'contradicting';
  }
  if (isRounded(a.value, b.value) || isRounded(b.value, a.value)) return 'rounded';
  const isAbout = a.modifier === '~' || b.modifier === '~';
  return isAbout && meet(intervalOf(a), intervalOf(b)) ? 'rounded' : 'contradicting';
}

interface Interval {
  readonly least: number;
  readonly most: number;
}

/** "About" leaves room for so much of the value. */
const ABOUT = 0.1;

function isBound({ modifier }: Quantity): boolean {
  return modifier === '>' || modifier === '<';
}

function intervalOf({ value, upper, modifier }: Quantity): Interval {
  const [least, most] = [Math.min(value, upper ?? value), Math.max(value, upper ?? value)];
  if (modifier === '>') return { least, most: Infinity };
  if (modifier === '<') return { least: -Infinity, most };
  const room = modifier === '~' ? Math.abs(value) * ABOUT : 0;
  return { least: least - room, most: most + room };
}

function meet(a: Interval, b: Interval): boolean {
  return a.least <= b.most && b.least <= a.most;
}

/** Whether `rough` is `exact` rounded to the digits that `rough` has, at least one of them. */
function isRounded(rough: number, exact: number): boolean {
  if (rough === 0 || exact === 0 || !Number.isFinite(rough) || !Number.isFinite(exact)) return false;
  const digits = significantDigits(rough);
  return digits < significantDigits(exact) && Number(exact.toPrecision(digits)) === rough;
}

function significantDigits(value: number): number {
  const [mantissa = ''] = Math.abs(value).toExponential().split('e');
  return mantissa.replace('.', '').length;
}
