/**
 * Trains a linear-chain conditional random field: stochastic gradient on the log-likelihood, one sequence at a time,
 * with a step per weight (AdaGrad, Duchi et al. 2011) and weights averaged over the later epochs. Seeded: the same
 * data give the same weights to the last bit.
 */
import { beginnings, posterior, stepsPerEdge, type Posterior, type Transitions } from '../learned/chain.ts';
import { BEGIN, END, INSIDE, labelsOf, SINGLE, type LabelSet } from '../learned/labels.ts';

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
  /** Share of a token's features that are left out at random each time it is read. */
  readonly dropout: number;
  readonly seed: number;
  readonly log?: (line: string) => void;
}

/** Smaller errors of a probability change nothing: most tokens are easy, and this is what makes training quick. */
const NEGLIGIBLE = 0.005;
/** What the sum of squared gradients starts with. */
const INITIAL_SQUARES = 0.1;

/**
 * @param which indices of the sequences to learn from
 * @returns weights for use without dropout
 */
export function trainChain(data: Sequences, which: readonly number[], options: TrainOptions): ChainWeights {
  const learner = new ChainLearner(data, options);
  const order = [...which];
  const averagedFrom = Math.floor(options.epochs / 2);
  for (let epoch = 0; epoch < options.epochs; epoch++) {
    shuffle(order, learner.random);
    let loss = 0;
    for (const sequence of order) loss += learner.learn(sequence);
    if (epoch >= averagedFrom) learner.remember();
    options.log?.(`  epoch ${epoch + 1}: log-loss per sequence ${(loss / order.length).toFixed(4)}`);
  }
  return learner.average(options.epochs - averagedFrom);
}

class ChainLearner {
  readonly random: () => number;
  private readonly size: number;
  private readonly stride: number;
  private readonly nodes: Float32Array;
  private readonly nodeSquares: Float32Array;
  private readonly nodeSums: Float32Array;
  private readonly weights: Transitions;
  private readonly potentials: Transitions;
  private readonly stepSquares: Float64Array;
  private readonly stepSums: Float64Array;
  private readonly sampled = { tokenStarts: new Int32Array(1 << 16), features: new Int32Array(1 << 22) };
  private readonly active: Int32Array;
  private readonly gradient: Float64Array;
  private readonly mass: Float64Array;
  private readonly begun: Float64Array;
  private scores = new Float64Array(1 << 16);
  private potentialsOfNodes = new Float64Array(1 << 16);

  constructor(
    private readonly data: Sequences,
    private readonly options: TrainOptions,
  ) {
    const { labels, features, edgeClasses, seed } = options;
    this.random = generator(seed);
    this.size = labels.size;
    this.nodes = new Float32Array(features * this.size);
    this.nodeSquares = new Float32Array(this.nodes.length).fill(INITIAL_SQUARES);
    this.nodeSums = new Float32Array(this.nodes.length);
    const roles = labels.roles.length;
    this.stride = stepsPerEdge(roles);
    const count = edgeClasses * this.stride;
    const initial = new Float64Array(roles + 1);
    this.weights = { roles, initial, steps: new Float64Array(count) };
    this.potentials = { roles, initial: initial.map(Math.exp), steps: new Float64Array(count).fill(1) };
    this.stepSquares = new Float64Array(count).fill(INITIAL_SQUARES);
    this.stepSums = new Float64Array(count);
    this.active = new Int32Array(this.size);
    this.gradient = new Float64Array(this.size);
    this.mass = new Float64Array(this.stride);
    this.begun = new Float64Array(roles + 1);
  }

  /** One step on one sequence; returns its negative log-likelihood before the step. */
  learn(sequence: number): number {
    const { data, size } = this;
    const start = data.starts[sequence]!;
    const length = data.starts[sequence + 1]! - start;
    if (length === 0) return 0;
    if (this.scores.length < length * size) {
      this.scores = new Float64Array(length * size * 2);
      this.potentialsOfNodes = new Float64Array(length * size * 2);
    }
    sample(data, start, length, this.options.dropout, this.random, this.sampled);
    scoreNodes(this.sampled, length, this.nodes, size, this.scores);
    const nodes = this.potentialsOfNodes;
    for (let k = 0; k < length * size; k++) nodes[k] = Math.exp(this.scores[k]!);
    const edges = data.edges.subarray(start, start + length);
    const gold = data.labels.subarray(start, start + length);
    const post = posterior(nodes, edges, length, this.potentials);
    const loss = post.logZ - this.goldScore(gold, edges);
    this.updateTransitions(gold, edges, nodes, post);
    this.updateNodes(gold, post.marginals);
    return loss;
  }

  remember(): void {
    for (let k = 0; k < this.nodes.length; k++) this.nodeSums[k]! += this.nodes[k]!;
    for (let k = 0; k < this.stepSums.length; k++) this.stepSums[k]! += this.weights.steps[k]!;
  }

  average(count: number): ChainWeights {
    const kept = 1 - this.options.dropout;
    return {
      nodes: this.nodeSums.map((sum) => (sum / count) * kept),
      transitions: { ...this.weights, steps: this.stepSums.map((sum) => sum / count) },
    };
  }

