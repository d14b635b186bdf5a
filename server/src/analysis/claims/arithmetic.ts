/**
 * The writer's own arithmetic: a figure that is the sum, the difference or the percentage change of attributed figures
 * of its paragraph needs no source of its own. Small round numbers meet by chance and are not taken for arithmetic.
 */
import type { Span } from '../../text/span.ts';
import type { Quantity } from '../facts.ts';
import type { Site } from './claims.ts';

/** More attributed figures than this in one paragraph, and chance would find a sum for anything. */
const MOST_OPERANDS = 8;
const LEAST_RESULT = 13;
const PERCENT_TOLERANCE = 0.6;

/** For unattributed, not exempt quantities (by index): the figures they follow from. */
export function arithmeticOf(
  quantities: readonly Quantity[],
  sites: readonly Site[],
): ReadonlyMap<number, readonly Span[]> {
  const operands = new Map<number, Quantity[]>();
  quantities.forEach((quantity, i) => {
    const usable = quantity.attribution !== null && quantity.exempt === null && quantity.upper === null;
    if (!usable) return;
    const { block } = sites[i]!;
    const list = operands.get(block);
    if (list === undefined) operands.set(block, [quantity]);
    else list.push(quantity);
  });
  const result = new Map<number, readonly Span[]>();
  quantities.forEach((quantity, i) => {
    if (quantity.exempt !== null || quantity.attribution !== null || quantity.upper !== null) return;
    const given = operands.get(sites[i]!.block);
    if (given === undefined || given.length < 2 || given.length > MOST_OPERANDS) return;
    const found = derive(quantity, given);
    if (found !== undefined)
      result.set(
        i,
        found.map(({ span }) => span),
      );
  });
  return result;
}

function derive(result: Quantity, given: readonly Quantity[]): readonly Quantity[] | undefined {
  const alike = given.filter(
    ({ kind, unit }) => kind === result.kind && (unit === result.unit || result.unit === null),
  );
  if (Math.abs(result.value) >= LEAST_RESULT || !Number.isInteger(result.value)) {
    if (alike.length > 2 && equals(sum(alike), result.value)) return alike;
    for (const [a, b] of pairs(alike)) {
      if (equals(a.value + b.value, result.value) || equals(Math.abs(a.value - b.value), result.value))
        return [a, b];
    }
  }
  if (result.kind !== 'percent') return undefined;
  for (const [a, b] of pairs(given.filter(({ kind }) => kind !== 'percent'))) {
    if (a.kind !== b.kind || a.unit !== b.unit || a.value === 0 || b.value === 0) continue;
    const change = (100 * Math.abs(b.value - a.value)) / Math.abs(a.value);
    if (Math.abs(change - Math.abs(result.value)) <= PERCENT_TOLERANCE) return [a, b];
    const back = (100 * Math.abs(b.value - a.value)) / Math.abs(b.value);
    if (Math.abs(back - Math.abs(result.value)) <= PERCENT_TOLERANCE) return [a, b];
  }
  return undefined;
}

function sum(quantities: readonly Quantity[]): number {
  return quantities.reduce((total, { value }) => total + value, 0);
}

function equals(a: number, b: number): boolean {
  return Math.abs(a - b) <= 1e-9 * Math.max(1, Math.abs(b));
}

function* pairs(quantities: readonly Quantity[]): Generator<readonly [Quantity, Quantity]> {
  for (let i = 0; i < quantities.length; i++) {
    for (let j = i + 1; j < quantities.length; j++) yield [quantities[i]!, quantities[j]!];
  }
}
