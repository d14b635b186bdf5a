/**
 * Labels of the two taggers. A role's stretch is written B I … E, a single token U (Ratinov and Roth 2009, BILOU);
 * ends of their own matter because the end of a content is the hardest thing to find.
 */
export type Role = 'cue' | 'source' | 'content';

export interface LabelSet {
  readonly roles: readonly Role[];
  /** 1 for the tokens outside, and four for each role. */
  readonly size: number;
}

/** The label of a token outside every role. */
export const OUTSIDE = 0;
/** A role's four labels: its stretch's first token, those between, the last; and the token that is a stretch alone. */
export const BEGIN = 0;
export const INSIDE = 1;
export const END = 2;
export const SINGLE = 3;

export function labelSet(roles: readonly Role[]): LabelSet {
  return { roles, size: 1 + 4 * roles.length };
}

/** The first of a role's labels. */
export function labelsOf(role: number): number {
  return 1 + 4 * role;
}

/** Whether the label is that of a stretch's first token. */
export function beginsStretch(label: number, role: number): boolean {
  const part = label - labelsOf(role);
  return part === BEGIN || part === SINGLE;
}

/** Writes a stretch of tokens `[first, last]` with its role into a label sequence. */
export function writeStretch(labels: Uint8Array, role: number, first: number, last: number): void {
  const base = labelsOf(role);
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
  const base = labelsOf(role);
  const found: Stretch[] = [];
  let first = 0;
  labels.forEach((label, i) => {
    const part = label - base;
    if (part === BEGIN || part === SINGLE) first = i;
    if (part === END || part === SINGLE) found.push({ first, last: i });
  });
  return found;
}
