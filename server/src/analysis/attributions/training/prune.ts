/** Keeps the heaviest features and rounds their weights to eight bits. */
import type { SparseWeights } from '../learned/featureTable.ts';

const LARGEST = 127;
/** The few weights beyond this share are capped, so that the step stays fine. */
const CAPPED = 0.9999;

export function prune(nodes: Float32Array, hashes: Int32Array, labels: number, keep: number): SparseWeights {
  const relative = relativeToFirst(nodes, labels);
  const width = labels - 1;
  const heft = new Float64Array(hashes.length);
  for (let feature = 0; feature < hashes.length; feature++) {
    for (let y = 0; y < labels; y++) heft[feature]! += nodes[feature * labels + y]! ** 2;
  }
  const kept = Array.from(heft.keys())
    .sort((a, b) => heft[b]! - heft[a]! || a - b)
    .slice(0, keep);
  const magnitudes = new Float32Array(kept.length * width);
  kept.forEach((feature, k) => {
    for (let y = 0; y < width; y++) magnitudes[k * width + y] = Math.abs(relative[feature * width + y]!);
  });
  magnitudes.sort();
  const scale = (magnitudes[Math.floor((magnitudes.length - 1) * CAPPED)] ?? 1) / LARGEST || 1;
  const weights = new Int8Array(kept.length * width);
  kept.forEach((feature, k) => {
    for (let y = 0; y < width; y++) {
      const steps = Math.round(relative[feature * width + y]! / scale);
      weights[k * width + y] = Math.max(-LARGEST, Math.min(LARGEST, steps));
    }
  });
  return { labels, hashes: Int32Array.from(kept, (feature) => hashes[feature]!), weights, scale };
}

/** Only differences between labels count: the weights of all labels but the first, less the weight of the first. */
function relativeToFirst(nodes: Float32Array, labels: number): Float32Array {
  const width = labels - 1;
  const relative = new Float32Array((nodes.length / labels) * width);
  for (let feature = 0; feature * labels < nodes.length; feature++) {
    for (let y = 0; y < width; y++) {
      relative[feature * width + y] = nodes[feature * labels + y + 1]! - nodes[feature * labels]!;
    }
  }
  return relative;
}
