/** Units of measurement, written out or not: `12 km` and `12 kilometres`, `40 mph` and `40 miles per hour`. */
import { unitOf } from '../../../language/en/units.ts';

/** What is a unit behind a number and a common word before another one: `2 in`, `the 12 second`. */
const ORDINARY: ReadonlySet<string> = new Set([
  'in',
  'pound',
  'pounds',
  'bar',
  'stone',
  'st',
  'second',
  'quarter',
]);

/**
 * The words that the unit of a number stands for; undefined where the word behind the number is no unit of measurement.
 * @param word in comparison form
 */
export function unitParts(word: string): readonly string[] | undefined {
  if (ORDINARY.has(word)) return undefined;
  const unit = unitOf(word);
  if (unit?.kind !== 'measure' && unit?.kind !== 'ratio') return undefined;
  return unit.name === 'lb' ? ['pound'] : unit.name.toLowerCase().split(' ');
}
