/**
 * Which marks belong together: the cheapest explanation of all the marks of a paragraph. Every mark is read as opening,
 * closing, no quotation mark (apostrophe, inches), or as left without a partner; each reading has a cost that depends on
 * the mark's form and neighbours, and the reading of the whole paragraph is the one with the least sum (a Viterbi search
 * over the marks that are open at a time). So `the '80s'`, `6' 2"` and a forgotten mark in the first sentence do not turn
 * the rest of the paragraph inside out, as counting every second mark does.
 */
import type { Mark, Neighbour, Shape } from './marks.ts';
import { familyOf } from './marks.ts';

export interface Pairing {
  /** Indices of the opening and the closing mark, by the opening one. */
  readonly pairs: readonly { readonly open: number; readonly close: number; readonly cost: number }[];
  /** Opening marks without a partner. */
  readonly unclosed: readonly number[];
  /** Closing marks without a partner. */
  readonly unopened: readonly number[];
}

/** What closes what, and what the combination costs: nothing in the languages' own habits, more for slips. */
const CLOSERS: Readonly<Partial<Record<Shape, Readonly<Partial<Record<Shape, number>>>>>> = {
  '"': { '"': 0, '”': 1, '“': 2.5, "''": 2 },
  '“': { '”': 0, '"': 1, '“': 2, "''": 1.5 },
  '”': { '”': 0, '"': 1.5 },
  '„': { '“': 0, '”': 0, '"': 0.5 },
  '«': { '»': 0 },
  '»': { '«': 0, '»': 0.5 },
  "''": { "''": 0, '"': 1.5, '”': 2 },
  '``': { "''": 0, '"': 0.5, '”': 0.5 },
  "'": { "'": 0, '’': 1 },
  '‘': { '’': 0, "'": 1, '‘': 2.5 },
  '’': { '’': 0, "'": 1.5 },
  '‚': { '‘': 0, '’': 0, "'": 1 },
  '‹': { '›': 0 },
  '›': { '‹': 0, '›': 0.5 },
  '`': { "'": 0, '’': 0.5 },
};

const MAX_DEPTH = 3;
const MAX_STATES = 12;
const WORST_OVER_BEST = 14;
/** After so many marks the cheapest reading so far is settled: memory stays bounded, and no paragraph has more. */
const SETTLE_AFTER = 1000;

const UNCLOSED_DOUBLE = 5;
const UNCLOSED_SINGLE = 6;
/**
 * A paragraph that opens a quotation, or introduces one by a colon, without closing it is a habit of print: the next
 * one reopens it.
 */
const PARAGRAPH_OPENING_DISCOUNT = 1.8;
const UNOPENED = 5;
const INSIDE_ANOTHER = 0.4;
const SAME_FAMILY_NESTED = 2.5;
/** An apostrophe is likelier than a pair of single marks, all else being equal. */
const SINGLE_PAIR = 0.5;

interface Open {
  readonly mark: number;
  readonly below: Open | null;
  readonly depth: number;
  /** Cost of having opened, to report with the pair. */
  readonly cost: number;
  /** The shapes of the whole stack, as a key. */
  readonly key: string;
}

type Action = 'none' | 'open' | 'close' | 'unclosed' | 'unopened';

interface State {
  readonly cost: number;
  readonly stack: Open | null;
  readonly before: State | null;
  readonly action: Action;
  readonly mark: number;
}

/** The best pairing of the marks of one paragraph. Linear in the number of marks; never throws. */
export function pairMarks(marks: readonly Mark[]): Pairing {
  const result = {
    pairs: [] as { open: number; close: number; cost: number }[],
    unclosed: [] as number[],
    unopened: [] as number[],
  };
  let states: State[] = [{ cost: 0, stack: null, before: null, action: 'none', mark: -1 }];
  for (let i = 0; i < marks.length; i++) {
    states = step(states, marks, i);
    if ((i + 1) % SETTLE_AFTER === 0) {
      const best = states[0]!;
      settle(best, result);
      states = [{ ...best, cost: 0, before: null, action: 'none', mark: -1 }];
    }
  }
  const best = cheapest(states, (state) => state.cost + costOfLeftOpen(state.stack, marks));
  settle(best, result);
  for (let open = best.stack; open; open = open.below) result.unclosed.push(open.mark);
  result.pairs.sort((a, b) => a.open - b.open);
  result.unclosed.sort((a, b) => a - b);
  result.unopened.sort((a, b) => a - b);
  return result;
}

