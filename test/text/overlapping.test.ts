import fc from 'fast-check';
import { expect, it } from 'vitest';
import { Overlapping } from '../../server/src/text/overlapping.ts';
import { overlaps } from '../../server/src/text/span.ts';

const span = fc.tuple(fc.nat(30), fc.nat(8)).map(([start, length]) => ({ start, end: start + length }));

it('finds the same as looking at everything, in the order given', () => {
  fc.assert(
    fc.property(fc.array(fc.option(span), { maxLength: 12 }), span, (items, asked) => {
      const found = new Overlapping(items, (item) => item).with(asked);
      expect(found).toEqual(items.filter((item) => item !== null && overlaps(item, asked)));
    }),
  );
});
