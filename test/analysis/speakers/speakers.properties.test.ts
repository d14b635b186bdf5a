import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { analyzeArticle } from '../../../server/src/analysis/analyze.ts';
import { BlockCache } from '../../../server/src/analysis/blockCache.ts';
import { CONTINUATION_REASONS } from '../../../server/src/analysis/continuation.ts';
import { wordReason } from '../../../server/src/analysis/reasons.ts';
import { SPEAKER_REASONS } from '../../../server/src/analysis/speakers/speakers.ts';
import { compareSpans, overlaps } from '../../../server/src/text/span.ts';

/** Pieces that news copy is made of, in any order: names, roles, pronouns, marks, breaks. */
const piece = fc.constantFrom(
  ...[
    'Ana Ruiz',
    'Ruiz',
    'Mr. Hale',
    'Gen. Tomas Veld',
    'the Harbor Board',
    '(HB)',
    'HB',
    'I',
    'he',
    'she',
    'they',
    'who',
  ],
  ...[
    'said',
    'told',
    'added',
    ', a baker,',
    'the spokesman',
    'the ministry',
    'Hale’s office',
    'a report',
    'and',
    'of the',
  ],
  ...[
    '“We stay',
    'we stay”',
    '"No."',
    ',',
    '.',
    ':',
    '—',
    '\n\n',
    '\r\n\r\n',
    'Q: ',
    'HALE: ',
    '> ',
    '’s',
    '🙂',
    'é',
  ],
);
const article = fc.array(piece, { maxLength: 60 }).map((pieces) => pieces.join(' '));

describe('speakers and carried attributions of any text', () => {
  it('have valid indices, ordered mentions inside the text, and a wording for every reason', () => {
    fc.assert(
      fc.property(fc.oneof(article, fc.string({ unit: 'grapheme' })), (text) => {
        const { speakers, attributions, quotations } = analyzeArticle(text, { format: 'plain' });
        for (const { mentions, introduction, speaksFor, name } of speakers) {
          expect(mentions.length).toBeGreaterThan(0);
          expect([...mentions].sort((a, b) => compareSpans(a.span, b.span))).toEqual(mentions);
          mentions.forEach((mention, i) => {
            if (i > 0) expect(overlaps(mentions[i - 1]!.span, mention.span)).toBe(false);
            expect(inside(mention.span, text)).toBe(true);
            expect(SPEAKER_REASONS).toHaveProperty(mention.reason.code);
            expect(wordReason(text, mention.reason, SPEAKER_REASONS)).not.toMatch(/\{\d\}/);
          });
          expect(inside(introduction, text)).toBe(true);
          expect(speaksFor === null || speakers[speaksFor] !== undefined).toBe(true);
          if (name !== null) expect(text.replace(/\s+/g, ' ')).toContain(name);
        }
        for (const { speaker, source, parent, reason } of attributions) {
          expect(speaker !== null).toBe(source.length > 0);
          expect(speaker === null || speakers[speaker] !== undefined).toBe(true);
          expect(parent === null || attributions[parent] !== undefined).toBe(true);
          if (reason.code in CONTINUATION_REASONS) {
            expect(wordReason(text, reason, CONTINUATION_REASONS)).not.toMatch(/\{\d\}/);
          }
        }
        for (const { attribution, continues, role } of quotations) {
          expect(attribution === null || attributions[attribution] !== undefined).toBe(true);
          expect(continues === null || quotations[continues]?.unclosed === false).toBe(true);
          const given = attribution === null ? undefined : attributions[attribution]!.reason.code;
          if (role !== 'speech' && role !== 'writing') expect(given ?? '').not.toMatch(/^carried-over/);
        }
      }),
      { numRuns: 150 },
    );
  });

  it('do not depend on the analysis before', () => {
    fc.assert(
      fc.property(article, article, (before, after) => {
        const cache = new BlockCache();
        analyzeArticle(before, { format: 'plain', cache });
        expect(analyzeArticle(after, { format: 'plain', cache })).toEqual(
          analyzeArticle(after, { format: 'plain' }),
        );
      }),
      { numRuns: 40 },
    );
  });
});

function inside({ start, end }: { start: number; end: number }, text: string): boolean {
  return start >= 0 && start < end && end <= text.length;
}
