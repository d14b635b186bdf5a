import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { FileArticle } from '../../server/src/lsp/fileArticle.ts';
import { contentHash, hashOfBytes } from '../../server/src/text/contentHash.ts';

function articleOf(bytes: readonly number[] | Uint8Array) {
  let damaged = 0;
  const text = Uint8Array.from(bytes);
  const contents = { contentHash: hashOfBytes(text), bytes: () => text };
  const article = new FileArticle('file:///a.md', 'markdown', false, contents, () => damaged++);
  return { article, damages: () => damaged };
}

describe('an article as the bytes of its file', () => {
  it('has the text of the bytes, and its hash before the text is made', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        fc.pre(!text.startsWith('\uFEFF'));
        const { article, damages } = articleOf(new TextEncoder().encode(text));
        expect(article.contentHash).toBe(contentHash(text));
        expect(article.text).toBe(text);
        expect(damages()).toBe(0);
      }),
    );
  });

  it('says once that bytes are no text, when the text is asked for', () => {
    const { article, damages } = articleOf([0x61, 0xff, 0x62]);
    expect(damages()).toBe(0);
    expect([article.text, article.text]).toEqual(['a\uFFFDb', 'a\uFFFDb']);
    expect(damages()).toBe(1);
  });

  it('has what its front matter says', () => {
    const { article } = articleOf(
      new TextEncoder().encode('---\nauthor: Ina Veld\n---\nThe quay is open.\n'),
    );
    expect(article.metadata).toEqual({ author: 'Ina Veld' });
  });
});
