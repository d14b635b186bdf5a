/**
 * Inference in a linear-chain conditional random field (Lafferty, McCallum, Pereira 2001): the most probable label
 * sequence (Viterbi) and the probability of each label at each token (forward-backward). The scores of labels come
 * from outside, so the same code serves training and use.
 *
 * A transition's weight depends on the edge's class: what stands between the two tokens (a comma, an opening mark, a
 * sentence's end). `edges[i]` is the class of the edge from token i - 1 to token i; `edges[0]` is not read.
 */

/** Which labels may follow which, and the weight of it per edge class. */
export interface Transitions {
  readonly labels: number;
  /** Allowed pairs as `from * labels + to`, and the two apart. */
  readonly arcs: Uint8Array;
  readonly froms: Uint8Array;
  readonly tos: Uint8Array;
  /** The first pair that begins with each label (they are in order), and the end of the last. */
  readonly firstArcs: Uint8Array;
  /** Whether a sequence may begin with the label, and end with it. */
  readonly initial: readonly boolean[];
  readonly final: readonly boolean[];
  /** By `(edgeClass * labels + from) * labels + to`. */
  readonly weights: Float32Array;
}

/** Scores of every label at every token, by `token * labels + label`. */
export type Scores = Float32Array | Float64Array;

/**
 * A label so much worse than the best one at its token is followed no further, as the natural logarithm of a
 * probability: nearly all tokens have one or two labels worth following. Labels inside a stretch and labels that may
 * end are compared with their like, so that there is a way on whatever comes next.
 */
const BEAM = 12;

/** The best allowed label sequence; empty for no tokens. */
export function bestPath(
  scores: Scores,
  edges: ArrayLike<number>,
  length: number,
  t: Transitions,
  beam = BEAM,
): Uint8Array {
  const path = new Uint8Array(length);
  if (length === 0) return path;
  const { labels, arcs, tos, firstArcs, weights } = t;
  const back = new Uint8Array(length * labels);
  let previous = new Float64Array(labels);
  let current = new Float64Array(labels);
  for (let y = 0; y < labels; y++) previous[y] = t.initial[y] ? scores[y]! : -Infinity;
  for (let i = 1; i < length; i++) {
    current.fill(-Infinity);
    const edge = edges[i]! * labels * labels;
    const row = i * labels;
    const worstOpen = maximum(previous, 0, labels, t.final, false) - beam;
    const worstFinal = maximum(previous, 0, labels, t.final, true) - beam;
    for (let from = 0; from < labels; from++) {
      const before = previous[from]!;
      if (before < (t.final[from] ? worstFinal : worstOpen)) continue;
      const end = firstArcs[from + 1]!;
      for (let k = firstArcs[from]!; k < end; k++) {
        const to = tos[k]!;
        const score = before + weights[edge + arcs[k]!]!;
        if (score > current[to]!) {
          current[to] = score;
          back[row + to] = from;
        }
      }
    }
    for (let y = 0; y < labels; y++) current[y]! += scores[row + y]!;
    [previous, current] = [current, previous];
  }
  let best = 0;
  let bestScore = -Infinity;
  for (let y = 0; y < labels; y++) {
    if (t.final[y] && previous[y]! > bestScore) {
      bestScore = previous[y]!;
      best = y;
    }
  }
  for (let i = length - 1; i >= 0; i--) {
    path[i] = best;
    best = back[i * labels + best]!;
  }
  return path;
}

/** What forward-backward leaves behind; training needs all of it, use only `marginals`. */
export interface Posterior {
  /** The probability of every label at every token. */
  readonly marginals: Float64Array;
  /** Scaled forward and backward values and `exp` of the node scores, for the probabilities of edges. */
  readonly forward: Float64Array;
  readonly backward: Float64Array;
  readonly nodes: Float64Array;
  readonly logZ: number;
}

