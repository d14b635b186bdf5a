/** Keeps the heaviest features and rounds their weights to seven bits. */
import type { SparseWeights } from '../learned/featureTable.ts';

const LARGEST = 63;
/** The few weights beyond this share are capped, so that the step stays fine. */
const CAPPED = 0.9999;

export function prune(nodes: Float32Array, hashes: Int32Array, labels: number, keep: number): SparseWeights {
  const heft = new Float64Array(hashes.length);
  for (let feature = 0; feature < hashes.length; feature++) {
    for (let y = 0; y < labels; y++) heft[feature]! += nodes[feature * labels + y]! ** 2;
  }
  const kept = Array.from(heft.keys())
    .sort((a, b) => heft[b]! - heft[a]! || a - b)
    .slice(0, keep);
  const magnitudes = new Float32Array(kept.length * labels);
  kept.forEach((feature, k) => {
    for (let y = 0; y < labels; y++) magnitudes[k * labels + y] = Math.abs(nodes[feature * labels + y]!);
  });
  magnitudes.sort();
  const scale = (magnitudes[Math.floor((magnitudes.length - 1) * CAPPED)] ?? 1) / LARGEST || 1;
  const weights = new Int8Array(kept.length * labels);
  kept.forEach((feature, k) => {
    for (let y = 0; y < labels; y++) {
      const steps = Math.round(nodes[feature * labels + y]! / scale);
      weights[k * labels + y] = Math.max(-LARGEST, Math.min(LARGEST, steps));
    }
  });
  return { labels, hashes: Int32Array.from(kept, (feature) => hashes[feature]!), weights, scale };
}
