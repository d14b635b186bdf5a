/** A trained linear-chain model as it is shipped, and how it reads; packed and unpacked. */
import { bestPath, posterior, stepsPerEdge, type Transitions } from './chain.ts';
import { FeatureTable, type SparseWeights } from './featureTable.ts';
import type { LabelSet } from './labels.ts';
import type { Packer, Unpacker } from './packing.ts';

/**
 * Scores are whole numbers here, steps of the table's `scale`: they are added up quickly, and `exp` of them is read from
 * two small tables.
 */
export class ChainModel {
  /** In steps, for `bestPath`; as potentials, for the probabilities. */
  readonly #weights: Transitions;
  readonly #potentials: Transitions;
  /** `exp` of the multiples of 128 steps, and of what is left. */
  readonly #coarse = new Float64Array(512);
  readonly #fine = new Float64Array(128);

  constructor(
    readonly table: FeatureTable,
    transitions: Transitions,
  ) {
    const { scale } = table;
    this.#weights = mapped(transitions, (weight) => weight / scale);
    this.#potentials = mapped(transitions, Math.exp);
    for (let k = 0; k < 512; k++) this.#coarse[k] = Math.exp((k - 256) * 128 * scale);
    for (let k = 0; k < 128; k++) this.#fine[k] = Math.exp(k * scale);
  }

  /** The best label of every token, given what the table says of each and the classes of the edges. */
  labels(scores: Int16Array, edges: Uint8Array): Uint8Array {
    return bestPath(scores, edges, edges.length, this.#weights);
  }

  /** The probability of every label at every token, by `token * labels + label`. */
  marginals(scores: Int16Array, edges: Uint8Array): Float64Array {
    const nodes = new Float64Array(scores.length);
    for (let k = 0; k < scores.length; k++) {
      nodes[k] = this.#coarse[(scores[k]! >> 7) + 256]! * this.#fine[scores[k]! & 127]!;
    }
    return posterior(nodes, edges, edges.length, this.#potentials).marginals;
  }
}

/** The transitions with every number changed. */
export function mapped(
  { roles, initial, steps }: Transitions,
  change: (weight: number) => number,
): Transitions {
  return { roles, initial: initial.map(change), steps: steps.map(change) };
}

/**
 * The transitions with more in favour of what begins a stretch of each role: training likes missing one better than the
 * reader does.
 */
export function emboldened({ roles, initial, steps }: Transitions, boldness: readonly number[]): Transitions {
  const ends = roles + 1;
  const stride = stepsPerEdge(roles);
  const bolder = (weight: number, to: number): number => weight + (to === 0 ? 0 : boldness[to - 1]!);
  return {
    roles,
    initial: initial.map(bolder),
    steps: steps.map((weight, k) =>
      k % stride < ends * ends ? bolder(weight, (k % stride) % ends) : weight,
    ),
  };
}

export function packChain(
  out: Packer,
  { labels, hashes, weights, scale }: SparseWeights,
  transitions: Float64Array,
): void {
  const order = Array.from(hashes.keys()).sort((a, b) => (hashes[a]! >>> 0) - (hashes[b]! >>> 0));
  out.float(scale);
  out.sorted(Uint32Array.from(order, (feature) => hashes[feature]! >>> 0));
  for (const feature of order)
    for (let k = 0; k < labels - 1; k++) out.byte(weights[feature * (labels - 1) + k]! & 255);
  out.number(transitions.length);
  for (const weight of transitions) out.float(weight);
}

/** @param boldness see `emboldened` */
export function unpackChain(from: Unpacker, set: LabelSet, boldness: readonly number[]): ChainModel {
  const scale = from.float();
  const hashes = Int32Array.from(from.sorted());
  const weights = new Int8Array(hashes.length * (set.size - 1));
  for (let k = 0; k < weights.length; k++) weights[k] = from.byte();
  const steps = new Float64Array(from.number());
  for (let k = 0; k < steps.length; k++) steps[k] = from.float();
  const roles = set.roles.length;
  const initial = new Float64Array(roles + 1);
  return new ChainModel(
    new FeatureTable({ labels: set.size, hashes, weights, scale }),
    emboldened({ roles, initial, steps }, boldness),
  );
}
