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
 * | prices and moves of what is traded in public: shares, indices, currencies, oil | 0.45 |
 * | what was decided in public (`approved a $9 million budget`), an audience that the reporter saw | 0.45 |
 * | money: a million and more / a hundred thousand / less | 0.8 / 0.45 / 0.35 |
 * | counts of what is counted officially: a hundred and more / ten / fewer | 0.8 / 0.6 / 0.4 |
 * | other counts: a thousand and more / ten / fewer | 0.7 / 0.45 / 0.25 |
 * | measures (length, speed, data …) | 0.3 |
 * | durations | 0.15 |
 * | some of a few (`one of two`) | 0.4 |
 * | numbers without a unit | 0.3 |
 *
 * An order of magnitude (`dozens`, `thousands`) takes 0.35 off, a hedge (`about`) adds nothing: a hedged number is still
 * somebody's number. A change of direction adds 0.1, but not to what anybody can look up or see. Such figures stay claims
 * all the same: they are compared with other articles, and the profile `strict` wants them checked.
 */
import { PUBLIC_RESULTS, STATISTICAL_NOUNS } from '../../language/en/countedNouns.ts';
import { isCasualty } from './casualties.ts';
import type { Draft } from './drafts.ts';
import { isMarketFigure } from './market.ts';
import type { Piece } from './pieces.ts';

const VAGUE_DISCOUNT = 0.35;
const CHANGE_BONUS = 0.1;
const PUBLIC_WEIGHT = 0.45;

export function weightOf(pieces: readonly Piece[], draft: Draft): number {
  if (draft.exempt !== null) return 0;
  if (isPublic(pieces, draft)) return PUBLIC_WEIGHT;
  let weight = baseWeight(pieces, draft);
  if (draft.form === 'vague') weight -= VAGUE_DISCOUNT;
  if (draft.change !== '=') weight += CHANGE_BONUS;
  return Math.round(100 * Math.min(1, Math.max(0.05, weight))) / 100;
}

function baseWeight(pieces: readonly Piece[], draft: Draft): number {
  const { kind, dimension, head, unit } = draft;
  const size = Math.abs(draft.upper ?? draft.value);
  if (draft.form === 'fraction' && pieces[draft.numberTo - 2]?.lower === 'of') return 0.4;
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

/** What anybody could see or look up, so that nobody need be given for it. */
function isPublic(pieces: readonly Piece[], draft: Draft): boolean {
  if (draft.pair || isResult(pieces, draft)) return true;
  if (isCasualty(pieces, draft)) return false;
  return isMarketFigure(pieces, draft) || isDecided(pieces, draft) || isAudience(pieces, draft);
}

/** What was counted in public and can be looked up anywhere: `73 percent of the vote`, `221 delegates`. */
function isResult(pieces: readonly Piece[], draft: Draft): boolean {
  const { head, to, kind } = draft;
  if (head !== null && PUBLIC_RESULTS.has(head)) return true;
  for (let i = to; i < to + 4; i++) if (/^votes?$/.test(pieces[i]?.lower ?? '')) return true;
  if (kind === 'ratio') return /^(?:super)?majority$/.test(pieces[to]?.lower ?? '');
  const isShare = kind === 'percent';
  if ((isShare || draft.unit === null) && isCount(pieces, draft)) return true;
  return isShare && isTwoWay(pieces, draft);
}

/** `41,318 votes, or 50.7 percent`, `87 percent of precincts reporting`, `turnout was 54 percent`. */
function isCount(pieces: readonly Piece[], { from, to }: Draft): boolean {
  const end = Math.min(pieces.length, to + COUNT_REACH);
  for (let i = Math.max(0, from - COUNT_REACH); i < end; i++) {
    if (/^(?:votes|ballots|precincts?|turnout)$/.test(pieces[i]!.lower)) return true;
  }
  return false;
}

const COUNT_REACH = 14;

/** `was failing 61 percent to 39 percent`: two shares that make a whole. */
function isTwoWay(pieces: readonly Piece[], { from, to, value }: Draft): boolean {
  const other = pieces[to]?.lower === 'to' ? pieces[to + 1] : undefined;
  const behind =
    other ?? (pieces[from - 1]?.lower === 'to' ? pieces.slice(0, from - 1).findLast(isNumber) : undefined);
  return behind?.shape === 'number' && Math.abs(value + behind.value - 100) <= 1;
}

function isNumber({ shape }: Piece): boolean {
  return shape === 'number';
}

const DECIDED = /^(?:approv|pass|adopt|sign|enact|ratif)(?:e|ed|es|ing|ied|ies|s)?$/;
const DECISIONS = /^(?:budget|bill|package|plan|bond|levy|contract|law|act|measure|settlement)$/;

/** `approved a $94.2 million budget`: the act is public and says how much. */
function isDecided(pieces: readonly Piece[], { kind, from, to }: Draft): boolean {
  if (kind !== 'money') return false;
  const isAct = [1, 2, 3].some((back) => DECIDED.test(pieces[from - back]?.lower ?? ''));
  return isAct && [0, 1, 2, 3].some((ahead) => DECISIONS.test(pieces[to + ahead]?.lower ?? ''));
}

/** Larger crowds are estimated, and estimates are somebody's. */
const LARGEST_AUDIENCE = 500;

/** `told about 200 supporters`, `about 60 residents attended the hearing`. */
function isAudience(pieces: readonly Piece[], { kind, head, rate, value, upper, from, to }: Draft): boolean {
  if (kind !== 'count' || head === null || rate !== null || (upper ?? value) > LARGEST_AUDIENCE) return false;
  return /^(?:told|addressed)$/.test(pieces[from - 1]?.lower ?? '') || pieces[to]?.lower === 'attended';
}
