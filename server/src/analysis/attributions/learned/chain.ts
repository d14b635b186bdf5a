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
  /** 1 where a sequence may begin with the label, and end with it; else 0. */
  readonly initial: Uint8Array;
  readonly final: Uint8Array;
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
  const ends = t.final;
  const back = new Uint8Array(length * labels);
  let previous = new Float64Array(labels);
  let current = new Float64Array(labels);
  let bestOpen = -Infinity;
  let bestFinal = -Infinity;
  for (let y = 0; y < labels; y++) {
    const score = (previous[y] = t.initial[y] === 1 ? scores[y]! : -Infinity);
    if (ends[y] === 1) bestFinal = Math.max(bestFinal, score);
    else bestOpen = Math.max(bestOpen, score);
  }
  for (let i = 1; i < length; i++) {
    current.fill(-Infinity);
    const edge = edges[i]! * labels * labels;
    const row = i * labels;
    const worstOpen = bestOpen - beam;
    const worstFinal = bestFinal - beam;
    for (let from = 0; from < labels; from++) {
      const before = previous[from]!;
      if (before < (ends[from] === 1 ? worstFinal : worstOpen)) continue;
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
    bestOpen = -Infinity;
    bestFinal = -Infinity;
    for (let y = 0; y < labels; y++) {
      const score = (current[y]! += scores[row + y]!);
      if (ends[y] === 1) {
        if (score > bestFinal) bestFinal = score;
      } else if (score > bestOpen) bestOpen = score;
    }
    [previous, current] = [current, previous];
  }
  let best = 0;
  let bestScore = -Infinity;
  for (let y = 0; y < labels; y++) {
    if (ends[y] === 1 && previous[y]! > bestScore) {
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
  const size = length * t.labels;
  const nodes = new Float64Array(size);
  const forward = new Float64Array(size);
  const backward = new Float64Array(size);
  const marginals = new Float64Array(size);
  // What a label must weigh at each token to be followed, among those inside a stretch and among those at an end.
  const least = new Float64Array(2 * length);
  const lattice = { edges, length, t, expWeights, ends: t.final, nodes, forward, backward, least };
  const logZ = goForward(lattice, scores, Math.exp(-beam));
  goBackward(lattice, marginals);
  return { marginals, forward, backward, nodes, logZ: logZ + Math.log(endMass(lattice)) };
}

interface Lattice {
  readonly edges: ArrayLike<number>;
  readonly length: number;
  readonly t: Transitions;
  readonly expWeights: Float64Array;
  readonly ends: Uint8Array;
  readonly nodes: Float64Array;
  readonly forward: Float64Array;
  readonly backward: Float64Array;
  readonly least: Float64Array;
}

/** Fills `nodes`, `forward` and `least`; returns the logarithm of what was scaled away. */
function goForward(lattice: Lattice, scores: Scores, negligible: number): number {
  const { edges, length, t, expWeights, ends, nodes, forward, least } = lattice;
  const { labels, arcs, tos, firstArcs } = t;
  let logZ = 0;
  for (let i = 0; i < length; i++) {
    const row = i * labels;
    let max = -Infinity;
    for (let y = 0; y < labels; y++) if (scores[row + y]! > max) max = scores[row + y]!;
    for (let y = 0; y < labels; y++) nodes[row + y] = Math.exp(scores[row + y]! - max);
    logZ += max;
    if (i === 0) {
      for (let y = 0; y < labels; y++) forward[y] = t.initial[y]!;
    } else {
      const before = row - labels;
      const edge = edges[i]! * labels * labels;
      const leastOpen = least[2 * i - 2]!;
      const leastFinal = least[2 * i - 1]!;
      for (let from = 0; from < labels; from++) {
        const mass = forward[before + from]!;
        if (mass === 0 || mass < (ends[from] === 1 ? leastFinal : leastOpen)) continue;
        const end = firstArcs[from + 1]!;
        for (let k = firstArcs[from]!; k < end; k++)
          forward[row + tos[k]!]! += mass * expWeights[edge + arcs[k]!]!;
      }
    }
    let sum = 0;
    for (let y = 0; y < labels; y++) sum += forward[row + y]! *= nodes[row + y]!;
    const share = sum > 0 ? 1 / sum : 1;
    let bestOpen = -Infinity;
    let bestFinal = -Infinity;
    for (let y = 0; y < labels; y++) {
      const mass = (forward[row + y]! *= share);
      if (ends[y] === 1) {
        if (mass > bestFinal) bestFinal = mass;
      } else if (mass > bestOpen) bestOpen = mass;
    }
    least[2 * i] = bestOpen * negligible;
    least[2 * i + 1] = bestFinal * negligible;
    logZ += Math.log(sum);
  }
  return logZ;
}

/** Fills `backward` and the marginals, after `goForward`. */
function goBackward(lattice: Lattice, marginals: Float64Array): void {
  const { edges, length, t, expWeights, ends, nodes, forward, backward, least } = lattice;
  const { labels, arcs, tos, firstArcs } = t;
  for (let i = length - 1; i >= 0; i--) {
    const row = i * labels;
    if (i === length - 1) {
      for (let y = 0; y < labels; y++) backward[row + y] = ends[y]!;
    } else {
      const after = row + labels;
      const edge = edges[i + 1]! * labels * labels;
      const leastOpen = least[2 * i]!;
      const leastFinal = least[2 * i + 1]!;
      let sum = 0;
      for (let from = 0; from < labels; from++) {
        if (forward[row + from]! < (ends[from] === 1 ? leastFinal : leastOpen)) continue;
        let mass = 0;
        const end = firstArcs[from + 1]!;
        for (let k = firstArcs[from]!; k < end; k++) {
          const to = after + tos[k]!;
          mass += expWeights[edge + arcs[k]!]! * nodes[to]! * backward[to]!;
        }
        backward[row + from] = mass;
        sum += mass;
      }
      const share = sum > 0 ? 1 / sum : 1;
      for (let y = 0; y < labels; y++) backward[row + y]! *= share;
    }
    let total = 0;
    for (let y = 0; y < labels; y++) total += marginals[row + y] = forward[row + y]! * backward[row + y]!;
    const share = total > 0 ? 1 / total : 1;
    for (let y = 0; y < labels; y++) marginals[row + y]! *= share;
  }
}

/** The share of the last token's labels that may end a sequence; 1 for no tokens. */
function endMass({ length, t: { labels }, forward, ends }: Lattice): number {
  if (length === 0) return 1;
  let mass = 0;
  for (let y = 0; y < labels; y++) mass += forward[(length - 1) * labels + y]! * ends[y]!;
  return mass;
}
