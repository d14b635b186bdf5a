import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { analyzeArticle } from '../../server/src/analysis/analyze.ts';
import { coverage } from '../../server/src/annotations/coverage.ts';
import { parseDismissal } from '../../server/src/annotations/dismissals.ts';
import type { MarkFormat } from '../../server/src/text/marks.ts';
import { findMarks, maskMarks } from '../../server/src/text/marks.ts';
import { readMarked, writeMarked } from '../support/marked.ts';

/** Finds marks and writes them into the text as `<m:kind>…</m>`. */
function marked(expected: string, format: MarkFormat): string {
  const { text } = readMarked(expected, ['m']);
  return writeMarked(
    text,
    findMarks(text, format).map(({ kind, span }) => ({ ...span, tag: 'm', label: kind })),
  );
}

describe('marks', () => {
  it.each([
    'Votes rose 14 percent <m:checked>[CQ]</m>. The rest <m:to-come>[TK]</m>.',
    'Lower case too <m:checked>[cq]</m><m:to-come>[tk: the mayor’s answer]</m>',
    'It rained <m:source>[source: ../a b/c.txt#:~:text=x%20y]</m>, he said.',
    'An empty one <m:source>[source: ]</m> and one <m:source>[source:x]</m>.',
    '“A [Trump] quote [sic],” he said [laughs]. [1] [^1] [CQX] [ CQ ] [source] []',
    '[source: never closed\nnext line]',
    '[[CQ',
    '',
  ])('in plain text: %j', (text) => {
    expect(marked(text, 'plain')).toBe(text);
  });

  it.each([
    'It rained.<m:footnote>[^1]</m>\n\n<m:definition>[^1]: interview.txt</m>\n',
    '<m:definition>[^note]:</m>\r\nText<m:footnote>[^note]</m>',
    'A <m:comment><!-- b -->ₓ</m>'.replace('ₓ', ''),
    'Text <m:comment><!-- [CQ] on\ntwo lines --></m> text <!-- never closed [^',
    'Code `[CQ]` and ``[^1]``, but <m:checked>[CQ]</m>.',
    '```\n[CQ]\n```\n<m:checked>[CQ]</m>\n~~~md\n[^1]\n',
    '[a link](x.txt) and [a reference][^] [ref]: x',
  ])('in Markdown: %j', (text) => {
    expect(marked(text, 'markdown')).toBe(text);
  });

  it('say what stands in them', () => {
    const text = 'a [source:  b.txt ] [TK: c] [^d]\n\n[^d]:  e f \n';
    const contents = findMarks(text, 'markdown').map(({ content, id }) => [
      text.slice(content.start, content.end),
      id,
    ]);
    expect(contents).toEqual([
      ['b.txt', ''],
      ['c', ''],
      ['d', 'd'],
      ['e f', 'd'],
    ]);
  });

  it('are blanked out of what is analysed, and nothing moves', () => {
    const text = 'Rents rose 14 percent [source: 2019/report-88.txt] last\r\nyear [CQ].';
    const masked = maskMarks(text, 'plain');
    expect(masked).toBe(text.replace(/\[[^\]]*\]/g, (mark) => ' '.repeat(mark.length)));
    const values = analyzeArticle(text, { format: 'plain' }).quantities.map(({ value }) => value);
    expect(values).toEqual([14]);
  });

  const fragment = fc.constantFrom(
    '[',
    ']',
    'CQ',
    'TK',
    'source: ',
    '[^a]',
    ': ',
    '<!--',
    '-->',
    '`',
    '```',
    '\n',
    ' ',
    'x',
    '😀',
    '\r\n',
  );
  const noise = fc.array(fragment, { maxLength: 60 }).map((parts) => parts.join(''));

  it.each(['plain', 'markdown'] as const)('never overlap, in %s, whatever the text', (format) => {
    fc.assert(
      fc.property(noise, (text) => {
        let end = 0;
        for (const { span, content } of findMarks(text, format)) {
          expect(span.start).toBeGreaterThanOrEqual(end);
          expect(content.start).toBeGreaterThanOrEqual(span.start);
          expect(content.end).toBeLessThanOrEqual(span.end);
          end = span.end;
        }
        expect(end).toBeLessThanOrEqual(text.length);
        const masked = maskMarks(text, format);
        expect(masked.length).toBe(text.length);
        expect(masked.replace(/[^\r\n]/g, '')).toBe(text.replace(/[^\r\n]/g, ''));
      }),
    );
  });

  it('cost by the length of the text', () => {
    const huge = '<!-- [source: '.repeat(100_000);
    expect(findMarks(huge, 'markdown')).toEqual([]);
    expect(findMarks('`[CQ]'.repeat(100_000), 'markdown').length).toBeGreaterThan(0);
  });
});

describe('what a mark speaks for', () => {
  /** The covered stretches as `<c:target>…</c>`. */
  function covered(expected: string, format: MarkFormat = 'plain'): string {
    const { text } = readMarked(expected, ['c']);
    const article = analyzeArticle(text, { format });
    const areas = coverage(article, text, findMarks(text, format), []);
    return writeMarked(
      text,
      areas.map(({ span, target, verdict }) => ({ ...span, tag: 'c', label: target ?? verdict ?? '' })),
    );
  }

  it.each([
    '<c:a.txt>Rents rose by 14 percent </c>[source: a.txt]. Wages did not.',
    '<c:a.txt>Rents rose by 14 percent. </c>[source: a.txt] Wages did not.',
    '<c:verified>Rents rose by 14 percent </c>[CQ]<c:b>, and wages fell by 2 percent </c>[source: b].',
    'Nothing stands before it.\n\n[source: a.txt] Rents rose.',
    'An empty one [source: ] speaks for nothing.',
  ])('%s', (text) => {
    expect(covered(text)).toBe(text);
  });

  it('in Markdown with footnotes', () => {
    const text = '<c:a.txt>Rents rose by 14 percent.</c>[^1] Wages did not.[^2]\n\n[^1]: a.txt\n';
    expect(covered(text, 'markdown')).toBe(text);
  });
});

describe('dismissal comments', () => {
  it('are read', () => {
    expect(parseDismissal('attest-dismiss altered-quote, unclosed-quote “so it is”: asked her')).toEqual({
      scope: null,
      rules: ['altered-quote', 'unclosed-quote'],
      words: 'so it is',
      reason: 'asked her',
    });
    expect(parseDismissal('attest-dismiss-next-line')).toEqual({
      scope: 'next-line',
      rules: [],
      words: null,
      reason: null,
    });
    expect(parseDismissal('attest-dismiss: because: so')).toMatchObject({ rules: [], reason: 'because: so' });
  });

  it.each(['', 'x', 'attest', 'attest-dismissed', 'attest-dismiss-page', 'attest-dismiss 7'])(
    'or not: %j',
    (text) => {
      expect(parseDismissal(text)).toBeNull();
    },
  );
});
