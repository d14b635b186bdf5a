/**
 * Inference in a linear-chain conditional random field (Lafferty, McCallum, Pereira 2001): the most probable label
 * sequence (Viterbi) and the probability of each label at each token (forward-backward). What speaks for a label at a
 * token comes from outside, so the same code serves training and use.
 *
 * The labels are those of `labels.ts`: a stretch is begun, gone on with and ended. What comes after a stretch depends on
 * its role and not on its length, so a token asks for the roles that meet and not for all pairs of labels: 28 weights
 * instead of 61 for three roles.
 *
 * A weight depends on the edge's class, too: what stands between the two tokens (a comma, an opening mark, a sentence's
 * end). `edges[i]` is the class of the edge from token i - 1 to token i; `edges[0]` is not read.
 */
import { BEGIN, END, INSIDE, labelsOf, OUTSIDE, SINGLE } from './labels.ts';

/** Numbers of a kind for every step from one token to the next: weights to add up, or potentials (their `exp`) to multiply. */
export interface Transitions {
  readonly roles: number;
  /** For what the first token begins: outside, then the roles. */
  readonly initial: Float64Array;
  /**
   * By edge class, `stepsPerEdge` each. First from what has ended to what begins (outside, then the roles), by
   * `from * (roles + 1) + to`; then within each role's stretches, by `WITHIN * role`: from its first token to one inside
   * and to its last, from one inside to another and to the last.
   */
  readonly steps: Float64Array;
}

const WITHIN = 4;

/** How many steps there are on an edge. */
export function stepsPerEdge(roles: number): number {
  return (roles + 1) ** 2 + WITHIN * roles;
}

/** What every label has in its favour at every token, by `token * labels + label`. */
export type Scores = Int16Array | Float64Array;

/** Room for the work on a sequence, kept from one to the next. */
let room = { forward: new Float64Array(0), backward: new Float64Array(0), back: new Uint8Array(0) };

function roomFor(size: number): typeof room {
  if (room.back.length < size) {
    const length = 2 * size;
    room = {
      forward: new Float64Array(length),
      backward: new Float64Array(length),
      back: new Uint8Array(length),
    };
  }
  return room;
}

/** The best label sequence; empty for no tokens. Scores and weights are in the same unit. */
export function bestPath(
  scores: Scores,
  edges: ArrayLike<number>,
  length: number,
  { roles, initial, steps }: Transitions,
): Uint8Array {
  const path = new Uint8Array(length);
  if (length === 0) return path;
  const labels = 1 + 4 * roles;
  const ends = roles + 1;
  const stride = stepsPerEdge(roles);
  const { back } = roomFor(length * labels);
  let previous = new Float64Array(labels);
  let current = new Float64Array(labels);
  /** The best score and label of those that end with each role at the token before. */
  const ended = new Float64Array(ends);
  const endedBy = new Uint8Array(ends);
  for (let i = 0; i < length; i++) {
    const row = i * labels;
    const edge = i === 0 ? 0 : edges[i]! * stride;
    if (i > 0) lastOf(previous, roles, ended, endedBy);
    for (let to = 0; to < ends; to++) {
      let best = i === 0 ? initial[to]! : -Infinity;
      let from = 0;
      if (i > 0) {
        for (let role = 0; role < ends; role++) {
          const score = ended[role]! + steps[edge + role * ends + to]!;
          if (score > best) {
            best = score;
            from = endedBy[role]!;
          }
        }
      }
      if (to === 0) {
        current[OUTSIDE] = best + scores[row]!;
        back[row] = from;
        continue;
      }
      const base = labelsOf(to - 1);
      current[base + BEGIN] = best + scores[row + base + BEGIN]!;
      current[base + SINGLE] = best + scores[row + base + SINGLE]!;
      back[row + base + BEGIN] = back[row + base + SINGLE] = from;
      if (i === 0) {
        current[base + INSIDE] = current[base + END] = -Infinity;
        continue;
      }
      const within = edge + ends * ends + WITHIN * (to - 1);
      for (let part = 0; part < 2; part++) {
        const begun = previous[base + BEGIN]! + steps[within + part]!;
        const inside = previous[base + INSIDE]! + steps[within + 2 + part]!;
        const label = base + INSIDE + part;
        current[label] = Math.max(begun, inside) + scores[row + label]!;
        back[row + label] = inside > begun ? base + INSIDE : base + BEGIN;
      }
    }
    [previous, current] = [current, previous];
  }
  lastOf(previous, roles, ended, endedBy);
  let role = 0;
  for (let k = 1; k < ends; k++) if (ended[k]! > ended[role]!) role = k;
  for (let i = length - 1, label = endedBy[role]!; i >= 0; i--) {
    path[i] = label;
    label = back[i * labels + label]!;
  }
  return path;
}

/** For each role (and outside), the better of the two labels that end with it. */
function lastOf(values: Float64Array, roles: number, ended: Float64Array, endedBy: Uint8Array): void {
  ended[0] = values[OUTSIDE]!;
  endedBy[0] = OUTSIDE;
  for (let role = 1; role <= roles; role++) {
    const end = labelsOf(role - 1) + END;
    const label = values[end + 1]! > values[end]! ? end + 1 : end;
    ended[role] = values[label]!;
    endedBy[role] = label;
  }
}

/** What forward-backward finds. Training needs all of it, use only `marginals`. */
export interface Posterior {
  /** The probability of every label at every token. */
  readonly marginals: Float64Array;
  /** Scaled forward and backward values; good until the next sequence is read. */
  readonly forward: Float64Array;
  readonly backward: Float64Array;
  /** The logarithm of the sum over all sequences. */
  readonly logZ: number;
}

