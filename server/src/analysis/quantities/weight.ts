/**
 * How much a careful desk editor would want a source for a number, from 0 to 1. Handbooks ask attribution of
 * disputable facts that somebody else established, not of every number:
 *
 * | what | weight |
 * | --- | --- |
 * | casualties, whatever the count | 0.95 |
 * | percentages, points, shares of a group, multiples | 0.9 |
 * | a rate or change of money or of a count (`2 million barrels a day`) | 0.85 |
 * | results of votes: pairs, shares `of the vote`, seats and delegates won | 0.45 |
 * | money: a million and more / a hundred thousand / less | 0.8 / 0.45 / 0.35 |
 * | counts of what is counted officially: a hundred and more / ten / fewer | 0.8 / 0.6 / 0.4 |
 * | other counts: a thousand and more / ten / fewer | 0.7 / 0.45 / 0.25 |
 * | measures (length, speed, data …) | 0.3 |
 * | durations | 0.15 |
 * | some of a few (`one of two`) | 0.4 |
 * | numbers without a unit | 0.3 |
 *
 * An order of magnitude (`dozens`, `thousands`) takes 0.35 off, a hedge (`about`) adds nothing: a hedged number is still
 * somebody's number. A change of direction adds 0.1.
 */
import { PUBLIC_RESULTS, STATISTICAL_NOUNS } from '../../language/en/countedNouns.ts';
import { isCasualty } from './casualties.ts';
import type { Draft } from './drafts.ts';
import type { Piece } from './pieces.ts';

const VAGUE_DISCOUNT = 0.35;
const CHANGE_BONUS = 0.1;

export function weightOf(pieces: readonly Piece[], draft: Draft): number {
  if (draft.exempt !== null) return 0;
  let weight = baseWeight(pieces, draft);
  if (draft.form === 'vague') weight -= VAGUE_DISCOUNT;
  if (draft.change !== '=') weight += CHANGE_BONUS;
  return Math.round(100 * Math.min(1, Math.max(0.05, weight))) / 100;
}

function baseWeight(pieces: readonly Piece[], draft: Draft): number {
  const { kind, dimension, head, unit } = draft;
  const size = Math.abs(draft.upper ?? draft.value);
  if (draft.form === 'fraction' && pieces[draft.numberTo - 2]?.lower === 'of') return 0.4;
  if (draft.pair || isResult(pieces, draft)) return 0.45;
  if (isCasualty(pieces, draft)) return 0.95;
  if (kind === 'percent' || kind === 'percentage-points' || kind === 'ratio' || kind === 'multiple')
    return 0.9;
  if (dimension === 'time') return 0.15;
  if (kind === 'money') {
    if (draft.rate !== null && size >= 1e5) return 0.85;
    return size >= 1e6 ? 0.8 : size >= 1e5 ? 0.45 : 0.35;
  }
  if (dimension === 'flow') return size >= 100 ? 0.85 : 0.45;
  if (kind === 'measure') return 0.3;
  if (unit === null) return size >= 1e4 ? 0.5 : 0.3;
  if (draft.rate !== null && size >= 100) return 0.85;
  if (head !== null && STATISTICAL_NOUNS.has(head)) return size >= 100 ? 0.8 : size >= 10 ? 0.6 : 0.4;
  return size >= 1000 ? 0.7 : size >= 10 ? 0.45 : 0.25;
}

/** What was counted in public and can be looked up anywhere: `73 percent of the vote`, `221 delegates`. */
function isResult(pieces: readonly Piece[], { head, to }: Draft): boolean {
  if (head !== null && PUBLIC_RESULTS.has(head)) return true;
  for (let i = to; i < to + 4; i++) if (/^votes?$/.test(pieces[i]?.lower ?? '')) return true;
  return false;
}
