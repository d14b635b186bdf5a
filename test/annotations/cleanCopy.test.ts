import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cleanCopy } from '../../server/src/annotations/cleanCopy.ts';
import { findMarks } from '../../server/src/text/marks.ts';

describe('the clean copy', () => {
  it.each([
    ['Rents rose 14 percent [CQ] last year.', 'Rents rose 14 percent last year.'],
    ['“It rained [CQ],” she said [source: a.txt].', '“It rained,” she said.'],
    ['Veld[CQ] said so.', 'Veld said so.'],
    ['[TK] It rained.', 'It rained.'],
    ['It rained. [source: a.txt] [CQ] It stopped.', 'It rained. It stopped.'],
    ['It rained [CQ]', 'It rained'],
    ['One [CQ]  \ntwo', 'One  \ntwo'],
    ['One.\n\n[TK: a quote from the mayor]\n\nTwo.', 'One.\n\nTwo.'],
    ['One.\r\n\r\n[TK]\r\n\r\nTwo.\r\n', 'One.\r\n\r\nTwo.\r\n'],
    ['[TK]\n\nOne.', 'One.'],
    ['One.\n\n[TK]\n', 'One.\n'],
    ['One.\n\n[TK]', 'One.'],
    ['One.\n[TK]\nTwo.', 'One.\nTwo.'],
    ['[TK]', ''],
    ['', ''],
    ['She said [Trump] was “here [sic]” [1].', 'She said [Trump] was “here [sic]” [1].'],
    ['a <!-- attest-dismiss --> b', 'a <!-- attest-dismiss --> b'],
    ['[[CQ]TK] x', 'x'],
  ])('of plain text: %j', (text, clean) => {
    expect(cleanCopy(text, 'plain')).toBe(clean);
  });

  it.each([
    ['It rained.[^1] It stopped.\n\n[^1]: a.txt\n', 'It rained. It stopped.\n'],
    ['It rained.[^1]\n\n[^1]: As it had in May.\n', 'It rained.[^1]\n\n[^1]: As it had in May.\n'],
    ['A[^a] b[^b].\n\n[^a]: a.txt\n[^b]: https://example.org\n\nC.\n', 'A b.\n\nC.\n'],
    ['A. <!-- attest-dismiss altered-quote: asked -->\nB.', 'A.\nB.'],
    [
      '<!-- attest-dismiss-file -->\n\n# Title\n\nB. <!-- a note of the writer -->',
      '# Title\n\nB. <!-- a note of the writer -->',
    ],
    ['Use `[CQ]` so.', 'Use `[CQ]` so.'],
  ])('of Markdown: %j', (text, clean) => {
    expect(cleanCopy(text, 'markdown')).toBe(clean);
  });

  it('has no marks, keeps all other words, and is clean itself', () => {
    const piece = fc.constantFrom(
      '[CQ]',
      '[TK: b]',
      '[source: x]',
      'word',
      ' ',
      ' ',
      '\n',
      '\n\n',
      '.',
      ',',
      '”',
      '\r\n',
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 30 }), (pieces) => {
        const text = pieces.join('');
        const clean = cleanCopy(text, 'plain');
        expect(findMarks(clean, 'plain')).toEqual([]);
        expect(cleanCopy(clean, 'plain')).toBe(clean);
        const words = pieces
          .filter((part) => !part.startsWith('['))
          .join('')
          .replace(/\s/g, '');
        expect(clean.replace(/\s/g, '')).toBe(words);
      }),
    );
  });

  it('leaves a text without marks alone', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        fc.pre(findMarks(text, 'markdown').length === 0);
        expect(cleanCopy(text, 'markdown')).toBe(text);
      }),
    );
  });
});
