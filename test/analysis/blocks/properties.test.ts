import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findBlocks } from '../../../server/src/analysis/blocks/blocks.ts';
import { BLOCK_REASONS } from '../../../server/src/analysis/blocks/reasons.ts';
import type { ArticleFormat } from '../../../server/src/analysis/facts.ts';
import { wordReason } from '../../../server/src/analysis/reasons.ts';

const line = fc.constantFrom(
  ...[
    '',
    ' ',
    '---',
    '***',
    '```',
    '~~~',
    '# Bridge',
    '## ',
    '> quoted',
    '>',
    '- item',
    '1. item',
    '- ',
    '    code',
    '\tcode',
  ],
  ...[
    '<!-- note',
    '-->',
    '<script>',
    '</script>',
    '<div>',
    '| a | b |',
    '| --- | --- |',
    '[^1]: x',
    '[a]: b',
    '![a](b)',
    '*c*',
    '===',
  ],
  ...[
    'Q: Is it?',
    'A: It is.',
    'MR. ORR: No.',
    'Ada Orr: Yes.',
    'TARN (AP) — The council of Tarn met.',
    'By Ada Orr',
    'date 2024-01-02 Tarn',
  ],
  ...[
    'READ MORE: x',
    '© AP Photo / Ada Orr',
    'The council met on Monday.',
    'the river',
    '“Open',
    'title: x',
    '\ufeff',
    '\u00a0',
    '😀',
    'x'.repeat(300),
  ],
);
const article = fc.oneof(
  fc
    .array(fc.tuple(line, fc.constantFrom('\n', '\r\n', '\r', '\n\n')), { maxLength: 20 })
    .map((lines) => lines.map(([text, eol]) => text + eol).join('')),
  fc.string({ unit: 'binary', maxLength: 200 }),
);

describe.each<ArticleFormat>(['plain', 'markdown'])('blocks of any %s text', (format) => {
  it('are in order, apart, not blank at their ends, and say why', () => {
    fc.assert(
      fc.property(article, (text) => {
        let end = 0;
        for (const { span, kind, label, reason } of findBlocks(text, format)) {
          expect(span.start).toBeGreaterThanOrEqual(end);
          expect(span.end).toBeGreaterThan(span.start);
          expect(span.end).toBeLessThanOrEqual(text.length);
          expect(text.slice(span.start, span.end)).toBe(text.slice(span.start, span.end).trim());
          if (label) {
            expect(kind).toBe('turn');
            expect(label.start).toBeGreaterThanOrEqual(span.start);
            expect(label.end).toBeLessThan(span.end);
          }
          for (const evidence of reason.evidence) {
            expect(evidence.start).toBeLessThan(evidence.end);
            expect(evidence.end).toBeLessThanOrEqual(text.length);
          }
          expect(wordReason(text, reason, BLOCK_REASONS)).not.toContain('{');
          end = span.end;
        }
      }),
      { numRuns: 300 },
    );
  });

  it('leave no letter out, but for the marks of the layout', () => {
    fc.assert(
      fc.property(article, (text) => {
        let left = text;
        for (const { span } of [...findBlocks(text, format)].reverse())
          left = left.slice(0, span.start) + left.slice(span.end);
        expect(left).not.toMatch(format === 'plain' ? /\p{Lu}/u : /\p{L}{3}/u);
      }),
      { numRuns: 300 },
    );
  });
});
