/**
 * Trains a linear-chain conditional random field: stochastic gradient on the log-likelihood, one sequence at a time,
 * with a step per weight (AdaGrad, Duchi et al. 2011) and weights averaged over the later epochs. Seeded: the same
 * data give the same weights to the last bit.
 */
import { posterior, type Transitions } from '../learned/chain.ts';
import type { LabelSet } from '../learned/labels.ts';

/** Sequences of tokens with their feature numbers, labels and edge classes, laid out flat. */
export interface Sequences {
  /** First token of every sequence, and the end of the last. */
  readonly starts: Int32Array;
  /** First feature of every token, and the end of the last. */
  readonly tokenStarts: Int32Array;
  readonly features: Int32Array;
  readonly labels: Uint8Array;
  readonly edges: Uint8Array;
}

export interface ChainWeights {
  /** By `feature * labels + label`. */
  readonly nodes: Float32Array;
  readonly transitions: Transitions;
}

export interface TrainOptions {
  readonly features: number;
  readonly edgeClasses: number;
  readonly labels: LabelSet;
  readonly epochs: number;
  readonly rate: number;
  /** Weight of the pull towards zero, applied when a weight is touched. */
  readonly l2: number;
  /** Share of a token's features that are left out at random each time it is read. */
  readonly dropout: number;
  readonly seed: number;
  readonly log?: (line: string) => void;
}

const NEGLIGIBLE = 0.002;

export function trainChain(data: Sequences, which: readonly number[], options: TrainOptions): ChainWeights {
  const { labels, rate, l2 } = options;
  const L = labels.size;
  const nodes = new Float32Array(options.features * L);
  const nodeSquares = new Float32Array(options.features * L).fill(1e-1);
  const weights = new Float32Array(options.edgeClasses * L * L);
  const squares = new Float32Array(weights.length).fill(1e-1);
  const transitions: Transitions = {
    labels: L,
    arcs: labels.arcs,
    initial: labels.initial,
    final: labels.final,
    weights,
  };
  const nodeSum = new Float32Array(nodes.length);
  const weightSum = new Float32Array(weights.length);
  const order = [...which];
  const random = generator(options.seed);
  const averagedFrom = Math.floor(options.epochs / 2);
  let scores = new Float64Array(0);
  const view = { tokenStarts: new Int32Array(1 << 16), features: new Int32Array(1 << 22) };
  const gradient = new Float64Array(L);
  for (let epoch = 0; epoch < options.epochs; epoch++) {
    shuffle(order, random);
    let loss = 0;
    for (const sequence of order) {
      const start = data.starts[sequence]!;
      const length = data.starts[sequence + 1]! - start;
      if (length === 0) continue;
      if (scores.length < length * L) scores = new Float64Array(length * L * 2);
      sample(data, start, length, options.dropout, random, view);
      scoreNodes(view, 0, length, nodes, L, scores);
      const edges = data.edges.subarray(start, start + length);
      const expWeights = expOf(weights);
      const post = posterior(scores, edges, length, transitions, expWeights);
      const gold = data.labels.subarray(start, start + length);
      loss += post.logZ;
      for (let i = 0; i < length; i++)
        loss -=
          scores[i * L + gold[i]!]! + (i > 0 ? weights[(edges[i]! * L + gold[i - 1]!) * L + gold[i]!]! : 0);
      // transitions
      for (let i = 1; i < length; i++) {
        if (post.marginals[i * L + gold[i]!]! > 0.999 && post.marginals[(i - 1) * L + gold[i - 1]!]! > 0.999)
          continue;
        const edge = edges[i]! * L * L;
        let z = 0;
        for (const arc of labels.arcs) {
          const from = (arc / L) | 0;
          const to = arc - from * L;
          z +=
            post.forward[(i - 1) * L + from]! *
            expWeights[edge + arc]! *
            post.nodes[i * L + to]! *
            post.backward[i * L + to]!;
        }
        const goldArc = gold[i - 1]! * L + gold[i]!;
        for (const arc of labels.arcs) {
          const from = (arc / L) | 0;
          const to = arc - from * L;
          const p =
            (post.forward[(i - 1) * L + from]! *
              expWeights[edge + arc]! *
              post.nodes[i * L + to]! *
              post.backward[i * L + to]!) /
            z;
          const g = (arc === goldArc ? 1 : 0) - p;
          if (Math.abs(g) < NEGLIGIBLE) continue;
          squares[edge + arc]! += g * g;
          weights[edge + arc]! += (rate * g) / Math.sqrt(squares[edge + arc]!);
        }
      }
      for (let i = 0; i < length; i++) {
        let largest = 0;
        for (let y = 0; y < L; y++) {
          const g = (gold[i] === y ? 1 : 0) - post.marginals[i * L + y]!;
          gradient[y] = g;
          largest = Math.max(largest, Math.abs(g));
        }
        if (largest < NEGLIGIBLE) continue;
        const to = view.tokenStarts[i + 1]!;
        for (let f = view.tokenStarts[i]!; f < to; f++) {
          const row = view.features[f]! * L;
          for (let y = 0; y < L; y++) {
            const g = gradient[y]! - l2 * nodes[row + y]!;
            if (g < NEGLIGIBLE && g > -NEGLIGIBLE) continue;
            const s = nodeSquares[row + y]! + g * g;
            nodeSquares[row + y] = s;
            nodes[row + y]! += (rate * g) / Math.sqrt(s);
          }
        }
      }
    }
    if (epoch >= averagedFrom) {
      for (let k = 0; k < nodes.length; k++) nodeSum[k]! += nodes[k]!;
      for (let k = 0; k < weights.length; k++) weightSum[k]! += weights[k]!;
    }
    options.log?.(`  epoch ${epoch + 1}: log-loss per sequence ${(loss / order.length).toFixed(4)}`);
  }
  const count = options.epochs - averagedFrom;
  return {
    nodes: nodeSum.map((sum) => (sum / count) * (1 - options.dropout)),
    transitions: { ...transitions, weights: weightSum.map((sum) => sum / count) },
  };
}

