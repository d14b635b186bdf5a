/** What two versions of a text have in common at their beginning and at their end. */

/** Compared as whole strings first, which is many times quicker than unit by unit. */
const STRIDE = 2048;

export interface CommonEnds {
  /** Length of the common beginning, in code units. */
  readonly start: number;
  /** Length of the common end; never overlaps the common beginning in either text. */
  readonly tail: number;
}

/** The longest common beginning of two texts, and the longest common end of what remains. */
export function commonEnds(before: string, after: string): CommonEnds {
  const shorter = Math.min(before.length, after.length);
  let start = 0;
  while (start + STRIDE <= shorter && sameAt(before, start, after, start)) start += STRIDE;
  while (start < shorter && before.charCodeAt(start) === after.charCodeAt(start)) start++;
  const most = shorter - start;
  let tail = 0;
  while (
    tail + STRIDE <= most &&
    sameAt(before, before.length - tail - STRIDE, after, after.length - tail - STRIDE)
  ) {
    tail += STRIDE;
  }
  while (
    tail < most &&
    before.charCodeAt(before.length - 1 - tail) === after.charCodeAt(after.length - 1 - tail)
  ) {
    tail++;
  }
  return { start, tail };
}

function sameAt(a: string, i: number, b: string, j: number): boolean {
  return a.slice(i, i + STRIDE) === b.slice(j, j + STRIDE);
}