/**
 * @param nodes potentials of the labels at the tokens
 * @param t potentials of the steps
 */
export function posterior(
  nodes: Float64Array,
  edges: ArrayLike<number>,
  length: number,
  t: Transitions,
): Posterior {
  const size = length * (1 + 4 * t.roles);
  const { forward, backward } = roomFor(size);
  const marginals = new Float64Array(size);
  const logZ = goForward(nodes, edges, length, t, forward);
  goBackward(nodes, edges, length, t, backward);
  const labels = 1 + 4 * t.roles;
  for (let row = 0; row < size; row += labels) {
    let total = 0;
    for (let y = row; y < row + labels; y++) total += marginals[y] = forward[y]! * backward[y]!;
    const share = total > 0 ? 1 / total : 1;
    for (let y = row; y < row + labels; y++) marginals[y]! *= share;
  }
  return { marginals, forward, backward, logZ };
}

/** Fills `forward`, each token's values scaled to a sum of 1; returns the logarithm of the sum over all sequences. */
function goForward(
  nodes: Float64Array,
  edges: ArrayLike<number>,
  length: number,
  { roles, initial, steps }: Transitions,
  forward: Float64Array,
): number {
  const labels = 1 + 4 * roles;
  const ends = roles + 1;
  const stride = stepsPerEdge(roles);
  const ended = new Float64Array(ends);
  let logZ = 0;
  for (let i = 0; i < length; i++) {
    const row = i * labels;
    const before = row - labels;
    const edge = i === 0 ? 0 : edges[i]! * stride;
    let sum = 0;
    for (let to = 0; to < ends; to++) {
      let mass = 0;
      if (i === 0) mass = initial[to]!;
      else for (let from = 0; from < ends; from++) mass += ended[from]! * steps[edge + from * ends + to]!;
      if (to === 0) {
        sum += forward[row] = mass * nodes[row]!;
        continue;
      }
      const base = labelsOf(to - 1);
      const at = row + base;
      sum += forward[at + BEGIN] = mass * nodes[at + BEGIN]!;
      sum += forward[at + SINGLE] = mass * nodes[at + SINGLE]!;
      const begun = i === 0 ? 0 : forward[before + base + BEGIN]!;
      const inside = i === 0 ? 0 : forward[before + base + INSIDE]!;
      const within = edge + ends * ends + WITHIN * (to - 1);
      sum += forward[at + INSIDE] =
        (begun * steps[within]! + inside * steps[within + 2]!) * nodes[at + INSIDE]!;
      sum += forward[at + END] =
        (begun * steps[within + 1]! + inside * steps[within + 3]!) * nodes[at + END]!;
    }
    const share = sum > 0 ? 1 / sum : 1;
    for (let y = row; y < row + labels; y++) forward[y]! *= share;
    logZ += Math.log(sum);
    ended[0] = forward[row]!;
    for (let role = 1; role < ends; role++)
      ended[role] = forward[row + labelsOf(role - 1) + END]! + forward[row + labelsOf(role - 1) + SINGLE]!;
  }
  return logZ + Math.log(ended.reduce((sum, mass) => sum + mass, 0));
}

function goBackward(
  nodes: Float64Array,
  edges: ArrayLike<number>,
  length: number,
  { roles, steps }: Transitions,
  backward: Float64Array,
): void {
  const labels = 1 + 4 * roles;
  const ends = roles + 1;
  const stride = stepsPerEdge(roles);
  const begun = new Float64Array(ends);
  for (let i = length - 1; i >= 0; i--) {
    const row = i * labels;
    const after = row + labels;
    const isLast = i === length - 1;
    const edge = isLast ? 0 : edges[i + 1]! * stride;
    if (!isLast) beginnings(nodes, backward, after, begun);
    let sum = 0;
    for (let from = 0; from < ends; from++) {
      let mass = isLast ? 1 : 0;
      if (!isLast) for (let to = 0; to < ends; to++) mass += steps[edge + from * ends + to]! * begun[to]!;
      if (from === 0) {
        sum += backward[row] = mass;
        continue;
      }
      const base = labelsOf(from - 1);
      const at = row + base;
      sum += backward[at + END] = backward[at + SINGLE] = mass;
      const goesOn = isLast ? 0 : nodes[after + base + INSIDE]! * backward[after + base + INSIDE]!;
      const closes = isLast ? 0 : nodes[after + base + END]! * backward[after + base + END]!;
      const within = edge + ends * ends + WITHIN * (from - 1);
      sum += backward[at + BEGIN] = steps[within]! * goesOn + steps[within + 1]! * closes;
      sum += backward[at + INSIDE] = steps[within + 2]! * goesOn + steps[within + 3]! * closes;
    }
    const share = sum > 0 ? 1 / sum : 1;
    for (let y = row; y < after; y++) backward[y]! *= share;
  }
}

/** What is still to come for each role (and outside) that begins at the token whose values start at `row`. */
export function beginnings(
  nodes: Float64Array,
  backward: Float64Array,
  row: number,
  begun: Float64Array,
): void {
  begun[0] = nodes[row]! * backward[row]!;
  for (let role = 1; role < begun.length; role++) {
    const first = row + labelsOf(role - 1) + BEGIN;
    const only = row + labelsOf(role - 1) + SINGLE;
    begun[role] = nodes[first]! * backward[first]! + nodes[only]! * backward[only]!;
  }
}
