/** Whether pounds are money or a weight: the same word, and the sentence has to tell. */
import { PAYING, SUMS, WEIGHING } from '../../language/en/money.ts';
import { money } from '../../language/en/units.ts';
import type { Numeral } from './numerals.ts';
import type { Piece } from './pieces.ts';
import type { UnitPhrase } from './unitPhrase.ts';
import { fromTable } from './unitPhrase.ts';

/** `3 million pounds` and `paid 20 pounds` are money, `20 pounds` and `paid for 20 pounds of flour` a weight. */
export function poundOf(
  pieces: readonly Piece[],
  unit: UnitPhrase | undefined,
  { scale }: Numeral,
): UnitPhrase | undefined {
  if (unit?.name !== 'lb' || !/^pounds?$/.test(pieces[unit.to - 1]!.lower)) return unit;
  const isMoney = scale < 1e6 ? isPaid(pieces, unit.to) : !isMeasuredOut(pieces, unit.to);
  if (!isMoney) return unit;
  return fromTable(unit.to, money('pound sterling'));
}

/** `3 million pounds of peaches`, unlike `of debt`. */
function isMeasuredOut(pieces: readonly Piece[], behind: number): boolean {
  const goods = pieces[behind + 1];
  return pieces[behind]?.lower === 'of' && goods?.pos === 'NOUN' && !SUMS.has(goods.lower);
}

/**
 * Whether the sentence speaks of money and of no weight, and nothing is measured out behind the unit. Where it pays in
 * dollars, its pounds are a weight; `fined 20 pounds ($26)` only says what they come to.
 */
function isPaid(pieces: readonly Piece[], behind: number): boolean {
  if (pieces[behind]?.lower === 'of') return false;
  const isConverted = pieces[behind]?.text === '(';
  let paid = false;
  for (let i = Math.max(0, behind - MONEY_REACH); i < Math.min(pieces.length, behind + MONEY_REACH); i++) {
    const { lower, lemma } = pieces[i]!;
    if (WEIGHING.has(lemma) || WEIGHING.has(lower)) return false;
    if ((lower === '$' || lemma === 'dollar') && !isConverted) return false;
    paid ||= PAYING.has(lemma) || PAYING.has(lower);
  }
  return paid;
}

/** So many pieces on either side tell whether pounds are money. */
const MONEY_REACH = 20;