/** Copies the sequence's features, each kept with probability 1 - dropout. */
function sample(
  data: Sequences,
  start: number,
  length: number,
  dropout: number,
  random: () => number,
  into: { tokenStarts: Int32Array; features: Int32Array },
): void {
  let count = 0;
  for (let i = 0; i < length; i++) {
    into.tokenStarts[i] = count;
    const to = data.tokenStarts[start + i + 1]!;
    for (let f = data.tokenStarts[start + i]!; f < to; f++)
      if (random() >= dropout) into.features[count++] = data.features[f]!;
  }
  into.tokenStarts[length] = count;
}

/** The scores of a sequence's labels. */
export function scoreNodes(
  data: Pick<Sequences, 'tokenStarts' | 'features'>,
  start: number,
  length: number,
  nodes: Float32Array,
  L: number,
  scores: Float64Array,
): void {
  scores.fill(0, 0, length * L);
  for (let i = 0; i < length; i++) {
    const row = i * L;
    const to = data.tokenStarts[start + i + 1]!;
    for (let f = data.tokenStarts[start + i]!; f < to; f++) {
      const weights = data.features[f]! * L;
      for (let y = 0; y < L; y++) scores[row + y]! += nodes[weights + y]!;
    }
  }
}

export function expOf(weights: Float32Array): Float64Array {
  const result = new Float64Array(weights.length);
  for (let k = 0; k < weights.length; k++) result[k] = Math.exp(weights[k]!);
  return result;
}

/** mulberry32: a small seeded generator of numbers in [0, 1). */
export function generator(seed: number): () => number {
  let state = seed | 0;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

export function shuffle<T>(values: T[], random: () => number): void {
  for (let i = values.length - 1; i > 0; i--) {
    const j = Math.floor(random() * (i + 1));
    [values[i], values[j]] = [values[j]!, values[i]!];
  }
}
