/** A trained linear-chain model as it is shipped: a feature table and transitions, packed and unpacked. */
import type { Transitions } from './chain.ts';
import { FeatureTable, type SparseWeights } from './featureTable.ts';
import type { LabelSet } from './labels.ts';
import type { Packer, Unpacker } from './packing.ts';

export interface ChainModel {
  readonly table: FeatureTable;
  readonly transitions: Transitions;
  /** `exp` of the transition weights, for the probabilities. */
  readonly expTransitions: Float64Array;
}

export function packChain(
  out: Packer,
  { labels, hashes, weights, scale }: SparseWeights,
  transitions: Float32Array,
): void {
  const order = Array.from(hashes.keys()).sort((a, b) => (hashes[a]! >>> 0) - (hashes[b]! >>> 0));
  out.float(scale);
  out.sorted(Uint32Array.from(order, (feature) => hashes[feature]! >>> 0));
  for (const feature of order)
    for (let k = 0; k < labels - 1; k++) out.byte(weights[feature * (labels - 1) + k]! & 255);
  out.number(transitions.length);
  for (const weight of transitions) out.float(weight);
}

export function unpackChain(from: Unpacker, set: LabelSet): ChainModel {
  const scale = from.float();
  const hashes = Int32Array.from(from.sorted());
  const weights = new Int8Array(hashes.length * (set.size - 1));
  for (let k = 0; k < weights.length; k++) weights[k] = from.byte();
  const transitions = new Float32Array(from.number());
  for (let k = 0; k < transitions.length; k++) transitions[k] = from.float();
  return {
    table: new FeatureTable({ labels: set.size, hashes, weights, scale }),
    transitions: {
      labels: set.size,
      arcs: set.arcs,
      froms: set.froms,
      tos: set.tos,
      firstArcs: set.firstArcs,
      initial: set.initial,
      final: set.final,
      weights: transitions,
    },
    expTransitions: Float64Array.from(transitions, (weight) => Math.exp(weight)),
  };
}
