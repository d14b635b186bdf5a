/** Between UTF-16 code units, in which offsets are counted here, and Unicode code points, in which the W3C counts. */
export class CodePoints {
  /** Offsets of the second halves of surrogate pairs. */
  readonly #seconds: number[] = [];

  constructor(text: string) {
    for (let i = 1; i < text.length; i++) {
      const unit = text.charCodeAt(i);
      if (unit < 0xdc00 || unit > 0xdfff) continue;
      const before = text.charCodeAt(i - 1);
      if (before >= 0xd800 && before <= 0xdbff) this.#seconds.push(i);
    }
  }

  /** The number of code points before an offset. */
  countBefore(offset: number): number {
    return offset - this.#countWhere((second) => second < offset);
  }

  /** The offset of the code point with this number. */
  offsetOf(codePoint: number): number {
    return codePoint + this.#countWhere((second, i) => second - i <= codePoint);
  }

  /** How many of the first pairs satisfy a test that no later one satisfies. */
  #countWhere(test: (second: number, index: number) => boolean): number {
    let low = 0;
    let high = this.#seconds.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (test(this.#seconds[middle]!, middle)) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}
