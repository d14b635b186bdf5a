import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { escapeMarkdown, toMarkdown, toPlainText } from '../../server/src/features/richText.ts';

describe('rich text', () => {
  it('shows article text as it stands', () => {
    expect(escapeMarkdown('[x](command:evil) <b>*a*</b> `c` &amp; https://a.b www.c.d e@f')).toBe(
      '\\[x\\](command:evil) \\<b\\>\\*a\\*\\</b\\> \\`c\\` \\&amp; https\\://a.b www\\.c.d e\\@f',
    );
    expect(escapeMarkdown('5,000 troops (about $4.7m) & more')).toBe('5,000 troops (about $4.7m) & more');
    expect(escapeMarkdown('# a')).toBe('\\# a');
    expect(escapeMarkdown('1. a')).toBe('1\\. a');
  });

  it('keeps one line and the reading direction', () => {
    expect(escapeMarkdown('a\r\n\r\nb\u202ec\u0000')).toBe('a bc');
  });

  it('never makes a link, HTML or an image of article text', () => {
    // What is escaped leaves something behind: `:/`, an escaped mark and `/` are no `://`.
    const active = /[[\]<>`]|:\/\//;
    fc.assert(
      fc.property(fc.stringMatching(/^[[\]()<>!`\\&#: /aw.x@]{0,30}$/), (text) => {
        expect(escapeMarkdown(text).replace(/\\[^]/g, '·')).not.toMatch(active);
      }),
    );
  });

  it('keeps a link whole whatever the address', () => {
    const place = { id: 'a', span: { start: 0, end: 1 } };
    const line = [{ place, text: 'a](x)' }];
    expect(toMarkdown([line], () => 'file:///a(b) c>.txt#L1')).toBe(
      '[a\\](x)](file:///a%28b%29%20c%3E.txt#L1)',
    );
    expect(toMarkdown([line], () => undefined)).toBe('a\\](x)');
    expect(toPlainText([line, ['b']])).toBe('a](x)\nb');
  });
});
