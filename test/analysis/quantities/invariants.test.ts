import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { contains } from '../../../server/src/text/span.ts';
import { generateArticle } from '../../support/generateArticle.ts';
import { quantitiesOf } from '../../support/quantityNotation.ts';

/** Scraps that the grammar of numbers is sensitive to, in any order. */
const SCRAPS = [
  ...'$ £ € % - – — ( ) . , : ; / + ~ # ° ½ 0 7 12 1,200 3.5 2016 1/2 10:30 G7 F-16 5m 5k'.split(' '),
  ...'two twenty hundred million bn dozen dozens tens half third quarter of a an and to from between in'.split(
    ' ',
  ),
  ...'percent points per cent year miles dollars people old more than over about some rose fell by up'.split(
    ' ',
  ),
  ' ',
  '\u00a0',
  '😀',
  '\ud83d',
];

const text = fc
  .array(fc.oneof(fc.constantFrom(...SCRAPS), fc.constant(' '), fc.string({ maxLength: 4 })), {
    maxLength: 40,
  })
  .map((scraps) => scraps.join(''));

describe('quantities of any text', () => {
  it('are finite, ordered, inside the text, and hold their number', () => {
    fc.assert(
      fc.property(text, (article) => {
        let last = 0;
        for (const quantity of quantitiesOf(article)) {
          expect(Number.isFinite(quantity.value)).toBe(true);
          expect(quantity.upper === null || Number.isFinite(quantity.upper)).toBe(true);
          expect(contains({ start: 0, end: article.length }, quantity.span)).toBe(true);
          expect(contains(quantity.span, quantity.number)).toBe(true);
          expect(quantity.span.end).toBeGreaterThan(quantity.span.start);
          expect(quantity.number.start).toBeGreaterThanOrEqual(last);
          last = quantity.number.end;
          expect(quantity.weight).toBeGreaterThanOrEqual(0);
          expect(quantity.weight).toBeLessThanOrEqual(1);
          expect(quantity.weight === 0).toBe(quantity.exempt !== null);
          expect(quantity.reason.evidence.length).toBeGreaterThan(0);
          for (const span of quantity.reason.evidence) {
            expect(contains({ start: 0, end: article.length }, span)).toBe(true);
          }
        }
      }),
      { numRuns: 1500 },
    );
  });

  it('are the same whatever stands in the sentences around', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 200 }), (seed) => {
        const sentence = generateArticle(30, seed).trim().split('\n')[0]!;
        const alone = quantitiesOf(sentence);
        const prefix = 'The gate was shut. ';
        const moved = quantitiesOf(prefix + sentence);
        expect(moved.map(({ value, unit, span }) => [value, unit, span.start - prefix.length])).toEqual(
          alone.map(({ value, unit, span }) => [value, unit, span.start]),
        );
      }),
      { numRuns: 60 },
    );
  });
});
