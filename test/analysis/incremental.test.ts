/**
 * After any edits the analysis of an article whose paragraphs are remembered equals one made from scratch. Stale facts
 * are the mistakes users cannot report, so edits are generated.
 */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { BlockCache } from '../../server/src/analysis/blockCache.ts';
import { analyzeArticle } from '../../server/src/analysis/analyze.ts';
import type { Article, ArticleFormat } from '../../server/src/analysis/facts.ts';
import type { Finding } from '../../server/src/rules/rule.ts';
import { runRules } from '../../server/src/rules/runRules.ts';
import { DEFAULT_SETTINGS } from '../../server/src/config/table.ts';
import { generateArticle } from '../support/generateArticle.ts';

/** What writers type: letters, marks that open and close things, figures, names, paragraph ends. */
const TYPED = fc.constantFrom(
  'e',
  ' ',
  '.',
  ',',
  '“',
  '”',
  '"',
  '’',
  '\n',
  '\n\n',
  '\r\n',
  '5',
  '%',
  '> ',
  '# ',
  '- ',
  ' said Anna Veld. ',
  ' she said',
  ' not ',
  '[TK]',
  '😀',
  '',
);

interface Edit {
  readonly at: number;
  readonly removed: number;
  readonly typed: string;
}

const EDIT: fc.Arbitrary<Edit> = fc.record({
  at: fc.double({ min: 0, max: 1, noNaN: true }),
  removed: fc.oneof({ weight: 5, arbitrary: fc.constant(0) }, fc.nat(120)),
  typed: TYPED,
});

function apply(text: string, { at, removed, typed }: Edit): string {
  const start = Math.floor(at * text.length);
  return text.slice(0, start) + typed + text.slice(start + removed);
}

/** Warnings of the rules that need no other article: they too remember what they read in unchanged paragraphs. */
function findingsIn(article: Article): readonly Finding[] {
  return runRules({ id: 'file:///draft.txt', article }, DEFAULT_SETTINGS, ({ error }) => {
    throw error;
  });
}

describe('analysis of an edited article', () => {
  it.each<ArticleFormat>(['plain', 'markdown'])('equals one from scratch (%s)', (format) => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 1000 }),
        fc.array(EDIT, { minLength: 1, maxLength: 8 }),
        (seed, edits) => {
          const cache = new BlockCache();
          let text = generateArticle(140, seed);
          analyzeArticle(text, { format, cache });
          for (const edit of edits) {
            text = apply(text, edit);
            const remembered = analyzeArticle(text, { format, cache });
            const fresh = analyzeArticle(text, { format });
            expect(remembered).toEqual(fresh);
            expect(findingsIn(remembered)).toEqual(findingsIn(fresh));
          }
        },
      ),
      { numRuns: 12 },
    );
  });

  it('remembers only the paragraphs that are still there', () => {
    const cache = new BlockCache();
    analyzeArticle('One paragraph stands here.\n\nAnother follows it.', { format: 'plain', cache });
    analyzeArticle('One paragraph stands here.', { format: 'plain', cache });
    expect(cache.size).toBe(1);
  });
});