/** All readings of one more mark, the cheapest of each stack kept. */
function step(states: readonly State[], marks: readonly Mark[], index: number): State[] {
  const mark = marks[index]!;
  const next = new Map<string, State>();
  const offer = (before: State, extra: number, stack: Open | null, action: Action): void => {
    const cost = before.cost + extra;
    const key = stack?.key ?? '';
    const known = next.get(key);
    if (known && known.cost <= cost) return;
    next.set(key, { cost, stack, before, action, mark: index });
  };
  const opening = costToOpen(mark);
  const family = familyOf(mark.shape);
  for (const state of states) {
    const { stack } = state;
    if (stack) {
      const closing = costToClose(mark, marks[stack.mark]!.shape);
      if (closing < Infinity) offer(state, closing, stack.below, 'close');
    }
    if (mark.noQuote < Infinity) offer(state, mark.noQuote, stack, 'none');
    if (opening < Infinity && (stack?.depth ?? 0) < MAX_DEPTH) {
      const cost = opening + (family === 'single' ? SINGLE_PAIR : 0) + costToNest(stack, mark, marks);
      const depth = (stack?.depth ?? 0) + 1;
      const key = (stack?.key ?? '') + mark.shape + ' ';
      offer(state, cost, { mark: index, below: stack, depth, cost, key }, 'open');
    }
    const inside = stack ? INSIDE_ANOTHER : 0;
    if (opening < Infinity) offer(state, opening + costOfUnclosed(mark) + inside * 5, stack, 'unclosed');
    offer(state, UNOPENED + inside, stack, 'unopened');
  }
  const sorted = [...next.values()].sort((a, b) => a.cost - b.cost);
  const limit = sorted[0]!.cost + WORST_OVER_BEST;
  return sorted.slice(0, MAX_STATES).filter(({ cost }) => cost <= limit);
}

function settle(last: State, result: { [K in keyof Pairing]: Pairing[K][number][] }): void {
  for (let state = last; state.before; state = state.before) {
    if (state.action === 'close') {
      const { mark, cost } = state.before.stack!;
      result.pairs.push({ open: mark, close: state.mark, cost: cost + state.cost - state.before.cost });
    } else if (state.action === 'unclosed') result.unclosed.push(state.mark);
    else if (state.action === 'unopened') result.unopened.push(state.mark);
  }
}

function cheapest(states: readonly State[], costOf: (state: State) => number): State {
  let best = states[0]!;
  let least = Infinity;
  for (const state of states) {
    const cost = costOf(state);
    if (cost >= least) continue;
    least = cost;
    best = state;
  }
  return best;
}

function costOfLeftOpen(stack: Open | null, marks: readonly Mark[]): number {
  let cost = 0;
  for (let open = stack; open; open = open.below) cost += costOfUnclosed(marks[open.mark]!);
  return cost;
}

function costOfUnclosed({ shape, first, introduced }: Mark): number {
  const cost = familyOf(shape) === 'double' ? UNCLOSED_DOUBLE : UNCLOSED_SINGLE;
  return first || introduced ? cost - PARAGRAPH_OPENING_DISCOUNT : cost;
}

function costToNest(stack: Open | null, mark: Mark, marks: readonly Mark[]): number {
  if (!stack) return 0;
  return familyOf(marks[stack.mark]!.shape) === familyOf(mark.shape) ? SAME_FAMILY_NESTED : 0;
}

/** By form: how much the neighbours matter, and what it costs against the mark's own direction. */
const OPENS: Readonly<Record<Shape, { readonly weight: number; readonly extra: number }>> = {
  '"': { weight: 1, extra: 0 },
  "''": { weight: 1, extra: 0 },
  "'": { weight: 1.2, extra: 0 },
  '“': { weight: 0.3, extra: 0 },
  '‘': { weight: 0.3, extra: 0 },
  '„': { weight: 0.1, extra: 0 },
  '‚': { weight: 0.6, extra: 0 },
  '``': { weight: 0.3, extra: 0 },
  '`': { weight: 1, extra: 0.5 },
  '«': { weight: 0.1, extra: 0 },
  '‹': { weight: 0.1, extra: 0 },
  '»': { weight: 1, extra: 0.8 },
  '›': { weight: 1, extra: 0.8 },
  '”': { weight: 1, extra: 2 },
  '’': { weight: 1.2, extra: 2.5 },
};

const OPEN_BEFORE: Readonly<Record<Neighbour, number>> = {
  edge: 0,
  opener: 0,
  dash: 0,
  ellipsis: 1.2,
  comma: 1.2,
  stop: 2.5,
  closer: 2.5,
  word: 5,
};

const OPEN_AFTER: Readonly<Record<Neighbour, number>> = {
  word: 0,
  opener: 0,
  dash: 0.5,
  ellipsis: 0,
  comma: 2,
  stop: 1,
  closer: 2,
  edge: 3,
};

function costToOpen({ shape, before, after, noQuote }: Mark): number {
  const { weight, extra } = OPENS[shape];
  // `'til` may open speech, but needs more than its place to be believed.
  const elided = noQuote === 0 ? 2 : 0;
  return extra + elided + weight * (OPEN_BEFORE[before] + OPEN_AFTER[after]);
}

const CLOSE_BEFORE: Readonly<Record<Neighbour, number>> = {
  word: 0,
  comma: 0,
  stop: 0,
  ellipsis: 0,
  closer: 0,
  dash: 0.3,
  opener: 4,
  edge: 3,
};

const CLOSE_AFTER: Readonly<Record<Neighbour, number>> = {
  edge: 0,
  comma: 0,
  stop: 0,
  closer: 0,
  dash: 0,
  ellipsis: 0,
  opener: 0.2,
  word: 2.5,
};

/** Marks that can only close count their neighbours less. */
const CLOSING_WEIGHT: Readonly<Partial<Record<Shape, number>>> = { '”': 0.3, '’': 0.6, '»': 0.1, '›': 0.1 };

function costToClose({ shape, before, after }: Mark, opener: Shape): number {
  const pair = CLOSERS[opener]?.[shape];
  if (pair === undefined) return Infinity;
  return pair + (CLOSING_WEIGHT[shape] ?? 1) * (CLOSE_BEFORE[before] + CLOSE_AFTER[after]);
}
