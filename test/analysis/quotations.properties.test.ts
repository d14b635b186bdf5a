import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { analyzeBlock } from '../../server/src/analysis/blockFacts.ts';
import { findQuotations } from '../../server/src/analysis/quotations.ts';
import { QUOTATION_REASONS } from '../../server/src/analysis/quotations/reasons.ts';
import { wordReason } from '../../server/src/analysis/reasons.ts';

const unit = fc.constantFrom(
  ...['"', '“', '”', '„', '‟', '«', '»', '‘', '’', '‚', '‛', '‹', '›', "'", '`', "''", '``', "'''", '″', '′'],
  ...[
    ' ',
    '\n',
    '\r\n',
    '\u00a0',
    ',',
    '.',
    '!',
    '…',
    '—',
    '-',
    '(',
    '[',
    ')',
    ']',
    '*',
    '_',
    '<b>',
    '<',
    '](',
    ':',
  ],
  ...[
    'We',
    'stay',
    'said',
    'Orr',
    'the',
    's',
    'n',
    '’80s',
    "'til",
    "6' 2",
    '12',
    'é',
    '😀',
    '你好',
    '\ud800',
    '\u200b',
  ],
);
const article = fc.oneof(
  fc.array(unit, { maxLength: 60 }).map((units) => units.join('')),
  fc.string({ unit: 'binary', maxLength: 80 }),
);

describe('quotations of any text', () => {
  it('nest or are apart, in order, inside the text, and say why', () => {
    fc.assert(
      fc.property(article, fc.constantFrom('paragraph', 'block-quote', 'turn', 'headline'), (text, kind) => {
        const { quotations } = analyzeBlock(text, kind);
        quotations.forEach(({ span, inner, parent, unclosed, continues, attribution, reason }, i) => {
          expect([span.start, inner.start, inner.end, span.end]).toEqual(
            [span.start, inner.start, inner.end, span.end].toSorted((a, b) => a - b),
          );
          expect(span.start).toBeGreaterThanOrEqual(0);
          expect(span.end).toBeLessThanOrEqual(text.length);
          expect(inner.start).toBeLessThan(inner.end);
          if (unclosed) expect(inner.end).toBe(span.end);
          const before = quotations[i - 1];
          if (before) expect(span.start).toBeGreaterThanOrEqual(before.span.start);
          for (const [j, other] of quotations.slice(0, i).entries()) {
            const inside = span.start < other.span.end;
            if (inside) expect(span.end).toBeLessThanOrEqual(other.span.end);
            if (j === parent) expect(inside).toBe(true);
          }
          if (parent !== null) expect(parent).toBeLessThan(i);
          expect([continues, attribution]).toEqual([null, null]);
          expect(wordReason(text, reason, QUOTATION_REASONS)).not.toContain('{');
        });
      }),
      { numRuns: 400 },
    );
  });

  it('do not depend on what other paragraphs hold: whole pairs stay pairs behind any number of whole pairs', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 1200 }), (count) => {
        const pairs = '“Go,” she said. '.repeat(count);
        const text = `${pairs}“We will stay,” he said.`;
        const quotations = findQuotations({ text, kind: 'paragraph', tokens: [], sentences: [] });
        expect(quotations).toHaveLength(count + 1);
        expect(quotations.at(-1)!.span.start).toBe(pairs.length);
      }),
      { numRuns: 20 },
    );
  });
});