  private goldScore(gold: Uint8Array, edges: Uint8Array): number {
    const { size, scores, weights, stride } = this;
    let score = 0;
    for (let i = 0; i < gold.length; i++) {
      score += scores[i * size + gold[i]!]!;
      if (i > 0) score += weights.steps[edges[i]! * stride + stepOf(gold[i - 1]!, gold[i]!, weights.roles)]!;
    }
    return score;
  }

  private updateTransitions(gold: Uint8Array, edges: Uint8Array, nodes: Float64Array, post: Posterior): void {
    const { size, mass, stride, weights, potentials, stepSquares } = this;
    const { rate } = this.options;
    const certain = 1 - NEGLIGIBLE / 4;
    for (let i = 1; i < gold.length; i++) {
      const before = (i - 1) * size;
      const row = i * size;
      if (post.marginals[row + gold[i]!]! > certain && post.marginals[before + gold[i - 1]!]! > certain)
        continue;
      const edge = edges[i]! * stride;
      const total = this.weighSteps(nodes, post, i, edge);
      const goldStep = stepOf(gold[i - 1]!, gold[i]!, weights.roles);
      for (let k = 0; k < stride; k++) {
        const g = (k === goldStep ? 1 : 0) - mass[k]! / total;
        if (g < NEGLIGIBLE && g > -NEGLIGIBLE) continue;
        const at = edge + k;
        stepSquares[at]! += g * g;
        weights.steps[at]! += (rate * g) / Math.sqrt(stepSquares[at]!);
        potentials.steps[at] = Math.exp(weights.steps[at]!);
      }
    }
  }

  /** Fills `mass` with what speaks for each step to token `i`; returns the sum. */
  private weighSteps(nodes: Float64Array, { forward, backward }: Posterior, i: number, edge: number): number {
    const { size, mass, begun, potentials } = this;
    const { roles, steps } = potentials;
    const before = (i - 1) * size;
    const row = i * size;
    beginnings(nodes, backward, row, begun);
    let k = 0;
    let total = 0;
    for (let from = 0; from <= roles; from++) {
      const last = before + (from === 0 ? 0 : labelsOf(from - 1));
      const ended = from === 0 ? forward[last]! : forward[last + END]! + forward[last + SINGLE]!;
      for (let to = 0; to <= roles; to++, k++) total += mass[k] = ended * steps[edge + k]! * begun[to]!;
    }
    for (let role = 0; role < roles; role++) {
      for (const from of [BEGIN, INSIDE]) {
        for (const to of [INSIDE, END]) {
          const at = row + labelsOf(role) + to;
          const ahead = nodes[at]! * backward[at]!;
          total += mass[k] = forward[before + labelsOf(role) + from]! * steps[edge + k]! * ahead;
          k++;
        }
      }
    }
    return total;
  }

  private updateNodes(gold: Uint8Array, marginals: Float64Array): void {
    const { size, sampled, active, gradient, nodes, nodeSquares } = this;
    const { rate } = this.options;
    for (let i = 0; i < gold.length; i++) {
      let count = 0;
      for (let y = 0; y < size; y++) {
        const g = (gold[i] === y ? 1 : 0) - marginals[i * size + y]!;
        if (g < NEGLIGIBLE && g > -NEGLIGIBLE) continue;
        active[count] = y;
        gradient[count++] = g;
      }
      if (count === 0) continue;
      const to = sampled.tokenStarts[i + 1]!;
      for (let f = sampled.tokenStarts[i]!; f < to; f++) {
        const row = sampled.features[f]! * size;
        for (let k = 0; k < count; k++) {
          const at = row + active[k]!;
          const g = gradient[k]!;
          const squares = nodeSquares[at]! + g * g;
          nodeSquares[at] = squares;
          nodes[at]! += (rate * g) / Math.sqrt(squares);
        }
      }
    }
  }
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

/** The scores of the labels of the first `length` tokens. */
export function scoreNodes(
  { tokenStarts, features }: Pick<Sequences, 'tokenStarts' | 'features'>,
  length: number,
  nodes: Float32Array,
  size: number,
  scores: Float64Array,
): void {
  scores.fill(0, 0, length * size);
  for (let i = 0; i < length; i++) {
    const row = i * size;
    const to = tokenStarts[i + 1]!;
    for (let f = tokenStarts[i]!; f < to; f++) {
      const weights = features[f]! * size;
      for (let y = 0; y < size; y++) scores[row + y]! += nodes[weights + y]!;
    }
  }
}

/** The step between two labels that may follow each other, counted as in `Transitions`. */
function stepOf(from: number, to: number, roles: number): number {
  const roleOf = (label: number): number => (label === 0 ? 0 : ((label - 1) >> 2) + 1);
  const part = (label: number): number => (label - 1) & 3;
  const goesOn = from > 0 && part(from) < END;
  if (!goesOn) return roleOf(from) * (roles + 1) + roleOf(to);
  return (roles + 1) ** 2 + 4 * (roleOf(from) - 1) + 2 * part(from) + (part(to) - INSIDE);
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

export function shuffle(values: number[], random: () => number): void {
  for (let i = values.length - 1; i > 0; i--) {
    const j = Math.floor(random() * (i + 1));
    [values[i], values[j]] = [values[j]!, values[i]!];
  }
}