/** @param expWeights `exp` of the transition weights, at the same indices */
export function posterior(
  scores: Scores,
  edges: ArrayLike<number>,
  length: number,
  t: Transitions,
  expWeights: Float64Array,
  beam = BEAM,
): Posterior {
  const negligible = Math.exp(-beam);
  const { labels, arcs, tos, firstArcs } = t;
  const size = length * labels;
  const nodes = new Float64Array(size);
  const forward = new Float64Array(size);
  const backward = new Float64Array(size);
  const marginals = new Float64Array(size);
  let logZ = 0;
  for (let i = 0; i < length; i++) {
    const row = i * labels;
    let max = -Infinity;
    for (let y = 0; y < labels; y++) if (scores[row + y]! > max) max = scores[row + y]!;
    for (let y = 0; y < labels; y++) nodes[row + y] = Math.exp(scores[row + y]! - max);
    logZ += max;
    if (i === 0) {
      for (let y = 0; y < labels; y++) forward[y] = t.initial[y] ? nodes[y]! : 0;
    } else {
      const before = row - labels;
      const edge = edges[i]! * labels * labels;
      const leastOpen = maximum(forward, before, labels, t.final, false) * negligible;
      const leastFinal = maximum(forward, before, labels, t.final, true) * negligible;
      for (let from = 0; from < labels; from++) {
        const mass = forward[before + from]!;
        if (mass === 0 || mass < (t.final[from] ? leastFinal : leastOpen)) continue;
        const end = firstArcs[from + 1]!;
        for (let k = firstArcs[from]!; k < end; k++)
          forward[row + tos[k]!]! += mass * expWeights[edge + arcs[k]!]!;
      }
      for (let y = 0; y < labels; y++) forward[row + y]! *= nodes[row + y]!;
    }
    logZ += Math.log(normalise(forward, row, labels));
  }
  if (length > 0) {
    const last = size - labels;
    for (let y = 0; y < labels; y++) backward[last + y] = t.final[y] ? 1 : 0;
    let ends = 0;
    for (let y = 0; y < labels; y++) ends += forward[last + y]! * backward[last + y]!;
    logZ += Math.log(ends);
  }
  for (let i = length - 2; i >= 0; i--) {
    const row = i * labels;
    const after = row + labels;
    const edge = edges[i + 1]! * labels * labels;
    const leastOpen = maximum(forward, row, labels, t.final, false) * negligible;
    const leastFinal = maximum(forward, row, labels, t.final, true) * negligible;
    for (let from = 0; from < labels; from++) {
      if (forward[row + from]! < (t.final[from] ? leastFinal : leastOpen)) continue;
      let mass = 0;
      const end = firstArcs[from + 1]!;
      for (let k = firstArcs[from]!; k < end; k++) {
        const to = after + tos[k]!;
        mass += expWeights[edge + arcs[k]!]! * nodes[to]! * backward[to]!;
      }
      backward[row + from] = mass;
    }
    normalise(backward, row, labels);
  }
  for (let i = 0; i < length; i++) {
    const row = i * labels;
    for (let y = 0; y < labels; y++) marginals[row + y] = forward[row + y]! * backward[row + y]!;
    normalise(marginals, row, labels);
  }
  return { marginals, forward, backward, nodes, logZ };
}

/** The best value of a row, among the labels that may end a sequence or among the others. */
function maximum(
  values: Float64Array,
  row: number,
  labels: number,
  final: readonly boolean[],
  kind: boolean,
): number {
  let max = -Infinity;
  for (let y = 0; y < labels; y++) if (final[y] === kind && values[row + y]! > max) max = values[row + y]!;
  return max;
}

function normalise(values: Float64Array, from: number, count: number): number {
  let sum = 0;
  for (let y = 0; y < count; y++) sum += values[from + y]!;
  const share = sum > 0 ? 1 / sum : 1;
  for (let y = 0; y < count; y++) values[from + y]! *= share;
  return sum;
}
