import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Replacement } from '../../server/src/text/edits.ts';
import { grownSpan, placesAfter, withReplacement } from '../../server/src/text/edits.ts';

const LENGTH = 30;

/** Edits made one after the other in a text of `LENGTH`, each by where it begins, how much goes and how much comes. */
const EDITS = fc.array(fc.tuple(fc.nat(40), fc.nat(6), fc.nat(4)), { maxLength: 12 }).map((all) => {
  let length = LENGTH;
  return all.map(([at, removed, inserted]): Replacement => {
    const start = Math.min(at, length);
    const end = Math.min(start + removed, length);
    length += inserted - (end - start);
    return { removed: { start, end }, inserted };
  });
});

/** For every code unit of the text after the edits its place before them; null for a new one. */
function after(edits: readonly Replacement[]): (number | null)[] {
  const units: (number | null)[] = Array.from({ length: LENGTH }, (_, i) => i);
  for (const { removed, inserted } of edits) {
    units.splice(removed.start, removed.end - removed.start, ...Array<null>(inserted).fill(null));
  }
  return units;
}

/** The replacements of one change, to be made one after the other: the last first. */
function oneByOne(change: readonly Replacement[]): readonly Replacement[] {
  return [...change].reverse();
}

describe('edits made one after the other', () => {
  it('are one change with the same outcome, in order and apart', () => {
    fc.assert(
      fc.property(EDITS, (edits) => {
        const change = edits.reduce(withReplacement, []);
        change.forEach(({ removed }, i) => {
          if (i > 0) expect(removed.start).toBeGreaterThan(change[i - 1]!.removed.end);
        });
        expect(after(oneByOne(change))).toEqual(after(edits));
      }),
    );
  });
});

describe('a passage after a change', () => {
  it('stands where the edits one by one leave it', () => {
    fc.assert(
      fc.property(EDITS, fc.nat(LENGTH), fc.nat(8), (edits, start, length) => {
        const change = edits.reduce(withReplacement, []);
        const passage = { start, end: Math.min(start + length, LENGTH) };
        expect(placesAfter(change)(passage)).toEqual(oneByOne(change).reduce(grownSpan, passage));
      }),
    );
  });
});
