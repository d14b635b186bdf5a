/**
 * A sparse linear model: for every known feature one small weight per label. Features are looked up by their 32-bit
 * hash in an open-addressing table; unknown ones count nothing.
 */
export interface SparseWeights {
  readonly labels: number;
  /** Hashes of the known features. */
  readonly hashes: Int32Array;
  /** Weights in steps of `scale`, by `feature * labels + label`. */
  readonly weights: Int8Array;
  readonly scale: number;
}

const EMPTY = -1;
const KNOWN_BITS = 20;

export class FeatureTable {
  readonly labels: number;
  private readonly mask: number;
  /** One bit per leading bits of a known hash: turns most unknown features away within the processor's cache. */
  private readonly known = new Int32Array(1 << (KNOWN_BITS - 5));
  /** Hash and number of the feature, side by side. */
  private readonly slots: Int32Array;
  private readonly weights: Int8Array;
  private readonly scale: number;
  /** Whole steps, summed up before they are scaled. */
  private readonly sums: Int32Array;

  constructor({ labels, hashes, weights, scale }: SparseWeights) {
    let size = 1024;
    while (size < hashes.length * 2) size *= 2;
    this.labels = labels;
    this.weights = weights;
    this.scale = scale;
    this.sums = new Int32Array(labels);
    this.mask = size - 1;
    this.slots = new Int32Array(size * 2).fill(EMPTY);
    hashes.forEach((hash, feature) => {
      const bit = hash >>> (32 - KNOWN_BITS);
      this.known[bit >> 5]! |= 1 << (bit & 31);
      let slot = hash & this.mask;
      while (this.slots[slot * 2 + 1] !== EMPTY) slot = (slot + 1) & this.mask;
      this.slots[slot * 2] = hash;
      this.slots[slot * 2 + 1] = feature;
    });
  }

  /** Writes the scores of the labels, given `count` features, to `scores` from `at` on. */
  score(features: Int32Array, count: number, scores: Float32Array, at: number): void {
    const { labels, mask, known, slots, weights, sums, scale } = this;
    const end = mask * 2 + 1;
    sums.fill(0);
    for (let k = 0; k < count; k++) {
      const hash = features[k]!;
      const bit = hash >>> (32 - KNOWN_BITS);
      if ((known[bit >> 5]! & (1 << (bit & 31))) === 0) continue;
      let slot = (hash & mask) << 1;
      let feature = slots[slot + 1]!;
      while (feature !== EMPTY && slots[slot] !== hash) {
        slot = (slot + 2) & end;
        feature = slots[slot + 1]!;
      }
      if (feature === EMPTY) continue;
      const row = feature * labels;
      for (let y = 0; y < labels; y++) sums[y]! += weights[row + y]!;
    }
    for (let y = 0; y < labels; y++) scores[at + y] = sums[y]! * scale;
  }
}
