import { describe, expect, it } from 'vitest';
import {
  compareSpans,
  contains,
  hull,
  lengthOf,
  overlaps,
  shift,
  span,
  textOf,
  touches,
} from '../../server/src/text/span.ts';

describe('spans', () => {
  const un = span(4, 6);

  it('cover text, half-open', () => {
    expect(textOf('The UN said so', un)).toBe('UN');
    expect(lengthOf(un)).toBe(2);
    expect(shift(un, 3)).toEqual(span(7, 9));
  });

  it('contain and overlap each other', () => {
    expect(contains(span(0, 6), un)).toBe(true);
    expect(contains(un, un)).toBe(true);
    expect(contains(un, span(4, 7))).toBe(false);
    expect(overlaps(un, span(5, 9))).toBe(true);
    expect(overlaps(un, span(6, 9))).toBe(false);
  });

  it('are touched by a caret at either end', () => {
    expect([3, 4, 6, 7].map((offset) => touches(un, offset))).toEqual([false, true, true, false]);
  });

  it('have a hull and an order', () => {
    expect(hull([span(5, 9), un, span(7, 8)])).toEqual(span(4, 9));
    expect(hull([])).toBeUndefined();
    expect([span(5, 9), span(4, 9), un].sort(compareSpans)).toEqual([un, span(4, 9), span(5, 9)]);
  });
});
