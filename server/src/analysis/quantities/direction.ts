/**
 * Which way a number moves: `rose 3 percent` is up, `fell from 5 to 3` is down, `rose 3 percent to 12 percent` gives a
 * direction to the first number only, because the second is the level that was reached.
 */
import {
  CHANGE_FILLERS,
  FALL_VERBS,
  GAIN_VERBS,
  HIGHER_WORDS,
  LOSS_VERBS,
  LOWER_WORDS,
  MOVES,
  RAISE_VERBS,
  RISE_VERBS,
} from '../../language/en/changeWords.ts';
import type { Change, QuantityKind } from '../facts.ts';
import type { Piece } from './pieces.ts';

const REACH = 7;
const MOVING_KINDS: ReadonlySet<QuantityKind> = new Set<QuantityKind>([
  'percent',
  'percentage-points',
  'money',
  'measure',
]);

/**
 * The direction of the number whose phrase covers the pieces from `first` to `end` (exclusive).
 * @param moves whether the number is one bound of a move, `from 5 to 3`
 */
export function directionOf(
  pieces: readonly Piece[],
  first: number,
  end: number,
  kind: QuantityKind,
  unit: string | null,
  moves: boolean,
): Change {
  const after = pieces[end]?.lower ?? '';
  // `gained $45 to $9,870`: a price moved; `gained $45` alone may be somebody's profit
  const isLevel = kind !== 'money' || (after === 'to' && isAmount(pieces, end + 1));
  const isRate = MOVING_KINDS.has(kind) || unit === 'points' || unit === 'point';
  if (isRate && HIGHER_WORDS.has(after) && pieces[end + 1]?.lower !== 'to') return 'up';
  if (isRate && LOWER_WORDS.has(after)) return 'down';
  const isMoved = isRate || kind === 'ratio';
  const done = isMoved && pieces[first - 1]?.lower === 'by' ? doneTo(pieces, first - 2) : undefined;
  if (done !== undefined) return done;
  for (let i = first - 1; i >= 0 && i >= first - REACH; i--) {
    const { lower, pos } = pieces[i]!;
    if (lower === 'up' && pieces[i + 1]?.lower === 'to') return '=';
    if ((lower === 'up' || lower === 'down') && isParticle(pieces, i)) return '=';
    // `Add 250 g of flour`
    const isRecipe = lower === 'add' && kind === 'measure';
    const change = isNounUse(pieces, i) || isRecipe ? undefined : changeOf(lower, isRate && isLevel);
    if (change !== undefined) return change;
    if (lower === 'of' && !/^(?:total|average|maximum|minimum|record)$/.test(pieces[i - 1]?.lower ?? ''))
      return '=';
    const opensRange = lower === 'between' && i === first - 1;
    const passes =
      CHANGE_FILLERS.has(lower) ||
      pos === 'ADV' ||
      opensRange ||
      (moves && (lower === 'from' || lower === 'between'));
    if (!passes) return '=';
  }
  return '=';
}

function isAmount(pieces: readonly Piece[], at: number): boolean {
  return pieces[at]?.shape === 'number' || pieces[at + 1]?.shape === 'number';
}

/** `cut its main rate by 25 basis points`, `raised fares by 5 percent`: the verb stands before what is changed. */
function doneTo(pieces: readonly Piece[], last: number): Change | undefined {
  for (let i = last; i >= 0 && i > last - REACH; i--) {
    const { lower, pos } = pieces[i]!;
    if (!isNounUse(pieces, i)) {
      if (RAISE_VERBS.has(lower)) return 'up';
      const change = changeOf(lower, true);
      if (change !== undefined) return i === last ? undefined : change;
    }
    if (!OBJECT.test(pos)) return undefined;
  }
  return undefined;
}

/** What the changed thing is made of. */
const OBJECT = /^(?:DET|PRON|ADJ|NOUN|PROPN|PART|NUM)$/;

/** @param levels whether the number is of something that is gained and lost as a level: percent, points */
function changeOf(verb: string, levels: boolean): Change | undefined {
  if (RISE_VERBS.has(verb) || (levels && GAIN_VERBS.has(verb))) return 'up';
  return FALL_VERBS.has(verb) || (levels && LOSS_VERBS.has(verb)) ? 'down' : undefined;
}

/** `gave up 517 yards`, `make up 12 percent`: the verb's particle, no direction. */
function isParticle(pieces: readonly Piece[], i: number): boolean {
  const before = pieces[i - 1];
  if (before === undefined || (before.pos !== 'VERB' && before.pos !== 'AUX')) return false;
  return !MOVES.has(before.lower) && before.pos !== 'AUX';
}

/** `a drop of 5`, `an increase 3`: the verb's noun. */
function isNounUse(pieces: readonly Piece[], i: number): boolean {
  const before = pieces[i - 1]?.lower;
  return before === 'a' || before === 'an' || before === 'the' || pieces[i]!.pos === 'ADJ';
}
