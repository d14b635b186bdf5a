/** Units that a number has from another one of its sentence. */
import { BEFORE_YEAR } from '../../language/en/calendar.ts';
import type { Draft } from './drafts.ts';
import type { Piece } from './pieces.ts';

/** `eight or nine euros`, `5, 10 and 20 percent`: a number without a unit takes that of the next one in its list. */
export function shareUnits(pieces: readonly Piece[], drafts: readonly Draft[]): void {
  for (let k = drafts.length - 2; k >= 0; k--) {
    const draft = drafts[k]!;
    const next = drafts[k + 1]!;
    if (draft.unit !== null || draft.rate !== null || next.unit === null) continue;
    if (draft.kind !== 'count' || draft.pair) continue;
    if (saysWhen(pieces, draft)) continue;
    if (next.kind === 'money' && next.from < next.numberFrom && pieces[next.from]!.text.length < 4) continue;
    const isLevel =
      next.unit === 'points' &&
      /^(?:up|down)$/.test(pieces[draft.to]?.lower ?? '') &&
      next.from - draft.to === 1;
    if (!isLevel && !isPartOf(pieces, draft.to, next.from) && !isListed(pieces, draft.to, next.from))
      continue;
    const { unit, kind, dimension, rate, head } = next;
    Object.assign(draft, { unit, kind, dimension, rate, head });
  }
}

/** `fell to 18 basis points from 25`: where it came from is counted in the same unit. */
export function shareUnitsBack(pieces: readonly Piece[], drafts: readonly Draft[]): void {
  for (let k = 1; k < drafts.length; k++) {
    const draft = drafts[k]!;
    const level = drafts[k - 1]!;
    if (draft.unit !== null || draft.kind !== 'count' || draft.pair || level.dimension === null) continue;
    if (level.kind === 'money' || level.dimension === 'time' || level.dimension === 'age') continue;
    if (pieces[draft.from - 1]?.lower !== 'from' || draft.from - level.to > MOST_BETWEEN) continue;
    if (/^(?:19|20)\d\d$/.test(pieces[draft.numberFrom]!.text)) continue;
    const next = pieces[draft.to];
    if (next !== undefined && next.pos !== 'PUNCT' && next.pos !== 'ADP') continue;
    const { unit, kind, dimension, rate, head } = level;
    Object.assign(draft, { unit, kind, dimension, rate, head });
  }
}

/** `, up from`: so much stands between two levels at most. */
const MOST_BETWEEN = 3;

/** `5h 40m`: behind hours an `m` is minutes. */
export function tellMinutes(pieces: readonly Piece[], drafts: readonly Draft[]): void {
  drafts.forEach((draft, k) => {
    const hours = drafts[k - 1];
    if (draft.unit !== 'metre' || hours?.unit !== 'hour' || hours.to !== draft.from) return;
    if (pieces[draft.to - 1]?.lower === 'm') Object.assign(draft, { unit: 'minute', dimension: 'time' });
  });
}

/** `in 2019, 14 percent`: a year is no part of the list. */
function saysWhen(pieces: readonly Piece[], { numberFrom, numberTo }: Draft): boolean {
  const isFour = numberTo === numberFrom + 1 && /^(?:1[5-9]|20)\d\d$/.test(pieces[numberFrom]!.text);
  return isFour && BEFORE_YEAR.has(pieces[numberFrom - 1]?.lower ?? '');
}

/** `24 of 33 passes`, `2 million of the 8 million voters`: the part counts what the whole counts. */
function isPartOf(pieces: readonly Piece[], from: number, to: number): boolean {
  if (pieces[from]?.lower !== 'of' || to - from > 2) return false;
  return to - from === 1 || /^(?:the|its|their|his|her|our)$/.test(pieces[from + 1]!.lower);
}

/** Whether only commas, `and` and `or` or the stroke of `140/90 mmHg` stand between: at most two pieces. */
function isListed(pieces: readonly Piece[], from: number, to: number): boolean {
  if (to - from < 1 || to - from > 2) return false;
  let joins = false;
  for (let i = from; i < to; i++) {
    if (!/^(?:,|and|or|to|&|\/)$/.test(pieces[i]!.lower)) return false;
    joins ||= pieces[i]!.lower !== ',';
  }
  return joins || to - from === 1;
}
