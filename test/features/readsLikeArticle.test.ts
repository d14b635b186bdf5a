import { describe, expect, it } from 'vitest';
import { analyzeArticle } from '../../server/src/analysis/analyze.ts';
import type { CheckReason } from '../../server/src/features/readsLikeArticle.ts';
import { readsLikeArticle } from '../../server/src/features/readsLikeArticle.ts';
import { wordDecision } from '../../server/src/features/statusWording.ts';
import { sayInEnglish } from '../../server/src/text/say.ts';
import { generateArticle } from '../support/generateArticle.ts';

const reasonFor = (name: string, text: string): CheckReason =>
  readsLikeArticle(name, analyzeArticle(text, { format: name.endsWith('.md') ? 'markdown' : 'plain' }))
    .reason;

describe('a document is checked', () => {
  it.each([
    ['report.txt', generateArticle(400)],
    ['Untitled-1', '“We will stay,” Ana Ruiz said.'],
    [
      'draft.md',
      '---\ntitle: x\n---\n\n# Harbour\n\nThe council met on Monday to talk about the harbour wall.\n',
    ],
    ['news-2019.txt', 'He said that the work on the wall would begin in the spring.\n'],
  ])('when it reads like an article: %s', (name, text) => {
    expect(reasonFor(name, text)).toBe('reads-like-article');
  });

  it.each([
    ['README.md', generateArticle(200), 'file-name'],
    ['LICENSE.txt', generateArticle(200), 'file-name'],
    ['CHANGELOG.md', generateArticle(200), 'file-name'],
    ['requirements-dev.txt', 'black==23.1\nmypy>=1.0\n', 'file-name'],
    ['empty.txt', '', 'empty'],
    ['blank.txt', ' \n\n\t\n', 'empty'],
    [
      'server.txt',
      '2019-03-04 10:00:01 INFO start pid=12\n2019-03-04 10:00:02 WARN retry=3 url=/a/b\n'.repeat(9),
      'no-prose',
    ],
    ['words.txt', 'apple\nbanana\ncherry\ndate\nelder\n'.repeat(20), 'no-prose'],
    ['data.txt', '1;2;3;4\n5;6;7;8\n'.repeat(20), 'no-prose'],
  ] as const)('is not: %s', (name, text, reason) => {
    expect(reasonFor(name, text)).toBe(reason);
  });

  it('and the status says why', () => {
    expect(
      wordDecision(sayInEnglish, { checked: true, reason: 'reads-like-article', paragraphs: 1 }),
    ).toContain('1 paragraph of');
    expect(wordDecision(sayInEnglish, { checked: false, reason: 'excluded', paragraphs: 0 })).toContain(
      'attest.exclude',
    );
  });
});
