/** Values of tokens with room at both ends, so that nobody asks whether a neighbour is there. */

/** Values of places before the first and behind the last token. */
export const BEFORE = -1;
export const AFTER = -2;

/** How many places are added at both ends. */
export const MARGIN = 4;

/**
 * A copy of `values` from token `first` to `last`, which begins at place `MARGIN`. It stands in `room` where that is
 * large enough.
 */
export function padded(
  values: Int32Array | Uint8Array,
  first: number,
  last: number,
  room: Int32Array,
): Int32Array {
  const length = last - first + 1;
  const copy = room.length >= length + 2 * MARGIN ? room : new Int32Array(2 * (length + 2 * MARGIN));
  copy.fill(BEFORE, 0, MARGIN);
  for (let i = 0; i < length; i++) copy[MARGIN + i] = values[first + i]!;
  copy.fill(AFTER, MARGIN + length, 2 * MARGIN + length);
  return copy;
}
