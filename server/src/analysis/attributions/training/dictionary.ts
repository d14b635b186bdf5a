/** Numbers the feature hashes that occur often enough, in order of first occurrence. */
const EMPTY = 0;

export class Dictionary {
  private mask = (1 << 20) - 1;
  private keys = new Int32Array(1 << 20);
  private counts = new Uint32Array(1 << 20);
  private used = 0;
  private numbers: Int32Array | undefined;
  /** Hash of every numbered feature. */
  hashes = new Int32Array(0);

  count(hash: number): void {
    const key = hash === EMPTY ? 1 : hash;
    const slot = this.slotOf(key);
    if (this.keys[slot] === EMPTY) {
      this.keys[slot] = key;
      this.used++;
    }
    this.counts[slot]!++;
    if (this.used * 2 > this.mask) this.grow();
  }

  /** Ends counting: features seen at least `cutoff` times get a number. */
  freeze(cutoff: number): void {
    const numbers = new Int32Array(this.keys.length).fill(-1);
    const kept: number[] = [];
    this.keys.forEach((key, slot) => {
      if (key === EMPTY || this.counts[slot]! < cutoff) return;
      numbers[slot] = kept.length;
      kept.push(key);
    });
    this.numbers = numbers;
    this.hashes = Int32Array.from(kept);
  }

  /** The feature's number, or -1. */
  numberOf(hash: number): number {
    const key = hash === EMPTY ? 1 : hash;
    const slot = this.slotOf(key);
    return this.keys[slot] === EMPTY ? -1 : this.numbers![slot]!;
  }

  get size(): number {
    return this.hashes.length;
  }

  private slotOf(key: number): number {
    let slot = (Math.imul(key, 0x9e3779b1) >>> 7) & this.mask;
    while (this.keys[slot] !== EMPTY && this.keys[slot] !== key) slot = (slot + 1) & this.mask;
    return slot;
  }

  private grow(): void {
    const { keys, counts } = this;
    this.mask = keys.length * 2 - 1;
    this.keys = new Int32Array(keys.length * 2);
    this.counts = new Uint32Array(keys.length * 2);
    keys.forEach((key, old) => {
      if (key === EMPTY) return;
      const slot = this.slotOf(key);
      this.keys[slot] = key;
      this.counts[slot] = counts[old]!;
    });
  }
}
