/**
 * The distinct words of a piece of a passage, numbered, so that the words of an article can be held against them one by
 * one. Every word of every candidate article goes through here; so the tables are typed arrays and sparsely filled.
 */
export class WantedWords {
  /** By number: what the word tells, and how often the piece has it. */
  readonly bits: Float64Array;
  readonly counts: Int32Array;
  /** Open addressing: the hash in a slot, and its number plus one. */
  readonly #hashes: Uint32Array;
  readonly #numbers: Uint16Array;
  readonly #mask: number;
  /** For each ordered pair of numbers, whether the piece has the two words in a row. */
  readonly #pairs: Uint8Array;
  readonly #size: number;

  /** @param hashes the words of the piece in order, fewer than 2^16; `weights` are their bits */
  constructor(hashes: Uint32Array, weights: Float64Array) {
    this.#mask = (8 << (32 - Math.clz32(hashes.length))) - 1;
    this.#hashes = new Uint32Array(this.#mask + 1);
    this.#numbers = new Uint16Array(this.#mask + 1);
    this.bits = new Float64Array(hashes.length);
    this.counts = new Int32Array(hashes.length);
    const numbers = new Uint16Array(hashes.length);
    let size = 0;
    for (let i = 0; i < hashes.length; i++) {
      const slot = this.#slotOf(hashes[i]!);
      if (this.#numbers[slot] === 0) {
        this.#hashes[slot] = hashes[i]!;
        this.#numbers[slot] = ++size;
      }
      const number = this.#numbers[slot]! - 1;
      numbers[i] = number;
      this.bits[number] = weights[i]!;
      this.counts[number]!++;
    }
    this.#size = size;
    this.#pairs = new Uint8Array(size * size);
    for (let i = 1; i < numbers.length; i++) this.#pairs[numbers[i - 1]! * size + numbers[i]!] = 1;
  }

  /** The number of a word, given as hash; -1 for any other. */
  lookUp(hash: number): number {
    return this.#numbers[this.#slotOf(hash)]! - 1;
  }

  /** Whether the piece has the two words, given by number, one directly after the other. */
  inARow(first: number, second: number): boolean {
    return this.#pairs[first * this.#size + second] === 1;
  }

  #slotOf(hash: number): number {
    let slot = (hash ^ (hash >>> 16)) & this.#mask;
    while (this.#numbers[slot] !== 0 && this.#hashes[slot] !== hash) slot = (slot + 1) & this.#mask;
    return slot;
  }
}
