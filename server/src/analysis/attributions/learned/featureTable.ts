/**
 * A sparse linear model: for every known feature one small weight per label. Features are looked up by their 32-bit
 * hash in an open-addressing table; unknown ones count nothing.
 *
 * Reading a text is mostly this, so a feature's hash and its weights stand side by side in sixteen bytes (one step to
 * memory for each), four weights to a number, and are summed up two at a time in halves of 16 bits.
 */
export interface SparseWeights {
  readonly labels: number;
  /** Hashes of the known features, none of them 0. */
  readonly hashes: Int32Array;
  /**
   * Weights of all labels but the first, which always weighs 0, from -127 to 127 in steps of `scale`: by
   * `feature * (labels - 1) + label - 1`.
   */
  readonly weights: Int8Array;
  readonly scale: number;
}

/** A hash and three times four weights. */
const STRIDE = 4;
const EMPTY = 0;
const KNOWN_BITS = 20;
/** Weights are kept as 1 to 255; so many features of one token can be summed up before a half overflows. */
const BIAS = 128;
const MOST_FEATURES = Math.floor(0x7fff / 255);
const EVEN_BYTES = 0x00ff00ff;

export class FeatureTable {
  readonly labels: number;
  private readonly mask: number;
  /** One bit per leading bits of a known hash: turns most unknown features away within the processor's cache. */
  private readonly known = new Int32Array(1 << (KNOWN_BITS - 5));
  /** By slot: the hash, then the weights, four to a number. */
  private readonly slots: Int32Array;
  /** What a step of the scores stands for. */
  readonly scale: number;
  private readonly sums = new Int32Array(4 * (STRIDE - 1));

  /** Takes at most thirteen labels. */
  constructor({ labels, hashes, weights, scale }: SparseWeights) {
    let size = 1024;
    while (size < hashes.length * 1.3) size *= 2;
    this.labels = labels;
    this.scale = scale;
    this.mask = size - 1;
    this.slots = new Int32Array(size * STRIDE);
    hashes.forEach((hash, feature) => {
      const bit = hash >>> (32 - KNOWN_BITS);
      this.known[bit >> 5]! |= 1 << (bit & 31);
      let slot = hash & this.mask;
      while (this.slots[slot * STRIDE] !== EMPTY) slot = (slot + 1) & this.mask;
      this.slots[slot * STRIDE] = hash;
      const row = feature * (labels - 1);
      for (let k = 0; k < labels - 1; k++) {
        const word = slot * STRIDE + 1 + (k >> 2);
        this.slots[word]! |= (weights[row + k]! + BIAS) << (8 * (k & 3));
      }
    });
  }

  /** Writes the scores of the labels in steps, given `count` features (128 at most), to `scores` from `at` on. */
  score(features: Int32Array, count: number, scores: Int16Array, at: number): void {
    const { labels, mask, known, slots, sums } = this;
    const end = mask * STRIDE;
    let hits = 0;
    let a = 0;
    let b = 0;
    let c = 0;
    let d = 0;
    let e = 0;
    let f = 0;
    for (let k = 0; k < count && k < MOST_FEATURES; k++) {
      const hash = features[k]!;
      const bit = hash >>> (32 - KNOWN_BITS);
      if ((known[bit >> 5]! & (1 << (bit & 31))) === 0) continue;
      let slot = (hash & mask) * STRIDE;
      while (slots[slot] !== hash && slots[slot] !== EMPTY) slot = (slot + STRIDE) & end;
      if (slots[slot] === EMPTY) continue;
      hits++;
      const first = slots[slot + 1]!;
      const second = slots[slot + 2]!;
      const third = slots[slot + 3]!;
      a = (a + (first & EVEN_BYTES)) | 0;
      b = (b + ((first >>> 8) & EVEN_BYTES)) | 0;
      c = (c + (second & EVEN_BYTES)) | 0;
      d = (d + ((second >>> 8) & EVEN_BYTES)) | 0;
      e = (e + (third & EVEN_BYTES)) | 0;
      f = (f + ((third >>> 8) & EVEN_BYTES)) | 0;
    }
    sums[0] = a & 0xffff;
    sums[1] = b & 0xffff;
    sums[2] = a >>> 16;
    sums[3] = b >>> 16;
    sums[4] = c & 0xffff;
    sums[5] = d & 0xffff;
    sums[6] = c >>> 16;
    sums[7] = d >>> 16;
    sums[8] = e & 0xffff;
    sums[9] = f & 0xffff;
    sums[10] = e >>> 16;
    sums[11] = f >>> 16;
    scores[at] = 0;
    const bias = BIAS * hits;
    for (let y = 1; y < labels; y++) scores[at + y] = sums[y - 1]! - bias;
  }
}
