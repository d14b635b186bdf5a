/**
 * Labels of the two taggers. A role's stretch is written B I … E, a single token U (Ratinov and Roth 2009, BILOU);
 * ends of their own matter because the end of a content is the hardest thing to find.
 */
export type Role = 'cue' | 'source' | 'content';

export interface LabelSet {
  readonly roles: readonly Role[];
  /** 1 for O, and four for each role. */
  readonly size: number;
  /** Allowed pairs of neighbours as `from * size + to`, and the two apart. */
  readonly arcs: Uint8Array;
  readonly froms: Uint8Array;
  readonly tos: Uint8Array;
  /** The first pair that begins with each label (they are in order), and the end of the last. */
  readonly firstArcs: Uint8Array;
  /** 1 where a sequence may begin with the label, and end with it; else 0. */
  readonly initial: Uint8Array;
  readonly final: Uint8Array;
}

/** The label of a token outside every role. */
export const OUTSIDE = 0;
const BEGIN = 0;
const INSIDE = 1;
const END = 2;
const SINGLE = 3;

export function labelSet(roles: readonly Role[]): LabelSet {
  const size = 1 + 4 * roles.length;
  const opens = (label: number): boolean => label > 0 && ((label - 1) & 3) < END;
  const continues = (label: number): boolean =>
    label > 0 && (((label - 1) & 3) === INSIDE || ((label - 1) & 3) === END);
  const arcs: number[] = [];
  const firstArcs: number[] = [];
  for (let from = 0; from < size; from++) {
    firstArcs.push(arcs.length);
    for (let to = 0; to < size; to++) {
      const sameRole = from > 0 && to > 0 && (from - 1) >> 2 === (to - 1) >> 2;
      if (opens(from) ? continues(to) && sameRole : !continues(to)) arcs.push(from * size + to);
    }
  }
  firstArcs.push(arcs.length);
  const all = Array.from({ length: size }, (_, label) => label);
  return {
    roles,
    size,
    arcs: Uint8Array.from(arcs),
    froms: Uint8Array.from(arcs, (arc) => Math.floor(arc / size)),
    tos: Uint8Array.from(arcs, (arc) => arc % size),
    firstArcs: Uint8Array.from(firstArcs),
    initial: Uint8Array.from(all, (label) => Number(!continues(label))),
    final: Uint8Array.from(all, (label) => Number(!opens(label))),
  };
}

/** Whether the label is that of a stretch's first token. */
export function beginsStretch(label: number, role: number): boolean {
  const part = label - 1 - 4 * role;
  return part === BEGIN || part === SINGLE;
}

/** Writes a stretch of tokens `[first, last]` with its role into a label sequence. */
export function writeStretch(labels: Uint8Array, role: number, first: number, last: number): void {
  const base = 1 + 4 * role;
  if (first === last) {
    labels[first] = base + SINGLE;
    return;
  }
  labels.fill(base + INSIDE, first, last);
  labels[first] = base + BEGIN;
  labels[last] = base + END;
}

/** A stretch of tokens, both ends included. */
export interface Stretch {
  readonly first: number;
  readonly last: number;
}

/** The stretches of one role in a label sequence, in order. */
export function readStretches(labels: Uint8Array, role: number): Stretch[] {
  const base = 1 + 4 * role;
  const found: Stretch[] = [];
  let first = 0;
  labels.forEach((label, i) => {
    const part = label - base;
    if (part === BEGIN || part === SINGLE) first = i;
    if (part === END || part === SINGLE) found.push({ first, last: i });
  });
  return found;
}
